using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ledgerbridge.Tests.Repository;

/// <summary>One text file of the repository, or one planted to see whether a rule notices it.</summary>
/// <param name="Path">The path from the root, with forward slashes.</param>
/// <param name="Text">The whole text; empty for a binary file.</param>
internal sealed record RepositoryFile(string Path, string Text)
{
    private static readonly string[] CodeExtensions =
    [
        ".cs",
        ".ts",
        ".tsx",
        ".js",
        ".mjs",
        ".css",
        ".html",
        ".sh",
        ".csproj",
        ".props",
        ".targets",
        ".slnx",
    ];

    private readonly Lazy<CompilationUnitSyntax> _syntax = new(() =>
        CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview), Path).GetCompilationUnitRoot()
    );

    /// <summary>Whether the file may be run.</summary>
    public bool IsExecutable { get; init; }

    /// <summary>Whether the ignore file would keep it out, had it not been added by force.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>A C# file that no person writes is none.</summary>
    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal) && !IsGenerated;

    /// <summary>What people write and read as code; neither prose nor what a tool writes.</summary>
    public bool IsCode => CodeExtensions.Any(extension => Path.EndsWith(extension, StringComparison.Ordinal)) && !IsGenerated;

    /// <summary>Written by a tool: migrations, generated clients, lock files.</summary>
    public bool IsGenerated =>
        Path.Contains("/Migrations/", StringComparison.Ordinal)
        || Path.Contains(".g.", StringComparison.Ordinal)
        || Path.Contains(".gen.", StringComparison.Ordinal)
        || Path.EndsWith("lock.json", StringComparison.Ordinal);

    public IReadOnlyList<string> Lines => Text.Split('\n');

    /// <summary>The file as C#; only for such files.</summary>
    public CompilationUnitSyntax Syntax => _syntax.Value;

    /// <summary>The folder names and the file name.</summary>
    public IReadOnlyList<string> Parts => Path.Split('/');

    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public override string ToString() => Path;

    public bool IsUnder(string folder) => Path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>Something wrong with the file.</summary>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="what">What is wrong, as a phrase.</param>
    public Offence Offence(int line, string what) => new(Path, line, what);

    /// <summary>Something wrong at a place in the C# file.</summary>
    public Offence Offence(Microsoft.CodeAnalysis.Location place, string what) =>
        new(Path, place.GetLineSpan().StartLinePosition.Line + 1, what);
}

/// <summary>A place that breaks a rule.</summary>
internal sealed record Offence(string Path, int Line, string What)
{
    public override string ToString() => $"{Path}:{Line} {What}";
}
