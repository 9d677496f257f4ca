using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>
/// Headers that keep a browser from doing what this product never asks for. The policy allows nothing but our own files; the web app's
/// style element carries a nonce that is new for each page.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string NonceKey = "csp-nonce";
    private const int NonceBytes = 16;

    public Task InvokeAsync(HttpContext context)
    {
        context.Items[NonceKey] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        // At the last moment: an answer that is given up for another one loses the headers it had.
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var framedBy = Framing.OriginOf(context);
        headers.ContentSecurityPolicy = PolicyFor(context.Request.Path, NonceOf(context), framedBy);
        headers.XContentTypeOptions = "nosniff";
        // That header knows no other sites, so a page that one of them may frame goes without.
        if (framedBy is null)
            headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }

    /// <summary>The nonce of the page that is being answered.</summary>
    public static string NonceOf(HttpContext context) => (string)context.Items[NonceKey]!;

    // The API reference is a library's page that styles itself; it sees no data of ours and may do so.
    private static string PolicyFor(PathString path, string nonce, string? framedBy) =>
        "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; "
        + "base-uri 'none'; "
        + $"frame-ancestors {framedBy ?? "'none'"}; manifest-src 'self'; style-src 'self' "
        + (path.StartsWithSegments("/docs/api", StringComparison.OrdinalIgnoreCase) ? "'unsafe-inline'" : $"'nonce-{nonce}'");
}
