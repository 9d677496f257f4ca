using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Ledgerbridge.Tests.Repository.Rule;

namespace Ledgerbridge.Tests.Repository;

/// <summary>How types stand to one another.</summary>
internal static class ShapeRules
{
    private const string Internal = "Internal";

    public static IReadOnlyList<Rule> All =>
        [
            new("A class without heirs is sealed", OpenClasses)
            {
                Offenders = Each("class C;", "public partial record R;", "sealed class A { class Nested; }"),
                Innocents = Each(
                    "sealed class C; static class S; abstract class A; struct V; record struct W;",
                    "class Parent; sealed class Child : Parent;",
                    "class Parent<T>; sealed class Child : Ours.Parent<int>;",
                    "partial class C; sealed partial class C;"
                ),
            },
            new("What lies in an Internal folder is internal", InCSharp(PublicInternals))
            {
                Offenders = [One("src/Ledgerbridge.Server/Runs/Internal/Lane.cs", "namespace N; public sealed class Lane;")],
                Innocents =
                [
                    One(
                        "src/Ledgerbridge.Server/Runs/Internal/Lane.cs",
                        "namespace N; internal sealed class Lane { public sealed class Stop; }"
                    ),
                    One("src/Ledgerbridge.Server/Runs/Lane.cs", "namespace N; public sealed class Lane;"),
                ],
            },
            new("What lies in an Internal folder is used from beside it only", ForeignInternals)
            {
                Offenders =
                [
                    One("src/Ledgerbridge.Server/Runs/A.cs", "using Ledgerbridge.Server.Stores.Internal;"),
                    One("src/Ledgerbridge.Server/LedgerbridgeServer.cs", "using Ledgerbridge.Server.Stores.Internal;"),
                    One("src/Ledgerbridge.Server/Runs/A.cs", "using S = Ledgerbridge.Server.Stores.Internal.StoreClient;"),
                    One("src/Ledgerbridge.Server/Runs/A.cs", "class A { Ledgerbridge.Server.Stores.Internal.StoreClient S; }"),
                    One("src/Ledgerbridge.Server/Runs/A.cs", "class A { object S = Ledgerbridge.Server.Stores.Internal.StoreClient.One; }"),
                    One(
                        "src/Ledgerbridge.Server/Runs/A.cs",
                        "namespace Ledgerbridge.Server.Runs; class A { Stores.Internal.StoreClient S; }"
                    ),
                ],
                Innocents =
                [
                    One("src/Ledgerbridge.Server/Stores/StoresFeature.cs", "using Ledgerbridge.Server.Stores.Internal;"),
                    One("src/Ledgerbridge.Server/Stores/Internal/A.cs", "using Ledgerbridge.Server.Stores.Internal.Pairing;"),
                    One("src/Ledgerbridge.Server/Stores/A.cs", "namespace Ledgerbridge.Server.Stores; class A { Internal.StoreClient S; }"),
                    One("src/Ledgerbridge.Server/Runs/A.cs", "class A { object M(B b) => b.Internal.Name ?? b.Go().Internal.Name; }"),
                    One("tests/Ledgerbridge.Tests/Stores/A.cs", "using Ledgerbridge.Server.Stores.Internal;"),
                ],
            },
        ];

    private static IEnumerable<Offence> OpenClasses(IReadOnlyList<RepositoryFile> files)
    {
        var classes = files
            .Where(static file => file.IsCSharp)
            .SelectMany(static file =>
                file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => (File: file, Type: type))
            )
            .ToArray();
        var parents = classes
            .SelectMany(static found => found.Type.BaseList?.Types ?? [])
            .Select(static parent => LastName(parent.Type))
            .ToHashSet(StringComparer.Ordinal);
        var closed = classes
            .Where(static found => IsClosed(found.Type))
            .Select(static found => found.Type.Identifier.ValueText)
            .ToHashSet();
        return from found in classes
            where
                found.Type is ClassDeclarationSyntax
                || (found.Type is RecordDeclarationSyntax && found.Type.IsKind(SyntaxKind.RecordDeclaration))
            let name = found.Type.Identifier.ValueText
            where !IsClosed(found.Type) && !parents.Contains(name)
            where !(found.Type.Modifiers.Any(SyntaxKind.PartialKeyword) && closed.Contains(name))
            select found.File.Offence(found.Type.Identifier.GetLocation(), $"{name} has no heirs and is not sealed");
    }

    private static bool IsClosed(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.SealedKeyword)
        || type.Modifiers.Any(SyntaxKind.StaticKeyword)
        || type.Modifiers.Any(SyntaxKind.AbstractKeyword);

    private static string LastName(TypeSyntax type) =>
        type switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => type.ToString(),
        };

    private static IEnumerable<Offence> PublicInternals(RepositoryFile file) =>
        file.Parts.Contains(Internal)
            ? file
                .Syntax.DescendantNodes(static node => node is not BaseTypeDeclarationSyntax)
                .OfType<BaseTypeDeclarationSyntax>()
                .Where(static type => type.Modifiers.Any(SyntaxKind.PublicKeyword))
                .Select(type => file.Offence(type.Identifier.GetLocation(), $"{type.Identifier.ValueText} is public"))
            : [];

    private static IEnumerable<Offence> ForeignInternals(IReadOnlyList<RepositoryFile> files) =>
        from file in files
        where file.IsCSharp && file.IsUnder("src")
        let home = string.Join('.', file.Parts.Skip(1).SkipLast(1)).Split('.')
        from name in DottedNames.In(file)
        let inner = Array.IndexOf(name.Parts, Internal)
        where inner > 0 && !(name.IsExpression && char.IsLower(name.Parts[0][0])) && !IsBeside(home, name.Parts[..inner])
        select file.Offence(name.Place, $"uses {string.Join('.', name.Parts)}");

    /// <summary>
    /// A name may be written from the root or from any namespace around the file; the file is beside the folder when one of these ways
    /// leads to a folder that holds the file.
    /// </summary>
    private static bool IsBeside(string[] home, string[] owner) =>
        Enumerable.Range(0, home.Length + 1).Any(depth => home.AsSpan().StartsWith([.. home[..depth], .. owner]));
}
