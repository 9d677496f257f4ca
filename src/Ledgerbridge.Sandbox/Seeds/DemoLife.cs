using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Seeds;

/// <summary>
/// Gives Karoo Trading a believable last quarter: customers, suppliers, some thirty invoices in every status that can be reached, and a few
/// credit notes, used and unused; and every other business one customer. Everything goes through the same rules as a client's requests.
/// </summary>
internal sealed class DemoLife(SandboxWorld world, Sqlite db)
{
    private const int InvoiceCount = 32;

    private sealed record Party(string Name, string Reference, string Line1, string City, string Region, string Code)
    {
        public string? Vat { get; init; }
        public string? Contact { get; init; }
        public string? Email { get; init; }
        public int? Terms { get; init; }
    }

    private sealed record Ware(string Text, string Price, int Account, string Rate);

    private static readonly Party[] Customers =
    [
        new("Baobab Lodge (Pty) Ltd", "BAO001", "R40 Farm Road", "Hoedspruit", "Limpopo", "1380")
        {
            Vat = "4405608656",
            Contact = "Thandi Nkosi",
            Email = "accounts@baobablodge.example",
            Terms = 30,
        },
        new("Table Bay Deli CC", "TBD001", "112 Bree Street", "Cape Town", "Western Cape", "8001")
        {
            Vat = "4860395476",
            Contact = "Yusuf Adams",
            Email = "buying@tablebaydeli.example",
            Terms = 7,
        },
        new("Highveld Hardware (Pty) Ltd", "HIG001", "9 Voortrekker Street", "Ermelo", "Mpumalanga", "2350")
        {
            Vat = "4830669976",
            Contact = "Johan Botha",
            Email = "orders@highveldhardware.example",
            Terms = 30,
        },
        new("Umhlanga Guest House", "UMH001", "27 Lagoon Drive", "Umhlanga", "KwaZulu-Natal", "4319")
        {
            Contact = "Priya Naidoo",
            Email = "stay@umhlangaguesthouse.example",
            Terms = 14,
        },
        new("Bloem Office Interiors (Pty) Ltd", "BLO001", "61 Nelson Mandela Drive", "Bloemfontein", "Free State", "9301")
        {
            Vat = "4229262193",
            Contact = "Lerato Molefe",
            Email = "finance@bloeminteriors.example",
            Terms = 60,
        },
        new("Sipho Dlamini", "SIP001", "8 Acacia Avenue", "Polokwane", "Limpopo", "0699")
        {
            Email = "sipho.dlamini@example.org",
            Terms = 0,
        },
        new("Annelize van der Merwe", "ANN001", "3 Kloof Street", "Stellenbosch", "Western Cape", "7600")
        {
            Email = "annelize.vdm@example.org",
            Terms = 0,
        },
        new("Soweto Community Kitchen NPC", "SOW001", "1540 Vilakazi Street", "Soweto", "Gauteng", "1804")
        {
            Contact = "Nomsa Khumalo",
            Email = "kitchen@sowetocommunity.example",
            Terms = 30,
        },
        new("Garden Route Safaris (Pty) Ltd", "GAR001", "18 York Street", "George", "Western Cape", "6529")
        {
            Vat = "4580993261",
            Contact = "Chris Ferreira",
            Email = "accounts@gardenroutesafaris.example",
            Terms = 30,
        },
        new("Mokoena & Daughters Spaza", "MOK001", "44 Station Road", "Kimberley", "Northern Cape", "8301")
        {
            Contact = "Palesa Mokoena",
            Email = "palesa@mokoenaspaza.example",
            Terms = 7,
        },
        new("Drakensberg Cheese Co. (Pty) Ltd", "DRA001", "R103 Midlands Meander", "Howick", "KwaZulu-Natal", "3290")
        {
            Vat = "4182913907",
            Contact = "Gugu Zulu",
            Email = "hello@drakensbergcheese.example",
            Terms = 30,
        },
        new("Fatima Ismail", "FAT001", "19 Rose Street, Bo-Kaap", "Cape Town", "Western Cape", "8001")
        {
            Email = "fatima.ismail@example.org",
            Terms = 0,
        },
    ];

    private static readonly Party[] Suppliers =
    [
        new("Camdeboo Mohair Mill (Pty) Ltd", "CAM001", "2 Mill Road", "Graaff-Reinet", "Eastern Cape", "6280")
        {
            Vat = "4334348853",
            Contact = "Hennie Smit",
            Email = "sales@camdeboomohair.example",
            Terms = 30,
        },
        new("Cederberg Rooibos Traders (Pty) Ltd", "CED001", "5 Main Road", "Clanwilliam", "Western Cape", "8135")
        {
            Vat = "4553097652",
            Contact = "Ilse Louw",
            Email = "invoices@cederbergrooibos.example",
            Terms = 30,
        },
    ];

