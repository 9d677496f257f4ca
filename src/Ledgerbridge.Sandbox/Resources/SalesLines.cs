using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// The lines of a sales document. Sage never computes line tax: what is sent is booked, whatever the rate says; only zero rates need none
/// and book none.
/// </summary>
internal sealed partial class SalesLines(Scope scope, SalesKind kind, Violations violations)
{
    private const string Prefix = "line_items.";
    private readonly Intake _intake = new(scope, violations, kind.Type.Singular);

    /// <summary>
    /// The lines of a request. A line that names the id of an existing line changes it, one without is added, existing lines that are not
    /// named are dropped (an assumption: Sage only says that lines have ids so that they can be updated).
    /// </summary>
    public JsonArray Read(JsonElement sent, JsonArray existing, long documentSeq)
    {
        var lines = new JsonArray();
        if (!sent.TryGetProperty(kind.LinesKey, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            violations.Required("line_items");
            return lines;
        }
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(static line => line.ValueKind != JsonValueKind.Object))
        {
            violations.Structure($"{kind.Type.Singular}[{kind.LinesKey}]", "The value must be a list of lines.");
            return lines;
        }
        if (list.GetArrayLength() == 0)
            violations.Required("line_items");
        var known = existing.OfType<JsonObject>().ToDictionary(static line => line.Text("id")!, StringComparer.Ordinal);
        var number = NextNumber(known.Keys, documentSeq);
        foreach (var element in list.EnumerateArray())
        {
            var named = element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
            if (named is not null && !known.ContainsKey(named))
            {
                violations.RecordMissing();
                continue;
            }
            var line = named is null ? Fresh(number++) : (JsonObject)known[named].DeepClone();
            Take(element, line, creating: named is null);
            lines.Add(line);
        }
        return lines;
    }

    /// <summary>Works out the amounts of each line in the document's and the business's currency.</summary>
    public void Price(JsonArray lines, SalesMoney money)
    {
        foreach (var line in lines.OfType<JsonObject>())
        {
            var (net, tax, discount) = (line.Amount("net_amount"), line.Amount("tax_amount"), line.Amount("discount_amount"));
            line["total_amount"] = Amounts.Text(net + tax);
            line["base_currency_unit_price"] = Amounts.Text(money.Home(line.Amount("unit_price")));
            line["base_currency_net_amount"] = Amounts.Text(money.Home(net));
            line["base_currency_tax_amount"] = Amounts.Text(money.Home(tax));
            line["base_currency_total_amount"] = Amounts.Text(money.Home(net) + money.Home(tax));
            line["base_currency_discount_amount"] = Amounts.Text(money.Home(discount));
            var rate = line.LinkId("tax_rate") is { } id ? scope.Shelf.Rate(id) : null;
            line["tax_breakdown"] = Breakdown(rate, tax);
            line["base_currency_tax_breakdown"] = Breakdown(rate, money.Home(tax));
        }
    }

    /// <summary>How a tax amount splits by rate: one entry, or none for zero rates.</summary>
    public static JsonArray Breakdown(Rate? rate, decimal tax) =>
        rate is null || rate.IsZero
            ? []
            :
            [
                new JsonObject
                {
                    ["tax_rate"] = Links.To("tax_rates", rate.Id, rate.DisplayedAs),
                    ["percentage"] = Amounts.Text(rate.Percentage),
                    ["amount"] = Amounts.Text(tax),
                },
            ];

    private void Take(JsonElement sent, JsonObject line, bool creating)
    {
        _intake.Apply(SalesShapes.LineFields, sent, line, creating, Prefix);
        line["displayed_as"] = line.Text("description");
        // Sage answers this for texts that still carry HTML entities, blaming the field for being absent.
        if (line.Text("description") is { } description && Entity().IsMatch(description))
            violations.Required(Prefix + "description");
        CheckAccount(line);
        var rate = TakeTax(sent, line, creating);
        var gross = Amounts.Cents(line.Amount("quantity") * line.Amount("unit_price"));
        TakeDiscount(sent, line, gross);
        var afterDiscount = gross - line.Amount("discount_amount");
        var tax = line.Amount("tax_amount");
        var net = line.Flag("unit_price_includes_tax") && rate is { IsZero: false } ? afterDiscount - tax : afterDiscount;
        line["net_amount"] = Amounts.Text(net);
    }

    private void CheckAccount(JsonObject line)
    {
        if (line.LinkId("ledger_account") is { } id && scope.Shelf.Account(id) is { VisibleInSales: false })
            violations.Add(Prefix + "ledger_account", "is invalid");
    }

    private Rate? TakeTax(JsonElement sent, JsonObject line, bool creating)
    {
        var rate = line.LinkId("tax_rate") is { } id ? scope.Shelf.Rate(id) : null;
        var taxSent = sent.TryGetProperty("tax_amount", out var tax) && tax.ValueKind != JsonValueKind.Null;
        if (!scope.Shelf.TaxRegistered)
        {
            if (rate is { IsZero: false } || (taxSent && line.Amount("tax_amount") != 0m))
                violations.Add("base", "You cannot add tax, your business is not registered for tax");
            return rate;
        }
        if (rate is null)
        {
            if (!sent.TryGetProperty("tax_rate_id", out _))
                violations.Required(Prefix + "tax_rate_id");
        }
        else if (rate.IsZero)
            line["tax_amount"] = "0.0";
        else if (!taxSent && (creating || sent.TryGetProperty("tax_rate_id", out _)))
            violations.Required(Prefix + "currency_tax_amount");
        line["tax_amount"] = Amounts.Text(Amounts.Cents(line.Amount("tax_amount")));
        return rate;
    }

    private void TakeDiscount(JsonElement sent, JsonObject line, decimal gross)
    {
        if (sent.TryGetProperty("discount_amount", out _))
        {
            var amount = Amounts.Cents(line.Amount("discount_amount"));
            line["discount_amount"] = Amounts.Text(amount);
            line["discount_percentage"] = Amounts.Text(gross == 0m ? 0m : Amounts.Cents(amount * 100m / gross));
        }
        else
            line["discount_amount"] = Amounts.Text(Amounts.Cents(gross * line.Amount("discount_percentage") / 100m));
        if (line.Amount("discount_percentage") is < 0m or > 100m || Math.Abs(line.Amount("discount_amount")) > Math.Abs(gross))
            violations.Add(Prefix + "discount_amount", "must not be more than the line amount");
    }

    private JsonObject Fresh(long number)
    {
        var line = SalesShapes.Line.Blank();
        line["id"] = scope.Ids.Mint(IdKind.Line, number);
        return line;
    }

    /// <summary>Line ids are made of the document's row and a number within it, so that they never come twice.</summary>
    private long NextNumber(IEnumerable<string> ids, long documentSeq)
    {
        var next = documentSeq << 16;
        foreach (var id in ids)
        {
            if (scope.Ids.TryRead(id, IdKind.Line, out var number))
                next = Math.Max(next, number + 1);
        }
        return next;
    }

    [GeneratedRegex("&(?:[A-Za-z]{2,8}|#[0-9]{1,6});", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Entity();
}
