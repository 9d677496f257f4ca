using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Ledgerbridge.Tests.Repository.Rule;

namespace Ledgerbridge.Tests.Repository;

/// <summary>What may be called, and where.</summary>
internal static class CallRules
{
    private static readonly string[] HttpClients =
    [
        "HttpClient",
        "IHttpClientFactory",
        "HttpMessageInvoker",
        "HttpWebRequest",
        "WebClient",
    ];

    /// <summary>Where money is worked out: a binary fraction there would be wrong on one price in a hundred.</summary>
    private static readonly string[] MoneyFolders = ["src/Ledgerbridge.Kernel", "src/Ledgerbridge.Server/Posting"];

    /// <summary>Places by the beginning of their path, with what they need the console for.</summary>
    private static readonly (string Path, string Reason)[] ConsolePlaces =
    [
        ("src/Ledgerbridge.Cli/", "it speaks to an operator"),
        ("src/Ledgerbridge.Embedded/", "it tells the address to open"),
        ("src/Ledgerbridge.Sandbox/Program.cs", "it tells the address to open"),
        ("bench/", "it prints what was measured"),
        ("tools/", "they speak to an engineer"),
        ("tests/Ledgerbridge.IntegrationTests/Program.cs", "it is the other process of some tests, which talk with it line by line"),
    ];

    /// <summary>Places by the beginning of their path, with whom they call.</summary>
    private static readonly (string Path, string Reason)[] HttpPlaces =
    [
        ("src/Ledgerbridge.Sage/", "it calls Sage"),
        ("src/Ledgerbridge.Embedded/DemoWorkspace", "it sets the demo up from outside, like a browser"),
        ("src/Ledgerbridge.Server/Stores/Internal/StoreClient", "it calls a store"),
        ("src/Ledgerbridge.Server/Alerts/Internal/WebhookClient", "it calls a webhook"),
        ("src/Ledgerbridge.Sandbox/Store/LedgerLine", "it is a store that tells its ledger what happened"),
    ];

    public static IReadOnlyList<Rule> All =>
        [
            new("Nothing waits for a task by blocking", InCSharp(Blocking))
            {
                Offenders = Each(
                    "class C { int M() => Go().GetAwaiter().GetResult(); }",
                    "class C { int M() => Go()\n.GetAwaiter()\n.GetResult(); }"
                ),
                Innocents = Each("class C { int M() => GetResult(); TaskAwaiter A() => Go().GetAwaiter(); }"),
            },
            new("No method is async and void", InCSharp(AsyncVoid))
            {
                Offenders = Each("class C { async void M() { } }", "class C { void M() { static async void Local() { } } }"),
                Innocents = Each("class C { async Task M() { } void N() { } /* async void */ }"),
            },
            new("The console is used by programs that speak on it", InCSharp(Console))
            {
                Offenders = Each(
                    "class C { void M() => Console.WriteLine(); }",
                    "class C { void M() => System.Console.Error.Flush(); }",
                    "class C { void M() => global::System.Console.Write(1); }",
                    "using static System.Console;"
                ),
                Innocents =
                [
                    One(Place, "using Spectre.Console;\nclass C { object Console; void M() => Spectre.Console.AnsiConsole.Clear(); }"),
                    One("src/Ledgerbridge.Cli/Runs.cs", "class C { void M() => Console.WriteLine(); }"),
                    One("src/Ledgerbridge.Sandbox/Program.cs", "Console.WriteLine();"),
                    One("src/Ledgerbridge.Embedded/Program.cs", "Console.WriteLine();"),
                ],
            },
            new("Only the places that call somebody hold an HTTP client", InCSharp(Http))
            {
                Offenders =
                [
                    One(Place, "class C(HttpClient http);"),
                    One("src/Ledgerbridge.Server/Stores/Internal/Pairing.cs", "class C(System.Net.Http.IHttpClientFactory http);"),
                    One("src/Ledgerbridge.Kernel/Money.cs", "class C { object M() => new HttpClient(); }"),
                ],
                Innocents =
                [
                    One(Place, "// HttpClient\nclass C { string HttpClientName; }"),
                    One("src/Ledgerbridge.Sage/Transport.cs", "class C(HttpClient http);"),
                    One("src/Ledgerbridge.Server/Stores/Internal/StoreClient.cs", "class C(HttpClient http);"),
                    One("tests/Ledgerbridge.Tests/A.cs", "class C(HttpClient http);"),
                ],
            },
            new("Money is never worked out in binary fractions", InCSharp(BinaryFractions))
            {
                Offenders =
                [
                    .. Each(
                            "double x;",
                            "float x;",
                            "Half x;",
                            "System.Double x;",
                            "var x = 0.15;",
                            "var x = 1e3;",
                            "var x = 1f;",
                            "var x = Math.Sqrt(y);"
                        )
                        .Select(static planted => One("src/Ledgerbridge.Kernel/Planted.cs", planted[0].Text)),
                    One("src/Ledgerbridge.Server/Posting/Planted.cs", "class C(double amount);"),
                ],
                Innocents =
                [
                    One(
                        "src/Ledgerbridge.Kernel/Planted.cs",
                        "// double\nvar doubled = 0.15m * 2; var y = 1_000L; var z = Math.Abs(doubled); var t = \"1.5\";"
                    ),
                    One("src/Ledgerbridge.Server/Hosting/Planted.cs", "double seconds = 0.5;"),
                ],
            },
            new("Whatever is suppressed says why", InCSharp(Suppressions))
            {
                Offenders = Each(
                    "#pragma warning disable CA1707\nclass C;",
                    "#pragma warning disable CA1707 // x\nclass C;",
                    "#nullable disable\nclass C;",
                    "[SuppressMessage(\"a\", \"b\")] class C;",
                    "[SuppressMessage(\"a\", \"b\", Justification = \"\")] class C;",
                    "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessageAttribute(\"a\", \"b\", Justification = \"<Pending>\")]"
                ),
                Innocents = Each(
                    "#pragma warning disable CA1707 // Sage names its fields so.\nclass C;\n#pragma warning restore CA1707",
                    "[SuppressMessage(\"a\", \"b\", Justification = \"Sage names its fields so.\")] class C;"
                ),
            },
        ];

