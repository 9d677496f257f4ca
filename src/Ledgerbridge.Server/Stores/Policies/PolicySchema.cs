using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Ledgerbridge.Server.Stores.Policies;

/// <summary>One of the seven cards of a store's settings page.</summary>
/// <param name="Key">The card's key in the policy's JSON.</param>
/// <param name="Title">What the page calls it.</param>
internal sealed record PolicyCard(string Key, string Title);

/// <summary>
/// Describes a policy to programs: the JSON schema of each card, made from the records themselves so that it cannot lag behind.
/// </summary>
internal static class PolicySchema
{
    /// <summary>The seven cards, in the order of the page.</summary>
    public static IReadOnlyList<PolicyCard> Cards { get; } =
    [
        new("sync", "Sync behaviour"),
        new("mappings", "Default mappings"),
        new("payments", "Payment-method map"),
        new("tax_rates", "Tax-rate map"),
        new("commercial", "Commercial knobs"),
        new("currency", "Multi-currency"),
        new("consolidation", "B2C consolidation"),
    ];

    /// <summary>The JSON schema of a whole policy; each card is a property with the card's title, each field with its default.</summary>
    public static JsonObject Describe()
    {
        var schema = (JsonObject)
            PolicyJson.Options.GetJsonSchemaAsNode(
                typeof(StorePolicy),
                new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }
            );
        var defaults = JsonSerializer.SerializeToNode(new StorePolicy(), PolicyJson.Options)!.AsObject();
        foreach (var card in Cards)
        {
            var described = schema["properties"]![card.Key]!.AsObject();
            described["title"] = card.Title;
            foreach (var (field, value) in defaults[card.Key]!.AsObject())
            {
                if (described["properties"]![field] is JsonObject property)
                    property["default"] = value?.DeepClone();
            }
        }
        return schema;
    }
}
