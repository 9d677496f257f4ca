using System.Globalization;
using System.Text.Json;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Hosting;

/// <summary>
/// Reads the values of an address's query, which arrive as text, and gathers everything that is wrong with them, so that all of it is
/// told at once.
/// </summary>
internal sealed class QueryFields
{
    private const int TextMax = 200;

    private readonly List<FieldError> _errors = [];

    /// <summary>What is wrong; null when nothing is.</summary>
    public Problem? Problem => _errors.Count > 0 ? Problem.Invalid(_errors) : null;

    /// <summary>A whole number within limits; <paramref name="otherwise"/> when the value is left out.</summary>
    public int Whole(string field, string? text, int otherwise, int least, int most) => (int)(Long(field, text, least, most) ?? otherwise);

    /// <summary>A whole number within limits; null when the value is left out.</summary>
    public long? Long(string field, string? text, long least, long most)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Add(field, $"must be a whole number from {least} to {most}.");
        return null;
    }

    /// <summary>One of a closed list; null when the value is left out.</summary>
    public TChoice? Choice<TChoice>(string field, string? text)
        where TChoice : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
            return null;
        foreach (var choice in Enum.GetValues<TChoice>())
        {
            if (Word(choice) == text)
                return choice;
        }
        Add(field, $"must be one of {string.Join(", ", Enum.GetValues<TChoice>().Select(Word))}.");
        return null;
    }

    /// <summary>Yes or no; no when the value is left out.</summary>
    public bool Flag(string field, string? text)
    {
        if (text is null or "" or "false")
            return false;
        if (text != "true")
            Add(field, "must be true or false.");
        return true;
    }

    /// <summary>A day; null when the value is left out.</summary>
    public DateOnly? Day(string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Add(field, "must be a day that exists, such as 2026-11-21.");
        return null;
    }

    /// <summary>A moment, or a day taken at its beginning in UTC; null when the value is left out.</summary>
    public DateTimeOffset? Moment(string field, string? text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (string.IsNullOrEmpty(text))
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var moment))
            return moment;
        Add(field, "must be a day or a moment, such as 2026-11-21 or 2026-11-21T14:05:00Z.");
        return null;
    }

    /// <summary>A text of at most 200 characters that can be printed; empty when the value is left out.</summary>
    public string Text(string field, string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length <= TextMax && !trimmed.Any(char.IsControl))
            return trimmed;
        Add(field, $"may have at most {TextMax} characters, all of which can be printed.");
        return "";
    }

    /// <summary>Notes something else that is wrong with a field.</summary>
    public void Add(string field, string rest) =>
        _errors.Add(new FieldError(field, $"{char.ToUpperInvariant(field[0])}{field[1..]} {rest}"));

    /// <summary>A member of a closed list as the API writes it.</summary>
    public static string Word<TChoice>(TChoice choice)
        where TChoice : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString());
}
