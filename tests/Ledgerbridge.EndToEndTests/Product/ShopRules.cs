using System.Text.Json.Nodes;

namespace Ledgerbridge.EndToEndTests.Product;

/// <summary>The rules by which the demo shop's documents are posted, without a screen.</summary>
public static class ShopRules
{
    private const string Card = "payfast";

    /// <summary>The id of the demo shop in the ledger.</summary>
    public static async Task<string> ShopIdAsync(this AppApi api, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(api);
        return (await api.GetAsync("/api/stores", ct)).GetProperty("stores")[0].GetProperty("id").GetString()!;
    }

    /// <summary>Nobody has said where card money goes: payments by card stop and ask.</summary>
    public static async Task AskAboutCardsAsync(this AppApi api, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(api);
        var address = $"/api/stores/{await api.ShopIdAsync(ct)}/policy";
        var policy = JsonNode.Parse((await api.GetAsync(address, ct)).GetProperty("policy").GetRawText())!;
        var methods = policy["payments"]!["methods"]!.AsArray();
        foreach (var rule in methods.Where(static rule => (string?)rule!["method"] == Card).ToArray())
            methods.Remove(rule);
        methods.Add(new JsonObject { ["method"] = Card, ["outcome"] = "fail" });
        await api.PutAsync(address, policy, ct);
    }
}
