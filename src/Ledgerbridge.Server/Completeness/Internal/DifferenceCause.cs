namespace Ledgerbridge.Server.Completeness.Internal;

/// <summary>Why a shop's document and Sage's are not the same: a closed list, each with a row in <c>docs/completeness.md</c>.</summary>
internal enum DifferenceCause
{
    /// <summary>Its run has not come to its end.</summary>
    Waiting = 1,

    /// <summary>Its run failed.</summary>
    Failed,

    /// <summary>Sage booked other figures than planned.</summary>
    BookedOtherwise,

    /// <summary>Somebody changed the document in Sage.</summary>
    Changed,

    /// <summary>Somebody voided the document in Sage.</summary>
    Voided,

    /// <summary>Somebody deleted the document in Sage.</summary>
    Deleted,

    /// <summary>The document is a draft in Sage, which counts for nothing yet.</summary>
    Draft,

    /// <summary>It should be in Sage, and nothing of it is found.</summary>
    Missing,
}

/// <summary>The causes in words.</summary>
internal static class DifferenceCauses
{
    /// <summary>What is the matter; for runs that say it themselves what is true of all of them.</summary>
    public static string Sentence(this DifferenceCause cause) =>
        cause switch
        {
            DifferenceCause.Waiting => "It is still on its way into Sage.",
            DifferenceCause.Failed => "It could not be posted.",
            DifferenceCause.BookedOtherwise => "Sage booked other figures than the shop's.",
            DifferenceCause.Changed => "It was posted as the shop has it, and changed in Sage afterwards.",
            DifferenceCause.Voided => "It was posted as the shop has it, and voided in Sage afterwards.",
            DifferenceCause.Deleted => "It was posted as the shop has it, and deleted in Sage afterwards.",
            DifferenceCause.Draft => "It is a draft in Sage, and a draft is not booked.",
            DifferenceCause.Missing => "It should be in Sage and is not found there.",
            _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Every cause has a sentence."),
        };

    /// <summary>Who can do what about it.</summary>
    public static string NextStep(this DifferenceCause cause) =>
        cause switch
        {
            DifferenceCause.Waiting => "Nothing is to be done; it goes on by itself.",
            DifferenceCause.Failed => "Open the document to see why, and retry it.",
            DifferenceCause.BookedOtherwise => "Compare the two in Sage; undo it here if Sage's figures are wrong.",
            DifferenceCause.Changed => "If the change is right, make the same one in the shop; otherwise change it back in Sage.",
            DifferenceCause.Voided or DifferenceCause.Deleted =>
                "If that was meant, credit the document in the shop too; otherwise enter it in Sage again by hand.",
            DifferenceCause.Draft => "Release the draft in Sage or under Invoices.",
            DifferenceCause.Missing => "Compare everything with Sage under Sync, and look for the document in Sage.",
            _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Every cause has a next step."),
        };
}
