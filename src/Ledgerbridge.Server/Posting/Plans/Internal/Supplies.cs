using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Goods or services: asked once for a document, because Sage wants all its lines to say the same.</summary>
internal static class Supplies
{
    /// <summary>The shop's words for what is not a thing.</summary>
    private static readonly string[] ServiceTypes = ["virtual", "downloadable"];

    /// <summary>What a kind of product is; null when the kind is not known.</summary>
    public static SupplyKind? KindOf(string? productType) =>
        productType is null ? null
        : ServiceTypes.Contains(productType) ? SupplyKind.Services
        : SupplyKind.Goods;

    /// <summary>True when the answer depends on what the products are.</summary>
    public static bool IsAsked(DocumentAddresses addresses, PlanFacts facts) => IsAsked(addresses, facts.Policy, facts.Books);

    /// <summary>True when the answer depends on what the products are.</summary>
    public static bool IsAsked(DocumentAddresses addresses, StorePolicy policy, BooksReference books) =>
        Applies(addresses, books) && policy.TaxRates.GoodsOrServices == SupplySource.ByProduct;

    /// <summary>The document's kind; null where nobody asks.</summary>
    public static SupplyKind? Of(SalesInput input, IReadOnlyList<StoreLine> rows)
    {
        if (!Applies(input.Addresses, input.Facts.Books))
            return null;
        switch (input.Facts.Policy.TaxRates.GoodsOrServices)
        {
            case SupplySource.Goods:
                input.Notes.Add("Goods or services", "A sale abroad, of goods by the store's settings.");
                return SupplyKind.Goods;
            case SupplySource.Services:
                input.Notes.Add("Goods or services", "A sale abroad, of services by the store's settings.");
                return SupplyKind.Services;
            default:
                return ByProducts(input, rows);
        }
    }

    private static bool Applies(DocumentAddresses addresses, BooksReference books) =>
        DocumentAddresses.AsksForSupply(books.Address.CountryCode) && addresses.GoAbroad(books.Address.CountryCode);

    private static SupplyKind ByProducts(SalesInput input, IReadOnlyList<StoreLine> rows)
    {
        var kinds = rows.Select(row => (Row: row, Kind: KindOf(input.Facts.ProductTypes.GetValueOrDefault(row.Sku) ?? row.ProductType)))
            .ToArray();
        var services = kinds.Where(static found => found.Kind == SupplyKind.Services).Sum(static found => found.Row.Subtotal);
        var goods = kinds.Where(static found => found.Kind != SupplyKind.Services).Sum(static found => found.Row.Subtotal);
        var kind = services > goods ? SupplyKind.Services : SupplyKind.Goods;
        var word = kind == SupplyKind.Goods ? "goods" : "services";
        var unknown = kinds.Count(static found => found.Kind is null);
        var mixed = services > 0m && goods > 0m;
        input.Notes.Add(
            "Goods or services",
            mixed
                ? $"A sale abroad of goods and services: Sage takes one kind for a document, and most of the value is {word}."
                : $"A sale abroad, of {word}"
                    + (
                        unknown == 0
                            ? "."
                            : $"; the shop does not say what {unknown} of its {kinds.Length} rows are, which counts as goods."
                    )
        );
        return kind;
    }
}
