using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledgerbridge.Embedded;

/// <summary>The demo sign-in, kept in <c>demo.json</c> in the data directory, readable by its owner only.</summary>
/// <param name="Email">What to sign in with.</param>
/// <param name="Password">The password, made for this data directory.</param>
/// <param name="ApiKey">An Owner's API key; null while the set-up has not come that far.</param>
/// <param name="Url">Where the app is.</param>
/// <param name="Connected">Whether the set-up connects the workspace to the sandbox.</param>
internal sealed record DemoSignIn(
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("api_key")] string? ApiKey,
    [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("connected")] bool Connected
)
{
    private const string FileName = "demo.json";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The sign-in of a data directory; null when it has none.</summary>
    public static async Task<DemoSignIn?> ReadAsync(string dataDirectory, CancellationToken ct)
    {
        var path = Path.Combine(dataDirectory, FileName);
        if (!File.Exists(path))
            return null;
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<DemoSignIn>(file, cancellationToken: ct);
    }

    /// <summary>Writes the sign-in, replacing an older one at once or not at all.</summary>
    public async Task WriteAsync(string dataDirectory, CancellationToken ct)
    {
        var draft = Path.Combine(dataDirectory, FileName + ".new");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(draft, options))
            await JsonSerializer.SerializeAsync(file, this, Readable, ct);
        File.Move(draft, Path.Combine(dataDirectory, FileName), overwrite: true);
    }
}
