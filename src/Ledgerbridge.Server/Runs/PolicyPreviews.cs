using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs;

/// <summary>Which of the changes to tell, as it stands in the address.</summary>
internal sealed class PolicyPreviewFilter
{
    private const int LimitMax = 200;
    private const int LimitDefault = 50;

    /// <summary>How many runs, 1 to 200; 50 when left out.</summary>
    public string? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    public string? After { get; init; }

    /// <summary>Only changes of this kind, such as <c>tax_rate</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The filter as a page, or what is wrong with it.</summary>
    public Result<PolicyPreviewPage> ToPage()
    {
        var fields = new QueryFields();
        var after = default(RunId?);
        if (After is { Length: > 0 })
        {
            if (RunId.TryParse(After, out var id))
                after = id;
            else
                fields.Add("after", "is not the end of a page.");
        }
        var page = new PolicyPreviewPage(
            fields.Whole("limit", Limit, LimitDefault, 1, LimitMax),
            after,
            fields.Choice<ChangeKind>("kind", Kind)
        );
        return fields.Problem is { } problem ? problem : page;
    }
}

/// <summary>A page of changes.</summary>
/// <param name="Limit">How many at most.</param>
/// <param name="After">Only older runs than this; null for the newest.</param>
/// <param name="Kind">Only changes of this kind; null for all.</param>
internal sealed record PolicyPreviewPage(int Limit, RunId? After, ChangeKind? Kind);

