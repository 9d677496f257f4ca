using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// The addresses on a sales document are copies: of what was sent, else of the contact's. A delivery address that is not sent is filled
/// in from the billing address, even when the contact has one of its own.
/// </summary>
internal sealed class SalesAddresses(Scope scope, SalesKind kind, Violations violations)
{
    private static readonly string[] Lines = ["address_line_1", "address_line_2", "city", "region", "postal_code"];
    private readonly Intake _intake = new(scope, violations, kind.Type.Singular);

    /// <summary>Fills both addresses of a new document.</summary>
    public void Fill(JsonElement sent, JsonObject body, JsonObject? contactAddress, long documentSeq)
    {
        var main = Copy(contactAddress, "SALES");
        TakeSent(sent, "main_address", main);
        Place(body, "main_address", main, documentSeq, 0);
        var delivery = Copy(main, "DELIVERY");
        TakeSent(sent, "delivery_address", delivery);
        Place(body, "delivery_address", delivery, documentSeq, 1);
    }

    /// <summary>Changes what was sent of the addresses.</summary>
    public void Change(JsonElement sent, JsonObject body, long documentSeq)
    {
        foreach (var (key, number) in new[] { ("main_address", 0), ("delivery_address", 1) })
        {
            if (!sent.TryGetProperty(key, out _) || body[key] is not JsonObject address)
                continue;
            TakeSent(sent, key, address);
            Place(body, key, (JsonObject)address.DeepClone(), documentSeq, number);
        }
    }

    private void TakeSent(JsonElement sent, string key, JsonObject address)
    {
        if (!sent.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return;
        if (value.ValueKind != JsonValueKind.Object)
        {
            violations.Structure($"{kind.Type.Singular}[{key}]", "The value must be an object.");
            return;
        }
        foreach (var line in Lines)
            address[line] = null;
        _intake.Apply(ContactShapes.ArtefactAddress, value, address, creating: false, key + ".");
    }

    private JsonObject Copy(JsonObject? from, string type)
    {
        var address = SalesShapes.Address.Blank();
        foreach (var line in Lines)
            address[line] = from?[line]?.DeepClone();
        address["country"] = from?["country"]?.DeepClone() ?? StaticLists.Link("countries", scope.Business.Country);
        address["address_type"] = StaticLists.Link("address_types", type);
        return address;
    }

    private void Place(JsonObject body, string key, JsonObject address, long documentSeq, int number)
    {
        var id = scope.Ids.Mint(IdKind.ArtefactAddress, (documentSeq << 1) | (uint)number);
        var text = string.Join('\n', Lines.Select(line => address.Text(line)).Where(static line => !string.IsNullOrEmpty(line)));
        address["id"] = id;
        // Sage shows these under /contacts, though no contact has such an id.
        address["$path"] = "/contacts/" + id;
        address["displayed_as"] = text;
        address["country_group"] = StaticLists.Link(
            "country_groups",
            StaticLists.CountryGroup(address.LinkId("country") ?? scope.Business.Country)
        );
        body[key] = address;
        body[key + "_free_form"] = text;
    }
}