    private static readonly Ware[] Wares =
    [
        new("Rooibos tea, 80 bags, case of 12", "412.50", 4000, SandboxSeed.ZaStandard),
        new("Mohair throw, hand woven", "1150.00", 4000, SandboxSeed.ZaStandard),
        new("Maize meal, 10 kg", "118.90", 4000, SandboxSeed.ZaZero),
        new("Karoo olive oil 500 ml, case of 6", "594.00", 4000, SandboxSeed.ZaStandard),
        new("Brown bread flour, 12.5 kg", "164.25", 4000, SandboxSeed.ZaZero),
        new("Kudu biltong, 1 kg", "489.99", 4000, SandboxSeed.ZaStandard),
        new("Shelf fitting and set-up, per hour", "375.00", 4010, SandboxSeed.ZaStandard),
        new("Enamel mug, set of 4", "219.95", 4000, SandboxSeed.ZaStandard),
    ];

    private static readonly Dictionary<string, Party> Elsewhere = new(StringComparer.Ordinal)
    {
        [SandboxSeed.PennineSupplies] = new("Rochdale Fixings Ltd", "ROC001", "4 Milnrow Road", "Rochdale", "Lancashire", "OL16 1UD")
        {
            Vat = "GB987654321",
            Email = "accounts@rochdalefixings.example",
        },
        [SandboxSeed.LiffeyGoods] = new("Galway Bay Stores Ltd", "GAL001", "7 Quay Street", "Galway", "Connacht", "H91 F9X5")
        {
            Email = "accounts@galwaybay.example",
        },
        [SandboxSeed.MapleRidge] = new("Humber Valley Outfitters", "HUM001", "88 King Street", "Hamilton", "Ontario", "L8P 1A2")
        {
            Email = "accounts@humbervalley.example",
        },
        [SandboxSeed.OverbergCrafts] = new("Barrydale Hand Weavers", "BAR001", "1 Van Coller Street", "Barrydale", "Western Cape", "6750")
        {
            Email = "info@barrydaleweavers.example",
        },
    };

    private readonly ContactRules _contacts = new();
    private readonly SalesRules _invoices = new(SalesKind.Invoice);
    private readonly SalesRules _creditNotes = new(SalesKind.CreditNote);
    private readonly AllocationRules _allocations = new();

    /// <summary>Plants it all.</summary>
    public void Plant()
    {
        var karoo = world.Businesses[0];
        for (var number = 1; number <= Customers.Length; number++)
            PlantContact(karoo, number, "CUSTOMER", Customers[number - 1]);
        for (var number = 1; number <= Suppliers.Length; number++)
            PlantContact(karoo, Customers.Length + number, "VENDOR", Suppliers[number - 1]);
        foreach (var business in world.Businesses.Skip(1))
            PlantContact(business, 1, "CUSTOMER", Elsewhere[business.Id]);
        for (var index = 0; index < InvoiceCount; index++)
            PlantInvoice(karoo, index);
    }

    private void PlantContact(Business business, int number, string type, Party party)
    {
        var scope = ScopeAt(business, daysAgo: 120 - number, minute: 0);
        scope.PlannedId = SandboxSeed.Contact(business.Id, number);
        var sent = new JsonObject
        {
            ["name"] = party.Name,
            ["contact_type_ids"] = new JsonArray(type),
            ["reference"] = party.Reference,
            ["tax_number"] = party.Vat,
            ["credit_days"] = party.Terms,
            ["main_address"] = new JsonObject
            {
                ["address_line_1"] = party.Line1,
                ["city"] = party.City,
                ["region"] = party.Region,
                ["postal_code"] = party.Code,
                ["country_id"] = business.Country,
            },
            ["main_contact_person"] = new JsonObject { ["name"] = party.Contact ?? party.Name, ["email"] = party.Email },
        };
        Seeder.Accepted(_contacts.Create(scope, Seeder.Sent(sent)));
    }

