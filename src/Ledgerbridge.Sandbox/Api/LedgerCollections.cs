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
