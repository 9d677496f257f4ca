using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ledgerbridge.Tests.Repository;

/// <summary>Which feature of the server may know which other; the table is <c>feature-edges.txt</c> beside this file.</summary>
internal static partial class FeatureRules
{
    private const string Table = "tests/Ledgerbridge.Tests/Repository/feature-edges.txt";
    private const string ServerFolder = "src/Ledgerbridge.Server";
    private const string ServerProject = "src/Ledgerbridge.Server/Ledgerbridge.Server.csproj";
    private static readonly string[] ServerName = ["Ledgerbridge", "Server"];

    /// <summary>The kinds of ids belong to no feature: every feature names the others' things by them.</summary>
    private static readonly string[] IdKinds = ["Ledgerbridge", "Server", "Ids"];

    public static IReadOnlyList<Rule> All =>
        [
            new("A feature knows those whom the table names, all of them and no other", FeatureEdges)
            {
                Offenders =
                [
                    World("Stores ->\nRuns ->", ("Stores", "using Ledgerbridge.Server.Runs;"), ("Runs", "")),
                    World("Stores ->\nRuns ->", ("Stores", "using static Ledgerbridge.Server.Runs.Lane;"), ("Runs", "")),
                    World("Stores ->\nRuns ->", ("Stores", "using L = Ledgerbridge.Server.Runs.Lane;"), ("Runs", "")),
                    World("Stores ->\nRuns ->", ("Stores", "class A { Ledgerbridge.Server.Runs.Lane L; }"), ("Runs", "")),
                    World(
                        "Stores ->\nRuns ->",
                        ("Stores", "class A { object L = global::Ledgerbridge.Server.Runs.Lane.One; }"),
                        ("Runs", "")
                    ),
                    World("Stores ->\nRuns ->", ("Stores", "class A { Server.Runs.Lane L; }"), ("Runs", "")),
                    World("Stores ->\nRuns ->", ("Stores", "class A { List<Runs.Lane> L; }"), ("Runs", "")),
                    World("Stores ->\nRuns ->", ("Stores", "class A { object L = Runs.Lane.Start(); }"), ("Runs", "")),
                    World("Stores ->\nRuns ->", ("Stores/Internal", "using Ledgerbridge.Server.Runs;"), ("Runs", "")),
                    World("Stores -> Runs\nRuns ->", ("Stores", ""), ("Runs", "")),
                    World("Stores ->", ("Stores", ""), ("Runs", "")),
                    World("Stores ->\nRuns ->", ("Stores", "")),
                    World(
                        "Stores -> Runs\nRuns -> Stores",
                        ("Stores", "using Ledgerbridge.Server.Runs;"),
                        ("Runs", "using Ledgerbridge.Server.Stores;")
                    ),
                    World(
                        "A -> B\nB -> C\nC -> A",
                        ("A", "using Ledgerbridge.Server.B;"),
                        ("B", "using Ledgerbridge.Server.C;"),
                        ("C", "using Ledgerbridge.Server.A;")
                    ),
                    World("* -> Storage\nStorage ->\nRuns ->", ("Storage", ""), ("Runs", "")),
                    World(
                        "* -> Storage Audit\nStorage ->\nAudit ->\nRuns ->",
                        ("Storage", ""),
                        ("Audit", "using Ledgerbridge.Server.Storage;"),
                        ("Runs", "using Ledgerbridge.Server.Storage;\nusing Ledgerbridge.Server.Audit;")
                    ),
                    World("Runs ->\nRuns ->", ("Runs", "")),
                    World("Runs", ("Runs", "")),
                    Rule.One($"{ServerFolder}/Runs/A.cs", ""),
                ],
                Innocents =
                [
                    Rule.One(Table, "# No server yet.\n"),
                    World(
                        "Stores -> Runs\nRuns ->",
                        ("Stores", "using Ledgerbridge.Server.Runs;"),
                        ("Runs", "using Ledgerbridge.Server.Runs.Internal;")
                    ),
                    World(
                        "# Whom everybody may know:\n* -> Storage\nStorage ->\nRuns ->\nStores ->",
                        ("Storage", "class Db { Set Runs; void M() => Runs.Find(1); }"),
                        ("Runs", "using Ledgerbridge.Server.Storage;"),
                        ("Stores", "// Ledgerbridge.Server.Runs\nclass A { string S = \"Ledgerbridge.Server.Runs.Lane\"; }")
                    ),
                    [
                        .. World("Runs ->\nStores ->", ("Runs", ""), ("Stores", "using Ledgerbridge.Kernel;")),
                        new RepositoryFile(
                            $"{ServerFolder}/LedgerbridgeServer.cs",
                            "using Ledgerbridge.Server.Runs;\nusing Ledgerbridge.Server.Stores;"
                        ),
                    ],
                ],
            },
            new("No feature is opened for all files at once", HiddenEdges)
            {
                Offenders =
                [
                    Rule.One($"{ServerFolder}/Usings.cs", "global using Ledgerbridge.Server.Runs;"),
                    Rule.One(ServerProject, "<Project><ItemGroup><Using Include=\"Ledgerbridge.Server.Runs\" /></ItemGroup></Project>"),
                ],
                Innocents =
                [
                    Rule.One($"{ServerFolder}/Usings.cs", "global using Ledgerbridge.Kernel;"),
                    Rule.One($"{ServerFolder}/Usings.cs", "global using RunId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Run>;"),
                    Rule.One(ServerProject, "<Project><ItemGroup><Using Include=\"Ledgerbridge.Kernel\" /></ItemGroup></Project>"),
                ],
            },
        ];

