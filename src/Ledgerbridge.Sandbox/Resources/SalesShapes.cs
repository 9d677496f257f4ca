namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Sales documents, as data. Credit notes, quotes and estimates differ from invoices in names and in a few keys.</summary>
internal static class SalesShapes
{
    /// <summary>A line as it is read.</summary>
    public static readonly Shape Line = Shape.Of(
        "id displayed_as description product service ledger_account trade_of_asset=false quantity=0.0 unit_price=0.0 net_amount=0.0 "
            + "tax_rate "
            + "tax_amount=0.0 tax_breakdown=[] total_amount=0.0 base_currency_unit_price=0.0 unit_price_includes_tax=false "
            + "base_currency_net_amount=0.0 base_currency_tax_amount=0.0 base_currency_tax_breakdown=[] base_currency_total_amount=0.0 "
            + "eu_goods_services_type discount_amount=0.0 base_currency_discount_amount=0.0 discount_percentage=0.0 eu_sales_description"
    );

    /// <summary>An address copied onto a document.</summary>
    public static readonly Shape Address = Shape.Of(
        "id displayed_as $path address_type address_line_1 address_line_2 city region postal_code country country_group deleted_at"
    );

    /// <summary>A line as it is sent. The tax, the rate and the quantity have rules of their own.</summary>
    public static readonly FieldTable LineFields = new(
        Field.Text("description").Needed(),
        Field.Link("ledger_account_id", "ledger_accounts").Needed(),
        Field.Amount("quantity").Needed(),
        Field.Amount("unit_price").Needed(),
        Field.Link("product_id", "products"),
        Field.Link("service_id", "services"),
        Field.Flag("trade_of_asset"),
        Field.Link("tax_rate_id", "tax_rates"),
        Field.Amount("tax_amount").Called("currency_tax_amount"),
        Field.Flag("unit_price_includes_tax"),
        Field.Link("eu_goods_services_type_id", "eu_goods_services_types"),
        Field.Amount("discount_amount"),
        Field.Amount("discount_percentage")
    );

    /// <summary>The keys before the lines' own, from the document's number on.</summary>
    private const string Head =
        "id displayed_as $path transaction transaction_type created_at updated_at links=[] editable=true tax_calculation_method deleted_at "
        + "is_cis=false contact ";

    private const string Money =
        " main_address_free_form main_address delivery_address_free_form delivery_address notes terms_and_conditions "
        + "shipping_net_amount=0.0 shipping_tax_rate shipping_tax_amount=0.0 shipping_tax_breakdown=[] shipping_total_amount=0.0 "
        + "net_amount=0.0 tax_amount=0.0 total_amount=0.0 total_quantity=0.0 total_discount_amount=0.0 "
        + "payments_allocations_total_amount=0.0 payments_allocations_total_discount=0.0 total_paid=0.0 outstanding_amount=0.0 "
        + "currency exchange_rate=1.0 inverse_exchange_rate=1.0 base_currency_shipping_net_amount=0.0 "
        + "base_currency_shipping_tax_amount=0.0 base_currency_shipping_tax_breakdown=[] base_currency_shipping_total_amount=0.0 "
        + "base_currency_total_discount_amount=0.0 base_currency_net_amount=0.0 base_currency_tax_amount=0.0 "
        + "base_currency_total_amount=0.0 base_currency_outstanding_amount=0.0 status sent=false sent_by_email=false void_reason ";

    private const string Tail =
        " withholding_tax_rate withholding_tax_amount base_currency_withholding_tax_amount tax_reconciled=false migrated=false";

    public static readonly ResourceType Invoices = new()
    {
        Number = 20,
        Collection = "sales_invoices",
        Singular = "sales_invoice",
        Area = Area.Sales,
        Sorts = ["created_at", "updated_at", "date", "due_date"],
        Nested = ["transaction", "contact"],
        Shape = Shape.Of(
            Head
                + "invoice_number_prefix invoice_number contact_name contact_reference date due_date reference"
                + Money
                + "invoice_lines=[] tax_analysis=[] detailed_tax_analysis last_paid original_quote_estimate tax_address_region "
                + "delivery_performance_date"
                + Tail
        ),
        Fields = new FieldTable([
            .. Fields("invoice_number"),
            Field.Date("due_date"),
            Field.Text("delivery_performance_date", 40),
            Field.Own("invoice_lines", LineFields).Needed(),
        ]),
        Filters = DocumentFilters(),
    };

    public static readonly ResourceType CreditNotes = new()
    {
        Number = 21,
        Collection = "sales_credit_notes",
        Singular = "sales_credit_note",
        Area = Area.Sales,
        Sorts = ["created_at", "updated_at", "date"],
        Nested = ["transaction", "contact"],
        Shape = Shape.Of(
            Head
                + "credit_note_number_prefix credit_note_number contact_name contact_reference date original_invoice_date reference"
                + Money
                + "credit_note_lines=[] tax_analysis=[] detailed_tax_analysis last_paid tax_address_region"
                + Tail
        ),
        Fields = new FieldTable([
            .. Fields("credit_note_number"),
            Field.Date("original_invoice_date"),
            Field.Own("credit_note_lines", LineFields).Needed(),
        ]),
        Filters = DocumentFilters(),
    };

    private static Field[] Fields(string number) =>
        [
            Field.Link("contact_id", "contacts").Needed(),
            Field.Date("date").Needed(),
            Field.Text(number + "_prefix", 6),
            Field.Text(number, 40),
            Field.Text("contact_name", 255),
            Field.Text("contact_reference", 255),
            Field.Text("reference", 25),
            Field.Text("notes", 2000),
            Field.Text("terms_and_conditions", 2000),
            Field.Amount("shipping_net_amount"),
            Field.Link("shipping_tax_rate_id", "tax_rates"),
            Field.Link("currency_id", "currencies"),
            Field.Amount("exchange_rate"),
            Field.Amount("inverse_exchange_rate"),
            Field.Link("status_id", "artefact_statuses"),
            Field.Flag("sent"),
            Field.Link("tax_address_region_id", "address_regions"),
            Field.Own("main_address", ContactShapes.ArtefactAddress),
            Field.Own("delivery_address", ContactShapes.ArtefactAddress),
        ];

    private static Filter[] DocumentFilters() =>
        [Filter.Search, Filter.Contact, Filter.Status, Filter.FromDate, Filter.ToDate, Filter.HasAttachments];
}
