using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>
/// Transactions and ledger entries as Sage shows them. They are rows, not documents: the ledger is the truth, and these are views of it.
/// </summary>
internal static class LedgerViews
{
    private const string TransactionColumns =
        "select t.seq, t.created_at, t.updated_at, t.date, t.deleted, t.reference, t.total, t.foreign_total, t.contact, "
        + "t.contact_name, t.kind, "
        + "t.origin_resource, t.origin_id, t.origin_name";

    // No join: rows that a page skips are then stepped over in the index alone.
    private const string EntryColumns =
        "select e.seq, e.created_at, e.updated_at, e.date, e.credit, e.debit, e.account, e.transaction_seq, e.contact, "
        + "(select t.contact_name from transactions t where t.seq = e.transaction_seq), e.deleted, e.tax_rate, e.description";

    private const string EntryRows = " from entries e";

    /// <summary>One page of transactions.</summary>
    public static ApiAnswer Transactions(Scope scope)
    {
        var violations = new Violations();
        var where = new Where(scope.Query, violations);
        where.Add("t.business=?", scope.Business.Number);
        where.AddMoment("updated_or_created_since", "t.updated_at >= ?");
        where.AddDate("from_date", "t.date >= ?");
        where.AddDate("to_date", "t.date <= ?");
        where.AddMoment("updated_from_date", "t.updated_at >= ?");
        where.AddMoment("updated_to_date", "t.updated_at <= ?");
        where.AddText("transaction_type_id", "t.kind = ?");
        if (scope.Query.Flag("has_attachments"))
            where.Add("0");
        return violations.Any
            ? violations.Answer()
            : Page(scope, "transactions", where, " from transactions t", TransactionColumns, "t.seq", Transaction);
    }

    /// <summary>One page of ledger entries.</summary>
    public static ApiAnswer Entries(Scope scope)
    {
        var violations = new Violations();
        var where = new Where(scope.Query, violations);
        where.Add("e.business=?", scope.Business.Number);
        where.AddMoment("updated_or_created_since", "e.updated_at >= ?");
        where.AddDate("from_date", "e.date >= ?");
        where.AddDate("to_date", "e.date <= ?");
        where.AddText("transaction_type_id", "e.transaction_seq in (select t.seq from transactions t where t.kind = ?)");
        if (scope.Query.Text("ledger_account_id") is { } account)
            where.Add("e.account=?", scope.Shelf.Account(account)?.Seq ?? -1);
        if (scope.Query.Text("transaction_id") is { } transaction)
            where.Add("e.transaction_seq=?", scope.Ids.TryRead(transaction, IdKind.Transaction, out var seq) ? seq : -1);
        return violations.Any ? violations.Answer() : Page(scope, "ledger_entries", where, EntryRows, EntryColumns, "e.seq", Entry);
    }

    /// <summary>One transaction, or null.</summary>
    public static JsonObject? Transaction(Scope scope, string id)
    {
        if (!scope.Ids.TryRead(id, IdKind.Transaction, out var seq))
            return null;
        using var row = scope
            .Db.Use(TransactionColumns + " from transactions t where t.seq=? and t.business=?")
            .With(seq)
            .With(scope.Business.Number);
        return row.Step() ? Transaction(scope, row) : null;
    }

    /// <summary>One ledger entry, or null.</summary>
    public static JsonObject? Entry(Scope scope, string id)
    {
        if (!scope.Ids.TryRead(id, IdKind.Entry, out var seq))
            return null;
        using var row = scope.Db.Use(EntryColumns + EntryRows + " where e.seq=? and e.business=?").With(seq).With(scope.Business.Number);
        return row.Step() ? Entry(scope, row) : null;
    }

    /// <summary>The reference to a transaction: it is displayed as nothing.</summary>
    public static JsonObject Link(Scope scope, long seq) => Links.To("transactions", scope.Ids.Mint(IdKind.Transaction, seq), null);

    private static ApiAnswer Page(
        Scope scope,
        string collection,
        Where where,
        string from,
        string columns,
        string order,
        Func<Scope, Statement, JsonObject> read
    )
    {
        var total = (int)(where.Bind(scope.Db, "select count(*)" + from).Number() ?? 0);
        var page = PageOf.From(scope.Query, collection, total);
        var view = View.OfList(scope.Query, mayExpand: false);
        var items = new List<JsonObject>();
        using (
            var rows = where.Bind(scope.Db, columns + from, $"order by {order} limit ? offset ?").With(page.ItemsPerPage).With(page.Offset)
        )
        {
            while (rows.Step())
                items.Add(read(scope, rows));
        }
        var kept = PageOf.Kept(scope.Query, scope.Settings.NextKeepsFilters);
        return JsonText.Answer(200, writer => page.Write(writer, kept, list => items.ForEach(item => view.WriteTree(list, item))));
    }

    private static JsonObject Transaction(Scope scope, Statement row)
    {
        var seq = row.Long(0);
        var tree = Link(scope, seq);
        tree["created_at"] = SandboxClock.Text(row.Long(1));
        tree["updated_at"] = SandboxClock.Text(row.Long(2));
        tree["date"] = row.Text(3);
        tree["deleted"] = row.Long(4) != 0;
        tree["reference"] = row.MaybeText(5);
        tree["total"] = Amounts.Text(Amounts.FromMinor(row.Long(6)));
        tree["total_in_transaction_currency"] = Amounts.Text(Amounts.FromMinor(row.Long(7)));
        tree["contact"] = row.MaybeText(8) is { } contact ? Links.To("contacts", contact, row.MaybeText(9)) : null;
        tree["transaction_type"] = StaticLists.Link("transaction_types", row.Text(10));
        tree["origin"] = Origin(scope, (int)row.Long(11), row.Text(12), row.MaybeText(13));
        tree["audit_trail_id"] = seq;
        tree["number_of_attachments"] = 0;
        return tree;
    }

    private static JsonObject Origin(Scope scope, int resource, string id, string? name)
    {
        var type = Catalogue.TypeOf(resource);
        var origin = Links.To(type.Collection, id, name);
        if (!scope.Query.Flag("expand_origin") || scope.Documents.FindAny(type, id) is not { } document)
            return origin;
        foreach (var key in new[] { "due_date", "outstanding_amount", "currency", "status", "sent" })
            origin[key] = document.Body[key]?.DeepClone();
        return origin;
    }

    private static JsonObject Entry(Scope scope, Statement row)
    {
        var account = scope.Ledger.AccountOf(row.Long(6));
        var tree = Links.To("ledger_entries", scope.Ids.Mint(IdKind.Entry, row.Long(0)), null);
        tree["created_at"] = SandboxClock.Text(row.Long(1));
        tree["updated_at"] = SandboxClock.Text(row.Long(2));
        tree["date"] = row.Text(3);
        tree["credit"] = Amounts.Text(Amounts.FromMinor(row.Long(4)));
        tree["debit"] = Amounts.Text(Amounts.FromMinor(row.Long(5)));
        tree["ledger_account"] = Links.To("ledger_accounts", account.Id, account.DisplayedAs);
        tree["transaction"] = Link(scope, row.Long(7));
        tree["contact"] = row.MaybeText(8) is { } contact ? Links.To("contacts", contact, row.MaybeText(9)) : null;
        tree["deleted"] = row.Long(10) != 0;
        tree["tax_rate"] = row.MaybeText(11) is { } rate ? Links.To("tax_rates", rate, scope.Shelf.Rate(rate)?.DisplayedAs) : null;
        tree["description"] = row.MaybeText(12);
        tree["journal_code"] = null;
        return tree;
    }
}
