using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>The questions that end a plan before anything is worked out.</summary>
internal static class Gate
{
    /// <summary>Why an invoice is left out or fails at once; null when it goes on.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="paymentIsHere">True when its payment came, so that an unpaid invoice no longer has to wait.</param>
    /// <param name="notes">The decisions.</param>
    public static Plan? Invoice(StoreInvoice invoice, PlanFacts facts, bool paymentIsHere, Notes notes)
    {
        var sync = facts.Policy.Sync;
        if (facts.AlreadyPostedAs is not null)
            return notes.Skip(SkipReason.AlreadyPosted);
        if (!sync.Invoices)
            return notes.Skip(SkipReason.SwitchedOff);
        if (invoice.State == StoreInvoiceState.Cancelled)
            return notes.Skip(SkipReason.Cancelled);
        if (Site(invoice.WebsiteId, sync, notes) is { } elsewhere)
            return elsewhere;
        if (sync.StoreViews.Count > 0 && !sync.StoreViews.Contains(invoice.StoreViewId))
            return notes.Skip(
                SkipReason.StoreView,
                $"It belongs to store view {invoice.StoreViewId}, which the store's settings leave out."
            );
        if (Day(MerchantDays.DayOf(invoice.CreatedAt, sync.TimeZone), facts, notes) is { } closed)
            return closed;
        if (Total(invoice.GrandTotal, invoice.CurrencyCode, notes) is { } nothing)
            return nothing;
        var isUnpaid = invoice.State == StoreInvoiceState.Open && !paymentIsHere;
        if (isUnpaid && sync.UnpaidInvoices == UnpaidInvoices.Skip)
            return notes.Skip(SkipReason.Unpaid);
        return facts.Policy.Payments.RuleFor(invoice.PaymentMethod).Outcome == PaymentOutcome.Skip
            ? notes.Skip(
                SkipReason.PaymentMethod,
                $"It was paid by '{invoice.PaymentMethod}', and the store's settings leave such documents out."
            )
            : null;
    }

    /// <summary>Why a credit memo is left out or fails at once; null when it goes on.</summary>
    public static Plan? CreditMemo(StoreCreditMemo memo, PlanFacts facts, Notes notes)
    {
        var sync = facts.Policy.Sync;
        if (facts.AlreadyPostedAs is not null)
            return notes.Skip(SkipReason.AlreadyPosted);
        if (!sync.CreditMemos)
            return notes.Skip(SkipReason.SwitchedOff);
        return Site(memo.WebsiteId, sync, notes)
            ?? Day(MerchantDays.DayOf(memo.CreatedAt, sync.TimeZone), facts, notes)
            ?? Total(memo.GrandTotal, memo.CurrencyCode, notes);
    }

    /// <summary>Whether a website's documents are left out.</summary>
    public static Plan? Site(int websiteId, SyncCard sync, Notes notes) =>
        sync.Websites.Count > 0 && !sync.Websites.Contains(websiteId)
            ? notes.Skip(SkipReason.Website, $"It belongs to website {websiteId}, which the store's settings leave out.")
            : null;

    /// <summary>Whether the books take a document of that day.</summary>
    public static Plan? Day(DateOnly day, PlanFacts facts, Notes notes)
    {
        if (facts.Policy.Sync.Since is { } since && day < since)
            return notes.Skip(
                SkipReason.BeforeStart,
                $"It is of {Say.Day(day)}; this store's documents are posted from {Say.Day(since)} on."
            );
        if (facts.Books.BooksStartOn is { } start && day < start)
            return notes.Fail(FailureCause.PeriodClosed, $"It is of {Say.Day(day)}, and these books begin on {Say.Day(start)}.");
        return facts.Books.LockedUpToOn is { } locked && day <= locked
            ? notes.Fail(FailureCause.PeriodClosed, $"It is of {Say.Day(day)}, and these books are locked up to {Say.Day(locked)}.")
            : null;
    }

    private static Plan? Total(decimal grandTotal, string currencyCode, Notes notes)
    {
        var total = new ExactAmount(grandTotal, Currency.Parse(currencyCode)).Round(Rounding.HalfAwayFromZero);
        if (total.IsZero)
            return notes.Skip(SkipReason.ZeroValue);
        return total.Amount < 0m
            ? notes.Fail(FailureCause.TotalNegative, $"The document's total is {Say.Amount(total)}, below nothing.")
            : null;
    }
}
