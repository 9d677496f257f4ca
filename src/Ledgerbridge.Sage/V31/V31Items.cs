using Ledgerbridge.Kernel;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Products, services, stock items, their movements and rates of exchange between our words and those of API v3.1.</summary>
internal static class V31Items
{
    /// <summary>What Sage calls the usual price list of products and stock items until somebody renames it.</summary>
    public const string UsualPriceList = "Sales Price";

    /// <summary>What Sage calls the usual price list of services until somebody renames it.</summary>
    public const string UsualRateList = "Rate";

    private const string StockItem = "STOCK_ITEM";

    public static NewSageItem ToSage(ItemDetails item)
    {
        var isService = item.Kind == ItemKind.Service;
        return new()
        {
            ItemCode = item.Code,
            Description = item.Description,
            SalesLedgerAccountId = item.SalesAccountId,
            PurchaseLedgerAccountId = isService ? null : item.PurchaseAccountId,
            SalesTaxRateId = item.SalesTaxRateId,
            CostPrice = item.CostPrice,
            Notes = V31Translation.Sent(item.Notes),
            SalesPrices =
                isService || item.SalesPrice is not { } price
                    ? null
                    : [new NewSageSalesPrice(item.PriceTypeId, ListName(item, UsualPriceList), price, item.SalesPriceIncludesVat)],
            SalesRates =
                !isService || item.SalesPrice is not { } rate
                    ? null
                    : [new NewSageSalesRate(item.PriceTypeId, ListName(item, UsualRateList), rate, item.SalesPriceIncludesVat)],
        };
    }

    public static BooksItem ToItem(SageItem item, ItemKind kind)
    {
        var (listId, price, includesVat) = Price(item, kind);
        return new BooksItem
        {
            Id = item.Id,
            Details = new ItemDetails
            {
                Kind = kind,
                Code = V31Translation.Text(item.ItemCode),
                Description = V31Translation.Text(item.Description),
                SalesAccountId = item.SalesLedgerAccount?.Id ?? "",
                PurchaseAccountId = item.PurchaseLedgerAccount?.Id,
                SalesTaxRateId = item.SalesTaxRate?.Id,
                PriceTypeId = listId,
                SalesPrice = price,
                SalesPriceIncludesVat = includesVat,
                CostPrice = item.CostPrice,
                Notes = V31Translation.Text(item.Notes),
            },
            QuantityInStock = kind == ItemKind.StockItem ? item.QuantityInStock : null,
            Active = item.Active != false && item.DeletedAt is null,
            UpdatedAt = item.UpdatedAt,
        };
    }

    /// <summary>True for a stock item among the products.</summary>
    public static bool IsStockItem(SageItem listed) => listed.CatalogItemType?.Id == StockItem;

    public static NewSageStockMovement ToSage(NewStockMovement movement) =>
        new()
        {
            StockItemId = movement.ItemId,
            Date = movement.MovedOn,
            Quantity = movement.Quantity,
            CostPrice = movement.CostPrice,
            Details = movement.Details,
        };

    public static BooksStockMovement ToMovement(SageStockMovement movement) =>
        new(movement.Id, movement.StockItem?.Id ?? "", movement.Quantity ?? 0m, V31Translation.Text(movement.Details));

    /// <summary>
    /// Base currency for one foreign unit; null for a rate that names no currency or is nought. Sage's lists count foreign per base, and
    /// the inverse they show may be cut shorter than our own.
    /// </summary>
    public static BooksExchangeRate? ToRate(SageExchangeRate rate) =>
        Currency.TryParse(rate.Currency?.Id, out var currency) && rate.Rate is > 0m
            ? new BooksExchangeRate(currency, V31Sales.ToRate(rate.Rate, ExchangeRateQuote.ForeignPerBase)!.Value)
            : null;

    private static string? ListName(ItemDetails item, string usual) => item.PriceTypeId is null ? usual : null;

    /// <summary>The first price that is set: lists show the usual one first.</summary>
    private static (string? ListId, decimal? Price, bool IncludesVat) Price(SageItem item, ItemKind kind) =>
        kind == ItemKind.Service
            ? item.SalesRates.FirstOrDefault(static rate => rate.Rate is not null) is { } rate
                ? (rate.ServiceRateType?.Id, rate.Rate, rate.RateIncludesTax == true)
                : (null, null, false)
            : item.SalesPrices.FirstOrDefault(static price => price.Price is not null) is { } price
                ? (price.ProductSalesPriceType?.Id, price.Price, price.PriceIncludesTax == true)
                : (null, null, false);
}
