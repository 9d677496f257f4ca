using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>The feed of everything that was ever posted.</summary>
internal sealed class TransactionCollection() : Collection("transactions", Area.Open)
{
    public override bool Offers(Verb verb, string? action) => verb is Verb.List or Verb.Get;

    public override ApiAnswer List(Scope scope) => LedgerViews.Transactions(scope);

    public override ApiAnswer Get(Scope scope, string key, bool mayWrite) => One(scope, LedgerViews.Transaction(scope, key));

    /// <summary>The answer that shows one record, or 404.</summary>
    public static ApiAnswer One(Scope scope, JsonObject? tree) =>
        tree is null ? ApiProblems.NotFound : new ApiAnswer(200, JsonText.Write(writer => View.OfOne(scope.Query).WriteTree(writer, tree)));
}

/// <summary>The entries of the double-entry ledger.</summary>
internal sealed class EntryCollection() : Collection("ledger_entries", Area.Open)
{
    public override bool Offers(Verb verb, string? action) => verb is Verb.List or Verb.Get;

    public override ApiAnswer List(Scope scope) => LedgerViews.Entries(scope);

    public override ApiAnswer Get(Scope scope, string key, bool mayWrite)
    {
        var entry = LedgerViews.Entry(scope, key);
        if (entry is not null && scope.Query.Text("nested_attributes") is not null)
            View.Expand(scope, entry, ["ledger_account", "transaction", "contact", "tax_rate"]);
        return TransactionCollection.One(scope, entry);
    }
}

/// <summary>Exchange rates from the business's currency. They have no id: their key is the currency.</summary>
internal sealed class ExchangeRateCollection() : Collection("exchange_rates", Area.Open)
{
    public override bool Offers(Verb verb, string? action) => verb is Verb.List or Verb.Get;

    public override ApiAnswer List(Scope scope)
    {
        var currencies = ExchangeRates.Currencies.Where(currency => currency != scope.Business.Currency).ToList();
        var page = PageOf.From(scope.Query, Name, currencies.Count);
        var full = scope.Query.Text("attributes") is not null;
        return new ApiAnswer(
            200,
            JsonText.Write(writer =>
                page.Write(
                    writer,
                    "",
                    items =>
                    {
                        foreach (var currency in currencies.Skip(page.Offset).Take(page.ItemsPerPage))
                            Tree(scope, currency, full).WriteTo(items);
                    }
                )
            )
        );
    }

    public override ApiAnswer Get(Scope scope, string key, bool mayWrite) =>
        key != scope.Business.Currency && ExchangeRates.Currencies.Contains(key, StringComparer.Ordinal)
            ? new ApiAnswer(200, JsonText.Write(Tree(scope, key, full: true)))
            : ApiProblems.NotFound;

    private static JsonObject Tree(Scope scope, string currency, bool full)
    {
        var home = scope.Business.Currency;
        var tree = new JsonObject { ["displayed_as"] = $"{home} -> {currency}", ["$path"] = $"/exchange_rates/{currency}" };
        if (!full)
            return tree;
        tree["created_at"] = SandboxClock.Text(scope.Business.CreatedAt);
        tree["updated_at"] = SandboxClock.Text(scope.Business.CreatedAt);
        tree["rate"] = Amounts.Text(ExchangeRates.ForeignPerBase(home, currency));
        tree["inverse_rate"] = Amounts.Text(ExchangeRates.ForeignPerBase(currency, home));
        tree["base_currency"] = StaticLists.Link("currencies", home);
        tree["currency"] = StaticLists.Link("currencies", currency);
        return tree;
    }
}
