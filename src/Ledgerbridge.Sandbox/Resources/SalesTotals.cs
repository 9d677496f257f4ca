using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// The shipping and the totals of a sales document. Shipping tax is always worked out from the shipping rate; what was sent for it is
/// ignored.
/// </summary>
internal static class SalesTotals
{
    private sealed class Sum
    {
        public decimal Net { get; set; }
        public decimal Tax { get; set; }
        public decimal Goods { get; set; }
        public decimal Services { get; set; }
    }

    /// <summary>
    /// Works out shipping and totals; header net and tax include shipping (an assumption: the guides only show that the total does).
    /// </summary>
    public static void Apply(Scope scope, SalesKind kind, JsonObject body, SalesMoney money)
    {
        Ship(scope, body, money);
        var lines = ((JsonArray)body[kind.LinesKey]!).OfType<JsonObject>().ToList();
        var net = Total(lines, "net_amount") + body.Amount("shipping_net_amount");
        var tax = Total(lines, "tax_amount") + body.Amount("shipping_tax_amount");
        Set(body, "net_amount", net);
        Set(body, "tax_amount", tax);
        Set(body, "total_amount", net + tax);
        Set(body, "total_quantity", Total(lines, "quantity"));
        Set(body, "total_discount_amount", Total(lines, "discount_amount"));
        var homeNet = Total(lines, "base_currency_net_amount") + body.Amount("base_currency_shipping_net_amount");
        var homeTax = Total(lines, "base_currency_tax_amount") + body.Amount("base_currency_shipping_tax_amount");
        Set(body, "base_currency_net_amount", homeNet);
        Set(body, "base_currency_tax_amount", homeTax);
        Set(body, "base_currency_total_amount", homeNet + homeTax);
        Set(body, "base_currency_total_discount_amount", Total(lines, "base_currency_discount_amount"));
        body["tax_analysis"] = Analysis(scope, body, lines);
    }

    /// <summary>What is owed: the total on live documents, nothing on drafts, pro formas and voids.</summary>
    public static void Owe(JsonObject body, bool live)
    {
        Set(body, "outstanding_amount", live ? body.Amount("total_amount") - body.Amount("total_paid") : 0m);
        Set(body, "base_currency_outstanding_amount", live ? body.Amount("base_currency_total_amount") : 0m);
    }

    /// <summary>Header totals need not be sent; when they are and contradict each other, Sage refuses them and blames the lines.</summary>
    public static void CheckSent(JsonElement sent, Violations violations)
    {
        if (
            Sent(sent, "net_amount") is { } net
            && Sent(sent, "tax_amount") is { } tax
            && Sent(sent, "total_amount") is { } total
            && net + tax != total
        )
            violations.Required("line_items.description");
    }

    private static void Ship(Scope scope, JsonObject body, SalesMoney money)
    {
        var net = Amounts.Cents(body.Amount("shipping_net_amount"));
        var rate = body.LinkId("shipping_tax_rate") is { } id ? scope.Shelf.Rate(id) : null;
        var tax = Amounts.Cents(net * (rate?.Percentage ?? 0m) / 100m);
        Set(body, "shipping_net_amount", net);
        Set(body, "shipping_tax_amount", tax);
        Set(body, "shipping_total_amount", net + tax);
        body["shipping_tax_breakdown"] = net == 0m ? [] : SalesLines.Breakdown(rate, tax);
        Set(body, "base_currency_shipping_net_amount", money.Home(net));
        Set(body, "base_currency_shipping_tax_amount", money.Home(tax));
        Set(body, "base_currency_shipping_total_amount", money.Home(net) + money.Home(tax));
        body["base_currency_shipping_tax_breakdown"] = net == 0m ? [] : SalesLines.Breakdown(rate, money.Home(tax));
    }

    private static JsonArray Analysis(Scope scope, JsonObject body, List<JsonObject> lines)
    {
        var sums = new Dictionary<string, Sum>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.LinkId("tax_rate") is not { } rate)
                continue;
            var sum = Of(sums, rate);
            sum.Net += line.Amount("net_amount");
            sum.Tax += line.Amount("tax_amount");
            var type = line.LinkId("eu_goods_services_type");
            sum.Goods += type == "GOODS" ? line.Amount("net_amount") : 0m;
            sum.Services += type == "SERVICES" ? line.Amount("net_amount") : 0m;
        }
        if (body.LinkId("shipping_tax_rate") is { } shipping && body.Amount("shipping_net_amount") != 0m)
        {
            var sum = Of(sums, shipping);
            sum.Net += body.Amount("shipping_net_amount");
            sum.Tax += body.Amount("shipping_tax_amount");
        }
        var analysis = new JsonArray();
        foreach (var (rate, sum) in sums)
        {
            analysis.Add(
                new JsonObject
                {
                    ["tax_rate"] = scope.Link("tax_rates", rate),
                    ["net_amount"] = Amounts.Text(sum.Net),
                    ["tax_amount"] = Amounts.Text(sum.Tax),
                    ["total_amount"] = Amounts.Text(sum.Net + sum.Tax),
                    ["goods_amount"] = Amounts.Text(sum.Goods),
                    ["service_amount"] = Amounts.Text(sum.Services),
                }
            );
        }
        return analysis;
    }

    private static Sum Of(Dictionary<string, Sum> sums, string rate)
    {
        if (!sums.TryGetValue(rate, out var sum))
            sums.Add(rate, sum = new Sum());
        return sum;
    }

    private static decimal Total(List<JsonObject> lines, string key) => lines.Sum(line => line.Amount(key));

    private static void Set(JsonObject body, string key, decimal amount) => body[key] = Amounts.Text(amount);

    private static decimal? Sent(JsonElement sent, string key) =>
        sent.TryGetProperty(key, out var value)
        && Amounts.TryRead(value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText(), out var amount)
            ? amount
            : null;
}
