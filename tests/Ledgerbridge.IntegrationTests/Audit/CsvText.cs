using System.Text;

namespace Ledgerbridge.IntegrationTests.Audit;

/// <summary>Reads CSV as RFC 4180 has it, so that the export is not read by the code that wrote it.</summary>
internal static class CsvText
{
    /// <summary>The rows, each with its cells.</summary>
    public static IReadOnlyList<string[]> Read(string text)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n')
                EndCell();
            else if (quoted || c != '\r')
                cell.Append(c);
            if (!quoted && c == '\n')
                EndRow();
        }
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            rows.Add([.. row]);
            row.Clear();
        }
    }
}
