using System.Collections.Concurrent;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Server.Alerts.Internal.Sources;

/// <summary>
/// Shops that cannot be reached, and those that no longer take our token. Whoever works with a shop notes that it is gone; here those are
/// asked again, and now and then the quiet ones too.
/// </summary>
internal sealed class StoreAlerts(StoreHealth stores, TimeProvider time) : IAlertSource
{
    private const int AtOnce = 4;
    private const int UnreachableStep = 1;
    private const int RefusedStep = 2;

    /// <summary>Away for less than this, a shop is being looked after, and comes back by itself.</summary>
    private static readonly TimeSpan UnreachableMax = TimeSpan.FromHours(1);

    private static readonly TimeSpan AskGoneEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AskQuietEvery = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<StoreKey, DateTimeOffset> _askedAt = new();

    /// <inheritdoc />
    public AlertKind Kind => AlertKind.Store;

    /// <inheritdoc />
    public async Task<AlertLook> LookAsync(IReadOnlyList<WorkspaceFacts> workspaces, CancellationToken ct)
    {
        await AskAsync(await stores.ReachAsync(ct), ct);
        var facts = workspaces.ToDictionary(static workspace => workspace.Id);
        var findings = new List<AlertFinding>();
        foreach (var store in await stores.ReachAsync(ct))
        {
            if (facts.TryGetValue(store.Store.Workspace, out var workspace) && Find(store, workspace) is { } finding)
                findings.Add(finding);
        }
        return new AlertLook(findings);
    }

    private async Task AskAsync(List<StoreReach> all, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        StoreKey[] due =
        [
            .. all.Where(static store => store.Status is StoreStatus.Active or StoreStatus.TokenRevoked)
                // One that is seen for the first time has just been worked with, or the server has just started.
                .Where(store =>
                    now - _askedAt.GetOrAdd(store.Store, now) >= (store.UnreachableSince is null ? AskQuietEvery : AskGoneEvery)
                )
                .Select(static store => store.Store),
        ];
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (store, token) =>
            {
                _askedAt[store] = now;
                await stores.LookAsync(store, token);
            }
        );
    }

    private AlertFinding? Find(StoreReach store, WorkspaceFacts workspace)
    {
        var isGone = store.Status == StoreStatus.Active && time.GetUtcNow() - store.UnreachableSince >= UnreachableMax;
        if (!isGone && store.Status != StoreStatus.TokenRevoked)
            return null;
        return new AlertFinding
        {
            Workspace = workspace.Id,
            Kind = Kind,
            Subject = store.Store.Store.Text,
            Name = store.Name,
            Step = isGone ? UnreachableStep : RefusedStep,
            Title = isGone ? $"{store.Name} cannot be reached" : $"{store.Name} has to be paired again",
            Sentence = isGone
                ? $"The shop does not answer since {LocalTime.Words(store.UnreachableSince!.Value, workspace)}. Everything it sent before "
                    + "is kept, and it keeps what happens in the meantime."
                : "The shop no longer takes our token, so its documents cannot be read. Its events still come in and are kept.",
            NextStep = isGone
                ? "Whoever looks after the shop's server finds out why. Documents that wait are posted by themselves once it answers."
                : "An Accountant or Owner pairs it again with a new code from its admin; the work goes on by itself after that.",
            Link = $"/stores/{store.Store.Store}",
        };
    }
}
