using System.Text.Json.Nodes;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Internal;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>
/// Holds the books, the sync history and the shops' grids against what the shops remember, and complains of everything that is not as it
/// has to be. It knows nothing of how the server plans: only what a shop sold, and what its rules are.
/// </summary>
internal static class Auditor
{
    /// <summary>All complaints.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(Simulation world, SeenRuns runs, CancellationToken ct)
    {
        var complaints = new List<string>();
        complaints.AddRange(runs.All.SelectMany(OfRun));
        complaints.AddRange(await OfJournalAsync(world.Office.Get<Database>(), ct));
        var businesses = world.Shops.Select(static shop => shop.SetUp.Business).Distinct().ToArray();
        foreach (var business in businesses)
        {
            var books = await BookedThings.ReadAsync(world.Office.Sandbox.Control, business, ct);
            if (books.Imbalance != 0m)
                complaints.Add($"The books of {business} are out of balance by {books.Imbalance}.");
            var shops = world.Shops.Where(shop => shop.SetUp.Business == business).ToArray();
            complaints.AddRange(Strangers(books, shops));
            foreach (var shop in shops)
            {
                var mirror = await MirrorAsync(shop, ct);
                complaints.AddRange(new ShopAudit(shop, books, runs, mirror).Complaints().Select(one => $"{shop.SetUp.Name}: {one}"));
            }
        }
        return complaints;
    }

    /// <summary>No run waits, and each that is not in the books says why and what to do.</summary>
    private static IEnumerable<string> OfRun(JsonNode run)
    {
        var status = (string)run["status"]!;
        if (status is not ("synced" or "skipped" or "failed"))
            yield return $"It waits for ever: {SeenRuns.Say(run)}";
        if (((string?)run["sentence"] ?? "").Length == 0)
            yield return $"It says nothing: {SeenRuns.Say(run)}";
        if (status == "skipped" && ((string?)run["skip_reason"] ?? "").Length == 0)
            yield return $"It was left out without a reason: {SeenRuns.Say(run)}";
        if (status == "failed" && new[] { "next_step", "failure_class", "cause" }.Any(part => ((string?)run[part] ?? "").Length == 0))
            yield return $"It failed without a next step, a class or a cause: {SeenRuns.Say(run)}";
    }

    /// <summary>Nothing is half done, and every shop was told.</summary>
    private static Task<IReadOnlyList<string>> OfJournalAsync(Database database, CancellationToken ct) =>
        database.ReadAllAsync<IReadOnlyList<string>>(async db =>
        {
            var open = await db.Rows<PostingRow>()
                .Where(static row => row.State == PostingState.Sending || row.State == PostingState.Waiting)
                .Select(static row => $"The posting {row.Kind} {row.Key} is still open: {row.State} {row.FailureMessage}")
                .ToListAsync(ct);
            var untold = await db.Rows<RunRow>()
                .Where(static row => row.ReportDueAt != null)
                .Select(static row => $"The shop was never told of {row.Event} {row.EntityId}.")
                .ToListAsync(ct);
            return [.. open, .. untold];
        });

    /// <summary>Nothing is in the books that no shop sold.</summary>
    private static IEnumerable<string> Strangers(BookedThings books, IReadOnlyList<SimulatedShop> shops)
    {
        var sold = shops.SelectMany(static shop => shop.Invoices).Select(static one => one.Number).ToHashSet();
        foreach (var stranger in books.Invoices.Where(one => !sold.Contains(one.Key)))
            yield return $"No shop made the invoice '{stranger.Key}' that is in the books.";
        var refunded = shops.SelectMany(static shop => shop.Refunds).Select(static one => one.Number).ToHashSet();
        foreach (var stranger in books.CreditNotes.Where(one => !refunded.Contains(one.Key)))
            yield return $"No shop made the credit note '{stranger.Key}' that is in the books.";
        foreach (var stranger in books.Payments.Where(one => !refunded.Contains(one.Key) && !sold.Contains(PaidNumber(one.Key))))
            yield return $"No shop took the payment '{stranger.Key}' that is in the books.";
    }

    /// <summary>The invoice a payment's reference names.</summary>
    public static string PaidNumber(string reference) => reference.StartsWith("tx_", StringComparison.Ordinal) ? reference[3..] : "";

    private static async Task<Dictionary<(string Type, long Id), JsonNode>> MirrorAsync(SimulatedShop shop, CancellationToken ct) =>
        (await shop.Front.StateAsync(ct))["mirror"]!
            .AsArray()
            .OfType<JsonNode>()
            .ToDictionary(static row => ((string)row["entity_type"]!, (long)row["entity_id"]!));
}
