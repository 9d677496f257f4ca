using System.Text.Json.Serialization;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>What the shop does wrong.</summary>
internal enum ShopFaultKind
{
    /// <summary>A status with an error of Magento's; nothing is done.</summary>
    Status = 1,

    /// <summary>A page of somebody in between, with the status.</summary>
    Html,

    /// <summary>200 with something that is no JSON.</summary>
    Garbage,

    /// <summary>200 with far too much.</summary>
    Huge,

    /// <summary>The right answer, late by the real clock.</summary>
    Slow,

    /// <summary>The connection is cut before anything is done.</summary>
    Cut,

    /// <summary>The work is done, then the connection is cut.</summary>
    Lost,

    /// <summary>A redirect to another address.</summary>
    Redirect,

    /// <summary>Headers, and then nothing until the caller gives up.</summary>
    Silence,
}

/// <summary>One planned fault.</summary>
internal sealed record ShopFault
{
    public required ShopFaultKind Kind { get; init; }

    /// <summary>Only routes that begin so, such as <c>invoice/</c>; empty for all.</summary>
    public string Route { get; init; } = "";

    /// <summary>The status to answer.</summary>
    public int Status { get; init; } = 500;

    /// <summary>How many calls it hits; 0 for all until it is taken away.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many matching calls pass first.</summary>
    public int Skip { get; init; }

    public int DelayMs { get; init; }

    public string Location { get; init; } = "https://elsewhere.example/";

    /// <summary>How large a huge answer is.</summary>
    public long Bytes { get; init; } = 200L * 1024 * 1024;

    [JsonIgnore]
    public int Hits { get; set; }

    [JsonIgnore]
    public int Passed { get; set; }
}

/// <summary>The planned faults, taken in order.</summary>
internal sealed class ShopFaults
{
    private readonly List<ShopFault> _all = [];
    private readonly Lock _gate = new();

    public void Add(ShopFault fault)
    {
        lock (_gate)
            _all.Add(fault);
    }

    public void Clear()
    {
        lock (_gate)
            _all.Clear();
    }

    /// <summary>The fault that hits a call to a route; null when none does.</summary>
    public ShopFault? Pick(string route)
    {
        lock (_gate)
        {
            foreach (var fault in _all)
            {
                if (!route.StartsWith(fault.Route, StringComparison.Ordinal) || (fault.Times > 0 && fault.Hits >= fault.Times))
                    continue;
                if (fault.Passed < fault.Skip)
                {
                    fault.Passed++;
                    continue;
                }
                fault.Hits++;
                return fault;
            }
            return null;
        }
    }
}
