namespace Ledgerbridge.Sandbox.Resources;

/// <summary>The settings of a business: one document each, without an id.</summary>
internal static class SettingsShapes
{
    private static readonly string[] DefaultAccounts =
    [
        "bank_charges",
        "exchange_rate_gains",
        "exchange_rate_losses",
        "sales",
        "sales_discount",
        "purchase",
        "product_sales",
        "product_purchase",
        "service_sales",
        "service_purchase",
        "stock_purchase",
        "other_receipt",
        "other_payment",
        "carriage",
    ];

    public static readonly ResourceType Financial = new()
    {
        Number = 7,
        Collection = "financial_settings",
        Singular = "financial_settings",
        Area = Area.Settings,
        OnShelf = true,
        Idempotent = false,
        Since = Since.None,
        Shape = Shape.Of(
            "$path year_end_date year_end_lockdown_date accounting_type=accrual accounts_start_date base_currency "
                + "multi_currency_enabled=false "
                + "use_live_exchange_rates=false mtd_activation_status mtd_connected mtd_authenticated_date tax_scheme "
                + "tax_return_frequency "
                + "tax_number general_tax_number tax_office default_irpf_rate=0.0 flat_rate_tax_percentage recoverable_percentage "
                + "sales_tax_calculation=invoice purchase_tax_calculation=invoice updated_at"
        ),
        Fields = new FieldTable(
            Field.Date("year_end_date"),
            Field.Date("year_end_lockdown_date"),
            Field.Text("accounting_type", 255),
            Field.Date("accounts_start_date"),
            Field.Flag("multi_currency_enabled"),
            Field.Flag("use_live_exchange_rates"),
            Field.Link("tax_scheme_id", "tax_schemes"),
            Field.Text("tax_number", 255),
            Field.Text("sales_tax_calculation").Among("invoice", "cash"),
            Field.Text("purchase_tax_calculation").Among("invoice", "cash")
        ),
    };

    public static readonly ResourceType Invoicing = new()
    {
        Number = 8,
        Collection = "invoice_settings",
        Singular = "invoice_settings",
        Area = Area.Settings,
        OnShelf = true,
        Idempotent = false,
        Since = Since.None,
        Shape = Shape.Of(
            "$path next_invoice_number=0 next_credit_note_number=0 separate_invoice_credit_note_numbering=true "
                + "sales_invoice_number_prefix=SI- "
                + "sales_credit_note_number_prefix=SCN- invoice_terms_and_conditions default_note_on_invoice default_note_on_credit_note "
                + "next_quote_number=0 quote_number_prefix=SQ- estimate_number_prefix=SE- quick_entry_prefix=QE- payment_bank_account "
                + "document_headings={} customer_credit_days=0 vendor_credit_days=0 updated_at"
        ),
        Fields = new FieldTable(
            Field.Whole("next_invoice_number", 1, int.MaxValue),
            Field.Whole("next_credit_note_number", 1, int.MaxValue),
            Field.Text("sales_invoice_number_prefix", 6),
            Field.Text("sales_credit_note_number_prefix", 6),
            Field.Text("invoice_terms_and_conditions", 2000),
            Field.Text("default_note_on_invoice", 2000),
            Field.Text("default_note_on_credit_note", 2000),
            Field.Whole("customer_credit_days", 0, 365),
            Field.Whole("vendor_credit_days", 0, 365),
            Field.Group(
                "document_headings",
                new FieldTable(Field.Text("sales_invoice"), Field.Text("sales_credit_note"), Field.Text("statement"))
            )
        ),
    };

    public static readonly ResourceType BusinessSettings = new()
    {
        Number = 9,
        Collection = "business_settings",
        Singular = "business_settings",
        Area = Area.Settings,
        Idempotent = false,
        Since = Since.None,
        Shape = Shape.Of(
            "$path siret management_centre_member rcs_number share_capital business_activity_type legal_form_type "
                + "auxiliary_accounts_visible=false default_ledger_accounts={} business_type country_of_registration "
                + "business_created_at updated_at"
        ),
        Fields = new FieldTable(
            Field.Group(
                "default_ledger_accounts",
                new FieldTable([.. DefaultAccounts.Select(static name => Field.Link(name + "_ledger_account_id", "ledger_accounts"))])
            )
        ),
    };
}
