using Ledgerbridge.Kernel;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Primitives;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>Answers what no endpoint of the API answers: an address that does not exist, or one that takes other methods.</summary>
internal static class UnknownAddresses
{
    public static Problem NotFound { get; } = new(ProblemCode.NotFound, "There is no such address in the API. See /docs/api.");

    public static IResult Answer(HttpContext context, EndpointDataSource endpoints)
    {
        string[] methods =
        [
            .. endpoints
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => Matches(endpoint, context.Request.Path))
                .SelectMany(static endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        if (methods.Length == 0)
            return NotFound.ToHttp();
        // The address and the method fit, so what did not is the kind of body.
        if (methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
            return HttpRefusal.WrongMediaType.ToHttp();
        context.Response.Headers.Allow = new StringValues(string.Join(", ", methods));
        return HttpRefusal.WrongMethod.ToHttp();
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
