using System.Globalization;
using System.Text.Json;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>Cuts text where a reader would not see half a character.</summary>
internal static class TextCut
{
    /// <summary>At most so many UTF-16 units of a text, never one half of a pair.</summary>
    public static string At(string text, int most) =>
        text.Length <= most ? text
        : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)]
        : text[..most];
}

/// <summary>The body of a report to a shop.</summary>
internal static class SyncReportBody
{
    /// <summary>The shop keeps so many characters of each text and cuts the rest without a word.</summary>
    private const int TextMax = 64;

    private const string Provider = "sage_accounting";

    /// <summary>The report as JSON; what is not there is null, and wiped in the shop.</summary>
    public static string Of(SyncReport report) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["entity_type"] = report.Entity.Text(),
                ["magento_entity_id"] = report.EntityId,
                ["provider"] = Provider,
                ["sync_status"] = report.Status.ToString().ToLowerInvariant(),
                ["provider_entity_id"] = Cut(report.SageId),
                ["provider_reference"] = Cut(report.Reference),
                ["skip_reason"] = Cut(report.SkipReason),
                ["error_code"] = Cut(report.ErrorCode),
                ["last_sync_at"] = report.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            }
        );

    private static string? Cut(string? text) => string.IsNullOrEmpty(text) ? null : TextCut.At(text, TextMax);
}

/// <summary>The shop's list of ways to be paid.</summary>
internal static class PaymentMethodList
{
    /// <summary>The list; null when the body is none. Entries without a code are left out.</summary>
    public static IReadOnlyList<StorePaymentMethod>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(Method).OfType<StorePaymentMethod>()]
                : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static StorePaymentMethod? Method(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && TextOf(entry, "code") is { Length: > 0 } code
            ? new StorePaymentMethod(
                code,
                TextOf(entry, "label") ?? "",
                entry.TryGetProperty("is_active", out var active) && active.ValueKind == JsonValueKind.True
            )
            : null;

    private static string? TextOf(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>What a ping answers.</summary>
internal static class PingBody
{
    /// <summary>
    /// The time by the shop's clock: the third of the list it answers with, or a value of that meaning should a later version answer with
    /// an object. Null when it says none.
    /// </summary>
    public static DateTimeOffset? ShopTime(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        IEnumerable<JsonElement> values = document.RootElement.ValueKind switch
        {
            JsonValueKind.Array => document.RootElement.EnumerateArray().Skip(2).Take(1),
            JsonValueKind.Object => document.RootElement.EnumerateObject().Select(static property => property.Value),
            _ => [],
        };
        foreach (var value in values.Where(static value => value.ValueKind == JsonValueKind.String))
        {
            if (DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                return time;
        }
        return null;
    }
}
