using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Ledgerbridge.Kernel;

/// <summary>Something that has ids of its own; gives them their prefix.</summary>
public interface IIdKind
{
    /// <summary>The letters before the underscore, such as <c>con</c>.</summary>
    static abstract string Prefix { get; }
}

/// <summary>
/// An id of one kind of thing, such as <c>con_01jd3…</c>: a prefix that says what it names, then 26 characters that sort by the time of
/// making and cannot be guessed. Ids of two kinds are two types. The default value names nothing and throws when it is used.
/// </summary>
public readonly record struct Id<TKind> : IComparable<Id<TKind>>
    where TKind : IIdKind
{
    private readonly string? _text;

    private Id(string text) => _text = text;

    /// <summary>The id as text.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names nothing.</exception>
    public string Text => _text ?? throw new InvalidOperationException($"This {TKind.Prefix} id was never set.");

    /// <summary>True for the default value.</summary>
    public bool IsDefault => _text is null;

    /// <summary>Makes a new id from the time and ten random bytes, both from outside so that this stays a function of its inputs.</summary>
    /// <exception cref="ArgumentException">There are not exactly ten random bytes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is before 1970.</exception>
    public static Id<TKind> Create(DateTimeOffset at, ReadOnlySpan<byte> tenRandomBytes) =>
        new($"{TKind.Prefix}_{IdText.Encode(at, tenRandomBytes)}");

    /// <summary>Reads an id; false when the text has another prefix or shape.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Id<TKind> id)
    {
        if (text is not null && IdText.IsWellFormed(text, TKind.Prefix))
        {
            id = new Id<TKind>(text);
            return true;
        }
        id = default;
        return false;
    }

    /// <summary>Reads an id that this system has made.</summary>
    /// <exception cref="FormatException">The text has another prefix or shape.</exception>
    public static Id<TKind> Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"Not an id of the kind '{TKind.Prefix}'.");

    /// <inheritdoc />
    public int CompareTo(Id<TKind> other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The id as text; empty for the default value.</summary>
    public override string ToString() => _text ?? "";

    /// <summary>Orders by the time of making.</summary>
    public static bool operator <(Id<TKind> left, Id<TKind> right) => left.CompareTo(right) < 0;

    /// <summary>Orders by the time of making.</summary>
    public static bool operator >(Id<TKind> left, Id<TKind> right) => left.CompareTo(right) > 0;

    /// <summary>Orders by the time of making.</summary>
    public static bool operator <=(Id<TKind> left, Id<TKind> right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by the time of making.</summary>
    public static bool operator >=(Id<TKind> left, Id<TKind> right) => left.CompareTo(right) >= 0;
}

/// <summary>The 26 characters after the prefix: 48 bits of milliseconds and 80 random bits in Crockford's base 32, lower case.</summary>
internal static class IdText
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>Twenty-six digits hold 130 bits; an id has 128, so its first digit has only three of them.</summary>
    private const char HighestFirstDigit = '7';

    private const int RandomLength = 10;
    private static readonly SearchValues<char> DigitSet = SearchValues.Create(Digits);

    public static string Encode(DateTimeOffset at, ReadOnlySpan<byte> random)
    {
        if (random.Length != RandomLength)
            throw new ArgumentException($"Give {RandomLength} random bytes.", nameof(random));
        ArgumentOutOfRangeException.ThrowIfLessThan(at, DateTimeOffset.UnixEpoch);
        UInt128 bits = (ulong)at.ToUnixTimeMilliseconds();
        foreach (var b in random)
            bits = (bits << 8) | b;
        Span<char> text = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(bits & 31)];
            bits >>= 5;
        }
        return new string(text);
    }

    public static bool IsWellFormed(string text, string prefix) =>
        text.Length == prefix.Length + 1 + Length
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && text[prefix.Length] == '_'
        && text[prefix.Length + 1] <= HighestFirstDigit
        && !text.AsSpan(prefix.Length + 1).ContainsAnyExcept(DigitSet);
}
