using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ledgerbridge.Server.Storage.Internal;

/// <summary>
/// The ring as a file that only its owner can read; newest key last. Other processes may add keys, so a miss reads the file again.
/// </summary>
internal sealed class FileKeySource(string path, TimeProvider time) : IKeySource
{
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock _gate = new();
    private RingKey[]? _keys;

    public RingKey Newest()
    {
        lock (_gate)
            return (_keys ??= ReadOrCreate())[^1];
    }

    public RingKey? Find(string id)
    {
        lock (_gate)
        {
            _keys ??= ReadOrCreate();
            return Array.Find(_keys, key => key.Id == id) ?? Array.Find(_keys = ReadOrCreate(), key => key.Id == id);
        }
    }

    /// <summary>Adds a new key, which seals from now on, and returns its id.</summary>
    public string Rotate()
    {
        lock (_gate)
        {
            _keys = [.. ReadOrCreate(), NewKey()];
            Write(_keys);
            return _keys[^1].Id;
        }
    }

    private RingKey[] ReadOrCreate()
    {
        if (File.Exists(path))
            return Read();
        RingKey[] keys = [NewKey()];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            using var file = new FileStream(path, Creation(FileMode.CreateNew));
            Serialize(file, keys);
            return keys;
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; its keys count.
            return Read();
        }
    }

    private RingKey[] Read()
    {
        using var file = File.OpenRead(path);
        var keys = JsonSerializer.Deserialize<KeyFile>(file)?.Keys ?? [];
        return keys.Count > 0
            ? [.. keys.Select(static key => new RingKey(key.Id, Convert.FromBase64String(key.Key)))]
            : throw new InvalidOperationException($"The key ring {path} holds no key. Restore it from a copy.");
    }

    private void Write(RingKey[] keys)
    {
        var draft = path + ".new";
        using (var file = new FileStream(draft, Creation(FileMode.Create)))
            Serialize(file, keys);
        File.Move(draft, path, overwrite: true);
    }

    private RingKey NewKey()
    {
        var day = time.GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var suffix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3));
        return new RingKey($"{day}-{suffix}", RandomNumberGenerator.GetBytes(KeyBytes));
    }

    private static void Serialize(FileStream file, RingKey[] keys)
    {
        JsonSerializer.Serialize(file, new KeyFile([.. keys.Select(static key => new KeyLine(key.Id, Convert.ToBase64String(key.Bytes)))]));
        file.Flush(flushToDisk: true);
    }

    private static FileStreamOptions Creation(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private sealed record KeyFile(IReadOnlyList<KeyLine> Keys);

    private sealed record KeyLine(string Id, string Key);
}

/// <summary>The ring from settings, newest key first.</summary>
internal sealed class SettingsKeySource : IKeySource
{
    private const int KeyBytes = 32;

    private readonly RingKey[] _keys;

    public SettingsKeySource(IEnumerable<string> ring) => _keys = [.. ring.Select(Parse)];

    public RingKey Newest() => _keys[0];

    public RingKey? Find(string id) => Array.Find(_keys, key => key.Id == id);

    private static RingKey Parse(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var bytes = new byte[KeyBytes];
        return colon > 0 && Convert.TryFromBase64String(line[(colon + 1)..], bytes, out var written) && written == KeyBytes
            ? new RingKey(line[..colon], bytes)
            : throw new InvalidOperationException(
                $"Each line of {KeyOptions.Section}:Ring must read id:key, where key is 32 bytes in base64 (openssl rand -base64 32)."
            );
    }
}
