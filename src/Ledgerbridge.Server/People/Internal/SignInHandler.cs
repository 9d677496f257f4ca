using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>Finds the caller behind a request: an API key in the Authorization header, otherwise the session cookie.</summary>
internal sealed class SignInHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Sessions sessions
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Ledgerbridge";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var caller =
            header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await sessions.CallerOfKeyAsync(header[Bearer.Length..].Trim(), Context.RequestAborted)
            : SessionCookie.Read(Request) is { } token ? await sessions.CallerOfCookieAsync(token, Context.RequestAborted)
            : null;
        return caller is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Name), Name));
    }
}

/// <summary>The cookie that holds a session's text: out of reach of scripts, and not sent along by other sites' forms.</summary>
internal static class SessionCookie
{
    private const string Name = "ledgerbridge_session";

    public static string? Read(HttpRequest request) => request.Cookies.TryGetValue(Name, out var token) && token.Length > 0 ? token : null;

    public static void Write(HttpContext context, string token, TimeSpan life) =>
        context.Response.Cookies.Append(Name, token, Options(context, life));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, life: null));

    // Lax, not Strict: the way back from Sage's authorise page is a navigation that must still be signed in.
    private static CookieOptions Options(HttpContext context, TimeSpan? life) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = life,
        };
}
