namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Contacts, their addresses and their people, as data.</summary>
internal static class ContactShapes
{
    /// <summary>The fields of an address wherever one is sent.</summary>
    private static readonly Field[] AddressLines =
    [
        Field.Text("address_line_1", 50),
        Field.Text("address_line_2", 50),
        Field.Text("city", 50),
        Field.Text("region", 50),
        Field.Text("postal_code", 10),
        Field.Link("country_id", "countries"),
        Field.Link("country_group_id", "country_groups"),
    ];

    /// <summary>An address inside an invoice.</summary>
    public static readonly FieldTable ArtefactAddress = new([.. AddressLines, Field.Link("address_type_id", "address_types")]);

    /// <summary>An address inside a contact.</summary>
    public static readonly FieldTable InlineAddress = new([
        .. AddressLines,
        Field.Text("name", 50),
        Field.Link("address_type_id", "address_types"),
        Field.Flag("is_main_address"),
    ]);

    private static readonly Field[] PersonDetails =
    [
        Field.Text("job_title", 50),
        Field.Text("telephone", 50),
        Field.Text("mobile", 50),
        Field.Text("email", 100),
        Field.Text("fax", 50),
        Field.Flag("is_main_contact"),
        Field.Flag("is_preferred_contact"),
    ];

    /// <summary>A person inside a contact.</summary>
    public static readonly FieldTable InlinePerson = new([
        .. PersonDetails,
        Field.Text("name", 50),
        Field.Links("contact_person_type_ids", "contact_person_types"),
    ]);

    public static readonly ResourceType Addresses = new()
    {
        Number = 1,
        Collection = "addresses",
        Singular = "address",
        Area = Area.Contacts,
        Shape = Shape.Of(
            "id displayed_as $path created_at updated_at deleted_at address_line_1 address_line_2 city region postal_code country "
                + "country_group "
                + "bank_account contact address_type name is_main_address=false"
        ),
        Fields = new FieldTable([
            .. AddressLines,
            Field.Text("name", 50).Needed(),
            Field.Link("address_type_id", "address_types").Needed(),
            Field.Flag("is_main_address").Needed(),
            Field.Link("contact_id", "contacts"),
            Field.Link("bank_account_id", "bank_accounts"),
        ]),
        Filters = [Filter.Contact, new Filter("bank_account_id", FilterKind.Text, "d.parent = ?")],
    };

    public static readonly ResourceType Persons = new()
    {
        Number = 2,
        Collection = "contact_persons",
        Singular = "contact_person",
        Area = Area.Contacts,
        Shape = Shape.Of(
            "id displayed_as $path created_at updated_at deleted_at contact_person_types=[] name job_title telephone mobile email fax "
                + "is_main_contact=false address is_preferred_contact=false"
        ),
        Fields = new FieldTable([
            .. PersonDetails,
            Field.Text("name", 50).Needed(),
            Field.Link("address_id", "addresses").Needed(),
            Field.Links("contact_person_type_ids", "contact_person_types").Needed(),
        ]),
        Filters = [Filter.Contact, new Filter("address_id", FilterKind.Text, "d.parent = ?")],
    };

    public static readonly ResourceType Contacts = new()
    {
        Number = 3,
        Collection = "contacts",
        Singular = "contact",
        Area = Area.Contacts,
        NestedOnLists = true,
        Nested =
        [
            "default_sales_ledger_account",
            "default_purchase_ledger_account",
            "main_address",
            "delivery_address",
            "main_contact_person",
        ],
        Shape = Shape.Of(
            "id displayed_as $path created_at updated_at links=[] deleted_at contact_types=[] name reference default_sales_ledger_account "
                + "default_sales_tax_rate default_purchase_ledger_account tax_number notes locale main_address delivery_address "
                + "main_contact_person bank_account_details={} credit_limit=2000.0 credit_days credit_terms credit_terms_and_conditions "
                + "product_sales_price_type source_guid currency aux_reference registered_number deletable=true tax_treatment={} email "
                + "tax_calculation auxiliary_account gdpr_obfuscated=false system=false is_active=true "
                + "has_unfinished_recurring_invoices=false"
        ),
        Fields = new FieldTable([
            Field.Text("name", 100).Needed(),
            Field.Links("contact_type_ids", "contact_types").Needed(),
            Field.Text("reference", 10),
            Field.Link("default_sales_ledger_account_id", "ledger_accounts"),
            Field.Link("default_sales_tax_rate_id", "tax_rates"),
            Field.Link("default_purchase_ledger_account_id", "ledger_accounts"),
            Field.Text("tax_number", 255),
            Field.Text("notes", 4000),
            Field.Text("locale", 10),
            Field.Amount("credit_limit"),
            Field.Whole("credit_days", 0, 365),
            Field
                .Text("credit_terms")
                .Among(
                    "month_end_invoice",
                    "date_from_invoice",
                    "immediate_invoice",
                    "month_end_payment",
                    "date_from_payment",
                    "immediate_payment"
                ),
            Field.Text("credit_terms_and_conditions", 2000),
            Field.Text("source_guid", 255),
            Field.Link("currency_id", "currencies"),
            Field.Text("aux_reference", 4),
            Field.Text("registered_number", 25),
            Field.Text("tax_calculation"),
            Field.Text("auxiliary_account", 25),
            Field.Flag("is_active"),
            Field.Group(
                "bank_account_details",
                new FieldTable(
                    Field.Text("account_name"),
                    Field.Text("account_number"),
                    Field.Text("sort_code"),
                    Field.Text("bic"),
                    Field.Text("iban")
                )
            ),
            Field.Group(
                "tax_treatment",
                new FieldTable(
                    Field.Flag("home_tax"),
                    Field.Flag("eu_tax_registered"),
                    Field.Flag("eu_not_tax_registered"),
                    Field.Flag("rest_of_world_tax"),
                    Field.Flag("is_importer")
                )
            ),
            Field.Own("main_address", InlineAddress),
            Field.Own("delivery_address", InlineAddress),
            Field.Own("main_contact_person", InlinePerson),
        ]),
        Filters =
        [
            new Filter("contact_type_id", FilterKind.Text, "d.kind = ?"),
            new Filter("exclude_system", FilterKind.WhenTrue, "d.status <> 'SYSTEM'"),
            Filter.Search,
            new Filter("email", FilterKind.Folded, "d.email = ?"),
        ],
    };
}
