using System.Globalization;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// Lets money come in for a live sales document: the bank gains what the customer no longer owes. Until the sandbox has
/// <c>contact_payments</c> only seeds and the control API pay, in the business's own currency.
/// </summary>
internal static class SalesSettlement
{
    /// <summary>Pays part or all of a document.</summary>
    /// <param name="scope">Where it happens.</param>
    /// <param name="kind">The kind of document.</param>
    /// <param name="document">The document.</param>
    /// <param name="amount">Above zero and at most what is outstanding.</param>
    /// <param name="on">The date of the money.</param>
    /// <exception cref="ArgumentException">The document takes no money, or not this much.</exception>
    public static StoredDocument Pay(Scope scope, SalesKind kind, StoredDocument document, decimal amount, DateOnly on)
    {
        var body = document.Body;
        var outstanding = body.Amount("outstanding_amount");
        if (body.LinkId("status") is not ("UNPAID" or "PART_PAID"))
            throw new ArgumentException("You can only pay unpaid or part-paid invoices.", nameof(document));
        if (amount <= 0m || amount > outstanding || amount != Amounts.Cents(amount))
            throw new ArgumentException($"The amount must be above 0 and at most {Amounts.Text(outstanding)}.", nameof(amount));
        if (body.LinkId("currency") != scope.Business.Currency)
            throw new ArgumentException("Only documents in the business's own currency can be paid here.", nameof(document));
        var paid = body.Amount("total_paid") + amount;
        var left = outstanding - amount;
        body["total_paid"] = Amounts.Text(paid);
        body["payments_allocations_total_amount"] = Amounts.Text(paid);
        body["outstanding_amount"] = Amounts.Text(left);
        body["base_currency_outstanding_amount"] = Amounts.Text(left);
        body["status"] = StaticLists.Link("artefact_statuses", left == 0m ? "PAID" : "PART_PAID");
        // Sage writes this one date with slashes, day first.
        body["last_paid"] = on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var cents = Amounts.Minor(amount);
        var contact = body.LinkId("contact");
        scope.Ledger.Post(
            SalesPosting.Head(kind, body) with
            {
                Date = SandboxClock.Text(on),
                TypeId = "CUSTOMER_RECEIPT",
                Total = cents,
                ForeignTotal = cents,
            },
            [
                new Entry(scope.Shelf.Control("BANK"), cents, 0, body.Text("contact_name")) { ContactId = contact },
                new Entry(scope.Shelf.Control("DEBTORS"), 0, cents, body.Text("contact_name")) { ContactId = contact },
            ]
        );
        return scope.Documents.Save(document, new SalesRules(kind).Columns(body));
    }
}
