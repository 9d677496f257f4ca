using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>One property of a request type: its name in JSON, its label in sentences, and the rules its annotations set.</summary>
internal sealed class BodyField
{
    private readonly PropertyInfo _property;
    private readonly StringLengthAttribute? _length;
    private readonly RangeAttribute? _range;
    private readonly MinLengthAttribute? _itemsMin;
    private readonly int? _decimalsMax;
    private readonly bool _severalLines;
    private readonly bool _asTyped;
    private readonly EmailAddressAttribute? _email;

    private BodyField(PropertyInfo property)
    {
        _property = property;
        ValueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        var words = Name.Replace('_', ' ');
        Label = char.ToUpperInvariant(words[0]) + words[1..];
        Required = property.GetCustomAttribute<RequiredAttribute>() is not null;
        _length = property.GetCustomAttribute<StringLengthAttribute>();
        _range = property.GetCustomAttribute<RangeAttribute>();
        _itemsMin = property.GetCustomAttribute<MinLengthAttribute>();
        ItemsMax = property.GetCustomAttribute<MaxLengthAttribute>()?.Length;
        _decimalsMax = property.GetCustomAttribute<DecimalsAttribute>()?.Most;
        Alone = property.GetCustomAttribute<AloneAttribute>() is not null;
        _severalLines = property.GetCustomAttribute<SeveralLinesAttribute>() is not null;
        _email = property.GetCustomAttribute<EmailAddressAttribute>();
        _asTyped = property.GetCustomAttribute<AsTypedAttribute>() is not null;
        if (ValueType.IsGenericType && typeof(IEnumerable).IsAssignableFrom(ValueType))
            ItemType = ValueType.GetGenericArguments()[0];
    }

    public string Name { get; }

    public string Label { get; }

    public Type ValueType { get; }

    public Type? ItemType { get; }

    public int? ItemsMax { get; }

    public bool Required { get; }

    /// <summary>When it is given, nothing else is looked at.</summary>
    public bool Alone { get; }

    public bool IsObject => ValueType.IsClass && ValueType != typeof(string) && ItemType is null;

    /// <summary>What was expected, for a sentence that begins with the label and "must be".</summary>
    public string Expected =>
        ValueType switch
        {
            _ when ValueType == typeof(string) => "text",
            _ when ValueType == typeof(decimal) => "a number, such as 1250.00",
            _ when ValueType == typeof(int) || ValueType == typeof(long) => "a whole number",
            _ when ValueType == typeof(bool) => "true or false",
            _ when ValueType == typeof(DateOnly) => "a date that exists, written like 2026-11-21",
            _ when ValueType.IsEnum => "one of "
                + string.Join(", ", Enum.GetNames(ValueType).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)),
            _ => "something else",
        };

    public static BodyField[] Of(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(static p => p.CanWrite)
                .Select(static p => new BodyField(p)),
        ];

    public void Set(object target, object value) => _property.SetValue(target, value);

    /// <summary>The text as it will be used; null, with an error, when it is no clean text.</summary>
    public string? CleanText(JsonElement value, string path, List<FieldError> errors)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            errors.Add(new FieldError(path, $"{Label} must be text."));
            return null;
        }
        if (!IsText(value))
        {
            errors.Add(new FieldError(path, $"{Label} holds half a character, which no encoding knows. Type it anew."));
            return null;
        }
        var text = value.GetString()!;
        if (!_asTyped)
            text = text.Trim();
        if (text.Any(c => char.IsControl(c) && !(_severalLines && c is '\n' or '\r' or '\t')))
        {
            errors.Add(new FieldError(path, $"{Label} holds a control character, which cannot be printed. Remove it and try again."));
            return null;
        }
        return text;
    }

    /// <summary>A whole number of a list; null, with an error, when it is none.</summary>
    public object? Whole(JsonElement value, string path, List<FieldError> errors)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;
        errors.Add(new FieldError(path, $"{Label} must be a list of whole numbers."));
        return null;
    }

    /// <summary>Any JSON value; null, with an error, when a text somewhere in it is none.</summary>
    public object? AnyValue(JsonElement value, string path, List<FieldError> errors)
    {
        if (IsText(value))
            return value.Clone();
        errors.Add(new FieldError(path, $"{Label} holds half a character, which no encoding knows. Type it anew."));
        return null;
    }

    /// <summary>One of a closed list, by its word and nothing else; null, with an error, when it is none.</summary>
    public object? Choice(JsonElement value, string path, List<FieldError> errors)
    {
        var word = value.ValueKind == JsonValueKind.String && IsText(value) ? value.GetString() : null;
        foreach (var choice in Enum.GetValues(ValueType))
        {
            if (word == JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString()!))
                return choice;
        }
        errors.Add(new FieldError(path, $"{Label} must be {Expected}."));
        return null;
    }

    /// <summary>Holds a value to the annotations.</summary>
    public void Check(object? value, string path, List<FieldError> errors)
    {
        switch (value)
        {
            case string text:
                CheckText(text, path, errors);
                break;
            case IList { Count: var count } when _itemsMin is { } least && count < least.Length:
                errors.Add(new FieldError(path, $"{Label} needs at least {least.Length} {(least.Length == 1 ? "entry" : "entries")}."));
                break;
            case decimal number:
                CheckRange(number, path, errors);
                break;
            case int number:
                CheckRange(number, path, errors);
                break;
        }
    }

    /// <summary>Whether every text in a value is one: JSON can write half of a surrogate pair, which is no character.</summary>
    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Array => value.EnumerateArray().All(IsText),
                JsonValueKind.Object => value.EnumerateObject().All(static property => property.Name is not null && IsText(property.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void CheckText(string text, string path, List<FieldError> errors)
    {
        if (Required && text.Length == 0)
        {
            errors.Add(new FieldError(path, $"{Label} is missing."));
            return;
        }
        if (text.Length > 0 && _email?.IsValid(text) == false)
            errors.Add(new FieldError(path, $"{Label} must be an e-mail address, such as thandi@example.co.za."));
        if (_length is null || (text.Length == 0 && !Required))
            return;
        var count = text.EnumerateRunes().Count();
        if (count > _length.MaximumLength)
            errors.Add(new FieldError(path, $"{Label} may have at most {_length.MaximumLength} characters; this has {count}."));
        else if (count < _length.MinimumLength)
            errors.Add(new FieldError(path, $"{Label} needs at least {_length.MinimumLength} characters; this has {count}."));
    }

    private void CheckRange(decimal number, string path, List<FieldError> errors)
    {
        if (_range is not null)
        {
            var least = Convert.ToDecimal(_range.Minimum, CultureInfo.InvariantCulture);
            var most = Convert.ToDecimal(_range.Maximum, CultureInfo.InvariantCulture);
            if (number < least || number > most || (_range.MinimumIsExclusive && number == least))
            {
                var from = _range.MinimumIsExclusive ? $"more than {Plain(least)}" : $"at least {Plain(least)}";
                errors.Add(new FieldError(path, $"{Label} must be {from} and at most {Plain(most)}."));
                return;
            }
        }
        if (_decimalsMax is { } decimals && Rounding.TowardsZero.Apply(number, decimals) != number)
            errors.Add(new FieldError(path, $"{Label} may have at most {decimals} decimals."));
    }

    private static string Plain(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture).Replace(',', ' ');
}
