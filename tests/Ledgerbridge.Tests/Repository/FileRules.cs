using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Ledgerbridge.Tests.Repository.Rule;

namespace Ledgerbridge.Tests.Repository;

/// <summary>Which files there are, and files that are no code.</summary>
internal static partial class FileRules
{
    private const string BannedSymbols = "BannedSymbols.txt";
    private const string Readme = "README.md";

    /// <summary>A project of one file has nothing to explain yet.</summary>
    private const int FilesWorthExplaining = 2;

    public static IReadOnlyList<Rule> All =>
        [
            new("A project and a feature explain themselves", MissingReadmes)
            {
                Offenders =
                [
                    [new("src/Ledgerbridge.Sage/A.cs", ""), new("src/Ledgerbridge.Sage/Auth/B.cs", "")],
                    [
                        new("src/Ledgerbridge.Sage/A.cs", ""),
                        new("src/Ledgerbridge.Sage/B.cs", ""),
                        new("src/Ledgerbridge.Sage/README.md", " \n"),
                    ],
                    One("src/Ledgerbridge.Server/Runs/RunsFeature.cs", ""),
                    [
                        new("src/Ledgerbridge.Server/Runs/Internal/Lane.cs", ""),
                        new("src/Ledgerbridge.Server/Runs/Internal/README.md", "# Lanes"),
                    ],
                ],
                Innocents =
                [
                    One("src/Ledgerbridge.Sandbox/Program.cs", ""),
                    [
                        new("src/Ledgerbridge.Sage/A.cs", ""),
                        new("src/Ledgerbridge.Sage/B.cs", ""),
                        new("src/Ledgerbridge.Sage/README.md", "# Sage"),
                    ],
                    [new("src/Ledgerbridge.Server/Runs/Lane.cs", ""), new("src/Ledgerbridge.Server/Runs/README.md", "# Runs")],
                    [new("tests/Ledgerbridge.Tests/A.cs", ""), new("tests/Ledgerbridge.Tests/B.cs", "")],
                ],
            },
            new("A script may be run", ScriptsThatDoNotRun)
            {
                Offenders = [One("run", "#!/bin/sh\n"), One("deploy/backup.sh", "echo\n"), One("tools/seed.mjs", "#!/usr/bin/env node\n")],
                Innocents =
                [
                    [new("run", "#!/bin/sh\n") { IsExecutable = true }, new("docs/start.md", "# Start")],
                    [new("deploy/backup.sh", "#!/bin/sh\n") { IsExecutable = true }],
                ],
            },
            new("Nothing is tracked that the ignore file keeps out", Forced)
            {
                Offenders =
                [
                    [new("data/ledgerbridge.db", "") { IsIgnored = true }],
                ],
                Innocents = [One("src/Ledgerbridge.Kernel/Money.cs", "")],
            },
            new("A banned symbol exists and names its replacement", Banned)
            {
                Offenders =
                [
                    One(BannedSymbols, "P:System.DateTime.Now\n"),
                    One(BannedSymbols, "P:System.DateTime.Now;\n"),
                    One(BannedSymbols, "P:System.DateTime.Now;No.\n"),
                    One(BannedSymbols, "P:System.DateTime.Nwo;Take the time from an injected TimeProvider.\n"),
                    One(BannedSymbols, "M:System.Threading.Tasks.Task.Delay(System.Int32,Token);Use the overload with a TimeProvider.\n"),
                ],
                Innocents =
                [
                    One(
                        BannedSymbols,
                        "P:System.DateTime.Now;Take the time from outside.\nT:System.Threading.Tasks.Task`1;Await what it gives.\n"
                    ),
                ],
            },
            new("A link of a document leads to a file", DeadLinks)
            {
                Offenders =
                [
                    One("docs/start.md", "See [money](money-and-vat.md)."),
                    One("src/Ledgerbridge.Kernel/README.md", "See [money](../../docs/money.md#rounding)."),
                    One("README.md", "![Overview](docs/overview.png)"),
                ],
                Innocents =
                [
                    [
                        new("README.md", "[Docs](docs/start.md) [start](docs) [Sage](https://www.sage.com) [below](#start) `[a](b.md)`"),
                        new("docs/start.md", "[Up](../README.md#top)\n```\n[x](y.md)\n```\n"),
                    ],
                ],
            },
        ];

