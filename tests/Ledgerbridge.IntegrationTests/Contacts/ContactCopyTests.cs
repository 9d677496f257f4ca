using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Contacts;

/// <summary>When the copies are brought into step with Sage, and that a contact is made once whatever happens on the way.</summary>
public sealed class ContactCopyTests
{
    private const string Contacts = "/api/sage/contacts";

    [Fact]
    public async Task Copies_are_read_at_first_use_and_when_asked_for_and_then_only_what_changed_or_is_gone()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.ReadyAsync(ct);
        await server.Sandbox.Control.SeedAsync(SandboxSeed.KarooTrading, contacts: 450, invoices: 0, ct);
        // Each pass looks two minutes further back than the one before began, so what is older than that is read once.
        server.Time.Advance(TimeSpan.FromMinutes(5));

        // Three pages, and one question for what was deleted meanwhile.
        Assert.Equal(4, await CallsAsync(server, owner, Contacts, ct));
        Assert.Equal(0, await CallsAsync(server, owner, Contacts, ct));
        server.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(0, await CallsAsync(server, owner, Contacts, ct));
        Assert.Equal(2, await CallsAsync(server, owner, $"{Contacts}?live=true", ct));
    }

    [Fact]
    public async Task What_Sage_changed_shows_when_asked_for_live_and_the_age_of_copies_is_told()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.ReadyAsync(ct);
        var before = (await owner.GetAsync(Contacts, ct)).Expect(HttpStatusCode.OK);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var sage = await server.Sandbox.ClientAsync(ct);
        var contact = JsonNode.Parse("""{"contact":{"name":"Made in Sage","contact_type_ids":["CUSTOMER"]}}""");
        Assert.Equal(HttpStatusCode.Created, (await sage.PostAsync("/contacts", contact, ct)).Status);

        var copies = await owner.GetAsync($"{Contacts}?search=made", ct);
        var live = await owner.GetAsync($"{Contacts}?search=made&live=true", ct);

        Assert.Equal((0, 1), (copies["total"]!.GetValue<int>(), live["total"]!.GetValue<int>()));
        Assert.Equal(before.Get("fresh_at"), copies.Get("fresh_at"));
        Assert.NotEqual(before.Get("fresh_at"), live.Get("fresh_at"));
    }

    [Fact]
    public async Task Older_copies_serve_while_Sage_does_not_answer_except_when_the_present_state_is_asked_for()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.ReadyAsync(ct);
        await owner.CustomerAsync("Baobab", ct);
        (await owner.GetAsync(Contacts, ct)).Expect(HttpStatusCode.OK);
        await server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Path = "*contacts*",
                Status = 400,
            },
            ct
        );
        server.Time.Advance(TimeSpan.FromHours(1));

        var copies = await owner.GetAsync(Contacts, ct);
        var live = await owner.GetAsync($"{Contacts}?live=true", ct);

        Assert.Equal(1, copies.Expect(HttpStatusCode.OK)["total"]!.GetValue<int>());
        Assert.True((int)live.Status >= 400, live.Text);
    }

    [Theory]
    [InlineData("after")]
    [InlineData("created_but_500")]
    [InlineData("cut")]
    [InlineData("before")]
    public async Task A_contact_is_made_once_when_an_answer_is_lost(string fault)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.ReadyAsync(ct);
        await server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = fault,
                Method = "POST",
                Path = "*contacts",
                Times = 1,
            },
            ct
        );

        var request = owner.SendAsync(HttpMethod.Post, Contacts, new { name = "Baobab Lodge" }, ct, ("Idempotency-Key", "once"));
        await Eventually.TrueAsync(
            () =>
            {
                server.Time.Advance(TimeSpan.FromMilliseconds(50));
                return request.IsCompleted;
            },
            "the request is answered",
            ct
        );
        var again = await owner.SendAsync(
            HttpMethod.Post,
            Contacts,
            new { name = "Baobab Lodge", allow_duplicate = true },
            ct,
            ("Idempotency-Key", "once")
        );

        var made = await server.Sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, "contacts", ct);
        var one = Assert.Single(made, static contact => contact["name"]!.ToString() == "Baobab Lodge");
        Assert.Equal(one["id"]!.ToString(), again.Expect(HttpStatusCode.Created)["contact"]!["id"]!.ToString());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_same_request_many_times_at_once_makes_one_contact(DatabaseKind database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        using var owner = await server.ReadyAsync(ct);

        var all = Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OnceAsync(owner, ct)));
        await Eventually.TrueAsync(
            () =>
            {
                server.Time.Advance(TimeSpan.FromMilliseconds(10));
                return all.IsCompleted;
            },
            "every request is answered",
            ct
        );

        var ids = (await all)
            .Append(await OnceAsync(owner, ct))
            .Where(static answer => answer.Status == HttpStatusCode.Created)
            .Select(static answer => answer["contact"]!["id"]!.ToString())
            .Distinct();
        Assert.Single(ids);
        var made = await server.Sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, "contacts", ct);
        Assert.Single(made, static contact => contact["name"]!.ToString() == "Baobab");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Many_first_uses_at_once_all_see_every_contact(DatabaseKind database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        using var owner = await server.ReadyAsync(ct);
        await server.Sandbox.Control.SeedAsync(SandboxSeed.KarooTrading, contacts: 30, invoices: 0, ct);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => owner.GetAsync(Contacts, ct)));

        Assert.All(answers, static answer => Assert.Equal(30, answer.Expect(HttpStatusCode.OK)["total"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData(null)]
    public async Task An_idempotency_key_is_printable_and_at_most_two_hundred_characters(string? key)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var answer = await owner.SendAsync(
            HttpMethod.Post,
            Contacts,
            new { name = "x" },
            ct,
            ("Idempotency-Key", key ?? new string('k', 201))
        );

        Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("Idempotency-Key"));
    }

    private static Task<ServerAnswer> OnceAsync(ServerClient client, CancellationToken ct) =>
        client.SendAsync(HttpMethod.Post, Contacts, new { name = "Baobab", allow_duplicate = true }, ct, ("Idempotency-Key", "k-1"));

    private static async Task<int> CallsAsync(ServerFixture server, ServerClient client, string path, CancellationToken ct)
    {
        await server.Sandbox.Control.ClearRequestsAsync(ct);
        (await client.GetAsync(path, ct)).Expect(HttpStatusCode.OK);
        var requests = (await server.Sandbox.Control.RequestsAsync(ct)).Requests;
        return requests.Count(static request => request.Path.EndsWith("/contacts", StringComparison.Ordinal));
    }
}
