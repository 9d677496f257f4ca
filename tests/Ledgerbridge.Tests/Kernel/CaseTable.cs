using System.Globalization;

namespace Ledgerbridge.Tests.Kernel;

/// <summary>
/// Cases written as a ledger: a head line, then one case a line, columns parted by bars. The same reader takes a table out of a Markdown
/// page, so that a document's examples are held to the code.
/// </summary>
internal static class CaseTable
{
    /// <summary>Reads a table that is the whole text.</summary>
    public static IReadOnlyList<CaseRow> Read(string text) => Rows([.. text.Split('\n').Where(static line => line.Trim().Length > 0)]);

    /// <summary>Reads the one table of a Markdown page whose first columns are headed so.</summary>
    /// <exception cref="FormatException">The page has no such table, or more than one.</exception>
    public static IReadOnlyList<CaseRow> FromMarkdown(string page, params IReadOnlyList<string> firstColumns)
    {
        var lines = page.Split('\n');
        var heads = Enumerable
            .Range(0, lines.Length)
            .Where(i => lines[i].StartsWith('|') && Cells(lines[i]).Take(firstColumns.Count).SequenceEqual(firstColumns))
            .ToArray();
        if (heads.Length != 1)
            throw new FormatException($"Expected one table headed '{string.Join(" | ", firstColumns)}', found {heads.Length}.");
        var table = lines.Skip(heads[0]).TakeWhile(static line => line.StartsWith('|')).ToArray();
        return Rows([table[0], .. table.Skip(2)]);
    }

    private static List<CaseRow> Rows(IReadOnlyList<string> lines)
    {
        var head = Cells(lines[0]);
        var rows = new List<CaseRow>();
        foreach (var line in lines.Skip(1))
        {
            var cells = Cells(line);
            if (cells.Length != head.Length)
                throw new FormatException($"'{line}' has {cells.Length} columns, its head has {head.Length}.");
            rows.Add(new CaseRow(line.Trim(), head.Zip(cells).ToDictionary(static pair => pair.First, static pair => pair.Second)));
        }
        return rows.Count > 0 ? rows : throw new FormatException("A table without cases proves nothing.");
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(static cell => cell.Trim().Trim('`'))];
}

/// <summary>One case.</summary>
/// <param name="Line">The whole line, for the message of a failing test.</param>
/// <param name="Cells">The cells by the head of their column.</param>
internal sealed record CaseRow(string Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells[column];

    /// <summary>The cell as a number in invariant form; spaces between thousands do not matter.</summary>
    public decimal Number(string column) =>
        decimal.Parse(this[column].Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    /// <summary>The cell as a list of numbers parted by commas.</summary>
    public decimal[] Numbers(string column) =>
        [.. this[column].Split(',').Select(static number => decimal.Parse(number.Trim(), CultureInfo.InvariantCulture))];
}
