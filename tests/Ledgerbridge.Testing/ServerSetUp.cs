using System.Net;
using Ledgerbridge.Sandbox;

namespace Ledgerbridge.Testing;

/// <summary>The way every story begins: a person, a connection, a business. Each step goes through the server's own doors.</summary>
public static class ServerSetUp
{
    /// <summary>The first person's e-mail address.</summary>
    public const string Email = "thandi@example.co.za";

    /// <summary>The first person's password.</summary>
    public const string Password = "a long enough password";

    /// <summary>Makes the first person and a workspace, and returns the browser that is signed in.</summary>
    public static async Task<ServerClient> FirstRunAsync(this ServerFixture server, CancellationToken ct)
    {
        var browser = server.Browser();
        var body = new
        {
            name = "Thandi Nkosi",
            email = Email,
            password = Password,
            workspace_name = "Karoo",
            country = "ZA",
        };
        (await browser.PostAsync("/api/first-run", body, ct)).Expect(HttpStatusCode.OK);
        return browser;
    }

    /// <summary>Signs a browser in.</summary>
    public static async Task<ServerClient> SignInAsync(this ServerFixture server, string email, string password, CancellationToken ct)
    {
        var browser = server.Browser();
        (await browser.PostAsync("/api/session", new { email, password }, ct)).Expect(HttpStatusCode.OK);
        return browser;
    }

    /// <summary>Walks to Sage and back and returns the connection's id.</summary>
    public static async Task<string> ConnectAsync(this ServerFixture server, ServerClient browser, CancellationToken ct)
    {
        var authorize = (await browser.GetAsync("/auth/start?country=za", ct)).Expect(HttpStatusCode.Found).Location!;
        var callback = await server.Sandbox.SignIn.AllowAsync(authorize.AbsoluteUri, ct);
        var done = (await browser.GetAsync(callback.PathAndQuery, ct)).Expect(HttpStatusCode.Found);
        return SandboxSignIn.QueryOf(new Uri(server.BaseAddress, done.Location!))["connection"];
    }

    /// <summary>Everything until invoices can be written: person, connection, Karoo Trading. Returns the signed-in browser.</summary>
    public static async Task<ServerClient> ReadyAsync(this ServerFixture server, CancellationToken ct)
    {
        var browser = await server.FirstRunAsync(ct);
        await server.ConnectAsync(browser, ct);
        (await browser.PostAsync("/api/business/select", new { business_id = SandboxSeed.KarooTrading }, ct)).Expect(HttpStatusCode.OK);
        return browser;
    }

    /// <summary>Makes an API key with a role.</summary>
    public static async Task<ServerClient> KeyAsync(this ServerFixture server, ServerClient owner, string role, CancellationToken ct)
    {
        var answer = (await owner.PostAsync("/api/keys", new { name = $"A {role}", role }, ct)).Expect(HttpStatusCode.Created);
        return server.Program(answer.Get("api_key"));
    }

    /// <summary>Makes a customer in Sage and returns its id.</summary>
    public static async Task<string> CustomerAsync(this ServerClient client, string name, CancellationToken ct)
    {
        var answer = (await client.PostAsync("/api/sage/contacts", new { name }, ct)).Expect(HttpStatusCode.Created);
        return answer["contact"]!["id"]!.ToString();
    }

    /// <summary>An invoice of one line: 1 × 100.00 at the standard rate, unless said otherwise.</summary>
    public static object Invoice(string contactId, string reference = "PO-1001", decimal unitPrice = 100m) =>
        new
        {
            contact_id = contactId,
            reference,
            line_items = new[]
            {
                new
                {
                    description = "Consulting",
                    quantity = 1,
                    unit_price = unitPrice,
                },
            },
        };
}
