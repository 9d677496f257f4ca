using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Stores.Documents.Internal;

/// <summary>Reads the fields of one object of a shop's document and notes what is missing or wrong.</summary>
internal sealed partial class DocumentFields(JsonElement element, string path, List<FieldError> errors)
{
    /// <summary>No shop sells for more; what is larger is garbage and would not fit an amount of money either.</summary>
    private const decimal AmountMax = 1_000_000_000_000m;

    /// <summary>A host may print its binary noise (0.98999999999999999); the shop itself counts to four places.</summary>
    private const int Places = 4;

    /// <summary>Exchange rates are worth more places: the small ones have few digits as it is.</summary>
    private const int RatePlaces = 10;

    private const int LinesMax = 5000;

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss",
    ];

    public string Text(string key) => StoreText.Clean(Raw(key));

    public string TextWithoutMarkup(string key) => StoreText.CleanWithoutMarkup(Raw(key));

    public string NeededText(string key)
    {
        var text = Text(key);
        if (text.Length == 0)
            Missing(key);
        return text;
    }

    public bool Has(string key) => Find(key) is not null;

    public decimal? AmountOrNull(string key) => Find(key) is { } found ? ReadNumber(key, found, Places) : null;

    public decimal? RateOrNull(string key) => Find(key) is { } found ? ReadNumber(key, found, RatePlaces) : null;

    public decimal Amount(string key) => AmountOrNull(key) ?? 0m;

    public decimal NeededAmount(string key)
    {
        if (Find(key) is { } found)
            return ReadNumber(key, found, Places);
        Missing(key);
        return 0m;
    }

    public long? WholeOrNull(string key)
    {
        if (Find(key) is not { } found)
            return null;
        if (Number(found) is { } number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue)
            return (long)number;
        Wrong(key, "is no whole number");
        return null;
    }

    public int Small(string key) => SmallOrNull(key) ?? 0;

    public int? SmallOrNull(string key)
    {
        if (WholeOrNull(key) is not { } whole)
            return null;
        if (whole is >= int.MinValue and <= int.MaxValue)
            return (int)whole;
        Wrong(key, "is too large");
        return null;
    }

    public long NeededId(string key)
    {
        if (Find(key) is null)
            Missing(key);
        else if (WholeOrNull(key) is { } id)
        {
            if (id > 0)
                return id;
            Wrong(key, "is not above zero");
        }
        return 0;
    }

    public bool Flag(string key) => Find(key) is { } found && (found.ValueKind == JsonValueKind.True || Number(found) is not (null or 0m));

    public DateTimeOffset? TimeOrNull(string key)
    {
        if (Text(key) is not { Length: > 0 } text)
            return null;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, Utc, out var time))
            return time;
        Wrong(key, $"is no time ('{StoreText.Cut(text, 40)}')");
        return null;
    }

    public DateTimeOffset NeededTime(string key)
    {
        if (Text(key).Length == 0)
            Missing(key);
        return TimeOrNull(key) ?? default;
    }

    public DocumentFields? Part(string key)
    {
        if (Find(key) is not { } found)
            return null;
        if (found.ValueKind == JsonValueKind.Object)
            return new DocumentFields(found, path + key + ".", errors);
        // A PHP array without entries arrives as a list although an object is meant.
        if (found.ValueKind != JsonValueKind.Array || found.GetArrayLength() > 0)
            Wrong(key, "is no group of fields");
        return null;
    }

    public IReadOnlyList<DocumentFields> Parts(string key)
    {
        if (Find(key) is not { } found)
            return [];
        if (found.ValueKind != JsonValueKind.Array || found.EnumerateArray().Any(static item => item.ValueKind != JsonValueKind.Object))
        {
            Wrong(key, "is no list of groups of fields");
            return [];
        }
        if (found.GetArrayLength() > LinesMax)
        {
            Wrong(key, $"has more than {LinesMax} entries");
            return [];
        }
        return [.. found.EnumerateArray().Select((item, i) => new DocumentFields(item, $"{path}{key}[{i}].", errors))];
    }

    public IReadOnlyList<string> Texts(string key) =>
        Find(key) is { ValueKind: JsonValueKind.Array } found
            ? [.. found.EnumerateArray().Select(static item => StoreText.Clean(TextOf(item))).Where(static text => text.Length > 0)]
            : [];

    public IReadOnlyList<int> Numbers(string key) =>
        Find(key) is { ValueKind: JsonValueKind.Array } found
            ?
            [
                .. found
                    .EnumerateArray()
                    .Select(Number)
                    .Where(static number => number is >= int.MinValue and <= int.MaxValue)
                    .Select(static number => (int)number!.Value),
            ]
            : [];

    public void Missing(string key) => errors.Add(new FieldError(path + key, $"{path}{key} is missing"));

    public void Wrong(string key, string what) => errors.Add(new FieldError(path + key, $"{path}{key} {what}"));

    private JsonElement? Find(string key) =>
        element.TryGetProperty(key, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private string Raw(string key) => Find(key) is { } found ? TextOf(found) : "";

    private decimal ReadNumber(string key, JsonElement found, int places)
    {
        if (Number(found) is not { } number)
            Wrong(key, "is no number");
        else if (Math.Abs(number) >= AmountMax)
            Wrong(key, "is absurdly large");
        else
            return Rounding.HalfAwayFromZero.Apply(number, places);
        return 0m;
    }

    private static decimal? Number(JsonElement found) =>
        found.ValueKind switch
        {
            JsonValueKind.Number when found.TryGetDecimal(out var number) => number,
            JsonValueKind.String when decimal.TryParse(TextOf(found), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                number,
            _ => null,
        };

    private static string TextOf(JsonElement found)
    {
        if (found.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return "";
        if (found.ValueKind != JsonValueKind.String)
            return found.GetRawText();
        try
        {
            return found.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of an escaped emoji cannot be read as text; the rest of the text can.
            return JsonDocument.Parse(LoneSurrogate().Replace(found.GetRawText(), "")).RootElement.GetString() ?? "";
        }
    }

    [GeneratedRegex(
        @"(?<=(?<!\\)(?:\\\\)*)(?:\\u[dD][89aAbB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
            + @"|(?<!\\u[dD][89aAbB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LoneSurrogate();
}
