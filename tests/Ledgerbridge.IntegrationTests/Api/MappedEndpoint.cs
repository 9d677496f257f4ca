using Ledgerbridge.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>An address the running server answers, as its own routing knows it.</summary>
/// <param name="Method">The HTTP method; <c>*</c> for all.</param>
/// <param name="Pattern">The address with its parameters, such as <c>/api/keys/{id}</c>.</param>
/// <param name="Policy">The access rule it carries, <c>everyone</c>, or nothing.</param>
internal sealed record MappedEndpoint(string Method, string Pattern, string Policy)
{
    /// <summary>Method and pattern in one text.</summary>
    public string Name => $"{Method} {Pattern}";

    /// <summary>All of them; asked of the running program, so that none can be forgotten.</summary>
    public static IReadOnlyList<MappedEndpoint> Of(ServerFixture server) =>
        [
            .. server
                .Get<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .SelectMany(static endpoint =>
                    Methods(endpoint)
                        .Select(method => new MappedEndpoint(method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), PolicyOf(endpoint)))
                )
                .OrderBy(static endpoint => endpoint.Name, StringComparer.Ordinal),
        ];

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"];

    private static string PolicyOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? "everyone"
            : string.Join('+', endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(static rule => rule.Policy));
}
