using System.Xml;
using System.Xml.Linq;

namespace Ledgerbridge.Tests.Repository;

/// <summary>
/// Which project may know which other, and what a project file holds; the table is <c>project-edges.txt</c> beside this file.
/// </summary>
internal static class ProjectRules
{
    private const string Table = "tests/Ledgerbridge.Tests/Repository/project-edges.txt";
    private const string Kernel = "src/Ledgerbridge.Kernel/Ledgerbridge.Kernel.csproj";
    private const string ForAll = "Directory.Build.props";
    private const string Solution = "Ledgerbridge.slnx";

    public static IReadOnlyList<Rule> All =>
        [
            new("A project knows those whom the table names, all of them and no other", ProjectEdges)
            {
                Offenders =
                [
                    World("Kernel ->\nSage ->", ("Kernel", []), ("Sage", ["Kernel"])),
                    World("Kernel ->\nSage -> Kernel", ("Kernel", []), ("Sage", [])),
                    World("Kernel ->", ("Kernel", []), ("Sage", [])),
                    World("Kernel -> Sage\nSage -> Kernel", ("Kernel", ["Sage"]), ("Sage", ["Kernel"])),
                    World("Sandbox ->", ("Sandbox", ["Testing"])),
                    Rule.One("src/Kernel/Kernel.csproj", Project()),
                ],
                Innocents =
                [
                    World("Kernel ->\nSage -> Kernel\nServer -> Kernel Sage", ("Kernel", []), ("Sage", ["Kernel"])),
                    [.. World("Kernel ->", ("Kernel", [])), new("tests/Tests/Tests.csproj", Project("Kernel"))],
                ],
            },
            new("The kernel's project brings in nothing", Packages)
            {
                Offenders =
                [
                    Rule.One(Kernel, Items("<PackageReference Include=\"Polly.Core\" />")),
                    Rule.One(Kernel, Items("<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")),
                    Rule.One(Kernel, Items("<Reference Include=\"a.dll\" />")),
                    Rule.One(ForAll, Items("<PackageReference Include=\"Polly.Core\" />")),
                ],
                Innocents =
                [
                    [
                        new(Kernel, Items("<InternalsVisibleTo Include=\"Ledgerbridge.Tests\" />")),
                        new(ForAll, Items("<PackageReference Include=\"Meziantou.Analyzer\" PrivateAssets=\"all\" />")),
                        new("src/Ledgerbridge.Sage/Ledgerbridge.Sage.csproj", Items("<PackageReference Include=\"Polly.Core\" />")),
                    ],
                ],
            },
            new("Versions of packages are central", OwnVersions)
            {
                Offenders =
                [
                    Rule.One("src/A/A.csproj", Items("<PackageReference Include=\"Polly.Core\" Version=\"8.9.1\" />")),
                    Rule.One("src/A/A.csproj", Items("<PackageReference Include=\"Polly.Core\" VersionOverride=\"8.9.1\" />")),
                    Rule.One(
                        "tests/A/A.csproj",
                        Items("<PackageReference Include=\"Polly.Core\"><Version>8.9.1</Version></PackageReference>")
                    ),
                ],
                Innocents = [Rule.One("src/A/A.csproj", Items("<PackageReference Include=\"Polly.Core\" />"))],
            },
            new("A project has its lock file and stands in the solution", Strays)
            {
                Offenders =
                [
                    [new(Solution, "src/A/A.csproj"), new("src/A/A.csproj", Project())],
                    [new(Solution, "src/B/B.csproj"), new("src/A/A.csproj", Project()), new("src/A/packages.lock.json", "{}")],
                ],
                Innocents =
                [
                    [
                        new(Solution, "<Project Path=\"src/A/A.csproj\" />"),
                        new("src/A/A.csproj", Project()),
                        new("src/A/packages.lock.json", "{}"),
                    ],
                ],
            },
        ];

    private static IEnumerable<RepositoryFile> Projects(IEnumerable<RepositoryFile> files) =>
        files.Where(static file => file.Path.EndsWith(".csproj", StringComparison.Ordinal));

    private static IEnumerable<Offence> ProjectEdges(IReadOnlyList<RepositoryFile> files)
    {
        var projects = Projects(files).Where(static file => file.IsUnder("src")).ToDictionary(static file => NameOf(file.Path));
        if (EdgeTable.In(files, Table) is not { } table)
            return projects.Values.Take(1).Select(static project => project.Offence(1, $"there is no {Table}"));
        var edges =
            from project in projects
            from reference in Elements(project.Value, "ProjectReference")
            select new Edge(project.Key, NameOf(Attribute(reference, "Include")), project.Value, LineOf(reference));
        Edge[] found = [.. edges];
        return [.. table.Compare(projects, found, mayNameMissing: true), .. Edge.Circles(found)];
    }

    private static IEnumerable<Offence> Packages(IReadOnlyList<RepositoryFile> files)
    {
        var ofKernel =
            from file in files
            where file.Path == Kernel
            from element in Elements(file, "PackageReference", "FrameworkReference", "Reference")
            select file.Offence(LineOf(element), $"brings in {Attribute(element, "Include")}");
        var ofAll =
            from file in files
            where file.Path == ForAll
            from element in Elements(file, "PackageReference")
            where Attribute(element, "PrivateAssets") != "all"
            select file.Offence(LineOf(element), $"brings {Attribute(element, "Include")} into the kernel");
        return ofKernel.Concat(ofAll);
    }

    private static IEnumerable<Offence> OwnVersions(IReadOnlyList<RepositoryFile> files) =>
        from file in Projects(files)
        from element in Elements(file, "PackageReference")
        where
            element.Attributes().Any(static attribute => attribute.Name.LocalName.StartsWith("Version", StringComparison.Ordinal))
            || element.HasElements
        select file.Offence(LineOf(element), $"sets a version of {Attribute(element, "Include")} of its own");

    private static IEnumerable<Offence> Strays(IReadOnlyList<RepositoryFile> files)
    {
        var paths = files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        var solution = files.SingleOrDefault(static file => file.Path == Solution)?.Text ?? "";
        return from project in Projects(files)
            let fault = !paths.Contains($"{project.Folder}/packages.lock.json") ? "has no lock file"
            : !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal) ? $"does not stand in {Solution}"
            : null
            where fault is not null
            select project.Offence(1, fault);
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private static IEnumerable<XElement> Elements(RepositoryFile file, params IReadOnlyList<string> names) =>
        XDocument.Parse(file.Text, LoadOptions.SetLineInfo).Descendants().Where(element => names.Contains(element.Name.LocalName));

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    private static int LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;

    private static string Items(string items) => $"<Project><ItemGroup>{items}</ItemGroup></Project>";

    private static string Project(params IReadOnlyList<string> references) =>
        Items(string.Concat(references.Select(static name => $"<ProjectReference Include=\"..\\{name}\\{name}.csproj\" />")));

    private static RepositoryFile[] World(string table, params IReadOnlyList<(string Name, string[] References)> projects) =>
        [
            new RepositoryFile(Table, table),
            .. projects.Select(static project => new RepositoryFile(
                $"src/{project.Name}/{project.Name}.csproj",
                Project(project.References)
            )),
        ];
}
