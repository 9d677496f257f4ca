using System.Globalization;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Server.Overview.Internal;

/// <summary>What is known of a workspace when it is asked what a person has to do.</summary>
internal sealed record KnownState
{
    /// <summary>The connections that are in use: of the current business, or of a shop.</summary>
    public required IReadOnlyList<ConnectionSummary> Connections { get; init; }

    public required IReadOnlyList<StoreStanding> Stores { get; init; }

    public required RunTally Runs { get; init; }

    public required IReadOnlyList<CopyStanding> Copies { get; init; }

    /// <summary>How many posted documents of each shop are in Sage otherwise than they were posted.</summary>
    public required IReadOnlyDictionary<StoreId, int> Differing { get; init; }

    /// <summary>How many drafts are a week old or older.</summary>
    public required int OldDrafts { get; init; }
}

/// <summary>What only a person can put right: a function of what is known.</summary>
internal static class Needs
{
    /// <summary>From so many days before the end on a connection is pointed out.</summary>
    public const int DaysBeforeTheEnd = 14;

    /// <summary>Drafts are pointed out after so many days.</summary>
    public const int DraftDays = 7;

    /// <summary>All of them, the most pressing first.</summary>
    public static IReadOnlyList<NeedResponse> Of(KnownState known) =>
        [
            .. OfConnections(known)
                .Concat(known.Stores.SelectMany(store => OfStore(store, known)))
                .Concat(known.Runs.Failed.Select(tally => Failed(tally, known)))
                .Concat(known.Stores.SelectMany(store => Differing(store, known)))
                .Concat(OfCopies(known))
                .Concat(OfDrafts(known))
                .OrderBy(static need => need.Kind),
        ];

    private static IEnumerable<NeedResponse> OfConnections(KnownState known)
    {
        foreach (var connection in known.Connections)
        {
            if (connection.Status == ConnectionStatus.ReconnectNeeded)
            {
                yield return new NeedResponse
                {
                    Kind = NeedKind.ReconnectNeeded,
                    Title = "Sage has to be connected again",
                    Text = $"{connection.Problem} What is waiting goes on by itself after that.",
                };
            }
            else if (connection.Status == ConnectionStatus.Active && connection.DaysLeft <= DaysBeforeTheEnd)
            {
                yield return new NeedResponse
                {
                    Kind = NeedKind.ConnectionEnding,
                    Title = connection.DaysLeft switch
                    {
                        0 => "The connection to Sage ends today",
                        1 => "The connection to Sage ends in 1 day",
                        var days => $"The connection to Sage ends in {Text(days)} days",
                    },
                    Text = "It should have renewed itself. Renew it now; if that fails, connect again. After its end nothing reaches Sage.",
                };
            }
        }
    }

    private static IEnumerable<NeedResponse> OfStore(StoreStanding store, KnownState known)
    {
        var held = known.Runs.HeldUp.Where(tally => tally.Store == store.Store.Store).Sum(static tally => tally.Runs);
        var need = store.Status switch
        {
            StoreStatus.TokenRevoked => Need(
                store,
                NeedKind.StoreRefuses,
                "refuses our key",
                "What it sends still comes in, but its documents cannot be read. Pair it again with a new code from its admin."
            ),
            StoreStatus.Pending => Need(
                store,
                NeedKind.StoreUnpaired,
                "is not paired yet",
                "It is not known whether the shop took its key. Ping it, or pair it again with a new code from its admin."
            ),
            StoreStatus.Disconnected when store.Counts.Open > 0 => Need(
                store,
                NeedKind.StoreUnpaired,
                "is disconnected",
                $"{Documents(store.Counts.Open)} of it still wait to be read. Pair it again with a new code from its admin."
            ),
            StoreStatus.Active when held > 0 => Need(
                store,
                NeedKind.StoreUnreachable,
                "does not answer",
                $"{Documents(held)} wait for it and are tried again by themselves. If it lasts, ask whoever runs the shop."
            ),
            _ => null,
        };
        if (need is not null)
            yield return need with
            {
                Count = store.Status == StoreStatus.Active ? held : store.Counts.Open,
            };
    }

    private static NeedResponse Failed(CauseTally tally, KnownState known)
    {
        var store = known.Stores.FirstOrDefault(store => store.Store.Store == tally.Store);
        return new NeedResponse
        {
            Kind = NeedKind.RunsFailed,
            Title = $"{Documents(tally.Runs)} of {Shop(store?.BaseUrl ?? "a shop")} failed",
            Text = $"{tally.Cause.Meaning()} {tally.Cause.NextStep()}",
            Count = tally.Runs,
            StoreId = tally.Store.Text,
            StoreName = store?.BaseUrl,
            Cause = tally.Cause.Code(),
        };
    }

    private static IEnumerable<NeedResponse> Differing(StoreStanding store, KnownState known)
    {
        if (known.Differing.GetValueOrDefault(store.Store.Store) is not (> 0 and var count))
            yield break;
        yield return new NeedResponse
        {
            Kind = NeedKind.DocumentsDiffer,
            Title = $"{Documents(count)} of {Shop(store.BaseUrl)} {(count == 1 ? "differs" : "differ")} in Sage",
            Text = "After it was posted, somebody changed, voided or deleted it in Sage. Compare the two and put one of them right.",
            Count = count,
            StoreId = store.Store.Store.Text,
            StoreName = store.BaseUrl,
        };
    }

    private static IEnumerable<NeedResponse> OfCopies(KnownState known)
    {
        var failing = known.Copies.Where(static copy => copy.State == SyncState.Failing).ToList();
        if (failing is not [var first, ..])
            yield break;
        yield return new NeedResponse
        {
            Kind = NeedKind.SyncFailing,
            Title = "Sage's records could not be read anew",
            Text = $"{first.Problem} What is shown is as of the last time it worked; it is tried again by itself.",
        };
    }

    private static IEnumerable<NeedResponse> OfDrafts(KnownState known)
    {
        if (known.OldDrafts == 0)
            yield break;
        yield return new NeedResponse
        {
            Kind = NeedKind.OldDrafts,
            Title = known.OldDrafts == 1 ? "1 draft is a week old" : $"{Text(known.OldDrafts)} drafts are a week old or older",
            Text = "A draft is not booked and nobody has to pay it. Release it, or delete it in Sage.",
            Count = known.OldDrafts,
        };
    }

    private static NeedResponse Need(StoreStanding store, NeedKind kind, string rest, string text) =>
        new()
        {
            Kind = kind,
            Title = $"{Shop(store.BaseUrl)} {rest}",
            Text = text,
            StoreId = store.Store.Store.Text,
            StoreName = store.BaseUrl,
        };

    private static string Documents(int count) => count == 1 ? "1 document" : $"{Text(count)} documents";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A shop as people call it: its address without the scheme.</summary>
    private static string Shop(string baseUrl) =>
        Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) ? address.Authority + address.AbsolutePath.TrimEnd('/') : baseUrl;
}
