using Microsoft.Net.Http.Headers;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>
/// Serves the built web app from <c>wwwroot</c>: hashed files for ever, the page itself never from a cache and with this request's nonce
/// in it. Paths that belong to screens answer the page; unknown API paths and missing files answer 404.
/// </summary>
internal static class WebApp
{
    private const string NoncePlaceholder = "__CSP_NONCE__";
    private const string NotBuilt = "The web app has not been built. Run ./run, or npm run build in the folder web.";

    public static void UseWebAppFiles(this WebApplication app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = static context =>
                    context.Context.Response.Headers[HeaderNames.CacheControl] = context.Context.Request.Path.StartsWithSegments(
                        "/assets",
                        StringComparison.Ordinal
                    )
                        ? "public, max-age=31536000, immutable"
                        : "no-cache",
            }
        );

    public static void MapWebAppPages(this WebApplication app)
    {
        var path = Path.Combine(app.Environment.WebRootPath ?? "", "index.html");
        var page = new Lazy<string?>(() => File.Exists(path) ? File.ReadAllText(path) : null);
        app.MapFallback(
                "{**path:nonfile}",
                (HttpContext context) =>
                {
                    // A page is what browsers ask for. Whoever sends something here would take it for "done".
                    if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
                        return Results.NotFound();
                    context.Response.Headers[HeaderNames.CacheControl] = "no-store";
                    return page.Value is { } html
                        ? Results.Content(
                            html.Replace(NoncePlaceholder, SecurityHeaders.NonceOf(context), StringComparison.Ordinal),
                            "text/html; charset=utf-8"
                        )
                        : Results.Text(NotBuilt, statusCode: StatusCodes.Status503ServiceUnavailable);
                }
            )
            .ForEveryone()
            .ExcludeFromDescription();
        app.MapFallback("{**path}", static () => Results.NotFound()).ForEveryone().ExcludeFromDescription();
    }
}
