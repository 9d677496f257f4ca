namespace Ledgerbridge.Testing;

/// <summary>Finds files of the checkout from wherever the tests run.</summary>
public static class RepositoryFiles
{
    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    /// <summary>The checkout's root folder.</summary>
    public static string Root => LazyRoot.Value;

    /// <summary>A file or folder of the checkout, by its parts.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Sage's official description beside the checkout, or null on a machine that has none.</summary>
    public static string? SageDescription(string fileName)
    {
        var path = Path.Combine(Root, "..", "shared", "sage", fileName);
        return File.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ledgerbridge.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests do not run inside a checkout of Ledgerbridge.");
    }
}
