using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>
/// A shop that tells its events to one server, and a process on the same database that works on them, is killed and started again.
/// </summary>
internal sealed class KilledShopStory : IAsyncDisposable
{
    private readonly ServerFixture _intake;
    private readonly ShopStory _shop;
    private ServerProcess _process;

    private KilledShopStory(ServerFixture intake, ShopStory shop, ServerProcess process) =>
        (_intake, _shop, _process) = (intake, shop, process);

    /// <summary>The books.</summary>
    public SandboxFixture Sandbox => _intake.Sandbox;

    public static async Task<KilledShopStory> StartAsync(DatabaseKind database, CancellationToken ct)
    {
        var intake = await ServerFixture.StartAsync(database, ct);
        intake.GoByTheMachinesTime();
        var owner = await intake.ReadyAsync(ct);
        // The process goes by the machine's time, and a shop refuses tokens that are far ahead of its own.
        var front = await DemoStoreFixture.StartAsync(TimeProvider.System, ct);
        var shop = await ShopStory.WithAsync(intake, owner, front, ct);
        var process = await ServerProcess.StartAsync(intake.Place, intake.Sandbox.BaseAddress, ct);
        return new KilledShopStory(intake, shop, process);
    }

    /// <summary>How many of each there are in the books.</summary>
    public async Task<Dictionary<string, long>> CountsAsync(CancellationToken ct)
    {
        var counts = await Sandbox.Control.CountsAsync(SandboxSeed.KarooTrading, ct);
        return new[]
        {
            "contacts",
            "sales_invoices",
            "contact_payments",
            "sales_credit_notes",
            "contact_allocations",
            "stock_items",
            "stock_movements",
        }.ToDictionary(static collection => collection, collection => counts.GetValueOrDefault(collection));
    }

    /// <summary>An invoice is in the books and owed, and paid in the shop, of which nobody has heard.</summary>
    public async Task OweAnInvoiceAsync(CancellationToken ct)
    {
        await _shop.Shop.DoAsync("sell-on-account", ct);
        await TickAsync(ct);
        await UntilEveryRunIsInTheBooksAsync(ct);
        await _shop.Shop.DoAsync("pay", ct);
        await Sandbox.Control.ClearRequestsAsync(ct);
    }

    /// <summary>The next time Sage is to make one of these, it takes so long by its own time.</summary>
    public async Task HoldAsync(string collection, TimeSpan by, CancellationToken ct)
    {
        await Sandbox.Control.ClearFaultsAsync(ct);
        await Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "slow",
                Method = "POST",
                Path = $"/v3.1/{collection}",
                Times = 1,
                DelayMs = (int)by.TotalMilliseconds,
                Clock = "injected",
            },
            ct
        );
    }

    /// <summary>Something happens in the shop, and it tells of that alone.</summary>
    public async Task TellAsync(string deed, CancellationToken ct)
    {
        var thing = await _shop.Shop.DoAsync(deed, ct);
        if (deed == "refund")
            await _shop.Shop.SendNowAsync("creditmemo.created", thing, ct);
        else
            await TickAsync(ct);
    }

    /// <summary>Kills the process while Sage is at the document that is held, and lets Sage go on.</summary>
    public async Task KillWhileHeldAsync(TimeSpan held, CancellationToken ct)
    {
        await Eventually.TrueAsync(() => Sandbox.Time.Waiting > 0, "Sage is never asked for the document", ct);
        await _process.DisposeAsync();
        Sandbox.Time.Advance(held);
    }

    /// <summary>Waits until Sage has made what it was asked for.</summary>
    public Task UntilMadeAsync(string collection, long count, CancellationToken ct) =>
        Eventually.TrueAsync(async () => (await CountsAsync(ct))[collection] == count, $"Sage makes none of {collection}", ct);

    public async Task StartAgainAsync(CancellationToken ct) =>
        _process = await ServerProcess.StartAsync(_intake.Place, Sandbox.BaseAddress, ct);

    /// <summary>
    /// Waits until the process has come to the end of every run, and each is in the books: made by that attempt, or found there when the
    /// attempt looked what differs.
    /// </summary>
    public async Task UntilEveryRunIsInTheBooksAsync(CancellationToken ct)
    {
        var outcomes = default(IReadOnlyList<string>);
        await Eventually.TrueAsync(
            async () =>
            {
                outcomes = await _shop.OutcomesAsync(ct);
                return outcomes.All(static outcome =>
                    outcome.EndsWith(" synced", StringComparison.Ordinal)
                    || outcome.Contains(" skipped unchanged", StringComparison.Ordinal)
                );
            },
            "not every run comes to its end",
            ct
        );
        Assert.NotEmpty(outcomes!);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _shop.DisposeAsync();
    }

    private async Task TickAsync(CancellationToken ct)
    {
        _intake.GoByTheMachinesTime();
        await _shop.Shop.TickAsync(ct);
    }
}
