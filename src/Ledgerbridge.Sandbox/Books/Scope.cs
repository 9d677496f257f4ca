using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Control;
using Ledgerbridge.Sandbox.OAuth;
using Ledgerbridge.Sandbox.Resources;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Books;

/// <summary>What one request works with: its business, its snapshot or transaction, the time it happens at, and its query.</summary>
internal sealed class Scope
{
    private readonly Shelves _shelves;
    private readonly int _shelvesVersion;
    private Shelf? _shelf;

    public Scope(Sqlite db, Business business, Shelves shelves, IdMint ids, SandboxSettings settings, long now)
    {
        _shelves = shelves;
        _shelvesVersion = shelves.Version;
        Db = db;
        Business = business;
        Ids = ids;
        Settings = settings;
        Now = now;
        Documents = new Documents(this);
        Ledger = new Ledger(this);
    }

    public Sqlite Db { get; }
    public Business Business { get; }
    public IdMint Ids { get; }
    public SandboxSettings Settings { get; }

    /// <summary>When this happens, in seconds since 1970 by the sandbox's clock.</summary>
    public long Now { get; }

    public Documents Documents { get; }
    public Ledger Ledger { get; }

    /// <summary>The request's query.</summary>
    public ApiQuery Query { get; init; } = ApiQuery.Empty;

    /// <summary>True when the request accepts PDF rather than JSON.</summary>
    public bool WantsPdf { get; init; }

    /// <summary>Who the request's token belongs to; null while seeding.</summary>
    public Person? Person { get; init; }

    /// <summary>The businesses that person may open, the lead business first.</summary>
    public IReadOnlyList<Business> Businesses { get; init; } = [];

    /// <summary>True once reference data was written, so that kept shelves are out of date.</summary>
    public bool ShelfTouched { get; private set; }

    /// <summary>The id the next document made by rules takes instead of a minted one; for seeds, which have fixed ids.</summary>
    public string? PlannedId { get; set; }

    /// <summary>The date it is by the sandbox's clock.</summary>
    public DateOnly Today => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(Now).UtcDateTime);

    /// <summary>The business's reference data, as of this transaction.</summary>
    public Shelf Shelf => _shelf ??= ShelfTouched ? Shelf.Load(Db, Business.Number) : _shelves.Get(Db, Business.Number, _shelvesVersion);

    /// <summary>Notes that a document of this resource was written.</summary>
    public void Wrote(ResourceType type)
    {
        if (!type.OnShelf)
            return;
        ShelfTouched = true;
        _shelf = null;
    }

    /// <summary>A reference to a record of a collection as answers carry it, or null when there is none.</summary>
    public JsonObject? Link(string collection, string id)
    {
        if (StaticLists.Find(collection) is { } list)
            return list.Find(id)?.Link();
        var displayedAs = collection switch
        {
            "ledger_accounts" => Shelf.Account(id)?.DisplayedAs,
            "tax_rates" => Shelf.Rate(id)?.DisplayedAs,
            _ => Catalogue.Type(collection) is { } type ? Documents.DisplayedAs(type, id) : null,
        };
        return displayedAs is null ? null : Links.To(collection, id, displayedAs);
    }

    /// <summary>The next number of a sequence of this business, which is used up by asking.</summary>
    public long NextNumber(string sequence)
    {
        var next = PeekNumber(sequence);
        SetNumber(sequence, next + 1);
        return next;
    }

    /// <summary>The number a sequence will give next.</summary>
    public long PeekNumber(string sequence) =>
        Db.Use("select value from counters where business=? and name=?").With(Business.Number).With(sequence).Number() ?? 1;

    /// <summary>Sets the number a sequence will give next.</summary>
    public void SetNumber(string sequence, long next) =>
        Db.Use(
                "insert into counters (business, name, value) values (?, ?, ?) on conflict (business, name) do update set "
                    + "value=excluded.value"
            )
            .With(Business.Number)
            .With(sequence)
            .With(next)
            .Run();
}
