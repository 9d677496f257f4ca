using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Connections;

/// <summary>The current business and how its connection stands.</summary>
internal sealed record ChosenBusiness(ConnectionId Connection, string BusinessId, ConnectionStatus Status, BrokenReason? BrokenReason);

/// <summary>How some books stand.</summary>
/// <param name="Connected">True while the connection to them works.</param>
/// <param name="Name">The business's name; empty when it is not known any more.</param>
/// <param name="Country">ISO 3166 code; null when it is not known any more.</param>
internal sealed record BooksStanding(bool Connected, string Name, string? Country)
{
    /// <summary>The code of the currency the books are kept in; empty when it is not known.</summary>
    public string Currency { get; init; } = "";
}

/// <summary>Books that a working connection leads to.</summary>
/// <param name="Key">Which.</param>
/// <param name="IsCurrent">True when they are their workspace's current business.</param>
internal sealed record ReachableBooks(BooksKey Key, bool IsCurrent);

/// <summary>The businesses a workspace can work with, and the one it works with now.</summary>
internal sealed class Businesses(
    Database database,
    Remembered<WorkspaceId, ChosenBusiness?> remembered,
    AuditLog audit,
    Grants grants,
    ReferenceLists reference,
    TimeProvider time
)
{
    /// <summary>Told to a person when no business is chosen.</summary>
    public static Problem NoneChosen { get; } = new(ProblemCode.NoBusiness, "No business is chosen yet. Connect Sage and choose one.");

    private static readonly Problem NotConnected = new(ProblemCode.NoBusiness, "Sage is not connected yet. Connect it first.");
    private static readonly Problem NoSuchConnection = new(ProblemCode.NotFound, "There is no such connection in this workspace.");

    private static readonly Problem NotOfConnection = Problem.Invalid(
        "business_id",
        "This connection does not give access to such a business. List the businesses again and choose one of them."
    );

    /// <summary>The books of the current business. Reads nothing from Sage while the reference lists are on hand.</summary>
    public async Task<Result<OpenBooks>> OpenCurrentAsync(WorkspaceId workspace, CallPriority priority, CancellationToken ct)
    {
        var current = await remembered.GetAsync(workspace, workspace, () => ReadChosenAsync(workspace, ct), ct);
        if (current is null)
            return NoneChosen;
        if (current.Status != ConnectionStatus.Active)
            return new Problem(ProblemCode.ReconnectNeeded, (current.BrokenReason ?? BrokenReason.RefusedBySage).Sentence());
        return await OpenAsync(new BooksKey(workspace, current.Connection, current.BusinessId), priority, ct);
    }

    /// <summary>The books of one business, whether or not it is the current one.</summary>
    public async Task<Result<OpenBooks>> OpenAsync(BooksKey key, CallPriority priority, CancellationToken ct)
    {
        var account = grants.Account(key.Connection);
        var lists = await reference.GetAsync(key, account.Open(key.BusinessId, priority), ct);
        if (!lists.Succeeded(out var known, out var problem))
            return problem;
        // The lists say the country, and the country says which way round exchange rates are quoted.
        var books = account.Open(key.BusinessId, priority, known.Reference.Address.CountryCode);
        return new OpenBooks(key, books, known.Reference, known.ReadAt);
    }

    /// <summary>
    /// The way into the books of one business, for a posting that brings everything else with it. Reads nothing from Sage.
    /// </summary>
    public async Task<SageAnswer<IBooks>> OpenForPostingAsync(BooksKey key, CallPriority priority, CancellationToken ct) =>
        await StandingAsync(key, ct) is { Connected: true } standing
            ? new SageAnswer<IBooks>.Given(grants.Account(key.Connection).Open(key.BusinessId, priority, standing.Country))
            : new SageFailure(SageFailureKind.GrantLost, "Sage is not connected. Connect it again; nothing was sent.");

    /// <summary>The reference lists of a business as last read; null when they never were. Reads nothing from Sage.</summary>
    public Task<BooksReference?> FindReferenceAsync(BooksKey key, CancellationToken ct) => reference.FindAsync(key, ct);

    /// <summary>The current business of a workspace, whether or not its connection works; null when none is chosen.</summary>
    public Task<BooksKey?> FindCurrentKeyAsync(WorkspaceId workspace, CancellationToken ct) => CurrentAsync(workspace, ct);

    /// <summary>All businesses of all workspaces that a working connection leads to. For schedules.</summary>
    public Task<List<ReachableBooks>> ListReachableAsync(CancellationToken ct) =>
        database.ReadAllAsync(async db =>
        {
            var rows = await (
                from business in db.Rows<BusinessRow>()
                join connection in db.Rows<ConnectionRow>() on business.ConnectionId equals connection.Id
                where connection.Status == ConnectionStatus.Active
                select new BooksKey(business.WorkspaceId, business.ConnectionId, business.BusinessId)
            ).ToListAsync(ct);
            var current = await db.Rows<CurrentBusinessRow>()
                .Select(static row => new BooksKey(row.WorkspaceId, row.ConnectionId, row.BusinessId))
                .ToListAsync(ct);
            return rows.Select(row => new ReachableBooks(row, current.Contains(row)))
                .OrderByDescending(static row => row.IsCurrent)
                .ToList();
        });

    /// <summary>True while the connection to these books works, as far as anyone knows.</summary>
    public Task<bool> IsConnectedAsync(BooksKey key, CancellationToken ct) =>
        database.ReadAsync(
            key.Workspace,
            db => db.Rows<ConnectionRow>().AnyAsync(row => row.Id == key.Connection && row.Status == ConnectionStatus.Active, ct)
        );

    /// <summary>How these books stand, as far as anyone knows. Reads nothing from Sage.</summary>
    public Task<BooksStanding> StandingAsync(BooksKey key, CancellationToken ct) =>
        database.ReadAsync(
            key.Workspace,
            async db =>
            {
                var business = await db.Rows<BusinessRow>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(row => row.ConnectionId == key.Connection && row.BusinessId == key.BusinessId, ct);
                var connected = await db.Rows<ConnectionRow>()
                    .AnyAsync(row => row.Id == key.Connection && row.Status == ConnectionStatus.Active, ct);
                return new BooksStanding(connected, business?.Name ?? "", business?.Country) { Currency = business?.Currency ?? "" };
            }
        );

    /// <summary>Asks Sage for the businesses of a connection, or of the newest one, and remembers them.</summary>
    internal async Task<Result<BusinessesResponse>> ListAsync(WorkspaceId workspace, ConnectionId? wanted, CancellationToken ct)
    {
        if (await FindConnectionAsync(workspace, wanted, ct) is not { } connection)
            return wanted is null ? NotConnected : NoSuchConnection;
        var answer = await grants.Account(connection).ListBusinessesAsync(ct);
        if (!answer.Succeeded(out var businesses, out var failure))
            return failure.ToProblem();
        BusinessRow[] rows =
        [
            .. businesses.Select(business => new BusinessRow
            {
                WorkspaceId = workspace,
                ConnectionId = connection,
                BusinessId = business.Id,
                Name = business.Name,
                Country = business.CountryCode,
                Currency = SageRegions.Find(business.CountryCode)?.Currency.Code ?? "",
                SubscriptionActive = business.SubscriptionActive,
            }),
        ];
        await database.WriteAsync(
            workspace,
            async db =>
            {
                await db.Rows<BusinessRow>().Where(row => row.ConnectionId == connection).ExecuteDeleteAsync(CancellationToken.None);
                db.AddRange(rows);
            },
            ct
        );
        var current = await CurrentAsync(workspace, ct);
        return new BusinessesResponse([.. rows.Select(row => ToResponse(row, current))]);
    }

    /// <summary>
    /// Makes a business the current one. Its reference lists are read first, so that a choice that cannot work is not kept.
    /// </summary>
    internal async Task<Result<BusinessResponse>> SelectAsync(Caller caller, ConnectionId? wanted, string businessId, CancellationToken ct)
    {
        if (await FindConnectionAsync(caller.Workspace, wanted, ct) is not { } connection)
            return wanted is null ? NotConnected : NoSuchConnection;
        var row = await FindAsync(caller.Workspace, connection, businessId, ct);
        if (row is null)
        {
            // It may be new in Sage since the list was read.
            var listed = await ListAsync(caller.Workspace, connection, ct);
            if (!listed.Succeeded(out _, out var unlisted))
                return unlisted;
            row = await FindAsync(caller.Workspace, connection, businessId, ct);
        }
        if (row is null)
            return NotOfConnection;
        var key = new BooksKey(caller.Workspace, connection, businessId);
        var read = await reference.ReadAsync(key, grants.Account(connection).Open(businessId, CallPriority.Interactive), ct);
        if (!read.Succeeded(out var lists, out var problem))
            return problem;
        row.Currency = lists.Reference.Currency.Code;
        await database.WriteAsync(caller.Workspace, db => KeepAsync(db, caller, row), ct);
        return ToResponse(row, key);
    }

    /// <summary>The current business as last listed; null when none is chosen.</summary>
    internal async Task<BusinessResponse?> FindCurrentAsync(WorkspaceId workspace, CancellationToken ct)
    {
        if (await CurrentAsync(workspace, ct) is not { } current)
            return null;
        var row = await FindAsync(workspace, current.Connection, current.BusinessId, ct);
        return row is null ? null : ToResponse(row, current);
    }

    /// <summary>A business as last listed, of a connection or of the newest one that has it; null when none does.</summary>
    internal async Task<(BooksKey Key, BusinessResponse Response)?> FindListedAsync(
        WorkspaceId workspace,
        ConnectionId? connection,
        string businessId,
        CancellationToken ct
    )
    {
        var row = await database.ReadAsync(
            workspace,
            db =>
                (
                    from business in db.Rows<BusinessRow>()
                    join grant in db.Rows<ConnectionRow>() on business.ConnectionId equals grant.Id
                    where business.BusinessId == businessId && (connection == null || business.ConnectionId == connection)
                    orderby grant.ConnectedAt descending
                    select business
                )
                    .AsNoTracking()
                    .FirstOrDefaultAsync(ct)
        );
        if (row is null)
            return null;
        var current = await CurrentAsync(workspace, ct);
        return (new BooksKey(workspace, row.ConnectionId, row.BusinessId), ToResponse(row, current));
    }

    private Task<ChosenBusiness?> ReadChosenAsync(WorkspaceId workspace, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            db =>
                (
                    from chosen in db.Rows<CurrentBusinessRow>()
                    join connection in db.Rows<ConnectionRow>() on chosen.ConnectionId equals connection.Id
                    select new ChosenBusiness(chosen.ConnectionId, chosen.BusinessId, connection.Status, connection.BrokenReason)
                ).SingleOrDefaultAsync(ct)
        );

    private async Task KeepAsync(LedgerDb db, Caller caller, BusinessRow business)
    {
        var stored = await db.Rows<BusinessRow>()
            .SingleAsync(row => row.ConnectionId == business.ConnectionId && row.BusinessId == business.BusinessId, CancellationToken.None);
        stored.Currency = business.Currency;
        var current = await db.Rows<CurrentBusinessRow>().SingleOrDefaultAsync(CancellationToken.None);
        if (current is null)
            db.Add(current = new CurrentBusinessRow { WorkspaceId = caller.Workspace });
        (current.ConnectionId, current.BusinessId, current.SelectedAt) = (business.ConnectionId, business.BusinessId, time.GetUtcNow());
        await audit.AppendAsync(
            db,
            caller.Workspace,
            new AuditEvent(
                AuditAction.BusinessSelected,
                AuditStatus.Success,
                caller.Actor(),
                $"{business.Name} was made the current business."
            )
            {
                Target = new AuditTarget("business", business.BusinessId),
            }
        );
    }

    private Task<ConnectionId?> FindConnectionAsync(WorkspaceId workspace, ConnectionId? wanted, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            db =>
                db.Rows<ConnectionRow>()
                    .Where(row => wanted == null ? row.Status != ConnectionStatus.Disconnected : row.Id == wanted)
                    .OrderByDescending(static row => row.ConnectedAt)
                    .Select(static row => (ConnectionId?)row.Id)
                    .FirstOrDefaultAsync(ct)
        );

    private Task<BusinessRow?> FindAsync(WorkspaceId workspace, ConnectionId connection, string businessId, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            db =>
                db.Rows<BusinessRow>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(row => row.ConnectionId == connection && row.BusinessId == businessId, ct)
        );

    private Task<BooksKey?> CurrentAsync(WorkspaceId workspace, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            db =>
                db.Rows<CurrentBusinessRow>()
                    .Select(static row => new BooksKey(row.WorkspaceId, row.ConnectionId, row.BusinessId))
                    .SingleOrDefaultAsync(ct)
        );

    private static BusinessResponse ToResponse(BusinessRow row, BooksKey? current) =>
        new(
            row.BusinessId,
            row.Name,
            row.Country,
            row.Currency,
            row.ConnectionId.Text,
            row.SubscriptionActive,
            current is not null && current.Connection == row.ConnectionId && current.BusinessId == row.BusinessId
        );
}
