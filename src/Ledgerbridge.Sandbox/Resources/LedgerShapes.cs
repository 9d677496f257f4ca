namespace Ledgerbridge.Sandbox.Resources;

/// <summary>The chart of accounts, tax rates and bank accounts, as data.</summary>
internal static class LedgerShapes
{
    private static readonly string[] VisibleIn =
    [
        "banking",
        "expenses",
        "journals",
        "other_payments",
        "other_receipts",
        "reporting",
        "sales",
    ];

    private const string Visible = "exists (select 1 from bodies b where b.seq = d.seq and json_extract(b.body, '$.visible_in_' || ?) = ";

    public static readonly ResourceType LedgerAccounts = new()
    {
        Number = 4,
        Collection = "ledger_accounts",
        Singular = "ledger_account",
        Area = Area.Settings,
        OnShelf = true,
        Since = Since.UpdatedOnly,
        Shape = Shape.Of(
            "id displayed_as $path created_at updated_at ledger_account_group name display_name visible_scopes=[] included_in_chart=true "
                + "nominal_code=0 ledger_account_type ledger_account_classification tax_rate fixed_tax_rate=false visible_in_banking=false "
                + "visible_in_expenses=false visible_in_journals=false visible_in_other_payments=false visible_in_other_receipts=false "
                + "visible_in_reporting=true visible_in_sales=false balance_details is_control_account=false control_name "
                + "display_formatted "
                + "tax_recoverable=false recoverable_percentage=0.0 non_recoverable_ledger_account cis_materials=false "
                + "cis_labour=false gifi_code"
        ),
        Fields = new FieldTable([
            Field.Link("ledger_account_type_id", "ledger_account_types").Needed(),
            Field.Flag("included_in_chart").Needed(),
            Field.Text("name", 200).Needed(),
            Field.Text("display_name", 200).Needed(),
            Field.Whole("nominal_code", 1).Needed(),
            Field.Link("tax_rate_id", "tax_rates"),
            Field.Flag("fixed_tax_rate"),
            .. VisibleIn.Select(static area => Field.Flag("visible_in_" + area)),
            Field.Flag("cis_materials"),
            Field.Flag("cis_labour"),
            Field.Whole("gifi_code"),
        ]),
        Filters =
        [
            new Filter("visible_in", FilterKind.Word, Visible + "1)"),
            new Filter("not_visible_in", FilterKind.Word, Visible + "0)"),
            new Filter("ledger_account_type_id", FilterKind.Text, "d.kind = ?"),
            Filter.Search,
        ],
    };

    public static readonly ResourceType TaxRates = new()
    {
        Number = 5,
        Collection = "tax_rates",
        Singular = "tax_rate",
        Area = Area.Open,
        OnShelf = true,
        Idempotent = false,
        Since = Since.UpdatedOnly,
        Shape = Shape.Of(
            "id displayed_as $path created_at updated_at name agency percentage=0.0 percentages=[] is_visible=true retailer=false "
                + "editable=false deletable=false is_combined_rate=false component_tax_rates=[]"
        ),
        Fields = new FieldTable(),
        Filters = [new Filter("address_region_id", FilterKind.Text, "(d.kind is null or d.kind = ?)")],
    };

    public static readonly ResourceType BankAccounts = new()
    {
        Number = 6,
        Collection = "bank_accounts",
        Singular = "bank_account",
        Area = Area.Bank,
        NestedOnLists = true,
        Nested = ["main_address"],
        Shape = Shape.Of(
            "id displayed_as $path created_at updated_at deleted_at bank_account_details={} ledger_account bank_account_type balance=0.0 "
                + "main_address main_contact_person nominal_code=0 editable=true deletable=false journal_code default_payment_method "
                + "gifi_code"
        ),
        Fields = new FieldTable(
            Field.Link("bank_account_type_id", "bank_account_types").Needed(),
            Field.Link("ledger_account_id", "ledger_accounts"),
            Field.Whole("nominal_code", 1),
            Field.Link("default_payment_method_id", "payment_methods"),
            Field.Whole("gifi_code"),
            Field.Group(
                "bank_account_details",
                new FieldTable(
                    Field.Text("account_name").Needed(),
                    Field.Text("account_number"),
                    Field.Text("sort_code"),
                    Field.Text("bic"),
                    Field.Text("iban")
                )
            )
        ),
        Filters = [new Filter("exclude_stripe", FilterKind.WhenTrue, "d.kind <> 'STRIPE'")],
    };
}
