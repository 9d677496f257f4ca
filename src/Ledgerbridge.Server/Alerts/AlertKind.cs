namespace Ledgerbridge.Server.Alerts;

/// <summary>What people are told about: a closed list, each with a section in <c>docs/alerts.md</c>.</summary>
internal enum AlertKind
{
    /// <summary>A connection to Sage ends soon, or has ended.</summary>
    Connection = 1,

    /// <summary>Documents of a shop could not be posted, all for one reason.</summary>
    Runs,

    /// <summary>A shop cannot be reached, or no longer takes our token.</summary>
    Store,

    /// <summary>The copies of a business are not in step with Sage.</summary>
    Sync,

    /// <summary>The audit log is not as it was written.</summary>
    Audit,
}

/// <summary>What happened to an alert.</summary>
internal enum AlertEvent
{
    /// <summary>It began.</summary>
    Began = 1,

    /// <summary>It went on to its next step: fewer days left, ten times as many documents.</summary>
    Worse,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>The ways by which people are told.</summary>
internal enum AlertWay
{
    /// <summary>E-mail, one message for each address.</summary>
    Mail = 1,

    /// <summary>A request to an address of the workspace's own choice, signed.</summary>
    Webhook,
}

/// <summary>How one message stands.</summary>
internal enum DeliveryState
{
    /// <summary>It goes out when it is due.</summary>
    Waiting = 1,

    /// <summary>Whoever was to take it took it.</summary>
    Delivered,

    /// <summary>It was tried as often as the schedule allows, or refused for good.</summary>
    GivenUp,

    /// <summary>It was not sent, because nobody needs it any more.</summary>
    Withdrawn,
}
