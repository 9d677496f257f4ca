namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Products, services, stock items, their movements and price lists, and a business's own rates of exchange, as data.</summary>
internal static class ItemShapes
{
    private const string Head =
        "id displayed_as $path created_at updated_at deleted_at deletable=true deactivatable=true used_on_recurring_invoice=false "
        + "item_code description notes sales_ledger_account sales_tax_rate purchase_ledger_account usual_supplier purchase_tax_rate "
        + "cost_price=0.0 source_guid purchase_description active=true ";

    /// <summary>A price as it is read, for a product or stock item.</summary>
    public static readonly Shape Price = Shape.Of(
        "id displayed_as created_at updated_at price_name price=0.0 price_includes_tax=false product_sales_price_type"
    );

    /// <summary>A price as it is read, for a service.</summary>
    public static readonly Shape Rate = Shape.Of(
        "id displayed_as created_at updated_at rate_name rate=0.0 rate_includes_tax=false service_rate_type"
    );

    public static readonly FieldTable PriceFields = new(
        Field.Link("product_sales_price_type_id", "product_sales_price_types"),
        Field.Text("price_name", 255),
        Field.Amount("price").Needed(),
        Field.Flag("price_includes_tax")
    );

    public static readonly FieldTable RateFields = new(
        Field.Link("service_rate_type_id", "service_rate_types"),
        Field.Text("rate_name", 255),
        Field.Amount("rate").Needed(),
        Field.Flag("rate_includes_tax")
    );

    public static readonly ResourceType PriceTypes = NameList(14, "product_sales_price_types", "product_sales_price_type", Since.None);

    public static readonly ResourceType RateTypes = NameList(15, "service_rate_types", "service_rate_type", Since.UpdatedOnly);

    public static readonly ResourceType Products = new()
    {
        Number = 10,
        Collection = "products",
        Singular = "product",
        Area = Area.Items,
        Shape = Shape.Of(Head + "sales_prices=[] catalog_item_type"),
        Fields = new FieldTable([
            .. Fields(codeMax: 255),
            Field.Link("purchase_ledger_account_id", "ledger_accounts").Needed(),
            Field.Own("sales_prices", PriceFields),
        ]),
        Filters = [Filter.Search, Filter.Active],
    };

    public static readonly ResourceType Services = new()
    {
        Number = 11,
        Collection = "services",
        Singular = "service",
        Area = Area.Items,
        Shape = Shape.Of(Head + "sales_rates=[]"),
        Fields = new FieldTable([
            .. Fields(codeMax: 255),
            Field.Link("purchase_ledger_account_id", "ledger_accounts"),
            Field.Own("sales_rates", RateFields),
        ]),
        Filters = [Filter.Search, Filter.Active],
    };

    public static readonly ResourceType StockItems = new()
    {
        Number = 12,
        Collection = "stock_items",
        Singular = "stock_item",
        Area = Area.Items,
        Shape = Shape.Of(
            Head
                + "sales_prices=[] reorder_level=0.0 reorder_quantity=0.0 location barcode supplier_part_number weight=0.0 "
                + "measurement_unit weight_converted=0.0 quantity_in_stock=0.0 last_cost_price=0.0 last_cost_price_stock_value=0.0 "
                + "average_cost_price=0.0 average_cost_price_stock_value=0.0 cost_price_last_updated"
        ),
        Fields = new FieldTable([
            .. Fields(codeMax: 30).Select(static field => field.Name == "item_code" ? field.Needed() : field),
            Field.Link("purchase_ledger_account_id", "ledger_accounts").Needed(),
            Field.Amount("reorder_level"),
            Field.Amount("reorder_quantity"),
            Field.Text("location", 255),
            Field.Text("barcode", 255),
            Field.Text("supplier_part_number", 255),
            Field.Amount("weight"),
            Field.Text("measurement_unit", 255),
            Field.Own("sales_prices", PriceFields),
        ]),
        Filters =
        [
            Filter.Search,
            Filter.Active,
            new Filter("out_of_stock", FilterKind.WhenTrue, "d.outstanding = 0"),
            new Filter("below_reorder_level", FilterKind.WhenTrue, "d.kind = 'LOW'"),
        ],
    };

    public static readonly ResourceType Movements = new()
    {
        Number = 13,
        Collection = "stock_movements",
        Singular = "stock_movement",
        Area = Area.Items,
        Since = Since.None,
        Shape = Shape.Of(
            "id displayed_as $path links=[] created_at updated_at movement_number=0 date cost_price=0.0 quantity=0.0 details reference "
                + "stock_item"
        ),
        Fields = new FieldTable(
            Field.Link("stock_item_id", "stock_items").Needed(),
            Field.Date("date").Needed(),
            Field.Amount("quantity").Needed(),
            Field.Amount("cost_price").Needed(),
            Field.Text("details", 50).Needed(),
            Field.Text("reference", 31)
        ),
        Filters = [Filter.Search, Filter.Parent("stock_item_id"), Filter.FromDate, Filter.ToDate],
    };

    public static readonly ResourceType BusinessRates = new()
    {
        Number = 16,
        Collection = "business_exchange_rates",
        Singular = "business_exchange_rate",
        Area = Area.Settings,
        Since = Since.None,
        Shape = Shape.Of("displayed_as $path created_at updated_at rate=0.0 inverse_rate=0.0 base_currency currency"),
        Fields = new FieldTable(Field.Link("currency_id", "currencies").Needed(), Field.Amount("rate").Needed()),
    };

    private static Field[] Fields(int codeMax) =>
        [
            Field.Text("item_code", codeMax),
            Field.Text("description", 255).Needed(),
            Field.Text("notes", 500),
            Field.Link("sales_ledger_account_id", "ledger_accounts").Needed(),
            Field.Link("sales_tax_rate_id", "tax_rates"),
            Field.Link("usual_supplier_id", "contacts"),
            Field.Link("purchase_tax_rate_id", "tax_rates"),
            Field.Amount("cost_price"),
            Field.Text("source_guid", 255),
            Field.Text("purchase_description", 250),
            Field.Flag("active"),
        ];

    private static ResourceType NameList(int number, string collection, string singular, Since since) =>
        new()
        {
            Number = number,
            Collection = collection,
            Singular = singular,
            Area = Area.Items,
            Since = since,
            Shape = Shape.Of("id displayed_as $path created_at updated_at name active=true"),
            Fields = new FieldTable(Field.Text("name", 255).Needed(), Field.Flag("active")),
            Filters = [Filter.Active],
        };
}
