using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Plans of saved products.</summary>
internal static class ItemPlans
{
    private const int CodeMax = 30;
    private const int CodeHash = 8;
    private const int DescriptionMax = 255;
    private const int MovementTextMax = 50;

    /// <summary>The shop's kinds that are sold as they are. Composite kinds are not: what is sold is their parts.</summary>
    private static readonly string[] Things = ["simple"];

    /// <summary>The plan of a product.</summary>
    public static Plan Plan(StoreProduct product, PlanFacts facts)
    {
        var notes = new Notes();
        var sync = facts.Policy.Sync;
        if (!sync.Products)
            return notes.Skip(SkipReason.SwitchedOff);
        if (sync.Websites.Count > 0 && !product.WebsiteIds.Any(sync.Websites.Contains))
            return notes.Skip(SkipReason.Website);
        var isService = Supplies.KindOf(product.Type) == SupplyKind.Services;
        if (!isService && !Things.Contains(product.Type))
            return notes.Skip(
                SkipReason.ProductType,
                $"The books have no word for a product of the kind '{StoreText.Cut(product.Type, 40)}'."
            );
        var counted = !isService && sync.Stock && product.ManagesStock;
        var kind =
            isService ? ItemKind.Service
            : counted ? ItemKind.StockItem
            : ItemKind.Product;
        var present = facts.Items.GetValueOrDefault(product.Sku);
        if (present is not null && present.Details.Kind != kind)
        {
            notes.Add("Kind", $"The books have it as {Word(present.Details.Kind)}, the shop as {Word(kind)}; Sage does not change that.");
            kind = present.Details.Kind;
        }
        var wanted = Details(product, kind, facts, notes);
        if (AccountFailure(wanted, facts, notes) is { } failure)
            return failure;
        var steps = new List<PlanStep>();
        if (present is null)
            steps.Add(new PlanStep.CreateItem(product.Sku, wanted));
        else if (
            Merged(wanted, present.Details) is var merged
            && merged with { PriceTypeId = present.Details.PriceTypeId } != present.Details
        )
            steps.Add(new PlanStep.UpdateItem(product.Sku, present, merged));
        if (kind == ItemKind.StockItem && sync.Stock && product.ManagesStock && Movement(product, present, facts, notes) is { } movement)
            steps.Add(new PlanStep.MoveStock(movement));
        return steps.Count > 0 ? new Plan.Planned(steps, notes.Decisions) : notes.Skip(SkipReason.Unchanged);
    }

    /// <summary>
    /// The code in Sage: the SKU, or, where that is too long, its beginning and a hash, so that two long SKUs that begin alike stay two.
    /// </summary>
    public static string CodeOf(string sku)
    {
        if (sku.Length <= CodeMax)
            return sku;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sku)))[..CodeHash];
        return $"{StoreText.Cut(sku, CodeMax - CodeHash - 1)}~{hash}";
    }

    private static ItemDetails Details(StoreProduct product, ItemKind kind, PlanFacts facts, Notes notes)
    {
        var (policy, mappings) = (facts.Policy, facts.Policy.Mappings);
        var name = product.Name.Length > 0 ? product.Name : product.Sku;
        var code = CodeOf(product.Sku);
        if (code != product.Sku)
            notes.Add("SKU", $"Sage keeps {CodeMax} characters of a code: '{product.Sku}' is {code} there.");
        var foreign = product
            .WebsiteIds.Select(site => Exchange.BaseOf(site, policy.Currency, facts.Books.Currency))
            .FirstOrDefault(currency => currency != facts.Books.Currency.Code);
        if (foreign is not null)
            notes.Add("Price", $"The shop's price is in {foreign}, so none is given to the books.");
        var isService = kind == ItemKind.Service;
        return new ItemDetails
        {
            Kind = kind,
            Code = code,
            Description = StoreText.Cut(name, DescriptionMax),
            SalesAccountId = isService && mappings.ServicesAccountId.Length > 0 ? mappings.ServicesAccountId : mappings.SalesAccountId,
            PurchaseAccountId = isService || mappings.PurchaseAccountId.Length == 0 ? null : mappings.PurchaseAccountId,
            SalesPrice = foreign is null ? product.Price : null,
            SalesPriceIncludesVat = policy.Commercial.PricesIncludeVat,
            PriceTypeId = (isService ? facts.Books.ServiceRateTypes : facts.Books.ProductPriceTypes) is [var usual, ..] ? usual.Id : null,
            CostPrice = foreign is null ? product.Cost : null,
            Notes = code == product.Sku ? "" : $"SKU: {product.Sku}",
        };
    }

    private static Plan? AccountFailure(ItemDetails wanted, PlanFacts facts, Notes notes)
    {
        var accounts = facts.Books.LedgerAccounts;
        if (!accounts.Any(account => account.Id == wanted.SalesAccountId && account.ForSales))
            return notes.Fail(FailureCause.MappingMissing, "The account for sales in the store's settings is not in the books.");
        return wanted.PurchaseAccountId is { } purchases && accounts.All(account => account.Id != purchases)
            ? notes.Fail(FailureCause.MappingMissing, "The account for purchases in the store's settings is not in the books.")
            : null;
    }

    /// <summary>What the shop tells goes over what the books have; what it does not tell stays.</summary>
    private static ItemDetails Merged(ItemDetails told, ItemDetails present) =>
        present with
        {
            Description = told.Description,
            SalesPrice = told.SalesPrice ?? present.SalesPrice,
            SalesPriceIncludesVat = told.SalesPrice is null ? present.SalesPriceIncludesVat : told.SalesPriceIncludesVat,
            PriceTypeId = present.PriceTypeId ?? told.PriceTypeId,
            CostPrice = told.CostPrice ?? present.CostPrice,
        };

    private static NewStockMovement? Movement(StoreProduct product, BooksItem? present, PlanFacts facts, Notes notes)
    {
        if (product.StockQuantity is not { } told)
        {
            notes.Add("Stock", "The shop does not say how many there are; the books' stock stays.");
            return null;
        }
        var wanted = Math.Max(0m, told);
        if (told < 0m)
            notes.Add("Stock", $"The shop owes {Say.Number(-told)} to its customers; the books' stock never goes below nothing.");
        var had = present?.QuantityInStock ?? 0m;
        var change = wanted - had;
        if (change == 0m)
            return null;
        var cost = product.Cost ?? present?.Details.CostPrice;
        if (cost is null)
            notes.Add("Stock", "Neither the shop nor the books know what one costs; the movement is booked at a cost of nothing.");
        var why =
            present is null ? $"Opening stock of {Say.Number(wanted)}"
            : change > 0m ? $"Web shop: up from {Say.Number(had)} to {Say.Number(wanted)}"
            : $"Web shop: down from {Say.Number(had)} to {Say.Number(wanted)}";
        notes.Add("Stock", $"{why}.");
        return new NewStockMovement(
            present?.Id ?? StepIds.Item,
            facts.Today,
            change,
            Rounding.HalfAwayFromZero.Apply(Math.Max(0m, cost ?? 0m), facts.Books.Currency.Exponent),
            StoreText.Cut(why, MovementTextMax)
        );
    }

    private static string Word(ItemKind kind) =>
        kind switch
        {
            ItemKind.Service => "a service",
            ItemKind.StockItem => "a stock item",
            _ => "a product",
        };
}
