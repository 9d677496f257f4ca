using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Ledgerbridge.Sandbox;

namespace Ledgerbridge.Testing;

/// <summary>What is chosen on the sign-in page.</summary>
public sealed record SandboxDecision
{
    /// <summary>Who signs in: the owner of every business unless said otherwise.</summary>
    public string Person { get; init; } = SandboxSeed.OwnerId;

    /// <summary>False refuses.</summary>
    public bool Allow { get; init; } = true;

    /// <summary>The country chosen when the address names none.</summary>
    public string Country { get; init; } = "ZA";
}

/// <summary>Walks Sage's sign-in as a browser would, without one: shows the authorize page, submits its form, follows nothing.</summary>
public sealed partial class SandboxSignIn(Uri sandbox) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = sandbox,
    };

    /// <summary>The authorize address with these parameters; parameters that are null are left out.</summary>
    public static string AuthorizePath(string redirectUri, params (string Name, string? Value)[] more)
    {
        var all = new (string Name, string? Value)[]
        {
            ("filter", "apiv3.1"),
            ("response_type", "code"),
            ("client_id", SandboxSeed.ClientId),
            ("redirect_uri", redirectUri),
        };
        var parameters = all.Where(one => !more.Any(other => other.Name == one.Name))
            .Concat(more)
            .Where(static one => one.Value is not null);
        return "/oauth2/auth/central?"
            + string.Join('&', parameters.Select(static one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}"));
    }

    /// <summary>Opens any address of the sandbox.</summary>
    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken ct) => _http.GetAsync(path, ct);

    /// <summary>
    /// Opens an authorize address, allows as the owner of every business, and returns the address the sandbox redirects to.
    /// </summary>
    public Task<Uri> AllowAsync(string authorize, CancellationToken ct) => DecideAsync(authorize, new SandboxDecision(), ct);

    /// <summary>
    /// Opens an authorize address (of the application's own making, absolute or relative), decides, and returns the address the sandbox
    /// redirects to: the application's callback with <c>code</c> and <c>state</c>, or with <c>error</c>.
    /// </summary>
    public async Task<Uri> DecideAsync(string authorize, SandboxDecision decision, CancellationToken ct)
    {
        using var shown = await _http.GetAsync(authorize, ct);
        if (shown.StatusCode == HttpStatusCode.Found)
            return shown.Headers.Location!;
        var page = await shown.Content.ReadAsStringAsync(ct);
        if (shown.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"The sandbox refused to show its sign-in: {page}");
        var form = Hidden()
            .Matches(page)
            .Select(static match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))
            .Append(KeyValuePair.Create("person", decision.Person))
            .Append(KeyValuePair.Create("decision", decision.Allow ? "allow" : "refuse"));
        if (page.Contains("name=\"chosen_country\"", StringComparison.Ordinal))
            form = form.Append(KeyValuePair.Create("chosen_country", decision.Country));
        using var content = new FormUrlEncodedContent(form);
        using var decided = await _http.PostAsync("/oauth2/auth/central", content, ct);
        return decided.Headers.Location
            ?? throw new InvalidOperationException($"The sandbox did not redirect: {await decided.Content.ReadAsStringAsync(ct)}");
    }

    /// <summary>Walks the whole path to a pair of tokens: authorize, consent, code, tokens.</summary>
    public async Task<SandboxTokenPair> SignInAsync(string redirectUri, CancellationToken ct)
    {
        var back = await AllowAsync(AuthorizePath(redirectUri, ("country", "za")), ct);
        using var answer = await TokenAsync(
            [("grant_type", "authorization_code"), ("code", QueryOf(back)["code"]), ("redirect_uri", redirectUri)],
            ct
        );
        return (await answer.Content.ReadFromJsonAsync<SandboxTokenPair>(SandboxControl.Json, ct))!;
    }

    /// <summary>Calls the token endpoint with the default client's credentials and these fields.</summary>
    public async Task<HttpResponseMessage> TokenAsync((string Name, string Value)[] fields, CancellationToken ct)
    {
        using var content = FormOf(fields);
        return await _http.PostAsync("/token", content, ct);
    }

    /// <summary>Calls the revocation endpoint with the default client's credentials.</summary>
    public async Task<HttpResponseMessage> RevokeAsync(string token, CancellationToken ct)
    {
        using var content = FormOf([("token", token)]);
        return await _http.PostAsync("/revoke", content, ct);
    }

    /// <summary>Sends any request to the sandbox.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => _http.SendAsync(request, ct);

    /// <summary>The parameters of a callback address, decoded once.</summary>
    public static IReadOnlyDictionary<string, string> QueryOf(Uri address) =>
        address
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2))
            .ToDictionary(static pair => pair[0], static pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static FormUrlEncodedContent FormOf((string Name, string Value)[] fields)
    {
        var client = new (string Name, string Value)[] { ("client_id", SandboxSeed.ClientId), ("client_secret", SandboxSeed.ClientSecret) };
        return new FormUrlEncodedContent(
            client
                .Where(one => !fields.Any(field => field.Name == one.Name))
                .Concat(fields)
                .Select(static one => KeyValuePair.Create(one.Name, one.Value))
        );
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
