using System.Diagnostics.Metrics;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>Figures about the mirror for whoever watches the server.</summary>
internal static class MirrorMetrics
{
    private static readonly Meter Meter = new("Ledgerbridge.Mirror");

    private static readonly Counter<long> Passes = Meter.CreateCounter<long>(
        "ledgerbridge.mirror.passes",
        description: "Passes that came to their end"
    );

    private static readonly Counter<long> Changed = Meter.CreateCounter<long>(
        "ledgerbridge.mirror.changed",
        description: "Copies that passes made or changed"
    );

    private static readonly Counter<long> Drifted = Meter.CreateCounter<long>(
        "ledgerbridge.mirror.drifted",
        description: "Copies that differed from Sage without Sage having told of a change"
    );

    /// <summary>Counts a pass.</summary>
    public static void PassEnded(FeedRow feed)
    {
        var resource = KeyValuePair.Create("resource", (object?)feed.Resource.ToString());
        Passes.Add(1, resource);
        Changed.Add(feed.LastChanged, resource);
        if (feed.DriftAt >= feed.BeganAt)
            Drifted.Add(feed.DriftMissing + feed.DriftChanged + feed.DriftGone, resource);
    }
}
