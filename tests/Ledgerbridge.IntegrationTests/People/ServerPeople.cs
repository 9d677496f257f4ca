using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Server.People.Internal;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>What stories about people need again and again; each step goes through the server's own doors.</summary>
internal static class ServerPeople
{
    /// <summary>The password of everybody who is invited here.</summary>
    public const string InvitedPassword = "another long password";

    /// <summary>Invites somebody and returns the text of the link.</summary>
    public static async Task<string> InviteAsync(this ServerClient owner, string email, string role, CancellationToken ct)
    {
        var answer = await owner.PostAsync("/api/people/invitations", new { email, role }, ct);
        return answer.Expect(HttpStatusCode.Created).Get("link").Split('#')[1];
    }

    /// <summary>Invites somebody who has no account yet, takes the invitation up, and returns that person's browser.</summary>
    public static async Task<ServerClient> JoinedAsync(
        this ServerFixture server,
        ServerClient owner,
        string email,
        string role,
        CancellationToken ct
    )
    {
        var token = await owner.InviteAsync(email, role, ct);
        var browser = server.Browser();
        var body = new
        {
            token,
            name = email.Split('@')[0],
            password = InvitedPassword,
        };
        (await browser.PostAsync("/api/invitations/accept", body, ct)).Expect(HttpStatusCode.OK);
        return browser;
    }

    /// <summary>The person of an e-mail address, as the list of people shows it.</summary>
    public static async Task<JsonNode> PersonAsync(this ServerClient client, string email, CancellationToken ct)
    {
        var people = (await client.GetAsync("/api/people", ct)).Expect(HttpStatusCode.OK)["people"]!.AsArray();
        return people.Single(person => person!["email"]!.ToString() == email)!;
    }

    /// <summary>Turns the authenticator app on and returns its key and the recovery codes.</summary>
    public static async Task<(string Key, string[] RecoveryCodes)> TurnTwoFactorOnAsync(
        this ServerFixture server,
        ServerClient browser,
        CancellationToken ct
    )
    {
        var begun = (await browser.PostAsync("/api/account/two-factor/begin", null, ct)).Expect(HttpStatusCode.OK);
        var key = begun.Get("key");
        var code = Totp.CodeAt(key, server.Time.GetUtcNow());
        var on = (await browser.PostAsync("/api/account/two-factor/on", new { code }, ct)).Expect(HttpStatusCode.OK);
        return (key, [.. on["codes"]!.AsArray().Select(static one => one!.ToString())]);
    }

    /// <summary>Tries to sign in from a fresh browser.</summary>
    public static async Task<ServerAnswer> TryToSignInAsync(
        this ServerFixture server,
        string email,
        string password,
        CancellationToken ct,
        string? code = null,
        string? address = null
    )
    {
        using var browser = server.Browser();
        var body = new
        {
            email,
            password,
            code,
        };
        (string, string)[] headers = address is null ? [] : [("X-Forwarded-For", address)];
        return await browser.SendAsync(HttpMethod.Post, "/api/session", body, ct, headers);
    }

    /// <summary>Whether the browser is signed in.</summary>
    public static async Task<bool> IsSignedInAsync(this ServerClient browser, CancellationToken ct) =>
        (await browser.GetAsync("/api/session", ct)).Expect(HttpStatusCode.OK)["person"] is not null;

    /// <summary>The actions in the workspace's log, newest first.</summary>
    public static async Task<string[]> ActionsAsync(this ServerClient client, CancellationToken ct)
    {
        var logs = (await client.GetAsync("/api/sage/audit-logs?limit=500", ct)).Expect(HttpStatusCode.OK)["logs"]!.AsArray();
        return [.. logs.Select(static log => log!["action"]!.ToString())];
    }
}
