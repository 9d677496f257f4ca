using System.Text;
using System.Text.Json;
using Ledgerbridge.Sandbox.Api;
using Microsoft.Extensions.Primitives;

namespace Ledgerbridge.Sandbox.OAuth;

/// <summary>The token and revocation endpoints. Every refusal is 400 with an <c>error</c> object, also for a wrong client.</summary>
internal sealed class TokenFace(SandboxWorld world)
{
    /// <summary>Answers <c>POST /token</c>.</summary>
    public async Task<ApiAnswer> TokenAsync(HttpRequest request, CancellationToken ct)
    {
        if (await FormAsync(request, ct) is not { } form)
            return Refused("invalid_request", "The body must be application/x-www-form-urlencoded.");
        if (ClientOf(request, form) is not { } client)
            return Refused("invalid_client");
        return One(form, "grant_type") switch
        {
            null => Refused("invalid_request", "grant_type is missing."),
            "authorization_code" => await ExchangeAsync(form, client, ct),
            "refresh_token" => await RefreshAsync(form, client, ct),
            // Sage's guide names a wrong grant type among the causes of invalid_grant.
            _ => Refused("invalid_grant"),
        };
    }

    /// <summary>Answers <c>POST /revoke</c>.</summary>
    public async Task<ApiAnswer> RevokeAsync(HttpRequest request, CancellationToken ct)
    {
        if (await FormAsync(request, ct) is not { } form)
            return Refused("invalid_request", "The body must be application/x-www-form-urlencoded.");
        if (ClientOf(request, form) is not { } client)
            return Refused("invalid_client");
        if (One(form, "token") is not { } token)
            return Refused("invalid_request", "token is missing.");
        await world.Grants.RevokeAsync(token, client.Id, ct);
        return Json(200, new { success = "ok" });
    }

    private async Task<ApiAnswer> ExchangeAsync(IFormCollection form, Client client, CancellationToken ct)
    {
        if (One(form, "code") is not { } code || One(form, "redirect_uri") is not { } redirectUri)
            return Refused("invalid_request", "code and redirect_uri are needed.");
        var verifier = One(form, "code_verifier");
        var pair = await world.Grants.ExchangeAsync(
            code,
            grant =>
                grant.Client == client.Id
                && grant.RedirectUri == redirectUri
                && Pkce.Proves(grant.Challenge, grant.ChallengeMethod, verifier),
            ct
        );
        return pair is null ? Refused("invalid_grant") : Json(200, pair);
    }

    private async Task<ApiAnswer> RefreshAsync(IFormCollection form, Client client, CancellationToken ct)
    {
        if (One(form, "refresh_token") is not { } token)
            return Refused("invalid_request", "refresh_token is missing.");
        var pair = await world.Grants.RefreshAsync(token, client.Id, ct);
        return pair is null ? Refused("invalid_grant") : Json(200, pair);
    }

    /// <summary>The client by its credentials in the body or in a Basic header; null when they are wrong.</summary>
    private Client? ClientOf(HttpRequest request, IFormCollection form)
    {
        var (id, secret) = Basic(request.Headers.Authorization) ?? (One(form, "client_id"), One(form, "client_secret"));
        var client = world.File.Read(db => Clients.Find(db, id));
        return client?.SecretIs(secret) == true ? client : null;
    }

    private static (string? Id, string? Secret)? Basic(StringValues header)
    {
        const string scheme = "Basic ";
        var text = header.ToString();
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text[scheme.Length..].Trim(), bytes, out var written))
            return (null, null);
        var pair = Encoding.UTF8.GetString(bytes, 0, written).Split(':', 2);
        return pair.Length == 2 ? (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])) : (null, null);
    }

    private static async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
                ? await request.ReadFormAsync(ct)
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string? One(IFormCollection form, string name) =>
        form.TryGetValue(name, out var value) && value.Count == 1 && value[0] is { Length: > 0 } text ? text : null;

    private static ApiAnswer Refused(string error, string? description = null) =>
        Json(400, description is null ? new { error } : new { error, error_description = description });

    private static ApiAnswer Json(int status, object body) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), JsonText.Options));
}
