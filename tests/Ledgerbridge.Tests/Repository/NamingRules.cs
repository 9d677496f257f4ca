using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Ledgerbridge.Tests.Repository.Rule;

namespace Ledgerbridge.Tests.Repository;

/// <summary>What things are called.</summary>
internal static partial class NamingRules
{
    /// <summary>Types whose names a framework imposes, one a line as <c>Name: reason</c>.</summary>
    private const string ImposedNamesFile = "tests/Ledgerbridge.Tests/Repository/imposed-names.txt";

    /// <summary>Words that say nothing about what a type is for.</summary>
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Util", "Common", "Misc", "Base", "Impl", "Data", "Info"];

    public static IReadOnlyList<Rule> All =>
        [
            new("A type's name says what it is for", EmptyTypeNames)
            {
                Offenders =
                [
                    .. Each(
                        "class TokenManager;",
                        "static class StringHelpers;",
                        "record InvoiceData(int Id);",
                        "struct InfoRow;",
                        "interface IBaseStore;",
                        "enum MiscKind { One = 1 }",
                        "delegate void UtilCall();",
                        "class Outer { class CommonThing; }"
                    ),
                    [
                        new RepositoryFile(Place, "class TokenManager;"),
                        new RepositoryFile(ImposedNamesFile, "OtherManager: the framework looks for it\n"),
                    ],
                    [new RepositoryFile(Place, "class TokenManager;"), new RepositoryFile(ImposedNamesFile, "TokenManager:\n")],
                ],
                Innocents =
                [
                    .. Each("class Database;", "class Base64Text : Dates;", "class Utility;"),
                    [
                        new RepositoryFile(Place, "class TokenManager;"),
                        new RepositoryFile(ImposedNamesFile, "# Names.\nTokenManager: the framework looks for it\n"),
                    ],
                ],
            },
            new("Every imposed name is borne by a type", UnusedImposedNames)
            {
                Offenders = [One(ImposedNamesFile, "TokenManager: the framework looks for it\n")],
                Innocents =
                [
                    [
                        new RepositoryFile(Place, "class TokenManager;"),
                        new RepositoryFile(ImposedNamesFile, "TokenManager: the framework looks for it\n"),
                    ],
                ],
            },
            new("A folder's name says what is in it", EmptyFolderNames)
            {
                Offenders =
                [
                    One("src/Ledgerbridge.Server/Common/Clock.cs", ""),
                    One("web/src/lib/utils/money.ts", ""),
                    One("src/Helpers/A.cs", ""),
                ],
                Innocents = [One("src/Ledgerbridge.Server/Runs/Internal/Lane.cs", ""), One("docs/data/a.md", "")],
            },
            new("A namespace is its folder", InCSharp(Namespaces))
            {
                Offenders =
                [
                    One("src/Ledgerbridge.Server/Runs/Internal/Lane.cs", "namespace Ledgerbridge.Server.Runs;\nclass Lane;"),
                    One("src/Ledgerbridge.Server/Runs/Lane.cs", "class Lane;"),
                    One("src/Ledgerbridge.Kernel/Money.cs", "namespace Ledgerbridge.Sage;\nclass Money;"),
                    One("tests/Ledgerbridge.Tests/Kernel/A.cs", "namespace Ledgerbridge.Tests;\nclass A;"),
                ],
                Innocents =
                [
                    One("src/Ledgerbridge.Server/Runs/Internal/Lane.cs", "namespace Ledgerbridge.Server.Runs.Internal;\nclass Lane;"),
                    One("src/Ledgerbridge.Server/Program.cs", "Run();\nclass Program;"),
                    One("src/Ledgerbridge.Server/Assembly.cs", "[assembly: CLSCompliant(false)]"),
                    One("src/Ledgerbridge.Server/Storage/Migrations/First.cs", "namespace Generated;\nclass First;"),
                ],
            },
            new("A test's name is a sentence", InCSharp(TestNames))
            {
                Offenders = Each(
                    "class T { [Fact] public void Refresh_should_reread() { } }",
                    "class T { [Theory] public void CanRefresh() { } }",
                    "class T { [Fact] public void Can_refresh() { } }",
                    "class T { [Fact(Skip = \"x\")] public void refresh_rereads() { } }",
                    "class T { [Fact] public void Refresh_2() { } }",
                    "class T { [Xunit.Fact] public void Test_refresh() { } }"
                ),
                Innocents = Each(
                    "class T { [Fact] public void Refresh_rereads_the_row_after_taking_the_lease() { } void Helped() { } }",
                    "class T { [Fact] public void Nothing_that_Canada_taxes_is_lost() { } }"
                ),
            },
        ];

