using System.Globalization;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Books;

/// <summary>Something on a contact's account that money or other items can be set against.</summary>
/// <param name="Document">The invoice, credit note or payment on account.</param>
/// <param name="Sign">1 when the customer owes it, -1 when it is owed to the customer.</param>
internal sealed record OpenItem(StoredDocument Document, int Sign)
{
    public JsonObject Body => Document.Body;

    /// <summary>What is left of it, in its own currency.</summary>
    public decimal Outstanding => Body.Amount("outstanding_amount");

    /// <summary>True while something of it can be settled.</summary>
    public bool IsOpen => Body.LinkId("status") is "UNPAID" or "PART_PAID";
}

/// <summary>How much of an item an owner (a payment or an allocation) settled.</summary>
/// <param name="OwnerResource">The owner's resource.</param>
/// <param name="Owner">The owner's id.</param>
/// <param name="ItemResource">The item's resource.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Date">When.</param>
/// <param name="Amount">Cents of the item's currency.</param>
/// <param name="Discount">Cents let off beside them.</param>
/// <param name="Base">Cents of the business's currency that left the item with both.</param>
internal sealed record Settlement(
    int OwnerResource,
    string Owner,
    int ItemResource,
    string Item,
    string Date,
    long Amount,
    long Discount,
    long Base
);

/// <summary>
/// Who settled how much of which open item of one business. The part of an item's base amount that leaves with a settlement is kept, so
/// that undoing gives exactly that back and what customers owe always equals the debtors account.
/// </summary>
internal sealed class Settlements(Scope scope)
{
    private const string Row =
        "select owner_resource, owner, item_resource, item, date, amount, discount, base from settlements where business=? and ";

    /// <summary>The open or closed item of this id, or null.</summary>
    public OpenItem? Find(string id)
    {
        if (scope.Documents.Find(SalesShapes.Invoices, id) is { } invoice)
            return new OpenItem(invoice, 1);
        if (scope.Documents.Find(SalesShapes.CreditNotes, id) is { } note)
            return new OpenItem(note, -1);
        return scope.Documents.Find(PaymentShapes.OnAccount, id) is { } onAccount ? new OpenItem(onAccount, -1) : null;
    }

    /// <summary>
    /// Settles a part of an item; returns the settlement's row and the cents of the business's currency that left the item.
    /// </summary>
    /// <param name="item">The item; open, with at least that much outstanding.</param>
    /// <param name="owner">The payment or allocation.</param>
    /// <param name="date">When.</param>
    /// <param name="amount">How much, above zero, in the item's currency.</param>
    /// <param name="discount">How much is let off beside it.</param>
    public (long Seq, long Base) Settle(OpenItem item, (ResourceType Type, string Id) owner, string date, decimal amount, decimal discount)
    {
        var (before, baseBefore) = (item.Outstanding, item.Body.Amount("base_currency_outstanding_amount"));
        var left = before - amount - discount;
        // The last settlement takes what is left, so that nothing of the base amount stays behind.
        var settled = left == 0m ? baseBefore : Amounts.Cents(baseBefore * (amount + discount) / before);
        var kept = new Settlement(
            owner.Type.Number,
            owner.Id,
            item.Document.Type.Number,
            item.Document.Id,
            date,
            Amounts.Minor(amount),
            Amounts.Minor(discount),
            Amounts.Minor(settled)
        );
        Keep(kept);
        var seq = scope.Db.LastRow;
        Change(item, kept, 1);
        return (seq, kept.Base);
    }

    /// <summary>Undoes everything an owner settled.</summary>
    public void Undo(string owner)
    {
        foreach (var settlement in Of("owner", owner))
        {
            scope
                .Db.Use("delete from settlements where business=? and owner=? and item=?")
                .With(scope.Business.Number)
                .With(owner)
                .With(settlement.Item)
                .Run();
            if (Find(settlement.Item) is { } item)
                Change(item, settlement, -1);
        }
    }

    /// <summary>True when something was set against the item.</summary>
    public bool IsUsed(string item) => Of("item", item).Count > 0;

    /// <summary>What settled an item, oldest first.</summary>
    public IReadOnlyList<Settlement> OfItem(string item) => Of("item", item);

    private List<Settlement> Of(string column, string id)
    {
        var found = new List<Settlement>();
        using var rows = scope.Db.Use($"{Row}{column}=? order by seq").With(scope.Business.Number).With(id);
        while (rows.Step())
        {
            found.Add(
                new Settlement(
                    (int)rows.Long(0),
                    rows.Text(1),
                    (int)rows.Long(2),
                    rows.Text(3),
                    rows.Text(4),
                    rows.Long(5),
                    rows.Long(6),
                    rows.Long(7)
                )
            );
        }
        return found;
    }

    private void Keep(Settlement settlement) =>
        scope
            .Db.Use(
                "insert into settlements (business, owner_resource, owner, item_resource, item, date, amount, discount, base) values "
                    + "(?,?,?,?,?,?,?,?,?)"
            )
            .With(scope.Business.Number)
            .With(settlement.OwnerResource)
            .With(settlement.Owner)
            .With(settlement.ItemResource)
            .With(settlement.Item)
            .With(settlement.Date)
            .With(settlement.Amount)
            .With(settlement.Discount)
            .With(settlement.Base)
            .Run();

    /// <summary>Puts a settlement into the item, or takes it out again.</summary>
    private void Change(OpenItem item, Settlement settlement, int sign)
    {
        var body = item.Body;
        var (amount, discount) = (sign * Amounts.FromMinor(settlement.Amount), sign * Amounts.FromMinor(settlement.Discount));
        Add(body, "outstanding_amount", -amount - discount);
        Add(body, "base_currency_outstanding_amount", -sign * Amounts.FromMinor(settlement.Base));
        var left = body.Amount("outstanding_amount");
        var untouched = left == body.Amount("total_amount");
        body["status"] = StaticLists.Link(
            "artefact_statuses",
            left == 0m ? "PAID"
                : untouched ? "UNPAID"
                : "PART_PAID"
        );
        if (item.Document.Type == PaymentShapes.OnAccount)
        {
            scope.Documents.Save(item.Document, PaymentRules.OnAccountColumns(body));
            PaymentRules.ShowOnAccount(scope, item.Document);
            return;
        }
        Add(body, "total_paid", amount);
        Add(body, "payments_allocations_total_amount", amount);
        Add(body, "payments_allocations_total_discount", discount);
        body["last_paid"] = LastPaid(item.Document.Id);
        var kind = item.Sign > 0 ? SalesKind.Invoice : SalesKind.CreditNote;
        scope.Documents.Save(item.Document, new SalesRules(kind).Columns(body));
    }

    /// <summary>Sage writes this one date with slashes, day first.</summary>
    private string? LastPaid(string item) =>
        OfItem(item).Select(static settlement => settlement.Date).Max(StringComparer.Ordinal) is { } last
        && SandboxClock.TryDate(last, out var date)
            ? date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : null;

    private static void Add(JsonObject body, string key, decimal amount) => body[key] = Amounts.Text(body.Amount(key) + amount);
}
