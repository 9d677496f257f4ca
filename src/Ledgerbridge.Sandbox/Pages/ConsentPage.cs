using System.Globalization;
using System.Text;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.OAuth;
using Ledgerbridge.Sandbox.Resources;
using static Ledgerbridge.Sandbox.Pages.Html;

namespace Ledgerbridge.Sandbox.Pages;

/// <summary>The page on which a person signs in and lets an application in.</summary>
internal static class ConsentPage
{
    /// <summary>The page for a good request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="people">Everyone who can sign in, and whether they have consented before.</param>
    /// <param name="businesses">All businesses.</param>
    public static string Render(
        AuthorizeRequest request,
        IReadOnlyList<(Person Person, bool Consented)> people,
        IReadOnlyList<Business> businesses
    )
    {
        var access = request.Scope == "readonly" ? "read" : "read and change";
        var body = new StringBuilder();
        body.Append(
            CultureInfo.InvariantCulture,
            $"""
            <main><form class="sheet" method="post" action="/oauth2/auth/central">
            <p class="note">Sage sandbox · this plays Sage's sign-in; nothing leaves this machine</p>
            <h1>{Safe(request.Client.Name)} asks to connect</h1>
            <p>Choose who you are. It will be answered at <code>{Safe(request.RedirectUri)}</code>.</p>
            <fieldset><legend>Sign in as</legend>
            """
        );
        for (var at = 0; at < people.Count; at++)
            AppendPerson(body, people[at].Person, people[at].Consented, access, businesses, chosen: at == 0);
        body.Append("</fieldset>");
        AppendCountry(body, request);
        AppendHidden(body, request);
        body.Append(
            """
            <div class="buttons">
            <button id="allow" name="decision" value="allow">Allow</button>
            <button id="refuse" class="quiet" name="decision" value="refuse">Refuse</button>
            </div></form></main>
            """
        );
        return Page("Connect to Sage (sandbox)", body.ToString());
    }

    /// <summary>The page for a request that cannot be answered anywhere else.</summary>
    public static string Wrong(string what) =>
        Page(
            "This request cannot be answered",
            $"""
            <main><div class="sheet"><h1>This request cannot be answered</h1><p class="bad">{Safe(what)}</p>
            <p>Nothing was changed. Whoever runs the application can put its registration right.</p></div></main>
            """
        );

    private static void AppendPerson(
        StringBuilder body,
        Person person,
        bool consented,
        string access,
        IReadOnlyList<Business> businesses,
        bool chosen
    )
    {
        var given = string.Concat(
            person.Of(businesses).Select(static business => $"<li>{Safe(business.Name)} ({business.Country}, {business.Currency})</li>")
        );
        var consent = consented
            ? "You have allowed this before."
            : $"Allowing lets it {access} the books of all these businesses until you revoke it:";
        body.Append(
            CultureInfo.InvariantCulture,
            $"""
            <div class="person"><input type="radio" name="person" id="p-{person.Id}" value="{person.Id}"{(chosen ? " checked" : "")}>
            <label for="p-{person.Id}">{Safe(person.FullName)}</label>
            <div>{Safe(person.Occupation)} · {Safe(person.Email)}<br>{Safe(consent)}<ul>{given}</ul></div></div>
            """
        );
    }

    private static void AppendCountry(StringBuilder body, AuthorizeRequest request)
    {
        if (request.Country is { } country)
        {
            body.Append(CultureInfo.InvariantCulture, $"<p>Country: <strong>{Safe(CountryName(country))}</strong></p>");
            return;
        }
        body.Append("""<p><label for="country">Country of your business</label><select id="country" name="chosen_country">""");
        foreach (var offered in AuthorizeFace.Countries)
            body.Append(CultureInfo.InvariantCulture, $"<option value=\"{offered}\">{Safe(CountryName(offered))}</option>");
        body.Append("</select></p>");
    }

    private static void AppendHidden(StringBuilder body, AuthorizeRequest request)
    {
        foreach (
            var (name, value) in new[]
            {
                ("client_id", request.Client.Id),
                ("redirect_uri", request.RedirectUri),
                ("response_type", "code"),
                ("scope", request.Scope),
                ("state", request.State),
                ("country", request.Country),
                ("code_challenge", request.Challenge),
                ("code_challenge_method", request.ChallengeMethod),
            }
        )
        {
            if (value is not null)
                body.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{name}\" value=\"{Safe(value)}\">");
        }
    }

    private static string CountryName(string code) => StaticLists.Find("countries")!.Find(code)?.DisplayedAs ?? code;
}
