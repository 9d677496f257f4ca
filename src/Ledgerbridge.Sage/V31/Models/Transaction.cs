namespace Ledgerbridge.Sage.V31.Models;

/// <summary>Something that was posted to the ledger.</summary>
public sealed record SageTransaction
{
    /// <summary>The id; empty when Sage gives none.</summary>
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What it came from; the path tells the kind.</summary>
    public SageReference? Origin { get; init; }

    /// <summary>True once it was reversed.</summary>
    public bool? Deleted { get; init; }
}
