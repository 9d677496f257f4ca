namespace Ledgerbridge.Sage.V31.Models;

/// <summary>A product, service or stock item as Sage keeps it. What a kind does not have is null.</summary>
public sealed record SageItem : SageRecord
{
    /// <summary>The code: at most 30 characters for a stock item, 255 otherwise.</summary>
    public string? ItemCode { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>The account its sales go to.</summary>
    public SageReference? SalesLedgerAccount { get; init; }

    /// <summary>The rate its sales carry.</summary>
    public SageReference? SalesTaxRate { get; init; }

    /// <summary>The account its purchases go to.</summary>
    public SageReference? PurchaseLedgerAccount { get; init; }

    /// <summary>What it costs.</summary>
    public decimal? CostPrice { get; init; }

    /// <summary>The prices of a product or stock item.</summary>
    public IReadOnlyList<SageSalesPrice> SalesPrices
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];

    /// <summary>The prices of a service.</summary>
    public IReadOnlyList<SageSalesRate> SalesRates
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];

    /// <summary>Which of the kinds an entry of the list of products is: that list has the stock items too.</summary>
    public SageReference? CatalogItemType { get; init; }

    /// <summary>How many there are of a stock item.</summary>
    public decimal? QuantityInStock { get; init; }

    /// <summary>False once it was put out of use.</summary>
    public bool? Active { get; init; }
}

/// <summary>A price of a product or stock item.</summary>
public sealed record SageSalesPrice
{
    /// <summary>The price list.</summary>
    public SageReference? ProductSalesPriceType { get; init; }

    /// <summary>Its name.</summary>
    public string? PriceName { get; init; }

    /// <summary>The price.</summary>
    public decimal? Price { get; init; }

    /// <summary>True when the price includes tax.</summary>
    public bool? PriceIncludesTax { get; init; }
}

/// <summary>A price of a service.</summary>
public sealed record SageSalesRate
{
    /// <summary>The price list.</summary>
    public SageReference? ServiceRateType { get; init; }

    /// <summary>Its name.</summary>
    public string? RateName { get; init; }

    /// <summary>The price.</summary>
    public decimal? Rate { get; init; }

    /// <summary>True when the price includes tax.</summary>
    public bool? RateIncludesTax { get; init; }
}

/// <summary>A change of stock as Sage keeps it.</summary>
public sealed record SageStockMovement : SageRecord
{
    /// <summary>The day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Positive in, negative out; unsigned when a purchase credit note made it.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>What one costs.</summary>
    public decimal? CostPrice { get; init; }

    /// <summary>Why.</summary>
    public string? Details { get; init; }

    /// <summary>The number of the document that made it.</summary>
    public string? Reference { get; init; }

    /// <summary>The stock item.</summary>
    public SageReference? StockItem { get; init; }
}

/// <summary>A rate of exchange from Sage's lists, which count foreign units for one of the books' own. It has no id.</summary>
public sealed record SageExchangeRate
{
    /// <summary>Foreign units for one unit of the base currency.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Base units for one unit of the foreign currency.</summary>
    public decimal? InverseRate { get; init; }

    /// <summary>The base currency.</summary>
    public SageReference? BaseCurrency { get; init; }

    /// <summary>The foreign currency.</summary>
    public SageReference? Currency { get; init; }
}

/// <summary>A product to be made or changed; sent wrapped.</summary>
/// <param name="Product">The product.</param>
public sealed record SendProduct(NewSageItem Product);

/// <summary>A service to be made or changed; sent wrapped.</summary>
/// <param name="Service">The service.</param>
public sealed record SendService(NewSageItem Service);

/// <summary>A stock item to be made or changed; sent wrapped.</summary>
/// <param name="StockItem">The stock item.</param>
public sealed record SendStockItem(NewSageItem StockItem);

/// <summary>What is sent for a product, service or stock item. Only keys that are sent are changed.</summary>
public sealed record NewSageItem
{
    /// <summary>32 hexadecimal digits of ours.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>The code.</summary>
    public string? ItemCode { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>The account its sales go to.</summary>
    public string? SalesLedgerAccountId { get; init; }

    /// <summary>The account its purchases go to.</summary>
    public string? PurchaseLedgerAccountId { get; init; }

    /// <summary>The rate its sales carry.</summary>
    public string? SalesTaxRateId { get; init; }

    /// <summary>What it costs.</summary>
    public decimal? CostPrice { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>The prices of a product or stock item.</summary>
    public IReadOnlyList<NewSageSalesPrice>? SalesPrices { get; init; }

    /// <summary>The prices of a service.</summary>
    public IReadOnlyList<NewSageSalesRate>? SalesRates { get; init; }
}

/// <summary>A price of a product or stock item to be set.</summary>
/// <param name="ProductSalesPriceTypeId">The price list; null to go by the name.</param>
/// <param name="PriceName">The price list's name; null to go by the id.</param>
/// <param name="Price">The price.</param>
/// <param name="PriceIncludesTax">True when it includes tax.</param>
public sealed record NewSageSalesPrice(string? ProductSalesPriceTypeId, string? PriceName, decimal Price, bool PriceIncludesTax);

/// <summary>A price of a service to be set.</summary>
/// <param name="ServiceRateTypeId">The price list; null to go by the name.</param>
/// <param name="RateName">The price list's name; null to go by the id.</param>
/// <param name="Rate">The price.</param>
/// <param name="RateIncludesTax">True when it includes tax.</param>
public sealed record NewSageSalesRate(string? ServiceRateTypeId, string? RateName, decimal Rate, bool RateIncludesTax);

/// <summary>A change of stock to be made; sent wrapped.</summary>
/// <param name="StockMovement">The change.</param>
public sealed record SendStockMovement(NewSageStockMovement StockMovement);

/// <summary>What is sent for a change of stock.</summary>
public sealed record NewSageStockMovement
{
    /// <summary>32 hexadecimal digits of ours.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>The stock item.</summary>
    public string? StockItemId { get; init; }

    /// <summary>The day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Positive in, negative out.</summary>
    public decimal Quantity { get; init; }

    /// <summary>What one costs.</summary>
    public decimal CostPrice { get; init; }

    /// <summary>Why, at most 50 characters.</summary>
    public string? Details { get; init; }
}
