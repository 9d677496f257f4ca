using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Ledgerbridge.Tests.Repository.Rule;

namespace Ledgerbridge.Tests.Repository;

/// <summary>How long and how clean the text is.</summary>
internal static class LayoutRules
{
    private const int FileLinesMax = 400;
    private const int MethodLinesMax = 60;
    private const int LineLengthMax = 140;

    public static IReadOnlyList<Rule> All =>
        [
            new("A file of code has at most 400 lines", InCode(LongFiles))
            {
                Offenders = [One(Place, Lines(FileLinesMax + 1)), One("web/src/app/App.tsx", Lines(FileLinesMax + 1))],
                Innocents =
                [
                    One(Place, Lines(FileLinesMax)),
                    One("src/Ledgerbridge.Server/Storage/Migrations/First.cs", Lines(FileLinesMax + 1)),
                    One("web/src/lib/api.gen.ts", Lines(FileLinesMax + 1)),
                    One("docs/architecture.md", Lines(FileLinesMax + 1)),
                ],
            },
            new("A line of code has at most 140 characters", InCode(LongLines))
            {
                Offenders = Each(new string('x', LineLengthMax + 1), $"ok\n{new string('–', LineLengthMax + 1)}\n"),
                Innocents = [One(Place, new string('–', LineLengthMax)), One("docs/start.md", new string('x', LineLengthMax + 1))],
            },
            new("A method has at most 60 lines", InCSharp(LongMethods))
            {
                Offenders = Each(
                    Method("void M()", MethodLinesMax + 1),
                    Method("int P { get", MethodLinesMax + 1) + "}",
                    $"class C {{ void M() {{ void Local()\n{Body(MethodLinesMax)} }} }}",
                    $"class C {{ System.Action A = () =>\n{Body(MethodLinesMax)}; }}",
                    Lines(MethodLinesMax + 1, "Go();")
                ),
                Innocents = Each(
                    Method("void M()", MethodLinesMax),
                    Method("[A,\nB]\n/// <summary>\n/// </summary>\nvoid M()", MethodLinesMax),
                    Lines(MethodLinesMax, "Go();")
                ),
            },
            new("No line of code ends in white space or holds a tab", InCode(StrayWhiteSpace))
            {
                Offenders = Each("class A; \n", "\tclass A;\n", "class A;\r\n", "class A\t;"),
                Innocents = [One(Place, "class A;\n\nclass B;\n"), One("docs/start.md", "A line.  \n\tcode\n")],
            },
            new("A file of code ends in one line end", InCode(OpenEnds))
            {
                Offenders = Each("class A;", "class A;\n\n"),
                Innocents = Each("class A;\n", ""),
            },
        ];

    private static IEnumerable<Offence> LongFiles(RepositoryFile file)
    {
        var lines = file.Lines.Count - (file.Text.EndsWith('\n') ? 1 : 0);
        if (lines > FileLinesMax)
            yield return file.Offence(FileLinesMax, $"has {lines} lines");
    }

    private static IEnumerable<Offence> LongLines(RepositoryFile file) =>
        from line in file.Lines.Index()
        let length = new StringInfo(line.Item).LengthInTextElements
        where length > LineLengthMax
        select file.Offence(line.Index + 1, $"has {length} characters");

    private static IEnumerable<Offence> StrayWhiteSpace(RepositoryFile file) =>
        from line in file.Lines.Index()
        where line.Item.Contains('\t', StringComparison.Ordinal) || line.Item.TrimEnd() != line.Item
        select file.Offence(line.Index + 1, "holds a tab or ends in white space");

    private static IEnumerable<Offence> OpenEnds(RepositoryFile file)
    {
        if (file.Text.Length > 0 && (!file.Text.EndsWith('\n') || file.Text.EndsWith("\n\n", StringComparison.Ordinal)))
            yield return file.Offence(file.Lines.Count, "does not end in exactly one line end");
    }

    private static IEnumerable<Offence> LongMethods(RepositoryFile file)
    {
        var bodies = file
            .Syntax.DescendantNodes()
            .Where(static node =>
                node
                    is BaseMethodDeclarationSyntax
                        or AccessorDeclarationSyntax
                        or LocalFunctionStatementSyntax
                        or AnonymousFunctionExpressionSyntax
            );
        foreach (var body in bodies)
        {
            var lines = LinesBetween(file, FirstTokenAfterAttributes(body), body.GetLastToken());
            if (lines > MethodLinesMax)
                yield return file.Offence(body.GetLocation(), $"a method of {lines} lines");
        }
        var statements = file.Syntax.Members.OfType<GlobalStatementSyntax>().ToArray();
        if (statements.Length > 0 && LinesBetween(file, statements[0].GetFirstToken(), statements[^1].GetLastToken()) > MethodLinesMax)
            yield return file.Offence(statements[0].GetLocation(), "statements outside a type that would be too long a method");
    }

    private static SyntaxToken FirstTokenAfterAttributes(SyntaxNode node) =>
        node.ChildNodes().TakeWhile(static child => child is AttributeListSyntax).LastOrDefault() is { } last
            ? last.GetLastToken().GetNextToken()
            : node.GetFirstToken();

    private static int LinesBetween(RepositoryFile file, SyntaxToken first, SyntaxToken last)
    {
        var lines = file.Syntax.SyntaxTree.GetText().Lines;
        return lines.GetLineFromPosition(last.Span.End).LineNumber - lines.GetLineFromPosition(first.SpanStart).LineNumber + 1;
    }

    private static string Lines(int count, string line = "// x") => string.Concat(Enumerable.Repeat(line + "\n", count));

    private static string Method(string head, int lines) => $"class C {{\n{head}\n{Body(lines - 1)}\n}}";

    private static string Body(int lines) => "{\n" + Lines(lines - 2, "x();") + "}";
}