    private static IEnumerable<Offence> EmptyTypeNames(IReadOnlyList<RepositoryFile> files)
    {
        var imposed = ImposedNames(files);
        var unreasoned = imposed.Where(static name => name.Reason.Length == 0);
        var empty =
            from type in Types(files)
            where Words().Matches(type.Name).Any(static word => IsEmptyWord(word.Value))
            where imposed.All(name => name.Name != type.Name)
            select type.File.Offence(type.Place, $"the name {type.Name} says too little");
        return [.. unreasoned.Select(static name => name.Offence("gives no reason")), .. empty];
    }

    private static IEnumerable<Offence> UnusedImposedNames(IReadOnlyList<RepositoryFile> files)
    {
        var borne = Types(files).Select(static type => type.Name).ToHashSet(StringComparer.Ordinal);
        return ImposedNames(files).Where(name => !borne.Contains(name.Name)).Select(static name => name.Offence("is the name of no type"));
    }

    private static IEnumerable<Offence> EmptyFolderNames(IReadOnlyList<RepositoryFile> files) =>
        from file in files
        where file.IsCode
        where file.Parts.SkipLast(1).Any(static part => IsEmptyWord(char.ToUpperInvariant(part[0]) + part[1..]))
        select file.Offence(1, "lies in a folder whose name says too little");

    private static bool IsEmptyWord(string word) => EmptyWords.Any(empty => word == empty || word == empty + "s");

    private static IEnumerable<(RepositoryFile File, string Name, Microsoft.CodeAnalysis.Location Place)> Types(
        IReadOnlyList<RepositoryFile> files
    ) =>
        from file in files
        where file.IsCSharp
        from node in file.Syntax.DescendantNodes()
        let name = node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier,
            DelegateDeclarationSyntax type => type.Identifier,
            _ => default,
        }
        where name.ValueText.Length > 0
        select (file, name.ValueText, name.GetLocation());

    private static IReadOnlyList<ImposedName> ImposedNames(IReadOnlyList<RepositoryFile> files) =>
        [
            .. from file in files
            where file.Path == ImposedNamesFile
            from line in file.Lines.Index()
            where line.Item.Length > 0 && line.Item[0] != '#'
            let parts = line.Item.Split(':', 2)
            select new ImposedName(line.Index + 1, parts[0], parts[^1].Trim()),
        ];

    private static IEnumerable<Offence> Namespaces(RepositoryFile file)
    {
        if (!file.IsUnder("src") && !file.IsUnder("tests"))
            yield break;
        var expected = string.Join('.', file.Parts.Skip(1).SkipLast(1));
        var actual = file.Syntax.Members.OfType<BaseNamespaceDeclarationSyntax>().Select(static space => space.Name.ToString()).ToArray();
        var isProgram = file.Syntax.Members.OfType<GlobalStatementSyntax>().Any();
        if (!isProgram && file.Syntax.Members.Count > 0 && (actual.Length != 1 || actual[0] != expected))
            yield return file.Offence(file.Syntax.Members[0].GetLocation(), $"belongs into the namespace {expected}");
    }

    private static IEnumerable<Offence> TestNames(RepositoryFile file) =>
        from method in file.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>()
        where
            method
                .AttributeLists.SelectMany(static list => list.Attributes)
                .Any(static attribute => Test().IsMatch(attribute.Name.ToString()))
        where !Sentence().IsMatch(method.Identifier.ValueText)
        select file.Offence(method.Identifier.GetLocation(), $"{method.Identifier.ValueText} is no sentence");

    [GeneratedRegex(@"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:^|\.)(?:Fact|Theory)(?:Attribute)?$", RegexOptions.None, 1000)]
    private static partial Regex Test();

    [GeneratedRegex(
        @"^(?!Can_|Test)(?!.*(?i:_should_|_should$))(?!.*_[0-9]+$)[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Sentence();

    private sealed record ImposedName(int Line, string Name, string Reason)
    {
        public Offence Offence(string what) => new(ImposedNamesFile, Line, $"{Name} {what}");
    }
}
