using System.Text;

namespace Ledgerbridge.Testing;

/// <summary>An oddity of Sage, from <c>contracts/sage/quirks.yaml</c>.</summary>
public sealed record SandboxQuirk
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>What Sage does.</summary>
    public required string What { get; init; }

    /// <summary><c>documented</c>, <c>captured</c>, <c>inferred</c> or <c>unknown</c>.</summary>
    public required string Confidence { get; init; }
    public required string Evidence { get; init; }

    /// <summary>What the sandbox does about it.</summary>
    public required string Sandbox { get; init; }

    /// <summary>What a client has to do.</summary>
    public required string Client { get; init; }
}

/// <summary>The list of oddities, read from the subset of YAML the file keeps to, and the page made from it.</summary>
public static class SandboxQuirks
{
    private static readonly string[] Keys = ["id", "title", "what", "confidence", "evidence", "sandbox", "client"];

    /// <summary>How sure an entry can be, and what it means.</summary>
    public static readonly IReadOnlyList<(string Word, string Meaning)> Confidences =
    [
        ("documented", "Sage's own pages say so"),
        ("captured", "seen in an answer, in working code or in an issue"),
        ("inferred", "follows from what is known"),
        ("unknown", "nobody has said or shown it"),
    ];

    /// <summary>Every entry.</summary>
    /// <exception cref="FormatException">A line is not of the form the file keeps to.</exception>
    public static IReadOnlyList<SandboxQuirk> Load() => Parse(File.ReadAllText(RepositoryFiles.At("contracts", "sage", "quirks.yaml")));

    /// <summary>Reads the file's text.</summary>
    public static IReadOnlyList<SandboxQuirk> Parse(string yaml)
    {
        var lines = yaml.Split('\n').Where(static line => line.Length > 0 && !line.StartsWith('#')).ToList();
        if (lines.Count == 0 || lines[0] != "quirks:" || (lines.Count - 1) % Keys.Length != 0)
            throw new FormatException($"The file must be 'quirks:' and {Keys.Length} lines per entry.");
        return [.. lines.Skip(1).Chunk(Keys.Length).Select(Entry)];
    }

    /// <summary>The page for people.</summary>
    public static string Page(IReadOnlyList<SandboxQuirk> quirks)
    {
        var page = new StringBuilder();
        page.Append("# Sage's oddities\n\n");
        page.Append(
            "What Sage Accounting's API v3.1 does that its official description does not say, or says otherwise; what the sandbox does "
                + "about it,\n"
        );
        page.Append(
            "and what a client has to do. Made from `contracts/sage/quirks.yaml`: change that file, then run the tests once with\n"
        );
        page.Append("`LEDGERBRIDGE_WRITE_DOCS=1`. Each entry is proved by at least one test that carries its id.\n\n");
        page.Append("How sure each one is:\n\n");
        foreach (var (word, meaning) in Confidences)
            page.Append($"- **{word}**: {meaning}.\n");
        foreach (var quirk in quirks)
        {
            page.Append($"\n## {quirk.Id}: {quirk.Title}\n\n");
            page.Append($"{quirk.What}\n\n");
            page.Append($"- **The sandbox**: {quirk.Sandbox}\n");
            page.Append($"- **A client**: {quirk.Client}\n");
            page.Append($"- {quirk.Confidence}; {quirk.Evidence}\n");
        }
        return page.ToString();
    }

    private static SandboxQuirk Entry(string[] lines)
    {
        var values = lines.Select((line, at) => Value(line, Keys[at], first: at == 0)).ToArray();
        return new SandboxQuirk
        {
            Id = values[0],
            Title = values[1],
            What = values[2],
            Confidence = values[3],
            Evidence = values[4],
            Sandbox = values[5],
            Client = values[6],
        };
    }

    private static string Value(string line, string key, bool first)
    {
        var start = $"{(first ? "  - " : "    ")}{key}: ";
        if (!line.StartsWith(start, StringComparison.Ordinal))
            throw new FormatException($"Expected '{start}', found '{line}'.");
        var value = line[start.Length..];
        return value is ['"', .. var text, '"'] ? text : value;
    }
}
