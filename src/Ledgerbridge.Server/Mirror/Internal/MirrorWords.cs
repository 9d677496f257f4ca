using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>
/// The words records are found by, as typed from their beginning: runs of letters and digits in small letters without accents, and of a
/// number such as <c>INV-000123</c> also <c>inv</c>, <c>000123</c> and <c>123</c>. Only letters a to z and digits are kept, others are
/// spelled out, so that any order of letters a database may go by puts words of the same beginning next to each other.
/// </summary>
internal static class MirrorWords
{
    /// <summary>The longest word that is kept; a longer one is cut.</summary>
    public const int LengthMax = 32;

    private const int WordsMax = 40;

    /// <summary>Letters without their accents. The framework knows none in the invariant mode this product runs in.</summary>
    private static readonly FrozenDictionary<char, string> Bare = new (string Letters, string Plain)[]
    {
        ("àáâãäåāăą", "a"),
        ("çćĉċč", "c"),
        ("ðďđ", "d"),
        ("èéêëēĕėęě", "e"),
        ("ĝğġģ", "g"),
        ("ìíîïĩīĭįı", "i"),
        ("ķ", "k"),
        ("ĺļľł", "l"),
        ("ñńņňŉ", "n"),
        ("òóôõöøōŏő", "o"),
        ("ŕŗř", "r"),
        ("śŝşšș", "s"),
        ("ţťŧț", "t"),
        ("ùúûüũūŭůűų", "u"),
        ("ŵ", "w"),
        ("ýÿŷ", "y"),
        ("źżž", "z"),
        ("ß", "ss"),
        ("æ", "ae"),
        ("œ", "oe"),
        ("þ", "th"),
    }
        .SelectMany(static row => row.Letters.Select(letter => KeyValuePair.Create(letter, row.Plain)))
        .ToFrozenDictionary();

    /// <summary>The words of some texts, each once, parted by blanks.</summary>
    public static string Of(params ReadOnlySpan<string?> texts)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var word in Split(text ?? ""))
            {
                if (words.Count >= WordsMax)
                    break;
                words.Add(Cut(word));
                foreach (var part in Parts(word))
                    words.Add(Cut(part));
            }
        }
        return string.Join(' ', words);
    }

    /// <summary>The words somebody typed, each the beginning of what is meant.</summary>
    public static IReadOnlyList<string> Typed(string text) => [.. Split(text).Select(Cut).Distinct(StringComparer.Ordinal).Take(8)];

    /// <summary>The last word that begins with another.</summary>
    public static string LastOf(string beginning) => beginning.PadRight(LengthMax + 1, 'z');

    private static string Cut(string word) => word.Length <= LengthMax ? word : word[..LengthMax];

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var written in text)
        {
            var letter = char.ToLowerInvariant(written);
            if (char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAsciiLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (Bare.TryGetValue(letter, out var bare))
            {
                word.Append(bare);
            }
            else if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                word.Append(CultureInfo.InvariantCulture, $"u{(int)letter:x4}");
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    /// <summary>Where letters and digits meet, and digits without the noughts before them.</summary>
    private static IEnumerable<string> Parts(string word)
    {
        var begin = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i < word.Length && char.IsAsciiDigit(word[i]) == char.IsAsciiDigit(word[begin]))
                continue;
            var part = word[begin..i];
            if (part.Length < word.Length)
                yield return part;
            if (char.IsAsciiDigit(part[0]) && part.TrimStart('0') is { Length: > 0 } bare && bare.Length < part.Length)
                yield return bare;
            begin = i;
        }
    }
}
