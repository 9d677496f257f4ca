using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Plans of payments.</summary>
internal static class PaymentPlans
{
    /// <summary>The plan of a payment, with its invoice before it when that waited to be paid.</summary>
    public static Plan Plan(StorePayment payment, StoreInvoice? invoice, PlanFacts facts)
    {
        var notes = new Notes();
        if (!facts.Policy.Sync.Payments)
            return notes.Skip(SkipReason.SwitchedOff);
        if (facts.AlreadyPostedAs is not null)
            return notes.Skip(SkipReason.AlreadyPosted);
        return facts.Invoice switch
        {
            { State: InvoiceTraceState.Posted, Posted: { } posted } => OnPosted(payment, posted, facts, notes),
            { State: InvoiceTraceState.Skipped, SkipReason: SkipReason.Unpaid } when invoice is not null => WithInvoice(
                payment,
                invoice,
                facts,
                notes
            ),
            { State: InvoiceTraceState.Skipped } left => notes.SkipWithInvoice(payment.InvoiceId, payment.InvoiceNumber, left.SkipReason),
            _ => new Plan.Waits(
                new AwaitedEntity(StoreEntity.Invoice, payment.InvoiceId),
                $"The payment waits until invoice {payment.InvoiceNumber} is in the books.",
                notes.Decisions
            ),
        };
    }

    private static Plan OnPosted(StorePayment payment, PostedInvoice posted, PlanFacts facts, Notes notes)
    {
        var rule = facts.Policy.Payments.RuleFor(payment.Method);
        if (Outcome(payment.Method, rule, facts, notes) is { } end)
            return end;
        var currency = Currency.Parse(payment.CurrencyCode);
        if (currency != posted.Gross.Currency)
            return notes.Fail(
                FailureCause.CurrencyDiffers,
                $"The payment is in {currency}, and invoice {posted.Number} in {posted.Gross.Currency}."
            );
        var amount = Rounded(payment.Amount, currency);
        if (amount.Amount <= 0m)
            return notes.Skip(SkipReason.ZeroValue);
        var owed = posted.Outstanding ?? posted.Gross;
        // What refunds have settled was paid all the same, and that money came in.
        if (owed.Amount <= 0m && posted.Credited is not { Amount: > 0m })
            return notes.Skip(SkipReason.AlreadyPaid, $"Invoice {posted.Number} is paid in the books already.");
        var exchange = new ExchangeTerms(currency, facts.Books.Currency, posted.ExchangeRate);
        return Paid(payment, rule, posted.ContactId, posted.InvoiceId, amount, owed, posted.IssuedOn, exchange, facts, notes, []);
    }

    private static Plan WithInvoice(StorePayment payment, StoreInvoice invoice, PlanFacts facts, Notes notes)
    {
        var rule = facts.Policy.Payments.RuleFor(payment.Method);
        if (
            Outcome(payment.Method, rule, facts, notes) is { } end and not Posting.Plans.Plan.Skipped { Reason: SkipReason.PaymentLeftOpen }
        )
            return end;
        if (InvoicePlans.TrySteps(invoice, facts, paymentIsHere: true, notes, out var steps) is { } stopped)
            return stopped;
        notes.Add("Payment", "The invoice waited to be paid; it is posted together with its payment.");
        if (rule.Outcome != PaymentOutcome.Bank)
            return new Plan.Planned(steps, notes.Decisions);
        var document = steps.OfType<PlanStep.CreateInvoice>().First();
        var amount = Rounded(payment.Amount, document.Invoice.Currency);
        var exchange = new ExchangeTerms(document.Invoice.Currency, facts.Books.Currency, document.Invoice.Terms?.ExchangeRate);
        return Paid(
            payment,
            rule,
            StepIds.Contact,
            StepIds.Invoice,
            amount,
            document.Expected.Gross,
            document.Invoice.IssuedOn,
            exchange,
            facts,
            notes,
            steps
        );
    }

    private static Plan? Outcome(string method, PaymentRule rule, PlanFacts facts, Notes notes) =>
        rule.Outcome switch
        {
            PaymentOutcome.Unpaid => notes.Skip(
                SkipReason.PaymentLeftOpen,
                $"Paid by '{method}': the invoice stands as owed until somebody books the money."
            ),
            PaymentOutcome.Skip => notes.Skip(
                SkipReason.PaymentMethod,
                $"It was paid by '{method}', and the store's settings leave such documents out."
            ),
            PaymentOutcome.Fail => notes.Fail(
                FailureCause.PaymentMethodUnmapped,
                method.Length > 0
                    ? $"It was paid by '{method}', and nobody has said where that money goes."
                    : "The shop does not say how it was paid, and the settings do not say where such money goes."
            ),
            _ => facts.Books.BankAccounts.Any(account => account.Id == rule.BankAccountId)
                ? null
                : notes.Fail(FailureCause.MappingMissing, $"The bank account for '{method}' in the store's settings is not in the books."),
        };

    private static Plan.Planned Paid(
        StorePayment payment,
        PaymentRule rule,
        string contactId,
        string invoiceId,
        Money amount,
        Money owed,
        DateOnly issuedOn,
        ExchangeTerms exchange,
        PlanFacts facts,
        Notes notes,
        IReadOnlyList<PlanStep> before
    )
    {
        var allocated = amount < owed ? amount : owed;
        if (allocated < amount)
            notes.Add(
                "Payment",
                $"{Say.Amount(owed)} is owed and {Say.Amount(amount)} was paid: "
                    + $"{Say.Amount(amount - owed)} stays on the customer's account."
            );
        var reference = payment.TransactionId.Length > 0 ? payment.TransactionId : payment.InvoiceNumber;
        var document = new NewBooksPayment(
            PaymentDirection.Receipt,
            contactId,
            rule.BankAccountId,
            PaidOn(payment, issuedOn, facts, notes),
            amount,
            StoreText.Cut(reference, DocumentTexts.ReferenceMax),
            allocated.Amount > 0m ? [new AllocationPart(invoiceId, allocated)] : []
        )
        {
            PaymentMethodId = rule.SageMethodId.Length > 0 ? rule.SageMethodId : null,
            ExchangeRate = exchange.Rate,
        };
        return new Plan.Planned([.. before, new PlanStep.CreatePayment(document, exchange.ToBooks(amount))], notes.Decisions);
    }

    private static DateOnly PaidOn(StorePayment payment, DateOnly issuedOn, PlanFacts facts, Notes notes)
    {
        var zone = facts.Policy.Sync.TimeZone;
        var told = facts.Policy.Payments.DatedBy == PaymentDay.Event ? facts.OccurredAt : null;
        var day = MerchantDays.DayOf(told ?? payment.CapturedAt, zone);
        var paidOn =
            day < issuedOn ? issuedOn
            : day > facts.Today && facts.Today >= issuedOn ? facts.Today
            : day;
        if (told is not null && paidOn != MerchantDays.DayOf(payment.CapturedAt, zone))
            notes.Add("Day", $"Dated {Say.Day(paidOn)}, the day the shop told of the payment.");
        return paidOn;
    }

    private static Money Rounded(decimal amount, Currency currency) => new ExactAmount(amount, currency).Round(Rounding.HalfAwayFromZero);
}
