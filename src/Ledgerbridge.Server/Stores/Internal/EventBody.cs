using System.Globalization;
using System.Text.Json;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>The body of an event.</summary>
/// <param name="EntityId">The shop's own number of what it is about.</param>
/// <param name="WebsiteId">The website; 0 when it does not say.</param>
/// <param name="StoreViewId">The store view; 0 when it does not say.</param>
/// <param name="OccurredAt">When the shop queued it; null when it does not say.</param>
/// <param name="Number">The number people know the document by; empty when it has none.</param>
internal sealed record EventBody(long EntityId, int WebsiteId, int StoreViewId, DateTimeOffset? OccurredAt, string Number)
{
    /// <summary>Many times what an event needs.</summary>
    public const int BytesMax = 16 * 1024;

    /// <summary>The largest number a shop's database gives to anything.</summary>
    private const long EntityIdMax = uint.MaxValue;

    private const int NumberMax = 64;

    /// <summary>Reads a body; a sentence when it can never be worked on. Fields nobody knows are let be.</summary>
    public static (EventBody? Body, string? Problem) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement)
                : (null, "The event is no JSON object.");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return (null, "The event is no JSON.");
        }
    }

    private static (EventBody? Body, string? Problem) Read(JsonElement body)
    {
        if (Whole(body, "magento_entity_id", 1, EntityIdMax) is not { } entity)
            return (null, $"magento_entity_id must be a whole number from 1 to {EntityIdMax}.");
        if (Whole(body, "website_id", 0, int.MaxValue, absent: 0) is not { } website)
            return (null, "website_id must be a whole number, 0 or more.");
        if (Whole(body, "store_id", 0, int.MaxValue, absent: 0) is not { } view)
            return (null, "store_id must be a whole number, 0 or more.");
        var at = default(DateTimeOffset?);
        if (body.TryGetProperty("occurred_at", out var occurred) && occurred.ValueKind != JsonValueKind.Null)
        {
            if (!TryMoment(occurred, out var moment))
                return (null, "occurred_at must be a moment such as 2026-05-01T09:30:00Z.");
            at = moment;
        }
        return (new EventBody(entity, (int)website, (int)view, at, NumberOf(body)), null);
    }

    private static long? Whole(JsonElement body, string name, long least, long most, long? absent = null)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return absent;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most
            ? number
            : null;
    }

    private static bool TryMoment(JsonElement value, out DateTimeOffset moment)
    {
        moment = default;
        return value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment)
            && moment.Year is >= 2000 and <= 9998;
    }

    /// <summary>Whatever the merchant's numbers look like; it is shown and never looked for.</summary>
    private static string NumberOf(JsonElement body)
    {
        if (
            !body.TryGetProperty("payload", out var payload)
            || payload.ValueKind != JsonValueKind.Object
            || !payload.TryGetProperty("increment_id", out var number)
            || number.ValueKind != JsonValueKind.String
        )
        {
            return "";
        }
        return TextCut.At(string.Concat(number.GetString()!.Where(static c => !char.IsControl(c))), NumberMax);
    }
}
