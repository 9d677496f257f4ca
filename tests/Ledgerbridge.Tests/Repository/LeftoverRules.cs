using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Ledgerbridge.Tests.Repository.Rule;

namespace Ledgerbridge.Tests.Repository;

/// <summary>What people leave lying about: reminders, stubs, code that is switched off.</summary>
internal static partial class LeftoverRules
{
    /// <summary>Put together from halves, so that the rule does not report itself.</summary>
    private static readonly string[] Markers = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "XX" + "X:"];

    private static readonly string[] ProseExtensions = [".md", ".txt", ".yaml", ".yml"];

    public static IReadOnlyList<Rule> All =>
        [
            new("Nothing is left to be done later", Reminders)
            {
                Offenders =
                [
                    .. Markers.Select(static marker => One(Place, $"// {marker} later\n")),
                    One("docs/start.md", $"{Markers[0]}: write this"),
                    One("run", $"#!/bin/sh\n# {Markers[1]}\n"),
                    One("web/src/app/App.tsx", $"const a = 1 // {Markers[2]}"),
                ],
                Innocents =
                [
                    One(Place, "[InlineData(\"XXX\")]\n// A hacksaw to do it.\n"),
                    One("web/package-lock.json", $"\"{Markers[0]}\""),
                ],
            },
            new("Nothing throws because it was not written yet", InCSharp(Stubs))
            {
                Offenders = Each(
                    "class C { void M() => throw new NotImplementedException(); }",
                    "class C { System.NotImplementedException E; }"
                ),
                Innocents = Each("// NotImplementedException is not for us.\nclass C { void M() => throw new NotSupportedException(); }"),
            },
            new("No comment holds code", InCSharp(CodeInComments))
            {
                Offenders = Each(
                    "// var x = 1;",
                    "class C { // Post(invoice);\n }",
                    "// if (ready)\n// {\n//     return;\n// }",
                    "/* await Post(invoice, ct); */",
                    "/*\n * x.Count++;\n */",
                    "// private readonly int _count;",
                    "// using System.Text;",
                    "// public void M() {",
                    "// return;"
                ),
                Innocents = Each(
                    "// The row is read again; another process may have changed it;\n// then it is saved.",
                    "// Keep it;",
                    "// Sage sends {id, displayed_as}.",
                    "// See Post(invoice)",
                    "/// <code>\n/// var x = 1;\n/// </code>\nclass C;",
                    "class C { string S = \"// var x = 1;\"; }",
                    "// Wait; it returns."
                ),
            },
            new("No comment in the web app holds code", InWeb(CodeInWebComments))
            {
                Offenders = [One("web/src/app/App.tsx", "  // const x = 1;\n"), One("web/src/lib/money.ts", "// return x;\n")],
                Innocents = [One("web/src/lib/money.ts", "// return to the list; then wait\nconst x = 1; // const\n")],
            },
            new("No regions", InCSharp(Regions))
            {
                Offenders = Each("#region Fields\nclass C;\n#endregion\n"),
                Innocents = Each("class Region { string S = \"#region\"; }"),
            },
        ];

    private static Func<IReadOnlyList<RepositoryFile>, IEnumerable<Offence>> InWeb(Func<RepositoryFile, IEnumerable<Offence>> find) =>
        files => files.Where(static file => file.IsCode && file.IsUnder("web")).SelectMany(find);

    private static IEnumerable<Offence> Reminders(IReadOnlyList<RepositoryFile> files)
    {
        var marker = new Regex($@"\b(?:{string.Join('|', Markers)})(?!\w)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return from file in files
            where file.IsCode || ProseExtensions.Any(extension => file.Path.EndsWith(extension, StringComparison.Ordinal)) || IsScript(file)
            from line in file.Lines.Index()
            where marker.IsMatch(line.Item)
            select file.Offence(line.Index + 1, "holds a reminder");
    }

    private static bool IsScript(RepositoryFile file) => file.Text.StartsWith("#!", StringComparison.Ordinal);

    private static IEnumerable<Offence> Stubs(RepositoryFile file) =>
        file
            .Syntax.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(static name => name.Identifier.ValueText == "NotImplementedException")
            .Select(name => file.Offence(name.GetLocation(), "is a stub"));

    private static IEnumerable<Offence> Regions(RepositoryFile file) =>
        file
            .Syntax.DescendantTrivia()
            .Where(static trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
            .Select(region => file.Offence(region.GetLocation(), "is a region"));

    private static IEnumerable<Offence> CodeInComments(RepositoryFile file) =>
        from comment in file.Syntax.DescendantTrivia()
        where comment.IsKind(SyntaxKind.SingleLineCommentTrivia) || comment.IsKind(SyntaxKind.MultiLineCommentTrivia)
        where comment.ToString().Split('\n').Any(static line => IsCode(line.Trim().Trim('/', '*').Trim()))
        select file.Offence(comment.GetLocation(), "is code in a comment");

    private static IEnumerable<Offence> CodeInWebComments(RepositoryFile file) =>
        from line in file.Lines.Index()
        where WebCode().IsMatch(line.Item)
        select file.Offence(line.Index + 1, "is code in a comment");

    /// <summary>
    /// Prose may end in a semicolon and two words look like a declaration to a parser; so a declaration has to set something, and an
    /// expression has to do something.
    /// </summary>
    private static bool IsCode(string line)
    {
        if (CodeLine().IsMatch(line))
            return true;
        if (!line.EndsWith(';'))
            return false;
        var statement = SyntaxFactory.ParseStatement(line);
        return !statement.ContainsDiagnostics
            && statement switch
            {
                LocalDeclarationStatementSyntax local => local.Declaration.Variables.Any(static variable =>
                    variable.Initializer is not null
                ),
                ExpressionStatementSyntax { Expression: NameSyntax or LiteralExpressionSyntax } => false,
                EmptyStatementSyntax => false,
                _ => true,
            };
    }

    [GeneratedRegex(
        @"^(?:[{}]+[;)]*|using [\w.]+;|(?:public|private|internal|protected)\s.*[;{})]|(?:if|for|foreach|while|switch|catch)\s*\(.*[){])$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"^\s*//\s*(?:const|let|var|return|import|export|if|for|await|function)\b.*[;{]\s*$", RegexOptions.None, 1000)]
    private static partial Regex WebCode();
}
