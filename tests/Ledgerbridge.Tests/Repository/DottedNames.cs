using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ledgerbridge.Tests.Repository;

/// <summary>A name of several parts as it stands in a file, from its first part on.</summary>
/// <param name="Parts">The parts, without <c>global::</c> and type arguments.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="IsExpression">Whether the first part may be a value rather than a namespace or type.</param>
/// <param name="IsGlobalUsing">Whether it is opened for all files.</param>
internal sealed record DottedName(string[] Parts, Location Place, bool IsExpression, bool IsGlobalUsing);

/// <summary>Finds the dotted names of a C# file, those of its using directives among them.</summary>
internal static class DottedNames
{
    public static IEnumerable<DottedName> In(RepositoryFile file) =>
        file
            .Syntax.DescendantNodes()
            .Where(static node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax or AliasQualifiedNameSyntax)
            .Where(static node =>
                node.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax or BaseNamespaceDeclarationSyntax)
            )
            .Select(static node => Split(node))
            .Where(static name => name.Parts.Length > 1 && name.Parts[0].Length > 0);

    private static DottedName Split(SyntaxNode node)
    {
        var parts = new List<string>();
        Collect(node, parts);
        var directive = node.FirstAncestorOrSelf<UsingDirectiveSyntax>();
        return new DottedName(
            [.. parts],
            node.GetLocation(),
            node is MemberAccessExpressionSyntax,
            directive is not null && directive.GlobalKeyword.ValueText.Length > 0
        );
    }

    /// <summary>Collects the parts; a call or a value before a dot is no part of a name, so the name begins anew.</summary>
    private static void Collect(SyntaxNode node, List<string> parts)
    {
        switch (node)
        {
            case QualifiedNameSyntax qualified:
                Collect(qualified.Left, parts);
                Collect(qualified.Right, parts);
                break;
            case MemberAccessExpressionSyntax access:
                Collect(access.Expression, parts);
                Collect(access.Name, parts);
                break;
            case AliasQualifiedNameSyntax aliased:
                Collect(aliased.Name, parts);
                break;
            case SimpleNameSyntax simple:
                parts.Add(simple.Identifier.ValueText);
                break;
            default:
                parts.Clear();
                parts.Add("");
                break;
        }
    }
}