    private static IEnumerable<Offence> FeatureEdges(IReadOnlyList<RepositoryFile> files)
    {
        var code = files.Where(static file => file.IsCSharp && file.IsUnder(ServerFolder) && file.Parts.Count > 3).ToArray();
        var features = code.GroupBy(FeatureOf).ToDictionary(static feature => feature.Key, static feature => feature.First());
        if (EdgeTable.In(files, Table) is not { } table)
            return code.Take(1).Select(static file => file.Offence(1, $"there is no {Table}"));
        var edges = code.SelectMany(file => EdgesOf(file, features)).ToArray();
        return [.. table.Compare(features, edges, mayNameMissing: false), .. Edge.Circles(edges)];
    }

    private static string FeatureOf(RepositoryFile file) => file.Parts[2];

    private static IEnumerable<Edge> EdgesOf(RepositoryFile file, IReadOnlyDictionary<string, RepositoryFile> features)
    {
        var own = FeatureOf(file);
        var members = new Lazy<HashSet<string>>(() => MembersOf(file));
        foreach (var name in DottedNames.In(file))
        {
            var known = FeatureNamedBy(name, features, members);
            if (known is not null && known != own)
                yield return new Edge(own, known, file, name.Place.GetLineSpan().StartLinePosition.Line + 1);
        }
    }

    /// <summary>
    /// A name reaches a feature in full, from <c>Server</c> on, or by the feature's own name, which every file of the server can see. As
    /// the beginning of an expression that last form may also be a member of the file's own types, such as a table called Runs.
    /// </summary>
    private static string? FeatureNamedBy(
        DottedName name,
        IReadOnlyDictionary<string, RepositoryFile> features,
        Lazy<HashSet<string>> members
    )
    {
        var parts = name.Parts.AsSpan();
        if (parts.StartsWith(ServerName))
            parts = parts[2..];
        else if (parts[0] == ServerName[1])
            parts = parts[1..];
        else if (name.IsExpression && members.Value.Contains(parts[0]))
            return null;
        return !parts.IsEmpty && features.ContainsKey(parts[0]) ? parts[0] : null;
    }

    private static HashSet<string> MembersOf(RepositoryFile file) =>
        [
            .. file
                .Syntax.DescendantNodes()
                .Select(static node =>
                    node switch
                    {
                        PropertyDeclarationSyntax property => property.Identifier.ValueText,
                        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                        ParameterSyntax parameter => parameter.Identifier.ValueText,
                        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                        _ => "",
                    }
                ),
        ];

    private static IEnumerable<Offence> HiddenEdges(IReadOnlyList<RepositoryFile> files)
    {
        var inCode =
            from file in files
            where file.IsCSharp && file.IsUnder(ServerFolder)
            from name in DottedNames.In(file)
            where name.IsGlobalUsing && name.Parts.AsSpan().StartsWith(ServerName) && !name.Parts.AsSpan().StartsWith(IdKinds)
            select file.Offence(name.Place, "opens a feature for all files");
        var inProject = files
            .Where(static file => file.Path == ServerProject && ProjectUsing().IsMatch(file.Text))
            .Select(static file => file.Offence(1, "opens a feature for all files"));
        return inCode.Concat(inProject);
    }

    private static RepositoryFile[] World(string table, params IReadOnlyList<(string Folder, string Text)> features) =>
        [
            new RepositoryFile(Table, table),
            .. features.Select(static feature => new RepositoryFile($"{ServerFolder}/{feature.Folder}/Planted.cs", feature.Text)),
        ];

    [GeneratedRegex("<Using\\s[^>]*Include=\"Ledgerbridge\\.Server\\.", RegexOptions.None, 1000)]
    private static partial Regex ProjectUsing();
}
