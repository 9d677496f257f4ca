using System.Globalization;
using System.Text;

namespace Ledgerbridge.Sandbox.Pages;

/// <summary>The two fonts of a document: both are among the fourteen every PDF reader has.</summary>
internal enum PdfFont
{
    Regular,
    Bold,
}

/// <summary>
/// Writes small PDF 1.4 files by hand: A4 pages of text and rules in Helvetica. Measures are points from the top left corner.
/// </summary>
internal sealed class PdfPages
{
    /// <summary>Width of the page.</summary>
    public const int Width = 595;

    /// <summary>Height of the page.</summary>
    public const int Height = 842;

    /// <summary>Widths of Helvetica's characters from space to tilde, in thousandths of the size.</summary>
    private const string Widths =
        "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 "
        + "556 1015 667 "
        + "667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 "
        + "556 556 500 "
        + "556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584";

    private static readonly int[] WidthOf = [.. Widths.Split(' ').Select(static width => int.Parse(width, CultureInfo.InvariantCulture))];

    private readonly List<StringBuilder> _pages = [new()];

    /// <summary>Starts another page.</summary>
    public void Turn() => _pages.Add(new StringBuilder());

    /// <summary>Writes a line of text with its left end at x.</summary>
    public void Text(double x, double y, string text, PdfFont font = PdfFont.Regular, double size = 9) =>
        _pages[^1]
            .Append(
                CultureInfo.InvariantCulture,
                $"BT /{(font == PdfFont.Bold ? "F2" : "F1")} {size:0.##} Tf {x:0.##} {Height - y:0.##} Td ({Escape(text)}) Tj ET\n"
            );

    /// <summary>Writes a line of text with its right end at x.</summary>
    public void TextRight(double x, double y, string text, PdfFont font = PdfFont.Regular, double size = 9) =>
        Text(x - Measure(text, size), y, text, font, size);

    /// <summary>Draws a thin rule.</summary>
    public void Rule(double x1, double x2, double y) =>
        _pages[^1].Append(CultureInfo.InvariantCulture, $"0.5 w {x1:0.##} {Height - y:0.##} m {x2:0.##} {Height - y:0.##} l S\n");

    /// <summary>How wide a text is. Bold is a little wider than this; right-aligned figures are alike in both.</summary>
    public static double Measure(string text, double size) =>
        text.Sum(static letter => letter is >= ' ' and <= '~' ? WidthOf[letter - ' '] : 556) * size / 1000.0;

    /// <summary>Breaks a text into lines no wider than this.</summary>
    public static IEnumerable<string> Wrap(string text, double width, double size)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Measure($"{line} {word}", size) > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0)
                line.Append(' ');
            line.Append(word);
        }
        yield return line.ToString();
    }

    /// <summary>The file.</summary>
    /// <param name="title">The document's title.</param>
    public byte[] Save(string title)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', _pages.Select(static (_, at) => $"{6 + (at * 2)} 0 R"))}] /Count {_pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            $"<< /Title ({Escape(title)}) /Producer (Ledgerbridge sandbox) >>",
        };
        for (var at = 0; at < _pages.Count; at++)
        {
            objects.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
                    + $"/Contents {7 + (at * 2)} 0 R >>"
            );
            objects.Add($"<< /Length {Encoding.Latin1.GetByteCount(_pages[at].ToString())} >>\nstream\n{_pages[at]}endstream");
        }
        return Assemble(objects);
    }

    private static byte[] Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new List<int>();
        for (var at = 0; at < objects.Count; at++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{objects[at]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:d10} 00000 n \n");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        // Every character is below 256, so that lengths and offsets counted in characters are bytes.
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '(' or ')' or '\\')
                safe.Append('\\').Append(letter);
            else
                safe.Append(
                    letter switch
                    {
                        '€' => '\u0080',
                        '‘' => '\u0091',
                        '’' => '\u0092',
                        '“' => '\u0093',
                        '”' => '\u0094',
                        '–' => '\u0096',
                        '—' => '\u0097',
                        < ' ' => ' ',
                        < '\u0100' => letter,
                        _ => '?',
                    }
                );
        }
        return safe.ToString();
    }
}
