namespace Ledgerbridge.Server.Connections;

/// <summary>How a connection stands.</summary>
internal enum ConnectionStatus
{
    /// <summary>It works, as far as anyone knows.</summary>
    Active = 1,

    /// <summary>Sage no longer accepts it; a person must connect again. Nothing is tried with it.</summary>
    ReconnectNeeded,

    /// <summary>A person disconnected it; its tokens are erased.</summary>
    Disconnected,
}

/// <summary>Why a connection broke: a closed list, each with a sentence and a next step.</summary>
internal enum BrokenReason
{
    /// <summary>Sage refused the refresh token although nothing was lost on our side: revoked in Sage, or used elsewhere.</summary>
    RefusedBySage = 1,

    /// <summary>Ledgerbridge stopped, or the line broke, after Sage had replaced the tokens and before the new ones were stored.</summary>
    AnswerLost,

    /// <summary>Nobody renewed the grant for 31 days.</summary>
    Expired,
}

/// <summary>The sentences for people.</summary>
internal static class BrokenReasonText
{
    /// <summary>What happened and what to do.</summary>
    public static string Sentence(this BrokenReason reason) =>
        reason switch
        {
            BrokenReason.RefusedBySage => "Sage no longer accepts this connection: it was revoked in Sage, or used by another program. "
                + "Connect again; nothing in your books was changed.",
            BrokenReason.AnswerLost =>
                "Sage replaced this connection's keys, but the new ones did not reach us: Ledgerbridge was stopped, or the line broke, "
                    + "in that very moment. Connect again; nothing in your books was changed.",
            BrokenReason.Expired =>
                "This connection was not used for 31 days and has ended. Connect again; nothing in your books was changed.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Give every reason a sentence."),
        };
}
