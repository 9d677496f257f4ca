namespace Ledgerbridge.Tests.Repository;

/// <summary>
/// Who may know whom, written one row a line: <c>Stores -&gt; Runs Settings</c>. A row <c>* -&gt; Storage</c> names what everybody may
/// know; those named there have to name in rows of their own whom they know. Lines that begin with <c>#</c> explain.
/// </summary>
internal sealed class EdgeTable
{
    private const string Anybody = "*";
    private readonly RepositoryFile _file;
    private readonly Dictionary<string, (int Line, string[] Known)> _rows = new(StringComparer.Ordinal);
    private readonly List<Offence> _faults = [];

    private EdgeTable(RepositoryFile file)
    {
        _file = file;
        foreach (var (index, line) in file.Lines.Index().Where(static line => line.Item.Trim().Length > 0 && line.Item[0] != '#'))
        {
            var parts = line.Split("->");
            var known = parts.Length == 2 ? parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (parts.Length != 2 || parts[0].Trim().Contains(' ', StringComparison.Ordinal))
                _faults.Add(file.Offence(index + 1, "is no row of the form 'A -> B C'"));
            else if (!_rows.TryAdd(parts[0].Trim(), (index + 1, known)))
                _faults.Add(file.Offence(index + 1, $"is a second row for {parts[0].Trim()}"));
        }
    }

    /// <summary>The table of that path; null when the files hold none.</summary>
    public static EdgeTable? In(IReadOnlyList<RepositoryFile> files, string path) =>
        files.SingleOrDefault(file => file.Path == path) is { } file ? new EdgeTable(file) : null;

    /// <summary>What is wrong between the table and what was found.</summary>
    /// <param name="nodes">Everything that needs a row, with a file that stands for it.</param>
    /// <param name="edges">Every edge found.</param>
    /// <param name="mayNameMissing">Whether a row may name what does not exist yet.</param>
    public IEnumerable<Offence> Compare(IReadOnlyDictionary<string, RepositoryFile> nodes, IReadOnlyList<Edge> edges, bool mayNameMissing)
    {
        var open = _rows.TryGetValue(Anybody, out var anybody) ? anybody.Known : [];
        var rows = _rows.Where(static row => row.Key != Anybody).ToArray();
        var withoutRow = nodes
            .Where(node => !_rows.ContainsKey(node.Key))
            .Select(static node => node.Value.Offence(1, $"{node.Key} has no row in the table"));
        var withoutNode = rows.Where(row => !mayNameMissing && !nodes.ContainsKey(row.Key))
            .Select(row => _file.Offence(row.Value.Line, $"{row.Key} has a row and does not exist"));
        var unlisted = edges
            .Where(edge => _rows.ContainsKey(edge.From) && !_rows[edge.From].Known.Contains(edge.To))
            .Where(edge => !open.Contains(edge.To) || open.Contains(edge.From))
            .Select(static edge => edge.Offence($"{edge.From} may not know {edge.To}"));
        var unused =
            from row in rows
            where nodes.ContainsKey(row.Key)
            from known in row.Value.Known
            where !edges.Any(edge => edge.From == row.Key && edge.To == known)
            select _file.Offence(row.Value.Line, $"{row.Key} may know {known} and does not");
        var unusedByAll = open.Where(known => nodes.Count > 0 && !edges.Any(edge => edge.To == known))
            .Select(known => _file.Offence(anybody.Line, $"anybody may know {known} and nobody does"));
        return [.. _faults, .. withoutRow, .. withoutNode, .. unlisted, .. unused, .. unusedByAll];
    }
}

/// <summary>That one knows another, and where.</summary>
internal sealed record Edge(string From, string To, RepositoryFile File, int Line)
{
    public Offence Offence(string what) => File.Offence(Line, what);

    /// <summary>Reports one edge of each circle among the edges.</summary>
    public static IEnumerable<Offence> Circles(IReadOnlyList<Edge> edges)
    {
        var known = edges.ToLookup(static edge => edge.From, static edge => edge.To, StringComparer.Ordinal);
        return edges
            .DistinctBy(static edge => (edge.From, edge.To))
            .Where(edge => Reaches(edge.To, edge.From, known, []))
            .Select(static edge => edge.Offence($"{edge.From} knows {edge.To}, which knows {edge.From} by some way"));
    }

    private static bool Reaches(string from, string to, ILookup<string, string> known, HashSet<string> seen) =>
        from == to || (seen.Add(from) && known[from].Any(next => Reaches(next, to, known, seen)));
}
