using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Resources;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Books;

/// <summary>A ledger account as the rules need it.</summary>
/// <param name="Seq">Its row, by which entries name it.</param>
/// <param name="Id">Its id.</param>
/// <param name="DisplayedAs">Name and nominal code.</param>
/// <param name="NominalCode">The code bookkeepers know it by.</param>
/// <param name="VisibleInSales">Whether sales lines may use it.</param>
/// <param name="VisibleInExpenses">Whether purchases may use it.</param>
/// <param name="ControlName">What Sage uses it for itself, or null.</param>
internal sealed record Account(
    long Seq,
    string Id,
    string DisplayedAs,
    long NominalCode,
    bool VisibleInSales,
    bool VisibleInExpenses,
    string? ControlName
);

/// <summary>A tax rate as the rules need it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DisplayedAs">Such as <c>Standard 15.00%</c>.</param>
/// <param name="Percentage">Per cent of the net amount.</param>
internal sealed record Rate(string Id, string DisplayedAs, decimal Percentage)
{
    /// <summary>True for zero, exempt and no-tax rates: no tax amount needs to be sent, none is booked.</summary>
    public bool IsZero => Percentage == 0m;
}

/// <summary>The reference data of one business that almost every write needs, kept parsed until something of it is written.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Account> _accountsByRow = [];
    private readonly Dictionary<string, Account> _controls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Rate> _rates = new(StringComparer.Ordinal);

    private Shelf(JsonObject financial, JsonObject invoicing)
    {
        AccountsStartOn = financial.Text("accounts_start_date") ?? "1900-01-01";
        LockedThrough = financial.Text("year_end_lockdown_date");
        TaxRegistered = financial.LinkId("tax_scheme") != "NOT_REGISTERED";
        TaxNumber = financial.Text("tax_number");
        MultiCurrency = financial.Flag("multi_currency_enabled");
        InvoicePrefix = invoicing.Text("sales_invoice_number_prefix") ?? "";
        CreditNotePrefix = invoicing.Text("sales_credit_note_number_prefix") ?? "";
        CustomerCreditDays = (int)(invoicing.Whole("customer_credit_days") ?? 30);
        InvoiceTerms = invoicing.Text("invoice_terms_and_conditions");
        InvoiceNotes = invoicing.Text("default_note_on_invoice");
        CreditNoteNotes = invoicing.Text("default_note_on_credit_note");
    }

    /// <summary>The first date documents may carry.</summary>
    public string AccountsStartOn { get; }

    /// <summary>Documents up to this date are locked, or null.</summary>
    public string? LockedThrough { get; }

    public bool TaxRegistered { get; }
    public string? TaxNumber { get; }
    public bool MultiCurrency { get; }
    public string InvoicePrefix { get; }
    public string CreditNotePrefix { get; }
    public int CustomerCreditDays { get; }
    public string? InvoiceTerms { get; }
    public string? InvoiceNotes { get; }
    public string? CreditNoteNotes { get; }

    public Account? Account(string id) => _accounts.GetValueOrDefault(id);

    public Account? AccountOfRow(long row) => _accountsByRow.GetValueOrDefault(row);

    public Rate? Rate(string id) => _rates.GetValueOrDefault(id);

    /// <summary>The account Sage books this kind of thing on.</summary>
    public Account Control(string name) =>
        _controls.GetValueOrDefault(name) ?? throw new InvalidOperationException($"This business has no control account {name}.");

    public static Shelf Load(Sqlite db, int business)
    {
        var shelf = new Shelf(Single(db, business, SettingsShapes.Financial), Single(db, business, SettingsShapes.Invoicing));
        foreach (var (seq, body) in All(db, business, LedgerShapes.LedgerAccounts))
        {
            var account = new Account(
                seq,
                body.Text("id")!,
                body.Text("displayed_as")!,
                body.Whole("nominal_code") ?? 0,
                body.Flag("visible_in_sales"),
                body.Flag("visible_in_expenses"),
                body.Text("control_name")
            );
            shelf._accounts.Add(account.Id, account);
            shelf._accountsByRow.Add(seq, account);
            if (account.ControlName is { } control)
                shelf._controls.Add(control, account);
        }
        foreach (var (_, body) in All(db, business, LedgerShapes.TaxRates))
        {
            var rate = new Rate(body.Text("id")!, body.Text("displayed_as")!, body.Amount("percentage"));
            shelf._rates.Add(rate.Id, rate);
        }
        return shelf;
    }

    private static JsonObject Single(Sqlite db, int business, ResourceType type)
    {
        var found = All(db, business, type);
        return found.Count == 1 ? found[0].Body : throw new InvalidOperationException($"Business {business} has no {type.Collection}.");
    }

    private static List<(long Seq, JsonObject Body)> All(Sqlite db, int business, ResourceType type)
    {
        var all = new List<(long, JsonObject)>();
        using var rows = db.Use(
                "select d.seq, b.body from documents d join bodies b using (seq) where d.business=? and d.resource=? and d.deleted_at "
                    + "is null"
            )
            .With(business)
            .With(type.Number);
        while (rows.Step())
            all.Add((rows.Long(0), JsonText.Object(rows.Bytes(1))));
        return all;
    }
}

/// <summary>The shelves of all businesses. A shelf read from a snapshot that has since been overtaken is used once and not kept.</summary>
internal sealed class Shelves
{
    private readonly ConcurrentDictionary<int, (int Version, Shelf Shelf)> _kept = new();
    private int _version;

    /// <summary>To be taken before the snapshot a shelf may be loaded from.</summary>
    public int Version => Volatile.Read(ref _version);

    public Shelf Get(Sqlite db, int business, int version)
    {
        if (_kept.TryGetValue(business, out var kept) && kept.Version == version)
            return kept.Shelf;
        var shelf = Shelf.Load(db, business);
        if (version == Version)
            _kept[business] = (version, shelf);
        return shelf;
    }

    /// <summary>Reference data was written: whatever is kept is out of date.</summary>
    public void Forget() => Interlocked.Increment(ref _version);
}