    private void PlantInvoice(Business business, int index)
    {
        // Oldest first, spread over 88 days; the last ones are recent.
        var daysAgo = 88 - (index * 88 / InvoiceCount);
        var scope = ScopeAt(business, daysAgo, minute: index);
        var draft = index % 9 == 8;
        var lines = new JsonArray();
        for (var line = 0; line <= index % 3; line++)
            lines.Add(Line(Wares[((index * 5) + (line * 3)) % Wares.Length], quantity: 1 + (((index * 7) + line) % 9)));
        var sent = new JsonObject
        {
            ["contact_id"] = SandboxSeed.Contact(business.Id, 1 + (index * 7 % Customers.Length)),
            ["date"] = SandboxClock.Text(scope.Today),
            ["reference"] = $"WEB-{1041 + index}",
            ["status_id"] = draft ? "DRAFT" : null,
            ["invoice_lines"] = lines,
        };
        if (index % 4 == 1)
        {
            sent["shipping_net_amount"] = "120.00";
            sent["shipping_tax_rate_id"] = SandboxSeed.ZaStandard;
        }
        var made = Seeder.Accepted(_invoices.Create(scope, Seeder.Sent(sent)));
        if (!draft && index % 11 == 6)
            Void(business, made.DocumentId!, daysAgo);
        else if (!draft && index % 3 == 0)
            Pay(business, made.DocumentId!, daysAgo, half: index % 15 == 0);
        else if (index is 4 or 10 or 20)
            Credit(business, made.DocumentId!, index, daysAgo, used: index != 10);
    }

    /// <summary>One of what was sold first came back; the credit is set against the invoice or kept for the next one.</summary>
    private void Credit(Business business, string id, int index, int daysAgo, bool used)
    {
        var scope = ScopeAt(business, daysAgo - 2, minute: 50);
        var invoice = scope.Documents.Find(SalesShapes.Invoices, id)!.Body;
        var contact = invoice.LinkId("contact")!;
        var sent = new JsonObject
        {
            ["contact_id"] = contact,
            ["date"] = SandboxClock.Text(scope.Today),
            ["reference"] = $"RET-{1041 + index}",
            ["notes"] = $"Credit for invoice {invoice.Text("displayed_as")}.",
            ["credit_note_lines"] = new JsonArray(Line(Wares[index * 5 % Wares.Length], quantity: 1)),
        };
        var made = Seeder.Accepted(_creditNotes.Create(scope, Seeder.Sent(sent)));
        if (!used)
            return;
        var amount = scope.Documents.Find(SalesShapes.CreditNotes, made.DocumentId!)!.Body.Amount("total_amount");
        var allocation = new JsonObject
        {
            ["transaction_type_id"] = "CUSTOMER_ALLOCATION",
            ["contact_id"] = contact,
            ["allocated_artefacts"] = new JsonArray(Part(id, amount), Part(made.DocumentId!, -amount)),
        };
        Seeder.Accepted(_allocations.Create(scope, Seeder.Sent(allocation)));
    }

    private static JsonObject Part(string id, decimal amount) => new() { ["artefact_id"] = id, ["amount"] = Amounts.Text(amount) };

    private void Pay(Business business, string id, int daysAgo, bool half)
    {
        var scope = ScopeAt(business, Math.Max(daysAgo - 12, 0), minute: 45);
        var invoice = scope.Documents.Find(SalesShapes.Invoices, id)!;
        var outstanding = invoice.Body.Amount("outstanding_amount");
        SalesSettlement.Pay(scope, invoice, half ? Amounts.Cents(outstanding / 2m) : outstanding, scope.Today);
    }

    private void Void(Business business, string id, int daysAgo)
    {
        var scope = ScopeAt(business, daysAgo - 1, minute: 30);
        var reason = Seeder.Sent(new JsonObject { ["void_reason"] = "Ordered twice by mistake" });
        Seeder.Accepted(_invoices.Delete(scope, scope.Documents.Find(SalesShapes.Invoices, id)!, reason));
    }

    private static JsonObject Line(Ware ware, int quantity)
    {
        Amounts.TryRead(ware.Price, out var price);
        var tax = ware.Rate == SandboxSeed.ZaStandard ? Amounts.Cents(quantity * price * 0.15m) : 0m;
        return new JsonObject
        {
            ["description"] = ware.Text,
            ["ledger_account_id"] = SandboxSeed.LedgerAccount(SandboxSeed.KarooTrading, ware.Account),
            ["quantity"] = Amounts.Text(quantity),
            ["unit_price"] = ware.Price,
            ["tax_rate_id"] = ware.Rate,
            ["tax_amount"] = Amounts.Text(tax),
        };
    }

    private Scope ScopeAt(Business business, int daysAgo, int minute)
    {
        var day = world.Clock.Today.AddDays(-daysAgo);
        var at = new DateTimeOffset(day, new TimeOnly(6, minute), TimeSpan.Zero).ToUnixTimeSeconds();
        return new Scope(db, business, world.Shelves, world.Ids, world.Settings, at);
    }
}