    private static bool IsAt((string Path, string Reason)[] places, RepositoryFile file) =>
        places.Any(place => file.Path.StartsWith(place.Path, StringComparison.Ordinal));

    private static IEnumerable<Offence> Blocking(RepositoryFile file) =>
        from call in file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where call.Name.Identifier.ValueText == "GetResult"
        where
            call.Expression
                is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } }
        select file.Offence(call.GetLocation(), "waits by blocking");

    private static IEnumerable<Offence> AsyncVoid(RepositoryFile file) =>
        from node in file.Syntax.DescendantNodes()
        let head = node switch
        {
            MethodDeclarationSyntax method => (method.Modifiers, method.ReturnType),
            LocalFunctionStatementSyntax local => (local.Modifiers, local.ReturnType),
            _ => default,
        }
        where head.ReturnType is PredefinedTypeSyntax type && type.Keyword.IsKind(SyntaxKind.VoidKeyword)
        where head.Modifiers.Any(SyntaxKind.AsyncKeyword)
        select file.Offence(node.GetLocation(), "is async and void");

    private static IEnumerable<Offence> Console(RepositoryFile file)
    {
        if (IsAt(ConsolePlaces, file))
            return [];
        var uses = file
            .Syntax.DescendantNodes()
            .Where(static node =>
                node switch
                {
                    MemberAccessExpressionSyntax access => IsConsole(access.Expression),
                    UsingDirectiveSyntax directive => !directive.StaticKeyword.IsKind(SyntaxKind.None)
                        && IsConsole(directive.NamespaceOrType),
                    _ => false,
                }
            );
        return uses.Select(use => file.Offence(use.GetLocation(), "uses the console"));
    }

    private static bool IsConsole(SyntaxNode name) => name.ToString() is "Console" or "System.Console" or "global::System.Console";

    private static IEnumerable<Offence> Http(RepositoryFile file) =>
        file.IsUnder("src") && !IsAt(HttpPlaces, file)
            ? file
                .Syntax.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(static name => HttpClients.Contains(name.Identifier.ValueText))
                .Select(name => file.Offence(name.GetLocation(), $"uses {name}"))
            : [];

    private static IEnumerable<Offence> BinaryFractions(RepositoryFile file) =>
        MoneyFolders.Any(file.IsUnder)
            ? file
                .Syntax.DescendantTokens()
                .Where(IsBinaryFraction)
                .Select(token => file.Offence(token.GetLocation(), $"'{token}' is a binary fraction"))
            : [];

    private static bool IsBinaryFraction(SyntaxToken token) =>
        token.Kind() switch
        {
            SyntaxKind.DoubleKeyword or SyntaxKind.FloatKeyword => true,
            SyntaxKind.NumericLiteralToken => token.Value is double or float,
            SyntaxKind.IdentifierToken => token.ValueText is nameof(Double) or nameof(Single) or nameof(Half) or nameof(MathF)
                || token.Parent?.Parent?.ToString() is "Math.Sqrt" or "Math.Pow" or "Math.Exp" or "Math.Log",
            _ => false,
        };

    private static IEnumerable<Offence> Suppressions(RepositoryFile file) =>
        file
            .Syntax.DescendantNodes(descendIntoTrivia: true)
            .Where(static node =>
                node switch
                {
                    PragmaWarningDirectiveTriviaSyntax pragma => pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)
                        && !HasReason(pragma.ToFullString()),
                    NullableDirectiveTriviaSyntax nullable => nullable.SettingToken.IsKind(SyntaxKind.DisableKeyword)
                        && !HasReason(nullable.ToFullString()),
                    AttributeSyntax attribute => attribute.Name.ToString().Contains("SuppressMessage", StringComparison.Ordinal)
                        && !HasJustification(attribute),
                    _ => false,
                }
            )
            .Select(node => file.Offence(node.GetLocation(), "is suppressed without a reason"));

    private static bool HasReason(string directive) =>
        directive.IndexOf("//", StringComparison.Ordinal) is >= 0 and var start && IsSentence(directive[(start + 2)..]);

    private static bool HasJustification(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.Any(static argument =>
            argument.NameEquals?.Name.Identifier.ValueText == "Justification"
            && argument.Expression is LiteralExpressionSyntax text
            && IsSentence(text.Token.ValueText)
        ) == true;

    private static bool IsSentence(string reason) => reason.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 3;
}
