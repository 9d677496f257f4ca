namespace Ledgerbridge.Tests.Repository;

/// <summary>
/// A rule of the repository: a function over files, with the proof that it works. Each planted set of files stands alone; the rule must
/// report every offending one and no innocent one, and find nothing in the repository itself (<see cref="RuleTests"/>).
/// </summary>
/// <param name="Name">The rule as a sentence that holds when it is kept.</param>
/// <param name="Find">Finds what breaks the rule.</param>
internal sealed record Rule(string Name, Func<IReadOnlyList<RepositoryFile>, IEnumerable<Offence>> Find)
{
    /// <summary>Where planted C# stands unless its place matters: a place to which every rule applies.</summary>
    public const string Place = "src/Ledgerbridge.Server/Runs/Planted.cs";

    /// <summary>Sets of files that break the rule.</summary>
    public required IReadOnlyList<RepositoryFile[]> Offenders { get; init; }

    /// <summary>Sets of files that come close and keep the rule.</summary>
    public required IReadOnlyList<RepositoryFile[]> Innocents { get; init; }

    /// <summary>A rule that looks at one C# file at a time.</summary>
    public static Func<IReadOnlyList<RepositoryFile>, IEnumerable<Offence>> InCSharp(Func<RepositoryFile, IEnumerable<Offence>> find) =>
        files => files.Where(static file => file.IsCSharp).SelectMany(find);

    /// <summary>A rule that looks at one file of code in any language at a time.</summary>
    public static Func<IReadOnlyList<RepositoryFile>, IEnumerable<Offence>> InCode(Func<RepositoryFile, IEnumerable<Offence>> find) =>
        files => files.Where(static file => file.IsCode).SelectMany(find);

    /// <summary>Sets of one file each, all at <see cref="Place"/>.</summary>
    public static IReadOnlyList<RepositoryFile[]> Each(params IReadOnlyList<string> texts) =>
        [.. texts.Select(static text => One(Place, text))];

    /// <summary>A set of one file.</summary>
    public static RepositoryFile[] One(string path, string text) => [new RepositoryFile(path, text)];

    public override string ToString() => Name;
}
