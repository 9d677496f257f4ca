using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>An entry of a list that is the same for every business.</summary>
/// <param name="Collection">The list.</param>
/// <param name="Id">Its code.</param>
/// <param name="DisplayedAs">What people read.</param>
internal sealed record StaticItem(string Collection, string Id, string DisplayedAs)
{
    /// <summary>What <c>contains</c>-filters of the list look at, such as the country of a region.</summary>
    public string? Group { get; init; }

    /// <summary>Keys beyond the three every reference has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> More { get; init; } = [];

    /// <summary>The reference to it.</summary>
    public JsonObject Link() => Links.To(Collection, Id, DisplayedAs);

    /// <summary>Everything of it.</summary>
    public JsonObject Full()
    {
        var full = Link();
        foreach (var (key, value) in More)
            full[key] = value;
        return full;
    }
}

/// <summary>A list that is the same for every business and never changes.</summary>
internal sealed class StaticList
{
    private readonly FrozenDictionary<string, StaticItem> _byId;

    public StaticList(string collection, IEnumerable<StaticItem> items)
    {
        Collection = collection;
        Items = [.. items];
        _byId = Items.ToFrozenDictionary(static item => item.Id, StringComparer.Ordinal);
    }

    public string Collection { get; }
    public IReadOnlyList<StaticItem> Items { get; }

    public StaticItem? Find(string id) => _byId.GetValueOrDefault(id);
}

/// <summary>Sage's fixed vocabularies.</summary>
internal static class StaticLists
{
    private const string Words = """
        address_types ACCOUNTS:Accounts DELIVERY:Delivery PURCHASING:Purchasing SALES:Sales
        artefact_statuses UNPAID:Unpaid PART_PAID:Part_Paid PAID:Paid VOID:Void DRAFT:Draft DISPUTED:Disputed DECLINED:Declined PRO_FORMA:Pro_Forma ACCEPTED:Accepted ACCEPTED_BY_CUSTOMER:Accepted_by_Customer DECLINED_BY_CUSTOMER:Declined_by_Customer
        bank_account_types CHECKING:Current SAVINGS:Savings CREDIT_CARD:Credit_Card CASH_IN_HAND:Cash_in_Hand LOAN:Loan OTHER:Other
        catalog_item_types STOCK_ITEM:Stock PRODUCT:Non-stock SERVICE:Service
        contact_person_types ACCOUNTS:Accounts PURCHASING:Purchasing SALES:Sales
        contact_types CUSTOMER:Customer VENDOR:Supplier
        country_groups ALL:Rest_of_World CA:Canada EU:European_Union GBIE:UK_&_Ireland US:US
        eu_goods_services_types GOODS:Goods SERVICES:Services
        ledger_account_types SALES:Sales OTHER_INCOME:Other_Income DIRECT_EXPENSES:Direct_Expenses OVERHEADS:Overheads DEPRECIATION:Depreciation CURRENT_ASSETS:Current_Assets FIXED_ASSETS:Fixed_Assets FUTURE_ASSETS:Future_Assets BANK:Bank CURRENT_LIABILITY:Current_Liability FUTURE_LIABILITY:Future_Liability EQUITY:Equity LINE_OF_CREDIT:Line_of_Credit
        payment_methods CASH:Cash CHECK:Cheque ELECTRONIC:Electronic CREDIT_DEBIT:Credit/Debit ONLINE_PAYMENT:Online_Payment
        quick_entry_types INVOICE:Invoice CREDIT_NOTE:Credit_Note
        tax_schemes STANDARD:Standard CASH_ACCOUNTING:Cash_Accounting FLAT_INVOICE:Flat_Rate_(invoice_based) FLAT_CASH:Flat_Rate_(cash_based) NOT_REGISTERED:Not_Registered
        transaction_types SALES_INVOICE:Sales_Invoice SALES_CREDIT_NOTE:Sales_Credit_Note PURCHASE_INVOICE:Purchase_Invoice PURCHASE_CREDIT_NOTE:Purchase_Credit_Note CUSTOMER_RECEIPT:Customer_Receipt CUSTOMER_REFUND:Customer_Refund VENDOR_PAYMENT:Supplier_Payment VENDOR_REFUND:Supplier_Refund CUSTOMER_ALLOCATION:Customer_Allocation VENDOR_ALLOCATION:Supplier_Allocation OTHER_RECEIPT:Other_Receipt OTHER_PAYMENT:Other_Payment OTHER_RECEIPT_REFUND:Other_Receipt_Refund OTHER_PAYMENT_REFUND:Other_Payment_Refund BANK_OPENING_BALANCE:Bank_Opening_Balance BANK_PAYMENT:Bank_Payment BANK_RECEIPT:Bank_Receipt BANK_TRANSFER:Bank_Transfer DEPOSIT:Deposit JOURNAL:Journal CORRECTION:Correction CUSTOMER_OPENING_BALANCE_INVOICE:Customer_Opening_Balance VENDOR_OPENING_BALANCE_INVOICE:Supplier_Opening_Balance TAX_PAYMENT:Tax_Payment VOID_PAYMENT:Void_Payment
        """;

    private const string EuropeanUnion = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IT LV LT LU MT NL PL PT RO SK SI ES SE";

    private static readonly FrozenDictionary<string, StaticList> Lists = All()
        .ToFrozenDictionary(static list => list.Collection, StringComparer.Ordinal);

    /// <summary>The list of this name, or null.</summary>
    public static StaticList? Find(string collection) => Lists.GetValueOrDefault(collection);

    /// <summary>The names of all lists.</summary>
    public static IEnumerable<string> Names => Lists.Keys;

    /// <summary>The reference to an entry that is known to exist.</summary>
    public static JsonObject Link(string collection, string id) =>
        Lists[collection].Find(id)?.Link() ?? throw new InvalidOperationException($"{collection} has no {id}.");

    /// <summary>The group Sage puts a country in.</summary>
    public static string CountryGroup(string country) =>
        country switch
        {
            "GB" or "IE" => "GBIE",
            "CA" or "US" => country,
            _ when EuropeanUnion.Contains(country, StringComparison.Ordinal) => "EU",
            _ => "ALL",
        };

    /// <summary>True for the member states of the European Union.</summary>
    public static bool InEuropeanUnion(string country) => country == "IE" || CountryGroup(country) == "EU";

    private static IEnumerable<StaticList> All()
    {
        foreach (var line in Words.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            yield return new StaticList(
                words[0],
                words[1..]
                    .Select(word => new StaticItem(words[0], word[..word.IndexOf(':')], word[(word.IndexOf(':') + 1)..].Replace('_', ' ')))
            );
        }
        yield return Named("countries", "countries.txt");
        yield return Named("currencies", "currencies.txt");
        yield return new StaticList("address_regions", Rows("regions.txt").Select(Region));
    }

    private static StaticList Named(string collection, string file) =>
        new(collection, Rows(file).Select(row => new StaticItem(collection, row.Code, $"{row.Name} ({row.Code})")));

    private static StaticItem Region((string Code, string Name) row) =>
        new("address_regions", row.Code, row.Name)
        {
            Group = row.Code[..2],
            More = [KeyValuePair.Create("code", row.Code[3..]), KeyValuePair.Create("name", row.Name)],
        };

    private static List<(string Code, string Name)> Rows(string file)
    {
        using var stream = typeof(StaticLists).Assembly.GetManifestResourceStream("Ledgerbridge.Sandbox.Resources.Lists." + file)!;
        using var reader = new StreamReader(stream);
        var rows = new List<(string, string)>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            rows.Add((line[..space], line[(space + 1)..]));
        }
        return rows;
    }
}
