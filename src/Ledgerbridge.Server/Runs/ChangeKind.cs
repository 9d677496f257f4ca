using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Server.Runs;

/// <summary>
/// What other rules would have made of a run: a closed list, each with a row in <c>docs/store-ledger/words.md</c>. A run that would be
/// posted in another way may be of several kinds, all others are of one.
/// </summary>
internal enum ChangeKind
{
    /// <summary>It was left out, or failed, and would go into the books.</summary>
    Posted = 1,

    /// <summary>It would be left out.</summary>
    Skipped,

    /// <summary>It would fail, or fail of something else.</summary>
    Failed,

    /// <summary>It would wait for a document that does not go into the books.</summary>
    Waiting,

    /// <summary>Sales, delivery or money would go to another account.</summary>
    Account,

    /// <summary>It would bear another rate of tax.</summary>
    TaxRate,

    /// <summary>It would go to another contact, or the contact would be called otherwise.</summary>
    Contact,

    /// <summary>An amount would differ, in the document's currency or in the books'.</summary>
    Amount,

    /// <summary>It would be dated, or due, on another day.</summary>
    Day,

    /// <summary>Its texts, numbers or lines would be otherwise.</summary>
    Other,
}

/// <summary>Text forms of changes.</summary>
internal static class ChangeKinds
{
    /// <summary>The kind as sent and filtered by, such as <c>tax_rate</c>.</summary>
    public static string Code(this ChangeKind kind) => SnakeCase.Of(kind);

    /// <summary>What it means, beside a count of runs.</summary>
    public static string Meaning(this ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Posted => "Would go into the books",
            ChangeKind.Skipped => "Would be left out",
            ChangeKind.Failed => "Would fail",
            ChangeKind.Waiting => "Would wait for another document",
            ChangeKind.Account => "Another account",
            ChangeKind.TaxRate => "Another tax rate",
            ChangeKind.Contact => "Another contact",
            ChangeKind.Amount => "Another amount",
            ChangeKind.Day => "Another day",
            ChangeKind.Other => "Other texts, numbers or lines",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind has a meaning."),
        };
}
