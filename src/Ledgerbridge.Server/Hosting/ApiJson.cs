using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Hosting;

/// <summary>
/// The JSON of the REST API: snake_case, amounts as strings so that no reader turns them into binary fractions, closed lists as words.
/// </summary>
internal static class ApiJson
{
    /// <summary>The options, used for requests, answers and what the audit log keeps of both.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Sets options up in the same way.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        // Answers are JSON with its own media type and nosniff, so only what JSON itself needs is escaped and names stay readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new DecimalConverter());
        options.Converters.Add(new DateConverter());
        options.Converters.Add(new CurrencyConverter());
        options.Converters.Add(new MoneyConverter());
        return options;
    }

    /// <summary>Something as JSON text.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a number or a text that is a plain number (<c>115.00</c>); writes a text.</summary>
    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number)
                return reader.TryGetDecimal(out var number) ? number : throw new JsonException("Too large.");
            if (
                reader.TokenType == JsonTokenType.String
                && decimal.TryParse(reader.GetString()?.Trim(), Plain, CultureInfo.InvariantCulture, out var parsed)
            )
            {
                return parsed;
            }
            throw new JsonException("Not a number.");
        }

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Dates as <c>2026-11-21</c> and in no other form.</summary>
    private sealed class DateConverter : JsonConverter<DateOnly>
    {
        private const string Form = "yyyy-MM-dd";

        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && DateOnly.TryParseExact(reader.GetString()?.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw new JsonException("Not a date.");

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
    }

    /// <summary>A currency as its code.</summary>
    private sealed class CurrencyConverter : JsonConverter<Currency>
    {
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Currency.TryParse(reader.GetString(), out var currency) ? currency : throw new JsonException("Not a currency.");

        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Code);
    }

    /// <summary>
    /// Money as text that says both, such as <c>115.00 ZAR</c>. Only in what we keep for ourselves; answers have amount and currency
    /// apart.
    /// </summary>
    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = (reader.GetString() ?? "").Split(' ');
            return
                parts.Length == 2
                && decimal.TryParse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
                && Currency.TryParse(parts[1], out var currency)
                ? new Money(amount, currency)
                : throw new JsonException("Not an amount of money.");
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{value.ToInvariantText()} {value.Currency.Code}");
    }
}
