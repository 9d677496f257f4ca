namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>What came of handing a message over.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Sentence">The same for people, with what the other side said.</param>
internal sealed record SendOutcome(SendKind Kind, string Sentence)
{
    private const int WordsMax = 200;

    /// <summary>The other side's words as they may stand in a sentence: one line, not too long, in quotes.</summary>
    public static string Quote(string words)
    {
        var plain = string.Concat(words.Select(static c => char.IsControl(c) ? ' ' : c)).Trim();
        return plain.Length > WordsMax ? $"\"{plain[..WordsMax]}…\"" : $"\"{plain}\"";
    }
}

/// <summary>How handing over ends.</summary>
internal enum SendKind
{
    /// <summary>It was taken.</summary>
    Taken = 1,

    /// <summary>It was not, and may be later.</summary>
    NotNow,

    /// <summary>It was not, because nobody is there to take anything; whatever else goes the same way has to wait too.</summary>
    NobodyThere,

    /// <summary>It was refused for good.</summary>
    Never,
}
