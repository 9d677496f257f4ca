using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>What pairing left behind in the shop.</summary>
internal sealed record Pairing
{
    public string TenantId { get; init; } = "";

    /// <summary>The master key, as it was delivered.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Where the ledger is. Stays after a disconnect.</summary>
    public string LedgerUrl { get; init; } = "";
}

/// <summary>A pairing code that waits to be used.</summary>
internal sealed record PendingCode(string Sha256, DateTimeOffset MadeAt);

/// <summary>What the ledger reported about a document, or that it has not yet.</summary>
internal sealed record MirrorRow
{
    public required string EntityType { get; init; }

    public required long EntityId { get; init; }

    public required string Status { get; init; }

    public string? ProviderEntityId { get; init; }

    public string? ProviderReference { get; init; }

    public string? SkipReason { get; init; }

    public string? ErrorCode { get; init; }

    public required string LastSyncAt { get; init; }
}

/// <summary>How the shop is set up, as far as a ledger notices.</summary>
internal sealed record ShopSettings
{
    /// <summary>Takes tokens over https only, as Magento's production mode does.</summary>
    public bool Production { get; init; }

    /// <summary>Answers without <c>index.php</c> in the address.</summary>
    public bool Rewrites { get; init; } = true;

    /// <summary>Answers everything with 503 and a page.</summary>
    public bool Maintenance { get; init; }

    /// <summary>Somebody buys something now and then.</summary>
    public bool SellsByItself { get; init; } = true;

    /// <summary>How far the shop's clock is ahead, in seconds.</summary>
    public int ClockSkewSeconds { get; init; }
}

/// <summary>Everything the shop is. One thing at a time: whoever reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class ShopWorld : IDisposable
{
    private const string Single = "shop";
    private static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(1800);

    private readonly ShopFile _file;
    private readonly Dictionary<string, SortedDictionary<long, JsonObject>> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastIds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, long Id), MirrorRow> _mirror = [];
    private readonly Dictionary<string, DateTimeOffset> _usedTokens = new(StringComparer.Ordinal);

    private ShopWorld(DemoStoreOptions options)
    {
        Options = options;
        _file = new ShopFile(options.DataDirectory);
        Pairing = ReadSingle<Pairing>("pairing") ?? new Pairing();
        Code = ReadSingle<PendingCode>("code");
        Settings = ReadSingle<ShopSettings>("settings") ?? new ShopSettings();
        foreach (var kind in DocumentKinds)
        {
            var all = new SortedDictionary<long, JsonObject>();
            foreach (var (name, body) in _file.All(kind))
                all[long.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] = body;
            _documents[kind] = all;
            _lastIds[kind] = all.Count == 0 ? 0 : all.Keys.Max();
        }
        foreach (var (_, body) in _file.All("mirror"))
        {
            var row = ShopFile.Read<MirrorRow>(body);
            _mirror[(row.EntityType, row.EntityId)] = row;
        }
        Outbox = new Outbox(this, _file);
        Till = new Till(this);
    }

    /// <summary>The kinds of documents the shop has routes for.</summary>
    public static IReadOnlyList<string> DocumentKinds { get; } = ["invoice", "payment", "creditmemo", "customer", "product"];

    public Lock Gate { get; } = new();

    public DemoStoreOptions Options { get; }

    public Pairing Pairing { get; private set; }

    public PendingCode? Code { get; private set; }

    public ShopSettings Settings { get; private set; }

    public Outbox Outbox { get; }

    public Till Till { get; }

    public ShopFaults Faults { get; } = new();

    /// <summary>Why tokens were refused, newest last: the shop tells nobody but its own log.</summary>
    public List<string> Refusals { get; } = [];

    public bool IsPaired => Pairing.TenantId.Length > 0;

    public DateTimeOffset Now => Options.Time.GetUtcNow() + TimeSpan.FromSeconds(Settings.ClockSkewSeconds);

    public IReadOnlyCollection<MirrorRow> Mirror => _mirror.Values;

    public static ShopWorld Open(DemoStoreOptions options)
    {
        var world = new ShopWorld(options);
        if (world._documents["product"].Count == 0)
            Catalogue.Seed(world);
        return world;
    }

    /// <summary>Makes a code; the shop keeps only its hash, and the one before is void.</summary>
    public string NewCode()
    {
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Code = new PendingCode(Hash(code), Now);
        WriteSingle("code", Code);
        return code;
    }

    /// <summary>True when the code is the pending one and not too old; that alone does not use it up.</summary>
    public bool TakesCode(string code) => Code is { } pending && pending.Sha256 == Hash(code.Trim()) && Now - pending.MadeAt <= CodeLife;

    /// <summary>Pairs; both directions are live from now on.</summary>
    public void Pair(Pairing pairing)
    {
        (Pairing, Code) = (pairing with { ApiKey = pairing.ApiKey.Trim(), LedgerUrl = pairing.LedgerUrl.TrimEnd('/') }, null);
        WriteSingle("pairing", Pairing);
        _file.Remove("code", Single);
    }

    /// <summary>Forgets tenant and key; the ledger's address stays.</summary>
    public void Unpair()
    {
        Pairing = new Pairing { LedgerUrl = Pairing.LedgerUrl };
        WriteSingle("pairing", Pairing);
    }

    public void Change(ShopSettings settings)
    {
        Settings = settings;
        WriteSingle("settings", settings);
    }

    /// <summary>A document; null when there is none.</summary>
    public JsonObject? Find(string kind, long id) => _documents[kind].GetValueOrDefault(id);

    /// <summary>All documents of a kind, by id.</summary>
    public IReadOnlyCollection<JsonObject> All(string kind) => _documents[kind].Values;

    /// <summary>Writes a document, over the one of its id.</summary>
    public void Put(string kind, JsonObject document)
    {
        var id = (long)document["magento_id"]!;
        _documents[kind][id] = document;
        _lastIds[kind] = Math.Max(_lastIds.GetValueOrDefault(kind), id);
        _file.Put(kind, $"{id}", document);
    }

    /// <summary>Removes a document, as a deleted store view does.</summary>
    public void Remove(string kind, long id)
    {
        _documents[kind].Remove(id);
        _file.Remove(kind, $"{id}");
    }

    /// <summary>The next free id of a kind.</summary>
    public long NextId(string kind) => _lastIds.GetValueOrDefault(kind) + 1;

    /// <summary>What the ledger reported; every report overwrites all of the one before.</summary>
    public void Report(MirrorRow row)
    {
        _mirror[(row.EntityType, row.EntityId)] = row;
        _file.Put("mirror", $"{row.EntityType}:{row.EntityId}", ShopFile.ToNode(row));
    }

    public MirrorRow? MirrorOf(string entityType, long id) => _mirror.GetValueOrDefault((entityType, id));

    /// <summary>False when a token's number was used before and is still remembered.</summary>
    public bool TryUseToken(string id, DateTimeOffset expires)
    {
        var now = Now;
        foreach (var old in _usedTokens.Where(used => used.Value <= now).Select(static used => used.Key).ToArray())
            _usedTokens.Remove(old);
        return _usedTokens.TryAdd(id, expires);
    }

    public void Dispose()
    {
        Outbox.Dispose();
        _file.Dispose();
    }

    private T? ReadSingle<T>(string kind)
        where T : class => _file.All(kind) is [var (_, body)] ? ShopFile.Read<T>(body) : null;

    private void WriteSingle<T>(string kind, T record) => _file.Put(kind, Single, ShopFile.ToNode(record));

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
