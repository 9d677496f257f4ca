using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>
/// Sage's JSON: snake_case, decimals as strings when sent and as strings or numbers when read, keys that are null left out.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(DecimalTextConverter), typeof(WireNumberConverter), typeof(WireDateConverter), typeof(WireInstantConverter)]
)]
[JsonSerializable(typeof(SageUser))]
[JsonSerializable(typeof(SageBusiness))]
[JsonSerializable(typeof(SageFinancialSettings))]
[JsonSerializable(typeof(SageInvoiceSettings))]
[JsonSerializable(typeof(SageContact))]
[JsonSerializable(typeof(SageAddress))]
[JsonSerializable(typeof(SageContactPerson))]
[JsonSerializable(typeof(SageSalesInvoice))]
[JsonSerializable(typeof(SageSalesCreditNote))]
[JsonSerializable(typeof(SageContactPayment))]
[JsonSerializable(typeof(SageTransaction))]
[JsonSerializable(typeof(SageContactAllocation))]
[JsonSerializable(typeof(SageItem))]
[JsonSerializable(typeof(SageStockMovement))]
[JsonSerializable(typeof(SageExchangeRate))]
[JsonSerializable(typeof(SageLedgerAccount))]
[JsonSerializable(typeof(SageTaxRate))]
[JsonSerializable(typeof(SageBankAccount))]
[JsonSerializable(typeof(SageReference))]
[JsonSerializable(typeof(SagePage<JsonElement>))]
[JsonSerializable(typeof(SagePage<SageTransaction>))]
[JsonSerializable(typeof(SagePage<SageReference>))]
[JsonSerializable(typeof(SagePage<SageBusiness>))]
[JsonSerializable(typeof(SagePage<SageContact>))]
[JsonSerializable(typeof(SagePage<SageAddress>))]
[JsonSerializable(typeof(SagePage<SageContactPerson>))]
[JsonSerializable(typeof(SagePage<SageSalesInvoice>))]
[JsonSerializable(typeof(SagePage<SageLedgerAccount>))]
[JsonSerializable(typeof(SagePage<SageTaxRate>))]
[JsonSerializable(typeof(SagePage<SageBankAccount>))]
[JsonSerializable(typeof(SagePage<SageSalesCreditNote>))]
[JsonSerializable(typeof(SagePage<SageContactPayment>))]
[JsonSerializable(typeof(SagePage<SageContactAllocation>))]
[JsonSerializable(typeof(SagePage<SageItem>))]
[JsonSerializable(typeof(SagePage<SageStockMovement>))]
[JsonSerializable(typeof(SagePage<SageExchangeRate>))]
[JsonSerializable(typeof(SendSalesCreditNote))]
[JsonSerializable(typeof(SendContactPayment))]
[JsonSerializable(typeof(SendContactAllocation))]
[JsonSerializable(typeof(SendProduct))]
[JsonSerializable(typeof(SendService))]
[JsonSerializable(typeof(SendStockItem))]
[JsonSerializable(typeof(SendStockMovement))]
[JsonSerializable(typeof(SendContact))]
[JsonSerializable(typeof(SendAddress))]
[JsonSerializable(typeof(SendContactPerson))]
[JsonSerializable(typeof(SendSalesInvoice))]
[JsonSerializable(typeof(VoidReason))]
internal sealed partial class WireJson : JsonSerializerContext;

/// <summary>
/// Decimals travel as text (<c>"12.5"</c>), so that no reader on the way turns them into binary fractions; numbers are read as well
/// (SAGE's swagger says number).
/// </summary>
internal sealed class DecimalTextConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetDecimal(out var number) ? number : throw new JsonException("The number is too large.");
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A decimal was expected.");
        return decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException("A decimal was expected.");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Whole numbers, as numbers or as text; null, which Sage may answer for anything, is nought.</summary>
internal sealed class WireNumberConverter : JsonConverter<int>
{
    public override bool HandleNull => true;

    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => 0,
            JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
            JsonTokenType.String when int.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new JsonException("A whole number was expected."),
        };

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>Lists as Sage may answer them.</summary>
internal static class WireLists
{
    /// <summary>The list without its nulls; empty for no list.</summary>
    public static IReadOnlyList<T> WithoutHoles<T>(IReadOnlyList<T>? list) =>
        list is null ? [] : [.. list.Where(static item => item is not null)];
}

/// <summary>
/// Dates as <c>2026-03-02</c>, with a time behind them, or slashed as in <c>last_paid</c> (<c>05/01/2022</c>, day first).
/// </summary>
internal sealed class WireDateConverter : JsonConverter<DateOnly>
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "dd/MM/yyyy"];

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : "";
        var day = text.Contains('T', StringComparison.Ordinal) ? text[..text.IndexOf('T', StringComparison.Ordinal)] : text;
        return DateOnly.TryParseExact(day, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException("A date was expected.");
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>Instants with or without a fraction; without a zone they are taken as UTC.</summary>
internal sealed class WireInstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.TryParse(
            reader.TokenType == JsonTokenType.String ? reader.GetString() : "",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? at
            : throw new JsonException("An instant was expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
}
