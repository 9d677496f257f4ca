using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Pages;

namespace Ledgerbridge.Sandbox.OAuth;

/// <summary>An authorize request whose client and redirect URI are known good.</summary>
internal sealed record AuthorizeRequest
{
    public required Client Client { get; init; }
    public required string RedirectUri { get; init; }
    public string? State { get; init; }
    public string Scope { get; init; } = "full_access";

    /// <summary>The country asked for, in capitals; null lets the person choose.</summary>
    public string? Country { get; init; }
    public string? Challenge { get; init; }
    public string? ChallengeMethod { get; init; }
}

/// <summary>The authorize page, which plays Sage's sign-in: who are you, and may this application in?</summary>
internal sealed class AuthorizeFace(SandboxWorld world)
{
    /// <summary>The countries that can be chosen. Sage serves GB, IE and CA; the product's brief adds ZA.</summary>
    public static readonly IReadOnlyList<string> Countries = ["ZA", "GB", "IE", "CA"];

    /// <summary>Answers <c>GET /oauth2/auth/central</c>: the page, a page that says what is wrong, or a redirect with an error.</summary>
    public ApiAnswer Show(IQueryCollection query)
    {
        var (request, answer) = Read(name => query[name]);
        if (request is null)
            return answer!;
        var people = People.All.Select(person => (person, Consented: world.Grants.Consented(request.Client.Id, person.Id)));
        return Page(200, ConsentPage.Render(request, [.. people], world.Businesses));
    }

    /// <summary>Answers the page's form: a redirect with a code, or with <c>access_denied</c>.</summary>
    public async Task<ApiAnswer> DecideAsync(HttpRequest http, CancellationToken ct)
    {
        if (!http.HasFormContentType)
            return Wrong("The form arrived in an unexpected format.");
        var form = await http.ReadFormAsync(ct);
        var (request, answer) = Read(name => form[name]);
        if (request is null)
            return answer!;
        if (form["decision"] != "allow")
            return Back(request, ("error", "access_denied"));
        if (People.Find(form["person"]) is not { } person)
            return Wrong("Nobody of that id works here.");
        var country = request.Country ?? form["chosen_country"].ToString().ToUpperInvariant();
        // Sage's odd answer when the sign-in and the chosen country do not belong together.
        if (!person.Of(world.Businesses).Any(business => business.Country == country))
            return Back(request, ("error", "Invalid request"), ("reason", "Email already in use"));
        var code = await world.Grants.IssueCodeAsync(
            new CodeGrant
            {
                Client = request.Client.Id,
                PersonId = person.Id,
                RedirectUri = request.RedirectUri,
                Scope = request.Scope,
                Country = country,
                Challenge = request.Challenge,
                ChallengeMethod = request.ChallengeMethod ?? "plain",
            },
            ct
        );
        return Back(request, ("code", code), ("country", country));
    }

    private (AuthorizeRequest?, ApiAnswer?) Read(Func<string, string?> parameter)
    {
        var client = world.File.Read(db => Clients.Find(db, parameter("client_id")));
        if (client is null)
            return (null, Wrong("The application is not registered here: its client_id is unknown."));
        var redirectUri = parameter("redirect_uri") ?? "";
        if (!client.RedirectUris.Contains(redirectUri, StringComparer.Ordinal))
            return (
                null,
                Wrong("The application asked to be answered at an address that is not registered for it, character for character.")
            );
        var request = new AuthorizeRequest
        {
            Client = client,
            RedirectUri = redirectUri,
            State = Filled(parameter("state")),
            Scope = Filled(parameter("scope")) ?? "full_access",
            Country = Filled(parameter("country"))?.ToUpperInvariant(),
            Challenge = Filled(parameter("code_challenge")),
            ChallengeMethod = Filled(parameter("code_challenge_method")),
        };
        var error =
            parameter("response_type") != "code" ? "unsupported_response_type"
            : request.Scope is not ("full_access" or "readonly") ? "invalid_scope"
            : !Pkce.WellFormed(request.Challenge, request.ChallengeMethod) ? "invalid_request"
            : null;
        return error is null ? (request, null) : (null, Back(request, ("error", error)));
    }

    private static ApiAnswer Back(AuthorizeRequest request, params (string Name, string Value)[] parameters)
    {
        var all = request.State is { } state ? [.. parameters, ("state", state)] : parameters;
        var query = string.Join('&', all.Select(static one => $"{one.Name}={Encoded(one.Value)}"));
        var separator = request.RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new ApiAnswer(302, ReadOnlyMemory<byte>.Empty) { Location = request.RedirectUri + separator + query };
    }

    private static string Encoded(string value) => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    private static ApiAnswer Wrong(string what) => Page(400, ConsentPage.Wrong(what));

    private static ApiAnswer Page(int status, string html) =>
        new(status, System.Text.Encoding.UTF8.GetBytes(html)) { ContentType = Html.MediaType };

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
