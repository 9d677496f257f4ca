using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// What a live sales document books: the customer owes the total, the accounts of the lines and of shipping earn the net, tax is owed to
/// the state.
/// </summary>
internal static class SalesPosting
{
    public static TransactionHead Head(SalesKind kind, JsonObject body) =>
        new()
        {
            Date = body.Text("date")!,
            Reference = body.Text("reference"),
            Total = Amounts.Minor(body.Amount("base_currency_total_amount")),
            ForeignTotal = Amounts.Minor(body.Amount("total_amount")),
            ContactId = body.LinkId("contact"),
            ContactName = (body["contact"] as JsonObject)?.Text("displayed_as"),
            TypeId = kind.TransactionType,
            OriginResource = kind.Type.Number,
            OriginId = body.Text("id")!,
            OriginName = body.Text("displayed_as"),
        };

    public static List<Entry> Entries(Scope scope, SalesKind kind, JsonObject body)
    {
        var contact = body.LinkId("contact");
        var entries = new List<Entry>();
        var name = body.Text("contact_name");
        Add(entries, scope.Shelf.Control("DEBTORS"), kind.Sign * Minor(body, "base_currency_total_amount"), name, contact);
        foreach (var line in ((JsonArray)body[kind.LinesKey]!).OfType<JsonObject>())
        {
            var account = scope.Shelf.Account(line.LinkId("ledger_account")!)!;
            var rate = line.LinkId("tax_rate");
            Add(entries, account, -kind.Sign * Minor(line, "base_currency_net_amount"), line.Text("description"), contact, rate);
            Add(entries, Output(scope), -kind.Sign * Minor(line, "base_currency_tax_amount"), line.Text("description"), contact, rate);
        }
        var shipping = body.LinkId("shipping_tax_rate");
        Add(
            entries,
            scope.Shelf.Control("CARRIAGE"),
            -kind.Sign * Minor(body, "base_currency_shipping_net_amount"),
            "Shipping",
            contact,
            shipping
        );
        Add(entries, Output(scope), -kind.Sign * Minor(body, "base_currency_shipping_tax_amount"), "Shipping", contact, shipping);
        return entries;
    }

    private static Account Output(Scope scope) => scope.Shelf.Control("OUTPUT_TAX");

    private static void Add(List<Entry> entries, Account account, long cents, string? description, string? contact, string? rate = null)
    {
        if (cents != 0)
            entries.Add(Entry.Signed(account, cents, description) with { ContactId = contact, TaxRateId = rate });
    }

    private static long Minor(JsonObject node, string key) => Amounts.Minor(node.Amount(key));
}
