using System.Net;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Posting;

/// <summary>
/// One story for each database, shared by the tests of a class: what one leaves behind is the past of a server that is killed again.
/// </summary>
public sealed class KillStories : IAsyncDisposable
{
    private readonly Dictionary<DatabaseKind, KillStory> _begun = [];

    /// <summary>The story on a database, without faults and with no call counted yet; skips the test when the machine has none.</summary>
    internal async Task<KillStory> OnAsync(DatabaseKind database, CancellationToken ct)
    {
        if (!_begun.TryGetValue(database, out var story))
            story = _begun[database] = await KillStory.StartAsync(database, ct);
        await story.Sandbox.Control.ClearFaultsAsync(ct);
        await story.Sandbox.Control.ClearRequestsAsync(ct);
        return story;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var story in _begun.Values)
            await story.DisposeAsync();
    }
}

/// <summary>A server process that is killed and started again on the same data, and the program that clicks.</summary>
internal sealed class KillStory : IAsyncDisposable
{
    private readonly ServerFixture _setUp;
    private readonly string _apiKey;
    private readonly string _customer;
    private ServerProcess _process;
    private ServerClient _client;

    private KillStory(ServerFixture setUp, string apiKey, string customer, ServerProcess process)
    {
        (_setUp, _apiKey, _customer, _process) = (setUp, apiKey, customer, process);
        _client = process.Program(apiKey);
    }

    /// <summary>The books.</summary>
    public SandboxFixture Sandbox => _setUp.Sandbox;

    /// <summary>Sets a connected workspace up, then starts the process.</summary>
    public static async Task<KillStory> StartAsync(DatabaseKind database, CancellationToken ct)
    {
        var setUp = await ServerFixture.StartAsync(database, ct);
        setUp.GoByTheMachinesTime();
        using var owner = await setUp.ReadyAsync(ct);
        var customer = await owner.CustomerAsync("Baobab Lodge", ct);
        var key = (await owner.PostAsync("/api/keys", new { name = "Till", role = "accountant" }, ct)).Expect(HttpStatusCode.Created);
        var process = await ServerProcess.StartAsync(setUp.Place, setUp.Sandbox.BaseAddress, ct);
        return new KillStory(setUp, key.Get("api_key"), customer, process);
    }

    public Task<string> PreviewAsync(string reference, CancellationToken ct) => _client.PreviewAsync(_customer, reference, ct);

    /// <summary>Confirms, and does not mind that the answer never comes.</summary>
    public async Task ClickAsync(string preview, CancellationToken ct)
    {
        try
        {
            await _client.ConfirmAsync(preview, ct);
        }
        catch (HttpRequestException)
        {
            // The server was killed; the clicker saw nothing, as a person would.
        }
    }

    /// <summary>Kills the process while somebody clicks.</summary>
    public async Task KillAsync(Task click)
    {
        await _process.DisposeAsync();
        await click;
        _client.Dispose();
    }

    public async Task StartAgainAsync(CancellationToken ct)
    {
        _process = await ServerProcess.StartAsync(_setUp.Place, Sandbox.BaseAddress, ct);
        _client = _process.Program(_apiKey);
    }

    /// <summary>
    /// Waits until the server has come to an end with a preview by itself; where the click was never recorded, clicks again.
    /// </summary>
    public async Task EndsWithOneInvoiceAsync(string preview, string reference, CancellationToken ct)
    {
        var status = "";
        await Eventually.TrueAsync(
            async () => (status = (await _client.OutcomeAsync(preview, ct)).Get("status")) != "confirmed",
            $"an end of {reference}",
            ct
        );
        if (status == "preview")
            (await _client.ConfirmAsync(preview, ct)).Expect(HttpStatusCode.Created);
        var invoice = Assert.Single(await Sandbox.InvoicesAsync(reference, ct));
        var answer = (await _client.ConfirmAsync(preview, ct)).Expect(HttpStatusCode.Created);
        Assert.Equal(invoice["id"]!.ToString(), answer.Get("id"));
        Assert.Equal("success", await _client.AuditStatusAsync(preview, ct));
    }

    public async Task<bool> IsLogWholeAsync(CancellationToken ct) =>
        (await _client.PostAsync("/api/audit/verify", null, ct)).Get("whole") == "true";

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
        await _setUp.DisposeAsync();
    }
}