/// <summary>
/// What would change: plans the last 90 days' runs of a shop anew, once by the rules each of them kept and once by changed ones, from the
/// documents that were kept of them, and compares the two. Asks neither Sage nor the shop, and writes nothing.
/// </summary>
internal sealed class PolicyPreviews(
    Database database,
    StorePlaces places,
    StorePolicies policies,
    Businesses businesses,
    ReplayLookups lookups,
    TimeProvider time
) : IDisposable
{
    /// <summary>At most so many runs are planned anew, the newest.</summary>
    public const int RunsMax = 5000;

    /// <summary>After so long what was found so far is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const int SideBySide = 2;
    private const int ChunkSize = 200;

    private static readonly Problem NoSuchStore = new(ProblemCode.NotFound, "There is no such shop in this workspace.");

    /// <summary>Contacts are made by invoices, and what is owed is settled by payments before refunds ask for it.</summary>
    private static readonly EventName[][] Order =
    [
        [EventName.CustomerUpserted, EventName.ProductUpserted, EventName.InvoiceCreated],
        [EventName.InvoicePaid],
        [EventName.CreditMemoCreated],
    ];

    private readonly SemaphoreSlim _turns = new(SideBySide, SideBySide);

    /// <summary>What would change, and for which runs. A policy that could not be saved is refused as saving would.</summary>
    public async Task<Result<PolicyPreviewResponse>> PreviewAsync(
        StoreKey store,
        StorePolicy policy,
        PolicyPreviewPage page,
        CancellationToken ct
    )
    {
        if (await places.FindAsync(store, ct) is not { } place)
            return NoSuchStore;
        var opened = await businesses.OpenAsync(place.Books, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var errors = PolicyCheck.Validate(policy, books.Reference);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        await _turns.WaitAsync(ct);
        try
        {
            return await ReplayAsync(place, policy, books.Reference, page, ct);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<PolicyPreviewResponse> ReplayAsync(
        StorePlace place,
        StorePolicy policy,
        BooksReference books,
        PolicyPreviewPage page,
        CancellationToken ct
    )
    {
        var since = time.GetUtcNow() - RunDocuments.KeptFor;
        var (total, runs) = await RunsAsync(place.Store, since, ct);
        var replay = new Replay(place.Store, policy, books, [.. runs.Select(static run => run.Id)]);
        var began = time.GetTimestamp();
        foreach (var events in Order)
        {
            foreach (var chunk in runs.Where(run => events.Contains(run.Event)).Chunk(ChunkSize))
            {
                if (time.GetElapsedTime(began) < Patience)
                    await ReplayAsync(replay, chunk, ct);
            }
        }
        return ToResponse(since, total, runs.Count, replay, page);
    }

    private async Task ReplayAsync(Replay replay, ReplayRun[] runs, CancellationToken ct)
    {
        var old = new Dictionary<int, StorePolicy>();
        foreach (var version in runs.Select(static run => run.PolicyVersion).Distinct())
        {
            if (await policies.FindAsync(replay.Store, version, ct) is { } found)
                old[version] = found.Policy;
        }
        var documents = await lookups.DocumentsAsync(replay.Store, runs, ct);
        ReplayRun[] kept = [.. runs.Where(run => documents.ContainsKey(run.Id) && old.ContainsKey(run.PolicyVersion))];
        var known = await lookups.GatherAsync(
            replay.Store,
            [
                .. kept.SelectMany(run =>
                    new[] { old[run.PolicyVersion], replay.Policy }.Select(policy =>
                        documents[run.Id].NeedsUnder(policy, replay.Books, replay.StoreKey)
                    )
                ),
            ],
            replay.Runs,
            ct
        );
        foreach (var (id, name) in known.ContactNames)
            replay.Difference.ContactNames.TryAdd(id, name);
        foreach (var run in kept)
        {
            ct.ThrowIfCancellationRequested();
            var document = documents[run.Id];
            var invoice =
                document.InvoiceId is { } id && !replay.Before.Knows(id)
                    ? await lookups.InvoiceAsync(replay.Store, id, document, ct)
                    : null;
            var facts = known.Facts with { Invoice = invoice };
            var before = replay.Before.Plan(run, document, old[run.PolicyVersion], facts);
            var after = replay.After.Plan(run, document, replay.Policy, facts);
            replay.LookedAt++;
            if (replay.Difference.Of(run, before, after) is { } change)
                replay.Changes.Add((run, change));
        }
    }

    /// <summary>
    /// How many runs of the period have come to their end, and the newest of them from old to new. What was taken back, or was in the
    /// books already, would be so under any rules; of what changes often only the last time counts.
    /// </summary>
    private Task<(int Total, IReadOnlyList<ReplayRun> Runs)> RunsAsync(StoreKey store, DateTimeOffset since, CancellationToken ct) =>
        database.ReadAsync(
            store.Workspace,
            async db =>
            {
                string[] whateverTheRules = ["undone", "already_posted"];
                var ended = db.Rows<RunRow>()
                    .AsNoTracking()
                    .Where(row =>
                        row.StoreId == store.Store
                        && (row.State == RunState.Synced || row.State == RunState.Skipped || row.State == RunState.Failed)
                        && row.FinishedAt >= since
                        && !whateverTheRules.Contains(row.SkipReason)
                    );
                var newest = await ended
                    .OrderByDescending(static row => row.Id)
                    .Take(RunsMax)
                    .Select(static row => new ReplayRun
                    {
                        Id = row.Id,
                        Event = row.Event,
                        EntityId = row.EntityId,
                        Number = row.Number,
                        State = row.State,
                        SkipReason = row.SkipReason,
                        PolicyVersion = row.PolicyVersion,
                        OutcomeReference = row.OutcomeReference,
                        OccurredAt = row.IsBackfill ? null : row.OccurredAt,
                        FinishedAt = row.FinishedAt!.Value,
                    })
                    .ToListAsync(ct);
                var total = newest.Count < RunsMax ? newest.Count : await ended.CountAsync(ct);
                ReplayRun[] once = [.. newest.DistinctBy(static run => (run.Event, run.EntityId)).Reverse()];
                return (total - (newest.Count - once.Length), (IReadOnlyList<ReplayRun>)once);
            }
        );

    private static PolicyPreviewResponse ToResponse(DateTimeOffset since, int total, int found, Replay replay, PolicyPreviewPage page)
    {
        var listed = replay
            .Changes.Where(change => page.Kind is not { } kind || change.Change.Kinds.Contains(kind))
            .Where(change => page.After is not { } after || change.Run.Id.CompareTo(after) < 0)
            .OrderByDescending(static change => change.Run.Id)
            .Take(page.Limit + 1)
            .ToList();
        var items = listed.Take(page.Limit).ToList();
        return new PolicyPreviewResponse(
            since,
            total,
            replay.LookedAt,
            replay.Changes.Count,
            Sentence(total, found, replay.LookedAt),
            [
                .. replay
                    .Changes.SelectMany(static change => change.Change.Kinds)
                    .CountBy(static kind => kind)
                    .OrderBy(static count => count.Key)
                    .Select(static count => new PolicyChangeCountResponse(count.Key, count.Key.Meaning(), count.Value)),
            ],
            [.. items.Select(static change => ToResponse(change.Run, change.Change))],
            listed.Count > page.Limit ? items[^1].Run.Id.Text : null
        );
    }

    private static PolicyChangeResponse ToResponse(ReplayRun run, PlanChange change) =>
        new(run.Id.Text, run.Event.Text(), run.Event.Entity().Text(), run.EntityId, run.Number, run.State, change.Kinds, change.Sentence);

    private static string Sentence(int total, int found, int lookedAt)
    {
        if (total == 0)
            return "Nothing of this shop came to its end in the last 90 days, so there is nothing to compare.";
        if (lookedAt == total)
            return $"All {Whole(total)} documents of the last 90 days were planned anew.";
        var said = $"{Whole(lookedAt)} of the {Whole(total)} documents of the last 90 days were planned anew";
        return found < total
            ? $"{said}, beginning with the newest; older ones and those the shop never gave were not looked at."
            : $"{said}; of the others no document is kept, or there was no time for them.";
    }

    private static string Whole(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>One comparison on its way.</summary>
    private sealed class Replay(StoreKey store, StorePolicy policy, BooksReference books, HashSet<RunId> runs)
    {
        public StoreKey Store => store;

        public string StoreKey => store.Store.Text;

        public StorePolicy Policy => policy;

        public BooksReference Books => books;

        public HashSet<RunId> Runs => runs;

        public ReplaySide Before { get; } = new(books, store.Store.Text);

        public ReplaySide After { get; } = new(books, store.Store.Text);

        public PlanDifference Difference { get; } = new(books);

        public List<(ReplayRun Run, PlanChange Change)> Changes { get; } = [];

        public int LookedAt { get; set; }
    }
}
