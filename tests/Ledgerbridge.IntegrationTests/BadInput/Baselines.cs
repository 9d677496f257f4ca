using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>
/// For each operation that takes a body, one that is right in every field, so that whatever is then changed in it is the only thing wrong.
/// </summary>
/// <param name="server">The server everything is sent to.</param>
internal sealed class Baselines(PreparedServer server)
{
    /// <summary>A code as a shop makes them, and none that one made.</summary>
    private const string NoCode = "0123456789abcdef0123456789abcdef";

    /// <summary>Operations whose right body is refused for a reason that is no field's, with the status they answer.</summary>
    public static IReadOnlyDictionary<string, int> NeverAccepted { get; } =
        new Dictionary<string, int>
        {
            ["firstRun"] = 409,
            ["acceptInvitation"] = 400,
            ["turnTwoFactorOn"] = 400,
            ["turnTwoFactorOff"] = 400,
            ["changeRole"] = 409,
            ["releaseInvoice"] = 404,
            ["connectStore"] = 400,
            ["pairStore"] = 400,
            ["undoRun"] = 409,
            ["testAlerts"] = 409,
            ["changeContactAddress"] = 404,
            ["changeContactPerson"] = 404,
        };

    /// <summary>The right body of an operation; null when nobody wrote one.</summary>
    public JsonObject? Of(string operation) =>
        operation switch
        {
            "firstRun" => new JsonObject
            {
                ["name"] = "Somebody",
                ["email"] = "somebody@example.co.za",
                ["password"] = "a long enough password",
                ["workspace_name"] = "Karoo",
                ["country"] = "ZA",
                ["setup_code"] = "0011223344",
            },
            "signIn" => new JsonObject
            {
                ["email"] = ServerSetUp.Email,
                ["password"] = ServerSetUp.Password,
                ["code"] = "123456",
            },
            "switchWorkspace" => new JsonObject { ["workspace_id"] = server.Workspace },
            "acceptInvitation" => new JsonObject
            {
                ["token"] = "lbi_used-long-ago",
                ["name"] = "Sipho",
                ["password"] = "a long enough password",
            },
            "invitePerson" => new JsonObject { ["email"] = "sipho@example.co.za", ["role"] = "viewer" },
            "changeRole" => new JsonObject { ["role"] = "viewer" },
            "createKey" => new JsonObject
            {
                ["name"] = "Till",
                ["role"] = "viewer",
                ["expires_in_days"] = 30,
            },
            "changePassword" => new JsonObject { ["current_password"] = ServerSetUp.Password, ["new_password"] = ServerSetUp.Password },
            "createWorkspace" => new JsonObject { ["name"] = "Another", ["country"] = "ZA" },
            "turnTwoFactorOn" or "turnTwoFactorOff" => new JsonObject { ["code"] = "123456" },
            "setSetting" => new JsonObject { ["value"] = 1 },
            "selectBusiness" => new JsonObject { ["business_id"] = SandboxSeed.KarooTrading },
            "previewInvoice" => Invoice(),
            "createInvoice" => Invoice(),
            "voidInvoice" => new JsonObject { ["reason"] = "Written to the wrong customer" },
            "setAlertSettings" => new JsonObject
            {
                // Nobody, so that trying it out has nobody to tell, whichever test comes first.
                ["recipients"] = new JsonArray(),
                ["webhook_url"] = "https://hooks.example.co.za/books",
                ["quiet_from"] = "22:00",
                ["quiet_until"] = "06:00",
                ["told"] = new JsonArray("audit"),
            },
            "testAlerts" => new JsonObject { ["way"] = "mail" },
            _ => OfContacts(operation) ?? OfStores(operation),
        };

    private static JsonObject? OfContacts(string operation) =>
        operation switch
        {
            "createContact" or "updateContact" => Contact(),
            "setContactActive" => new JsonObject { ["active"] = true },
            "addContactAddress" or "changeContactAddress" => new JsonObject
            {
                ["name"] = "Warehouse",
                ["kind"] = "delivery",
                ["address"] = Contact()["address"]!.DeepClone(),
                ["main"] = false,
            },
            "addContactPerson" or "changeContactPerson" => new JsonObject
            {
                ["name"] = "Thandi",
                ["job_title"] = "Buyer",
                ["email"] = "thandi@baobab.example",
                ["telephone"] = "021 555 0101",
                ["mobile"] = "082 555 0101",
                ["main"] = false,
            },
            _ => null,
        };

    private JsonObject? OfStores(string operation) =>
        operation switch
        {
            "connectStore" => new JsonObject { ["base_url"] = server.Shop.Url, ["pairing_code"] = NoCode },
            "pairStore" => new JsonObject { ["pairing_code"] = NoCode },
            "setStorePolicy" or "previewStorePolicy" => Policy(),
            "undoRun" => new JsonObject { ["reason"] = "Sold to the wrong customer" },
            "dryRun" => new JsonObject { ["event"] = "invoice.created", ["entity_id"] = 1 },
            "backfillRuns" => new JsonObject
            {
                ["store_id"] = server.Store,
                ["event"] = "invoice.created",
                ["from_id"] = 900_001,
                ["to_id"] = 900_002,
            },
            _ => null,
        };

    /// <summary>The shop's own rules, with something in every list.</summary>
    private JsonObject Policy()
    {
        var policy = JsonNode.Parse(server.Policy)!.AsObject();
        policy["tax_rates"]!["map"] = new JsonArray(new JsonObject { ["percentage"] = "15", ["tax_rate_id"] = SandboxSeed.ZaStandard });
        policy["currency"]!["website_currencies"] = new JsonArray(new JsonObject { ["website_id"] = 2, ["currency"] = "USD" });
        policy["currency"]!["rates"] = new JsonArray(new JsonObject { ["currency"] = "USD", ["rate"] = "18.5" });
        return policy;
    }

    private static JsonObject Contact() =>
        new()
        {
            ["name"] = "Baobab Lodge",
            ["kind"] = "customer",
            ["reference"] = "",
            ["vat_number"] = "",
            ["email"] = "accounts@baobab.example",
            ["telephone"] = "021 555 0100",
            ["person_name"] = "Naledi",
            ["address"] = new JsonObject
            {
                ["line1"] = "12 Protea Street",
                ["line2"] = "Floor 2",
                ["city"] = "Stellenbosch",
                ["region"] = "Western Cape",
                ["postal_code"] = "7600",
                ["country"] = "ZA",
            },
            ["credit_days"] = 30,
            ["currency"] = "ZAR",
            ["notes"] = "Ring twice",
            ["allow_duplicate"] = true,
        };

    private JsonObject Invoice() =>
        new()
        {
            ["contact_id"] = server.Contact,
            ["reference"] = "PO-1",
            ["date"] = server.Today,
            ["due_date"] = server.Today,
            ["notes"] = "Thank you",
            ["line_items"] = new JsonArray(
                new JsonObject
                {
                    ["description"] = "Consulting",
                    ["quantity"] = 1,
                    ["unit_price"] = "100.00",
                    ["tax_rate_id"] = SandboxSeed.ZaStandard,
                    ["ledger_account_id"] = SandboxSeed.LedgerAccount(SandboxSeed.KarooTrading, SandboxSeed.SalesCode),
                }
            ),
        };
}