    private static IEnumerable<Offence> MissingReadmes(IReadOnlyList<RepositoryFile> files)
    {
        var code = files.Where(static file => file.IsCSharp && file.IsUnder("src") && file.Parts.Count > 2).ToArray();
        var projects = code.GroupBy(static file => FolderOf(file, 2)).Where(static project => project.Count() >= FilesWorthExplaining);
        var features = code.Where(static file => file.IsUnder("src/Ledgerbridge.Server") && file.Parts.Count > 3)
            .GroupBy(static file => FolderOf(file, 3));
        return from folder in projects.Where(static project => project.Key != "src/Ledgerbridge.Server").Concat(features)
            where !files.Any(file => file.Path == $"{folder.Key}/{Readme}" && !string.IsNullOrWhiteSpace(file.Text))
            select new Offence(folder.First().Path, 1, $"lies in {folder.Key}, which has no {Readme}");
    }

    private static string FolderOf(RepositoryFile file, int depth) => string.Join('/', file.Parts.Take(depth));

    private static IEnumerable<Offence> ScriptsThatDoNotRun(IReadOnlyList<RepositoryFile> files) =>
        from file in files
        where file.Text.StartsWith("#!", StringComparison.Ordinal) || file.Path.EndsWith(".sh", StringComparison.Ordinal)
        where !file.IsExecutable
        select file.Offence(1, "is a script that may not be run (git update-index --chmod=+x)");

    private static IEnumerable<Offence> Forced(IReadOnlyList<RepositoryFile> files) =>
        files.Where(static file => file.IsIgnored).Select(static file => file.Offence(1, "is ignored and tracked"));

    private static IEnumerable<Offence> Banned(IReadOnlyList<RepositoryFile> files)
    {
        var framework = new Lazy<Compilation>(Framework);
        return from file in files
            where file.Path == BannedSymbols
            from line in file.Lines.Index()
            where line.Item.Length > 0
            let parts = line.Item.Split(';', 2)
            let fault = parts.Length < 2 || parts[1].Split(' ').Length < 2 ? "names no replacement"
            : DocumentationCommentId.GetFirstSymbolForDeclarationId(parts[0], framework.Value) is null ? "bans what does not exist"
            : null
            where fault is not null
            select file.Offence(line.Index + 1, fault);
    }

    private static CSharpCompilation Framework() =>
        CSharpCompilation.Create("Framework", references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

    private static IEnumerable<Offence> DeadLinks(IReadOnlyList<RepositoryFile> files)
    {
        var places = files.SelectMany(static file => Ancestors(file.Path)).ToHashSet(StringComparer.Ordinal);
        return from file in files
            where file.Path.EndsWith(".md", StringComparison.Ordinal)
            from link in Link().Matches(Code().Replace(file.Text, static code => new string('\n', code.Value.Count(static c => c == '\n'))))
            let target = link.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
            where !places.Contains(Resolve(file.Folder, target))
            select file.Offence(
                1 + file.Text[..Math.Min(link.Index, file.Text.Length)].Count(static c => c == '\n'),
                $"links to {target}, which is no file"
            );
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (
            var place = path;
            place.Length > 0;
            place = place.Contains('/', StringComparison.Ordinal) ? place[..place.LastIndexOf('/')] : ""
        )
            yield return place;
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in $"{folder}/{target}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step != "..")
                steps.Add(step);
            else if (steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
        }
        return string.Join('/', steps.Where(static step => step != "."));
    }

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
