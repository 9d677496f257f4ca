using System.Collections.Concurrent;
using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Internal;
using Ledgerbridge.Server.Stores.Policies;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Stores;

/// <summary>The versions of shops' policies. A version is never changed, so whoever has read one may keep it.</summary>
internal sealed class StorePolicies(Database database, StoreDirectory directory, AuditLog audit, TimeProvider time)
{
    /// <summary>Told when a workspace has no such shop.</summary>
    public static Problem NoSuchStore { get; } = new(ProblemCode.NotFound, "There is no such shop in this workspace.");

    private readonly ConcurrentDictionary<(StoreId Store, int Version), PolicyVersion> _read = new();

    /// <summary>The version that new events keep; null when there is no such shop.</summary>
    public async Task<PolicyVersion?> CurrentAsync(StoreKey store, CancellationToken ct) =>
        await directory.FindAsync(store, ct) is { } known ? await FindAsync(store, known.PolicyVersion, ct) : null;

    /// <summary>One version; null when the shop has none of that number.</summary>
    public async Task<PolicyVersion?> FindAsync(StoreKey store, int version, CancellationToken ct)
    {
        if (_read.TryGetValue((store.Store, version), out var known))
            return known;
        var row = await database.ReadAsync(
            store.Workspace,
            db =>
                db.Rows<PolicyRow>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(policy => policy.StoreId == store.Store && policy.Version == version, ct)
        );
        if (row is null)
            return null;
        return _read[(store.Store, version)] = new PolicyVersion(
            row.Version,
            row.CreatedAt,
            row.ActorId,
            PolicyJson.ReadStored(row.Content)
        );
    }

    /// <summary>Stores a checked policy as the next version.</summary>
    /// <param name="store">The shop.</param>
    /// <param name="policy">The rules.</param>
    /// <param name="actor">Who wants them.</param>
    /// <param name="expected">
    /// The version they were made from: when it is no longer the present one, nothing is saved. Null saves whatever the present one is.
    /// </param>
    public async Task<Result<PolicyVersion>> SaveAsync(StoreKey store, StorePolicy policy, Actor actor, int? expected = null)
    {
        Result<PolicyVersion> saved = NoSuchStore;
        await directory.ChangeAsync(
            store,
            async (db, row) =>
            {
                if (expected is { } version && version != row.PolicyVersion)
                {
                    saved = Overtaken(version, row.PolicyVersion);
                    return;
                }
                row.PolicyVersion++;
                var next = Row(row, policy, actor);
                db.Add(next);
                saved = new PolicyVersion(next.Version, next.CreatedAt, next.ActorId, policy);
                await audit.AppendAsync(
                    db,
                    row.WorkspaceId,
                    new AuditEvent(
                        AuditAction.StorePolicyChanged,
                        AuditStatus.Success,
                        actor,
                        $"The settings of {row.BaseUrl} were changed; new events keep version {Text(next.Version)}."
                    )
                    {
                        Target = new AuditTarget("store", row.Id.Text),
                        Request = next.Content,
                    }
                );
            }
        );
        return saved;
    }

    /// <summary>The version a shop begins with, to be written with its row.</summary>
    internal PolicyRow First(StoreRow store, BooksReference books, Actor actor) =>
        Row(store, StorePolicy.DefaultFor(books, [], TodayAt(books)), actor);

    /// <summary>Safe rules for the ways to be paid that a shop turned out to have.</summary>
    internal StorePolicy DefaultFor(BooksReference books, IReadOnlyList<StorePaymentMethod> methods) =>
        StorePolicy.DefaultFor(books, methods, TodayAt(books));

    private static Problem Overtaken(int expected, int present) =>
        new(
            ProblemCode.Conflict,
            $"Somebody saved these settings meanwhile: you began with version {Text(expected)}, and version {Text(present)} "
                + "is in force now. Yours were not saved. Open the settings anew and make your changes there."
        );

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);

    private PolicyRow Row(StoreRow store, StorePolicy policy, Actor actor) =>
        new()
        {
            StoreId = store.Id,
            Version = store.PolicyVersion,
            WorkspaceId = store.WorkspaceId,
            Content = PolicyJson.Write(policy),
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            CreatedAt = time.GetUtcNow(),
        };

    private DateOnly TodayAt(BooksReference books)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(PolicyDefaults.ZoneOf(books.Address.CountryCode));
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
    }
}
