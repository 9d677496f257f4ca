using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>
/// Shops that sell, faults everywhere, a server that is killed: in the end every document is in the books once, to the cent, and whatever
/// is not says why. The same at full size is a command: docs/store-ledger/simulation.md.
/// </summary>
[Trait("Work", "Long")]
public sealed class SimulationTests
{
    private const int KnownSeed = 20_261_121;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, KnownSeed, 300, 3)]
    [InlineData(DatabaseKind.Postgres, KnownSeed + 1, 200, 2)]
    public async Task Whatever_fails_and_however_often_the_server_dies_the_books_agree_with_the_shops(
        DatabaseKind database,
        int seed,
        int events,
        int kills
    )
    {
        var plan = new SimulationPlan(seed, events, kills, database);
        TestContext.Current.TestOutputHelper?.WriteLine(plan.Replay);
        await using var world = await Simulation.StartAsync(plan, Ct);

        var report = await world.RunAsync(Ct);

        Assert.True(report.Complaints.Count == 0, $"{report}\n{plan.Replay}\n{string.Join('\n', report.Complaints)}");
        Assert.True(report.Kills >= kills && report.Told >= events, report.ToString());
    }

    /// <summary>The planted offenders: an auditor that never complains proves nothing.</summary>
    [Fact]
    public async Task The_auditor_notices_what_is_double_lost_wrong_or_untold()
    {
        await using var world = await Simulation.StartAsync(new SimulationPlan(KnownSeed, 90, 0, DatabaseKind.Sqlite), Ct);
        var before = await world.RunAsync(Ct);
        Assert.True(before.Complaints.Count == 0, string.Join('\n', before.Complaints));
        var shop = world.Shops[0];
        var victims = shop
            .Invoices.Where(static sold => sold is { Fate: Fate.Books, IsPaidIntoBank: true, Refunds.Count: 0 })
            .Take(3)
            .ToArray();
        var (doubled, wrong, wiped) = (victims[0], victims[1], victims[2]);

        await DoubleInSageAsync(world, doubled.Number);
        wrong.Gross += 0.01m;
        await WipeInTheGridAsync(world, shop, wiped);
        var lost = new SoldInvoice
        {
            Id = 9_999,
            Number = "AI9999999",
            Currency = "ZAR",
            Method = "payfast",
            Website = ShopSetUp.Website,
            Buyer = doubled.Buyer,
            Sale = doubled.Sale,
            Gross = doubled.Gross,
        };
        shop.Invoices.Add(lost);

        var complaints = (await world.ReportAsync(TimeSpan.Zero, Ct)).Complaints;
        Assert.Contains(complaints, one => one.Contains($"{doubled.Number} is in the books 2 times", StringComparison.Ordinal));
        Assert.Contains(complaints, one => one.Contains($"{wrong.Number} is ", StringComparison.Ordinal));
        Assert.Contains(complaints, one => one.Contains($"grid says of {wiped.Number}", StringComparison.Ordinal));
        Assert.Contains(complaints, one => one.Contains($"{lost.Number} is in the books 0 times", StringComparison.Ordinal));
    }

    /// <summary>Somebody types the same invoice into Sage again.</summary>
    private static async Task DoubleInSageAsync(Simulation world, string number)
    {
        var sandbox = world.Office.Sandbox;
        var invoice = (await sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, "sales_invoices", Ct)).Single(one =>
            one["reference"]?.ToString() == number
        );
        var body = new JsonObject
        {
            ["sales_invoice"] = new JsonObject
            {
                ["contact_id"] = invoice["contact"]!["id"]!.DeepClone(),
                ["date"] = invoice["date"]!.DeepClone(),
                ["due_date"] = invoice["due_date"]!.DeepClone(),
                ["reference"] = number,
                ["invoice_lines"] = new JsonArray(
                    new JsonObject
                    {
                        ["description"] = "The same again",
                        ["ledger_account_id"] = SandboxSeed.LedgerAccount(SandboxSeed.KarooTrading, SandboxSeed.SalesCode),
                        ["quantity"] = "1",
                        ["unit_price"] = "1.00",
                        ["tax_rate_id"] = SandboxSeed.ZaZero,
                    }
                ),
            },
        };
        var client = await sandbox.ClientAsync(Ct);
        var answer = await client.PostAsync("/sales_invoices", body, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    /// <summary>A report without an id overwrites all of the row in the shop.</summary>
    private static async Task WipeInTheGridAsync(Simulation world, SimulatedShop shop, SoldInvoice sold)
    {
        var id = Id<Ids.Store>.Parse(shop.StoreId);
        var run = await world.Office.Get<Database>().ReadAllAsync(db => db.Rows<RunRow>().FirstAsync(row => row.StoreId == id, Ct));
        var report = new SyncReport(StoreEntity.Invoice, sold.Id, SyncStatus.Synced, world.Office.Time.GetUtcNow());
        var told = await world.Office.Get<StoreReader>().ReportAsync(new StoreKey(run.WorkspaceId, run.StoreId), report, Ct);
        Assert.True(told.Succeeded(out _, out _));
    }
}
