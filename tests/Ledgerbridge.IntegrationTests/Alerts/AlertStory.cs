using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Server.Alerts;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Alerts;

/// <summary>A connected workspace with a webhook that listens. Rounds are made when the test says so.</summary>
internal sealed class AlertStory : IAsyncDisposable
{
    private AlertStory(ServerFixture server, ServerClient owner, WebhookReceiver receiver) =>
        (Server, Owner, Receiver) = (server, owner, receiver);

    public ServerFixture Server { get; }

    /// <summary>A key: a browser would be signed out on the way.</summary>
    public ServerClient Owner { get; }

    public WebhookReceiver Receiver { get; }

    /// <summary>What the webhook's messages are signed with.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The settings that let a webhook be on this machine.</summary>
    public static IReadOnlyDictionary<string, string?> NearTargets { get; } =
        new Dictionary<string, string?> { ["Ledgerbridge:Alerts:AllowPrivateTargets"] = "true" };

    public static async Task<AlertStory> StartAsync(DatabaseKind database, CancellationToken ct)
    {
        var server = await ServerFixture.StartAsync(database, NearTargets, ct);
        // Made when a server starts that runs its rounds by itself; some things are not looked for until it has run a while.
        server.Get<AlertRounds>();
        using var browser = await server.ReadyAsync(ct);
        var story = new AlertStory(server, await server.KeyAsync(browser, "owner", ct), await WebhookReceiver.StartAsync(ct));
        story.Secret = (await story.SaveAsync(story.Settings(), ct)).Get("webhook_secret");
        return story;
    }

    /// <summary>Settings that tell everything to the webhook at any time.</summary>
    public JsonObject Settings() =>
        new()
        {
            ["recipients"] = new JsonArray(),
            ["webhook_url"] = Receiver.Url,
            ["told"] = new JsonArray("connection", "runs", "store", "sync", "audit"),
        };

    public async Task<ServerAnswer> SaveAsync(JsonObject settings, CancellationToken ct) =>
        (await Owner.PutAsync("/api/alerts/settings", settings, ct)).Expect(HttpStatusCode.OK);

    /// <summary>Time goes on, and a round is made; returns what the webhook was told in it.</summary>
    public async Task<IReadOnlyList<string>> RoundAsync(TimeSpan after, CancellationToken ct)
    {
        var before = Receiver.Messages.Count;
        Server.Time.Advance(after);
        Assert.True(await Server.Get<AlertRounds>().RunOnceAsync(ct));
        return [.. Receiver.Messages.Skip(before).Select(static message => message.Words)];
    }

    /// <summary>A round at once.</summary>
    public Task<IReadOnlyList<string>> RoundAsync(CancellationToken ct) => RoundAsync(TimeSpan.Zero, ct);

    /// <summary>The alerts as the screen shows them, newest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> AlertsAsync(CancellationToken ct) =>
        [.. (await Owner.GetAsync("/api/alerts", ct)).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(static one => one!)];

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await Receiver.DisposeAsync();
        await Server.DisposeAsync();
    }
}
