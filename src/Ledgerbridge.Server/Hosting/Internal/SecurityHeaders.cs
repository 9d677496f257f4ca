using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>
/// Headers that keep a browser from doing what this product never asks for. The policy allows nothing but our own files; the web app's
/// style element
/// carries a nonce that is new for each page.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string NonceKey = "csp-nonce";
    private const int NonceBytes = 16;

    public Task InvokeAsync(HttpContext context)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        context.Items[NonceKey] = nonce;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyFor(context.Request.Path, nonce);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    }

    /// <summary>The nonce of the page that is being answered.</summary>
    public static string NonceOf(HttpContext context) => (string)context.Items[NonceKey]!;

    // The API reference is a library's page that styles itself; it sees no data of ours and may do so.
    private static string PolicyFor(PathString path, string nonce) =>
        "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; "
        + "base-uri 'none'; "
        + "frame-ancestors 'none'; manifest-src 'self'; style-src 'self' "
        + (path.StartsWithSegments("/docs/api", StringComparison.OrdinalIgnoreCase) ? "'unsafe-inline'" : $"'nonce-{nonce}'");
}
