using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Resources;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Sandbox;

/// <summary>
/// Holds the sandbox's shapes and verbs against Sage's description: what is missing is on a list, and nothing is there that is not
/// described.
/// </summary>
public sealed class SandboxShapeTests
{
    private static readonly (ResourceType Type, string Definition, string Missing)[] Shapes =
    [
        (ContactShapes.Contacts, "Contact", "balance cis_registered ni_based cis_settings"),
        (ContactShapes.Addresses, "Address", ""),
        (ContactShapes.Persons, "ContactPerson", ""),
        (LedgerShapes.LedgerAccounts, "LedgerAccount", "tax_instalment"),
        (LedgerShapes.TaxRates, "TaxRate", ""),
        (LedgerShapes.BankAccounts, "BankAccount", ""),
        (SettingsShapes.Financial, "FinancialSettings", ""),
        (SettingsShapes.BusinessSettings, "BusinessSettings", ""),
        (
            SalesShapes.Invoices,
            "SalesInvoice",
            "cis_applicable_amount base_currency_cis_applicable_amount total_after_cis_deduction base_currency_total_after_cis_deduction "
                + "has_cis_labour has_cis_materials recurring_invoice payments_allocations corrections"
        ),
    ];

    private static readonly string[] NewerThanTheDescription = ["is_active", "credit_terms"];

    /// <summary>Operations of offered resources that the sandbox does not have; the README names them too.</summary>
    private static readonly string[] NotOffered =
    [
        "DELETE /tax_rates/{key}",
        "POST /tax_rates",
        "PUT /businesses/{key}",
        "PUT /tax_rates/{key}",
        "PUT /user",
    ];

    [Fact]
    public void Every_shape_has_the_keys_of_its_definition_except_those_listed()
    {
        var description = Described();
        foreach (var (type, definition, missing) in Shapes)
        {
            var described = description.Definition(definition)["properties"]!
                .AsObject()
                .Select(static one => one.Key)
                .ToHashSet(StringComparer.Ordinal);
            var shown = type.Shape.Keys.Except(NewerThanTheDescription).ToHashSet(StringComparer.Ordinal);
            Assert.Equal([], shown.Except(described));
            Assert.Equal(
                missing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
                described.Except(shown).Order(StringComparer.Ordinal)
            );
        }
        var line = description.Definition("SalesInvoiceLineItem")["properties"]!.AsObject().Select(static one => one.Key);
        Assert.Equal(line.Order(StringComparer.Ordinal), SalesShapes.Line.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_of_an_offered_resource_is_offered_except_those_listed()
    {
        Described();
        var missing = new List<string>();
        foreach (var file in new[] { "openapi.json", "openapi.user_business.json" })
        {
            var paths = JsonNode.Parse(File.ReadAllText(RepositoryFiles.SageDescription(file)!))!["paths"]!.AsObject();
            foreach (var (path, operations) in paths)
            {
                var words = path.Trim('/').Split('/');
                if (Catalogue.Find(words[0]) is not { } collection)
                    continue;
                foreach (var (method, _) in operations!.AsObject().Where(static one => !one.Key.StartsWith('x')))
                {
                    if (!collection.Offers(VerbOf(method, words, collection), words.ElementAtOrDefault(2)))
                        missing.Add($"{method.ToUpperInvariant()} {path}");
                }
            }
        }
        Assert.Equal(NotOffered, missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_filter_and_sort_is_described_and_every_described_filter_is_there_except_those_listed()
    {
        Described();
        var paths = JsonNode.Parse(File.ReadAllText(RepositoryFiles.SageDescription("openapi.json")!))!["paths"]!.AsObject();
        string[] general =
        [
            "attributes",
            "nested_attributes",
            "items_per_page",
            "page",
            "updated_or_created_since",
            "deleted_since",
            "sort",
            "show_balance",
            "show_payments_allocations",
        ];
        var missing = new List<string>();
        foreach (var (type, _, _) in Shapes.Where(static shape => shape.Type.Since != Since.None))
        {
            var described = paths["/" + type.Collection]!["get"]!["parameters"]!
                .AsArray()
                .Select(static one => one!["name"]!.GetValue<string>())
                .ToList();
            var offered = type.Filters.Select(static filter => filter.Parameter).ToList();
            Assert.Equal([], offered.Except(described));
            Assert.Equal(type.Since == Since.UpdatedAndDeleted, described.Contains("deleted_since"));
            Assert.Equal(type.Sorts.Count > 0, described.Contains("sort"));
            missing.AddRange(described.Except(general).Except(offered).Select(name => $"{type.Collection}?{name}"));
        }
        Assert.Equal(
            [
                "contacts?context_date",
                "contacts?show_unfinished_recurring_invoices_status",
                "ledger_accounts?exclude_deleted_entries",
                "ledger_accounts?from_date",
                "ledger_accounts?ledger_account_classification_id",
                "ledger_accounts?show_balance_details",
                "ledger_accounts?show_control_accounts",
                "ledger_accounts?show_included_in_chart",
                "ledger_accounts?sort_order_from_user_setting",
                "ledger_accounts?to_date",
                "tax_rates?cis_only",
                "tax_rates?date",
                "tax_rates?include_historical_data",
            ],
            missing.Order(StringComparer.Ordinal)
        );
    }

    private static Verb VerbOf(string method, string[] words, Collection collection) =>
        (method, words.Length) switch
        {
            ("get", 1) => collection.Single ? Verb.Get : Verb.List,
            ("get", _) => Verb.Get,
            ("post", 1) => Verb.Create,
            ("post", _) => Verb.Act,
            ("put", _) => Verb.Update,
            _ => Verb.Delete,
        };

    private static SageDescription Described()
    {
        Assert.SkipWhen(SageDescription.Current is null, SageDescription.Missing);
        return SageDescription.Current!;
    }
}
