using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>The rules a sales document must keep as a whole.</summary>
internal sealed class SalesChecks(Scope scope, SalesKind kind, JsonObject body, Violations violations)
{
    /// <summary>Checks dates, shipping and cross-border rules; amounts are worked out already.</summary>
    public void All()
    {
        Dates(scope, body, violations);
        Shipping();
        CrossBorder();
        if (body.Amount("total_amount") < 0m)
            violations.Add("base", "The total must not be less than 0");
        if (Parts().Any(static part => TooLarge(part, "net_amount") || TooLarge(part, "base_currency_total_amount")))
            violations.Add("base", "The total is too large");
    }

    private IEnumerable<JsonObject> Parts() => ((JsonArray)body[kind.LinesKey]!).OfType<JsonObject>().Append(body);

    private static bool TooLarge(JsonObject part, string key) => Math.Abs(part.Amount(key)) > Amounts.Limit;

    /// <summary>Checks the dates of anything that is booked.</summary>
    public static void Dates(Scope scope, JsonObject body, Violations violations)
    {
        if (body.Text("date") is not { } date)
            return;
        if (string.CompareOrdinal(date, scope.Shelf.AccountsStartOn) < 0)
            violations.Add("date", "must be on or after the accounts start date");
        if (scope.Shelf.LockedThrough is { } locked && string.CompareOrdinal(date, locked) <= 0)
            violations.Add("date", "must be after the year end lockdown date");
        if (body.Text("due_date") is { } due && string.CompareOrdinal(due, date) < 0)
            violations.Add("due_date", "must be on or after the date");
    }

    private void Shipping()
    {
        var net = body.Amount("shipping_net_amount");
        var rate = body.LinkId("shipping_tax_rate") is { } id ? scope.Shelf.Rate(id) : null;
        if (net < 0m)
            violations.Add("shipping_net_amount", "must not be less than 0");
        if (!scope.Shelf.TaxRegistered && rate is { IsZero: false })
            violations.Add("base", "You cannot add tax, your business is not registered for tax");
        // What Sage does without a rate is unknown; a refusal makes clients always name one.
        if (scope.Shelf.TaxRegistered && net != 0m && rate is null)
            violations.Required("shipping_tax_rate_id");
    }

    private void CrossBorder()
    {
        var home = scope.Business.Country;
        var abroad = (body["main_address"] as JsonObject)?.LinkId("country") ?? home;
        if (abroad == home || home is not ("GB" or "IE"))
            return;
        var lines = ((JsonArray)body[kind.LinesKey]!).OfType<JsonObject>().ToList();
        var types = lines.Select(static line => line.LinkId("eu_goods_services_type")).Distinct(StringComparer.Ordinal).ToList();
        if (types.Contains(null))
            violations.Required("line_items.eu_goods_services_type_id");
        else if (types.Count > 1)
            violations.Add("line_items.eu_goods_services_type", "must be the same");
        var outside = home == "GB" || !StaticLists.InEuropeanUnion(abroad);
        if (outside && scope.Shelf.TaxRegistered && lines.Exists(line => !IsZeroRated(line.LinkId("tax_rate"))))
            violations.Add("line_items.tax_rate", "must be 'Zero Rated' for Customers outside the EU");
    }

    // Exempt and no-tax rates are zero too, but they are not zero-rated.
    private bool IsZeroRated(string? rate) =>
        rate is null || scope.Shelf.Rate(rate) is { } found && found.DisplayedAs.StartsWith("Zero", StringComparison.OrdinalIgnoreCase);
}
