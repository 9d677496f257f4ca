using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>What kind of shop, and under which rules it posts.</summary>
/// <param name="Name">Begins the numbers of its documents, its SKUs and its customers' addresses, so that no two shops share any.</param>
/// <param name="Business">The books it posts into.</param>
/// <param name="Country">Where it is.</param>
/// <param name="Rates">The rates it charges, the usual one first.</param>
/// <param name="Currencies">What it sells in, its own first, each with how much of it one unit of its own buys.</param>
internal sealed record ShopSetUp(
    string Name,
    string Business,
    string Country,
    IReadOnlyList<decimal> Rates,
    IReadOnlyList<(string Code, decimal Rate)> Currencies
)
{
    /// <summary>A rate that none of its business's is near, until somebody maps it.</summary>
    public const decimal StrangeRate = 0.17m;

    /// <summary>A way of paying the shop does not even list, about which nobody has decided, until somebody does.</summary>
    public const string UnmappedMethod = "newpay";

    /// <summary>A way of paying that keeps documents out of the books.</summary>
    public const string SkippedMethod = "checkmo";

    /// <summary>The ways of paying whose money goes to the bank.</summary>
    public static IReadOnlyList<string> BankMethods { get; } = ["payfast"];

    /// <summary>A way of paying that leaves the invoice owed.</summary>
    public const string OwedMethod = "banktransfer";

    /// <summary>Only this website's documents are posted.</summary>
    public const int Website = 1;

    /// <summary>Invoices are posted once they are paid, small guests share a contact, and deductions get a line.</summary>
    public bool IsStrictAboutMoney { get; init; }

    /// <summary>What the shop's rules pay back, they pay back from the bank.</summary>
    public bool PaysBack { get; init; }

    /// <summary>The shops of every simulation: two that post into the same South African books, and one with a mix of currencies.</summary>
    public static IReadOnlyList<ShopSetUp> All { get; } =
    [
        new("A", SandboxSeed.KarooTrading, "ZA", [0.15m], [("ZAR", 1m)]),
        new("B", SandboxSeed.PennineSupplies, "GB", [0.20m, 0.05m], [("GBP", 1m), ("EUR", 1.1712m), ("USD", 1.2644m)]) { PaysBack = true },
        new("C", SandboxSeed.KarooTrading, "ZA", [0.15m], [("ZAR", 1m)]) { IsStrictAboutMoney = true },
    ];

    /// <summary>The rules it begins with: some things are deliberately undecided.</summary>
    public void BeginWith(JsonNode policy, string bank)
    {
        policy["sync"]!["stock"] = true;
        policy["sync"]!["websites"] = new JsonArray(Website);
        policy["payments"]!["methods"] = new JsonArray([
            .. BankMethods.Select(method => Method(method, "bank", bank)),
            Method(OwedMethod, "unpaid", ""),
            Method(SkippedMethod, "skip", ""),
        ]);
        if (PaysBack)
            policy["payments"]!["refunds"] = "pay_back";
        if (!IsStrictAboutMoney)
            return;
        policy["sync"]!["unpaid_invoices"] = "skip";
        policy["commercial"]!["deductions"] = "line";
        policy["consolidation"]!["enabled"] = true;
        policy["consolidation"]!["up_to"] = "900";
    }

    /// <summary>The rules once a bookkeeper has read what failed and decided.</summary>
    public static void Mend(JsonNode policy, string bank)
    {
        policy["payments"]!["others"] = Method("", "bank", bank);
        policy["commercial"]!["deductions"] = "line";
        policy["commercial"]!["charges"] = "line";
        var map = policy["tax_rates"]!["map"]!.AsArray();
        var usual = map[0]!.DeepClone();
        usual["percentage"] = "17";
        map.Add(usual);
    }

    private static JsonObject Method(string method, string outcome, string bank) =>
        new()
        {
            ["method"] = method,
            ["outcome"] = outcome,
            ["bank_account_id"] = bank,
            ["sage_method_id"] = "",
        };
}
