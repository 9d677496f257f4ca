namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>One message about an alert.</summary>
internal sealed record AlertDeliveryResponse
{
    public required string Id { get; init; }

    /// <summary>What it tells.</summary>
    public required AlertEvent Event { get; init; }

    public required AlertWay Way { get; init; }

    /// <summary>The e-mail address, or the host of the webhook.</summary>
    public required string Target { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null once it is not tried any more.</summary>
    public required DateTimeOffset? NextAt { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What came of it so far, as a sentence; empty before the first attempt.</summary>
    public required string Outcome { get; init; }
}

/// <summary>Something people should know, or should have known.</summary>
internal sealed record AlertResponse
{
    public required string Id { get; init; }

    public required AlertKind Kind { get; init; }

    /// <summary>What people call the connection, shop or business it is about.</summary>
    public required string Name { get; init; }

    /// <summary>True when it does not wait for quiet hours to end.</summary>
    public required bool Urgent { get; init; }

    public required string Title { get; init; }

    public required string Sentence { get; init; }

    /// <summary>What to do about it.</summary>
    public required string NextStep { get; init; }

    /// <summary>The page of the app where that is done.</summary>
    public required string Link { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When it began or last got worse.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When it was over; null while it lasts.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who was told what about it, the newest first.</summary>
    public required IReadOnlyList<AlertDeliveryResponse> Deliveries { get; init; }
}

/// <summary>A page of alerts, the newest first.</summary>
/// <param name="Items">The alerts.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null at the end.</param>
/// <param name="Lasting">How many alerts last now, on whichever page.</param>
internal sealed record AlertsResponse(IReadOnlyList<AlertResponse> Items, string? Next, int Lasting);

/// <summary>Who is told, by which ways, when and about what.</summary>
internal sealed record AlertSettingsResponse
{
    /// <summary>E-mail addresses.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The webhook's address, for Owners in full and for all others as far as its host; null for none.</summary>
    public required string? WebhookUrl { get; init; }

    /// <summary>True while the secret before the present one still signs beside it.</summary>
    public required DateTimeOffset? PreviousSecretUntil { get; init; }

    /// <summary>When quiet hours begin, such as <c>22:00</c>; null for none.</summary>
    public required string? QuietFrom { get; init; }

    /// <summary>When quiet hours end; null for none.</summary>
    public required string? QuietUntil { get; init; }

    /// <summary>The zone by whose clock quiet hours go.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The kinds people are told about.</summary>
    public required IReadOnlyList<AlertKind> Told { get; init; }

    /// <summary>Where mails go, for a sentence; null while this server has no mail server.</summary>
    public required string? MailRoute { get; init; }
}

/// <summary>What was saved.</summary>
/// <param name="Settings">The settings as they hold now.</param>
/// <param name="WebhookSecret">The secret that was made for a new webhook, shown this once; null when there was one already.</param>
internal sealed record SavedAlertSettingsResponse(AlertSettingsResponse Settings, string? WebhookSecret);

/// <summary>A new secret.</summary>
/// <param name="WebhookSecret">The secret, shown this once.</param>
/// <param name="PreviousUntil">Until when the one before signs beside it.</param>
internal sealed record WebhookSecretResponse(string WebhookSecret, DateTimeOffset? PreviousUntil);

/// <summary>What came of one test message.</summary>
/// <param name="Target">The e-mail address, or the host of the webhook.</param>
/// <param name="Taken">True when whoever was to take it took it.</param>
/// <param name="Message">The same as a sentence, with what the other side said.</param>
internal sealed record AlertTestResultResponse(string Target, bool Taken, string Message);

/// <summary>What came of trying a way out.</summary>
internal sealed record AlertTestResponse(IReadOnlyList<AlertTestResultResponse> Results);
