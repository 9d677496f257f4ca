using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledgerbridge.Server.Stores.Documents;

/// <summary>Makes a shop's text fit for the books: it is whatever somebody typed or pasted.</summary>
internal static partial class StoreText
{
    /// <summary>Shops escape once or twice (<c>&amp;amp;trade;</c>); more rounds would begin to change what people meant.</summary>
    private const int EntityRounds = 3;

    /// <summary>
    /// One line of readable text: entities decoded, control characters, marks that turn the reading direction and broken surrogates
    /// removed, white space made single blanks, ends trimmed. What still looks like an entity is broken up, because Sage refuses it.
    /// </summary>
    public static string Clean(string text)
    {
        var decoded = text;
        for (var round = 0; round < EntityRounds && decoded.Contains('&', StringComparison.Ordinal); round++)
            decoded = WebUtility.HtmlDecode(decoded);
        var clean = new StringBuilder(decoded.Length);
        foreach (var rune in decoded.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                AppendBlank(clean);
            else if (IsReadable(rune))
                clean.Append(rune.ToString());
        }
        return LooksLikeEntity().Replace(clean.ToString().Trim(), "& ${name};");
    }

    /// <summary>As <see cref="Clean"/>, without the tags of markup.</summary>
    public static string CleanWithoutMarkup(string text) => Clean(Tag().Replace(WebUtility.HtmlDecode(text), " "));

    /// <summary>At most so many UTF-16 units of the text, never half of what a person sees as one character.</summary>
    public static string Cut(string text, int lengthMax)
    {
        if (text.Length <= lengthMax)
            return text;
        var end = 0;
        for (var next = StringInfo.GetNextTextElementLength(text); end + next <= lengthMax; )
        {
            end += next;
            next = StringInfo.GetNextTextElementLength(text, end);
        }
        // One "character" can be built of more parts than fit; then at least no part is halved.
        if (end == 0)
            end = lengthMax > 0 && char.IsHighSurrogate(text[lengthMax - 1]) ? lengthMax - 1 : lengthMax;
        return text[..end].TrimEnd();
    }

    private static void AppendBlank(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
            clean.Append(' ');
    }

    private static bool IsReadable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => false,
            // The joiners hold emoji and Indic letters together; the rest of this category is invisible or turns the reading direction.
            UnicodeCategory.Format => rune.Value is 0x200C or 0x200D or (>= 0xE0020 and <= 0xE007F),
            _ => rune != Rune.ReplacementChar,
        };

    [GeneratedRegex("&(?<name>#?[A-Za-z0-9]{1,32});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LooksLikeEntity();

    [GeneratedRegex("</?[A-Za-z][^<>]{0,400}>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
