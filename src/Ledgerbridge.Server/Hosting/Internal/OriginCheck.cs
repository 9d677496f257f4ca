using Ledgerbridge.Kernel;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>
/// Refuses requests that another site's page makes with a person's cookie. Browsers say where a request comes from in
/// <c>Sec-Fetch-Site</c> or, older ones, in <c>Origin</c>; a request with neither comes from no browser and carries no stolen cookie.
/// Requests with an API key need no cookie and pass.
/// </summary>
internal sealed class OriginCheck(RequestDelegate next, IOptions<HostingOptions> options)
{
    private const string Bearer = "Bearer ";

    public Task InvokeAsync(HttpContext context) =>
        IsHarmless(context.Request)
            ? next(context)
            : new Problem(ProblemCode.NotAllowed, "This request was made by another site's page and was not carried out.")
                .ToHttp()
                .ExecuteAsync(context);

    private bool IsHarmless(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return true;
        // Only what no browser sends by itself: it may add a name and password of its own to another site's request.
        if (request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return true;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && options.Value.AllowedOrigins.Contains(origin))
            return true;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
