using System.Text.Json;
using Ledgerbridge.Server.Stores.Internal;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Stores;

/// <summary>What a shop said to a ping.</summary>
/// <param name="Skew">How far its clock is ahead of ours, to the second; negative when it is behind.</param>
/// <param name="Took">How long the answer took.</param>
internal sealed record StorePing(TimeSpan Skew, TimeSpan Took);

/// <summary>
/// Asks a shop. Every request carries a token of its own; an answer is what the shop sent, byte for byte, or a failure of a closed list
/// with a sentence. Counts refusals, and calls the shop's side revoked after several in a row. Nothing is retried here: whoever works on
/// a run does that by its schedule.
/// </summary>
internal sealed class StoreReader(StoreClient client, StoreCustody custody)
{
    private const int ReportLocks = 64;
    private readonly SemaphoreSlim[] _reports = [.. Enumerable.Range(0, ReportLocks).Select(static _ => new SemaphoreSlim(1, 1))];

    /// <summary>Whether the shop is there and takes our token; also measures its clock.</summary>
    public Task<StoreAnswer<StorePing>> PingAsync(StoreKey store, CancellationToken ct) => custody.PingAsync(store, ct);

    /// <summary>All ways to be paid that are installed, active or not.</summary>
    public async Task<StoreAnswer<IReadOnlyList<StorePaymentMethod>>> PaymentMethodsAsync(StoreKey store, CancellationToken ct) =>
        (await GetAsync(store, "payment-methods", ct)).Succeeded(out var body, out var failure)
            ? PaymentMethodList.Read(body) is { } methods
                ? new StoreAnswer<IReadOnlyList<StorePaymentMethod>>.Given(methods)
                : StoreFailures.Unreadable(StatusCodes.Status200OK)
            : failure;

    /// <summary>An invoice's canonical document.</summary>
    public Task<StoreAnswer<ReadOnlyMemory<byte>>> InvoiceAsync(StoreKey store, long invoiceId, CancellationToken ct) =>
        DocumentAsync(store, "invoice", invoiceId, ct);

    /// <summary>The payment of an invoice, by the invoice's id.</summary>
    public Task<StoreAnswer<ReadOnlyMemory<byte>>> PaymentAsync(StoreKey store, long invoiceId, CancellationToken ct) =>
        DocumentAsync(store, "payment", invoiceId, ct);

    /// <summary>A credit memo's canonical document.</summary>
    public Task<StoreAnswer<ReadOnlyMemory<byte>>> CreditMemoAsync(StoreKey store, long creditMemoId, CancellationToken ct) =>
        DocumentAsync(store, "creditmemo", creditMemoId, ct);

    /// <summary>A registered customer. Guests have no number and cannot be asked for.</summary>
    public Task<StoreAnswer<ReadOnlyMemory<byte>>> CustomerAsync(StoreKey store, long customerId, CancellationToken ct) =>
        DocumentAsync(store, "customer", customerId, ct);

    /// <summary>A product, by its id.</summary>
    public Task<StoreAnswer<ReadOnlyMemory<byte>>> ProductAsync(StoreKey store, long productId, CancellationToken ct) =>
        DocumentAsync(store, "product", productId, ct);

    /// <summary>
    /// Tells the shop how one of its documents stands. Reports on the same document never overtake each other in this process; a shop's
    /// runs are worked on by one process at a time.
    /// </summary>
    public async Task<StoreAnswer<bool>> ReportAsync(StoreKey store, SyncReport report, CancellationToken ct)
    {
        var turn = _reports[(HashCode.Combine(store, report.Entity, report.EntityId) & int.MaxValue) % ReportLocks];
        await turn.WaitAsync(ct);
        try
        {
            var answer = await custody.CallAsync(
                store,
                (access, token) => client.PostAsync(access, "sync-state", SyncReportBody.Of(report), token),
                ct
            );
            return answer.Succeeded(out _, out var failure) ? true : failure;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<StoreAnswer<ReadOnlyMemory<byte>>> DocumentAsync(StoreKey store, string kind, long id, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        var answer = await GetAsync(store, $"{kind}/{id}", ct);
        if (!answer.Succeeded(out var body, out var failure))
            return failure;
        return IsObject(body) ? body : StoreFailures.Unreadable(StatusCodes.Status200OK);
    }

    private Task<StoreAnswer<ReadOnlyMemory<byte>>> GetAsync(StoreKey store, string path, CancellationToken ct) =>
        custody.CallAsync(store, (access, token) => client.GetAsync(access, path, token), ct);

    private static bool IsObject(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
