using System.Diagnostics;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Repository;

/// <summary>The files of a checkout as git sees them: the tracked ones, and those that adding everything would track.</summary>
internal static class Checkout
{
    private const string ExecutableMode = "100755";
    private const string OrdinaryMode = "100644";

    // What building, testing and running leave behind; the same names stand in .gitignore.
    private static readonly string[] LeftBehind = ["bin", "obj", "node_modules", "artifacts", "data", "dist", "wwwroot", ".git"];

    private static readonly Lazy<IReadOnlyList<RepositoryFile>> LazyFiles = new(static () =>
        Path.Exists(RepositoryFiles.At(".git")) ? Read(RepositoryFiles.Root) : ReadUnpacked(RepositoryFiles.Root)
    );

    /// <summary>The files of the checkout the tests run in.</summary>
    public static IReadOnlyList<RepositoryFile> Files => LazyFiles.Value;

    /// <summary>Reads any checkout.</summary>
    public static IReadOnlyList<RepositoryFile> Read(string root)
    {
        var ignored = List(root, "--cached", "--ignored", "--exclude-standard").ToHashSet(StringComparer.Ordinal);
        var tracked = List(root, "--stage").Select(static entry => (Mode: entry[..6], Path: entry[(entry.IndexOf('\t') + 1)..]));
        var untracked = List(root, "--others", "--exclude-standard")
            .Select(path => (Mode: ModeOnDisk(Path.Combine(root, path)), Path: path));
        return
        [
            .. tracked
                .Concat(untracked)
                .Where(file => file.Mode is ExecutableMode or OrdinaryMode && File.Exists(Path.Combine(root, file.Path)))
                .OrderBy(static file => file.Path, StringComparer.Ordinal)
                .Select(file => new RepositoryFile(file.Path, TextOf(Path.Combine(root, file.Path)))
                {
                    IsExecutable = file.Mode == ExecutableMode,
                    IsIgnored = ignored.Contains(file.Path),
                }),
        ];
    }

    /// <summary>Reads sources without git's knowledge of them, such as an unpacked archive.</summary>
    public static IReadOnlyList<RepositoryFile> ReadUnpacked(string root) =>
        [
            .. Sources(new DirectoryInfo(root))
                .Select(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .Select(path => new RepositoryFile(path, TextOf(Path.Combine(root, path)))
                {
                    IsExecutable = ModeOnDisk(Path.Combine(root, path)) == ExecutableMode,
                }),
        ];

    private static IEnumerable<FileInfo> Sources(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Concat(folder.EnumerateDirectories().Where(static inner => !LeftBehind.Contains(inner.Name)).SelectMany(Sources));

    /// <summary>Runs git in a folder and gives what it prints.</summary>
    /// <exception cref="InvalidOperationException">Git could not be run or refused.</exception>
    public static string Git(string folder, params IReadOnlyList<string> arguments)
    {
        // A checkout may belong to another user than the one who runs its tests.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Inside a hook git hands down its own checkout and index by these variables; the folder alone decides here.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        using var git = Process.Start(start) ?? throw new InvalidOperationException("Git did not start.");
        var printed = git.StandardOutput.ReadToEnd();
        var complaint = git.StandardError.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? printed : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {complaint}");
    }

    private static string[] List(string root, params IReadOnlyList<string> which) =>
        Git(root, ["ls-files", "-z", .. which]).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    private static string ModeOnDisk(string path) =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute) ? ExecutableMode : OrdinaryMode;

    private static string TextOf(string path)
    {
        var text = File.ReadAllText(path);
        return text.Contains('\0', StringComparison.Ordinal) ? "" : text;
    }
}
