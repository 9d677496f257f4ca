using System.Globalization;

namespace Ledgerbridge.Sandbox;

/// <summary>The command line of the sandbox as a process of its own.</summary>
internal static class CommandLine
{
    /// <summary>What is said when the command line cannot be understood, or help is asked for.</summary>
    public const string Usage = """
        A simulator of Sage Accounting's API v3.1.

          --port N            port to listen on (8778; 0 takes a free one)
          --host ADDRESS      address to listen on (127.0.0.1; anything else lets other machines in)
          --data DIR          folder of the books (a temporary one, deleted at the end)
          --profile NAME      demo or empty; only a new folder is seeded (demo)
          --redirect-uri URI  adds a redirect URI to the default client; may be repeated
          --verbose           says on standard error what went wrong inside
        """;

    private const int DefaultPort = 8778;

    /// <summary>Reads the words; null when one of them cannot be understood.</summary>
    /// <param name="words">The words after the program's name.</param>
    /// <param name="report">Is told of failures inside when <c>--verbose</c> is given.</param>
    public static SandboxOptions? Read(IReadOnlyList<string> words, Action<string> report)
    {
        SandboxOptions? options = new() { Port = DefaultPort };
        for (var at = 0; at < words.Count && options is not null; at++)
        {
            if (words[at] == "--verbose")
                options = options with { OnFailure = report };
            else
                options = ++at < words.Count && words[at].Length > 0 ? With(options, words[at - 1], words[at]) : null;
        }
        return options;
    }

    private static SandboxOptions? With(SandboxOptions options, string name, string value) =>
        name switch
        {
            "--port" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535
                ? options with
                {
                    Port = port,
                }
                : null,
            "--host" => options with { Host = value },
            "--data" => options with { DataDirectory = Path.GetFullPath(value) },
            "--profile" => options with { Profile = value },
            "--redirect-uri" => options with { RedirectUris = [.. options.RedirectUris, value] },
            _ => null,
        };
}
