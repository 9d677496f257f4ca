using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>
/// Connects and disconnects shops. A new key is stored before the shop is told it, because its events may come a moment after it took the
/// key; an answer that is lost is made up for by asking the shop which key it knows.
/// </summary>
internal sealed class StorePairing(
    Database database,
    StoreDirectory directory,
    StoreKeys keys,
    StoreClient client,
    StoreCustody custody,
    StoreSettling settling,
    StorePolicies policies,
    Businesses businesses,
    AuditLog audit,
    Ids ids,
    TimeProvider time
)
{
    private const string PlainRoot = "rest";
    private const string FrontControllerRoot = "index.php/rest";
    private const string CodeField = "pairing_code";

    private static readonly Problem NoSuchStore = new(ProblemCode.NotFound, "There is no such shop in this workspace.");

    /// <summary>Connects a shop at an address, or pairs the one that is known there again.</summary>
    public async Task<Result<StoreId>> ConnectAsync(Caller caller, string typedUrl, string code, Uri ledger, CancellationToken ct)
    {
        if (!StoreUrl.Normalise(typedUrl).Succeeded(out var baseUrl, out var wrong))
            return wrong;
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, Sage.CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var known = await database.ReadAsync(
            caller.Workspace,
            db => db.Rows<StoreRow>().AsNoTracking().FirstOrDefaultAsync(row => row.BaseUrl == baseUrl, ct)
        );
        var store = known?.Id ?? ids.New<Ids.Store>();
        if (known is null)
            await AddAsync(caller, store, baseUrl, books);
        else if (known.Status == StoreStatus.Disconnected)
            await directory.ChangeAsync(new StoreKey(caller.Workspace, store), (_, row) => BindAsync(row, books.Key));
        var paired = await PairAsync(caller, store, code, ledger, ct);
        if (known is not null)
            return paired;
        var key = new StoreKey(caller.Workspace, store);
        if (paired.Succeeded(out _, out _))
            await KnowPaymentMethodsAsync(key, books.Reference);
        else
            await RemoveAsync(key);
        return paired;
    }

    /// <summary>
    /// Gives a shop a new key under a fresh code. Succeeds with the shop pending when neither the shop's answer nor a question afterwards
    /// could tell whether it took the key.
    /// </summary>
    public async Task<Result<StoreId>> PairAsync(Caller caller, StoreId store, string code, Uri ledger, CancellationToken ct)
    {
        var key = new StoreKey(caller.Workspace, store);
        var master = MasterKey.New();
        var offered = keys.Seal(master, store);
        var exists = await directory.ChangeAsync(
            key,
            (_, row) =>
            {
                if (row.Status == StoreStatus.Disconnected)
                    row.MoveTo(StoreStatus.Pending);
                row.NextKeySealed = offered;
                return Task.CompletedTask;
            }
        );
        if (!exists || await directory.FindAsync(key, ct) is not { } known)
            return NoSuchStore;
        var body = JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["pairing_code"] = code.Trim(),
                ["tenant_id"] = known.TenantId,
                ["byte8_api_key"] = master.Reveal(),
                ["ledger_base_url"] = ledger.AbsoluteUri.TrimEnd('/'),
            }
        );
        // From here on the shop may know the new key, so this runs to its end whoever has stopped waiting.
        var (answer, root) = await OfferAsync(known, body);
        var probed = known with { RestRoot = root };
        if (answer.Succeeded(out _, out var failure))
            return await TakenAsync(caller, key, offered, root);
        if (!IsUncertain(failure))
            return await RefusedAsync(caller, key, failure);
        return await AskAsync(probed, offered) switch
        {
            true => await TakenAsync(caller, key, offered, root),
            false => await RefusedAsync(caller, key, failure),
            null => await UnknownAsync(key, root, failure),
        };
    }

    /// <summary>Disconnects a shop from our side: its key is erased, and what it sends is not taken any more.</summary>
    public async Task<Result<bool>> DisconnectAsync(Caller caller, StoreId store)
    {
        var done = await DisconnectAsync(
            new StoreKey(caller.Workspace, store),
            caller.Actor(),
            "was disconnected here. Disconnect Ledgerbridge in the shop's admin too, so that it stops sending."
        );
        return done ? true : NoSuchStore;
    }

    /// <summary>Disconnects a shop because it said so.</summary>
    public Task DisconnectedByShopAsync(StoreKey store) => DisconnectAsync(store, Actor.System, "was disconnected from the shop's side.");

    private Task<bool> DisconnectAsync(StoreKey store, Actor actor, string sentence) =>
        directory.ChangeAsync(
            store,
            async (db, row) =>
            {
                if (row.Status == StoreStatus.Disconnected)
                    return;
                row.MoveTo(StoreStatus.Disconnected);
                (row.KeySealed, row.NextKeySealed, row.PreviousKeySealed) = ("", "", "");
                (row.PreviousKeyUntil, row.Refusals, row.Remark) = (null, 0, "");
                await audit.AppendAsync(
                    db,
                    row.WorkspaceId,
                    Entry(AuditAction.StoreDisconnected, AuditStatus.Success, actor, $"The shop at {row.BaseUrl} {sentence}", row.Id)
                );
            }
        );

    private Task AddAsync(Caller caller, StoreId store, string baseUrl, OpenBooks books) =>
        database.WriteAsync(
            caller.Workspace,
            db =>
            {
                var row = new StoreRow
                {
                    Id = store,
                    WorkspaceId = caller.Workspace,
                    // Nothing but letters, digits and a line, so that it is the same in every address and every clock reads it so.
                    TenantId = store.Text.Replace('_', '-'),
                    BaseUrl = baseUrl,
                    RestRoot = PlainRoot,
                    ConnectionId = books.Key.Connection,
                    BusinessId = books.Key.BusinessId,
                    Status = StoreStatus.Pending,
                    PolicyVersion = 1,
                    CreatedAt = time.GetUtcNow(),
                };
                db.Add(row);
                db.Add(policies.First(row, books.Reference, caller.Actor()));
                return Task.CompletedTask;
            },
            CancellationToken.None
        );

    /// <summary>What a new shop takes money by is only known once it answers, and belongs in the rules it begins with.</summary>
    private async Task KnowPaymentMethodsAsync(StoreKey store, Sage.BooksReference books)
    {
        var answer = await custody.CallAsync(store, (access, ct) => client.GetAsync(access, "payment-methods", ct), CancellationToken.None);
        if (answer.Succeeded(out var body, out _) && PaymentMethodList.Read(body) is { Count: > 0 } methods)
            await policies.SaveAsync(store, policies.DefaultFor(books, methods), Actor.System);
    }

    private static Task BindAsync(StoreRow row, BooksKey books)
    {
        (row.ConnectionId, row.BusinessId) = (books.Connection, books.BusinessId);
        return Task.CompletedTask;
    }

    /// <summary>A shop that was never connected leaves nothing behind.</summary>
    private Task<bool> RemoveAsync(StoreKey store) =>
        directory.ChangeAsync(
            store,
            async (db, row) =>
            {
                await db.Rows<PolicyRow>().Where(policy => policy.StoreId == row.Id).ExecuteDeleteAsync(CancellationToken.None);
                db.Remove(row);
            }
        );

    /// <summary>Offers the key where the extension should be, and where it is when addresses are not rewritten.</summary>
    private async Task<(StoreAnswer<ReadOnlyMemory<byte>> Answer, string Root)> OfferAsync(KnownStore store, string body)
    {
        var plain = await OfferAsync(store, PlainRoot, body);
        if (plain.Succeeded(out _, out var failure) || failure.Status != StatusCodes.Status404NotFound)
            return (plain, PlainRoot);
        var other = await OfferAsync(store, FrontControllerRoot, body);
        return !other.Succeeded(out _, out failure) && failure.Status == StatusCodes.Status404NotFound
            ? (plain, PlainRoot)
            : (other, FrontControllerRoot);
    }

    private async Task<StoreAnswer<ReadOnlyMemory<byte>>> OfferAsync(KnownStore store, string root, string body) =>
        (await client.PostAsync(new StoreAccess(store.BaseUrl, root, Token: null), "setup/pair", body, CancellationToken.None)).Answer;

    /// <summary>True when the request may have done its work although no good answer came.</summary>
    private static bool IsUncertain(StoreFailure failure) =>
        failure.MayHaveArrived
        && (
            failure.Kind is StoreFailureKind.Unreachable or StoreFailureKind.Failing or StoreFailureKind.TooLarge
            || failure is { Kind: StoreFailureKind.Unreadable, Status: StatusCodes.Status200OK }
        );

    /// <summary>Whether the shop knows the offered key; null when it cannot be asked.</summary>
    private async Task<bool?> AskAsync(KnownStore store, string offered)
    {
        var reply = await custody.ProbeAsync(store, keys.Open(offered, store.Key.Store)!, CancellationToken.None);
        if (reply.Answer.Succeeded(out _, out var failure))
            return true;
        return failure.Kind == StoreFailureKind.Refused ? false : null;
    }

    private async Task<Result<StoreId>> TakenAsync(Caller caller, StoreKey store, string offered, string root)
    {
        await directory.ChangeAsync(
            store,
            async (db, row) =>
            {
                row.RestRoot = root;
                // Its first event may have been quicker than its answer; then this has been done.
                await settling.SettleAsync(db, row, offered, caller.Actor());
            }
        );
        // Measures the shop's clock; whether it answers now changes nothing about the pairing.
        await custody.PingAsync(store, CancellationToken.None);
        return store.Store;
    }

    private async Task<Result<StoreId>> RefusedAsync(Caller caller, StoreKey store, StoreFailure failure)
    {
        var problem = ProblemOf(failure);
        await directory.ChangeAsync(
            store,
            async (db, row) =>
            {
                row.NextKeySealed = "";
                // One that was disconnected before is so still.
                if (row is { Status: StoreStatus.Pending, KeySealed: "" })
                    row.MoveTo(StoreStatus.Disconnected);
                await audit.AppendAsync(
                    db,
                    row.WorkspaceId,
                    Entry(
                        AuditAction.StorePairingFailed,
                        AuditStatus.Failure,
                        caller.Actor(),
                        $"The shop at {row.BaseUrl} was not connected: {problem.Message}",
                        row.Id
                    )
                );
            }
        );
        return problem;
    }

    private async Task<Result<StoreId>> UnknownAsync(StoreKey store, string root, StoreFailure failure)
    {
        await directory.ChangeAsync(
            store,
            (_, row) =>
            {
                row.RestRoot = root;
                row.Remark =
                    $"It is not known yet whether the shop took the key. {failure.Message} The shop's first event settles it; or "
                    + "look again with Ping, or pair it again with a new code.";
                return Task.CompletedTask;
            }
        );
        return store.Store;
    }

    private static Problem ProblemOf(StoreFailure failure) =>
        failure switch
        {
            { Kind: StoreFailureKind.Refused } => Problem.Invalid(
                CodeField,
                "The shop did not take this code: it is mistyped, older than 30 minutes, or was used already. Make a new one in the shop's "
                    + "admin and enter it here. Nothing was connected."
            ),
            { Status: StatusCodes.Status404NotFound } => StoreUrl.Wrong(
                "There is no Ledgerbridge extension at this address: the address is not the shop's, or the extension is not installed and "
                    + "enabled there. Nothing was connected."
            ),
            { Kind: StoreFailureKind.Rejected } => new Problem(
                ProblemCode.Conflict,
                $"{failure.Message} Nothing was connected; if it names this server's own address, whoever runs it can correct that."
            ),
            { Kind: StoreFailureKind.Maintenance } => new Problem(
                ProblemCode.Conflict,
                "The shop is being looked after just now. Nothing was connected; try again when it is back."
            ),
            _ => StoreUrl.Wrong($"{failure.Message} Nothing was connected."),
        };

    private static AuditEvent Entry(AuditAction action, AuditStatus status, Actor actor, string sentence, StoreId store) =>
        new(action, status, actor, sentence) { Target = new AuditTarget("store", store.Text) };
}
