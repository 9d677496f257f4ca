using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Plans of credit notes.</summary>
internal static class CreditNotePlans
{
    /// <summary>The plan of a credit memo.</summary>
    public static Plan Plan(StoreCreditMemo memo, PlanFacts facts)
    {
        var notes = new Notes();
        if (Gate.CreditMemo(memo, facts, notes) is { } stopped)
            return stopped;
        switch (facts.Invoice)
        {
            case { State: InvoiceTraceState.Posted, Posted: { } posted } when memo.InvoiceId is not null:
                return OnInvoice(memo, posted, facts, notes);
            case { State: InvoiceTraceState.Skipped, SkipReason: not (SkipReason.BeforeStart or null) } left
                when memo.InvoiceId is { } leftOut:
                return notes.SkipWithInvoice(leftOut, memo.InvoiceNumber, left.SkipReason);
            case not { State: InvoiceTraceState.Skipped } when memo.InvoiceId is { } invoice:
                return new Plan.Waits(
                    new AwaitedEntity(StoreEntity.Invoice, invoice),
                    $"The refund waits until invoice {memo.InvoiceNumber} is in the books.",
                    notes.Decisions
                );
            default:
                return WithoutInvoice(memo, facts, notes);
        }
    }

    private static Plan OnInvoice(StoreCreditMemo memo, PostedInvoice posted, PlanFacts facts, Notes notes)
    {
        if (Currency.Parse(memo.CurrencyCode) != posted.Gross.Currency)
            return notes.Fail(
                FailureCause.CurrencyDiffers,
                $"The refund is in {memo.CurrencyCode}, and invoice {posted.Number} in {posted.Gross.Currency}."
            );
        var exchange = new ExchangeTerms(posted.Gross.Currency, facts.Books.Currency, posted.ExchangeRate);
        notes.Add("Contact", $"The credit note goes to the contact of invoice {posted.Number}, whatever its own total is.");
        var addresses = posted is { BillingAddress: { } billing, DeliveryAddress: { } delivery }
            ? new DocumentAddresses(billing, delivery, [])
            : DocumentAddresses.Of(null, memo.Customer.Address(StoreAddressKind.Shipping), memo.Customer);
        var input = InputOf(memo, exchange, addresses, posted.IssuedOn, facts, notes);
        if (!SalesBuilder.TryBuild(input, out var money, out var end))
            return end!;
        var note = Document(memo, input, money) with
        {
            ContactId = posted.ContactId,
            InvoiceNumber = posted.Number,
            InvoiceIssuedOn = posted.IssuedOn,
        };
        return new Plan.Planned(
            [new PlanStep.CreateCreditNote(note, money.Expected), .. Settling(note, money.Expected, posted, exchange, facts, notes)],
            notes.Decisions
        );
    }

    private static IEnumerable<PlanStep> Settling(
        NewBooksCreditNote note,
        ExpectedTotals expected,
        PostedInvoice posted,
        ExchangeTerms exchange,
        PlanFacts facts,
        Notes notes
    )
    {
        var zero = Money.Zero(posted.Gross.Currency);
        var owed = posted.Outstanding ?? zero;
        var set =
            owed <= zero ? zero
            : owed < expected.Gross ? owed
            : expected.Gross;
        var rest = expected.Gross - set;
        if (set > zero)
        {
            notes.Add("Allocation", $"{Say.Amount(set)} is set against invoice {posted.Number}, of which {Say.Amount(owed)} is owed.");
            yield return new PlanStep.Allocate(
                new NewBooksAllocation(
                    posted.ContactId,
                    note.IssuedOn,
                    [new AllocationPart(posted.InvoiceId, set), new AllocationPart(StepIds.CreditNote, -set)]
                )
            );
        }
        if (rest.IsZero)
            yield break;
        var paysBack = facts.Policy.Payments.Refunds == RefundMoney.PayBack ? posted.PaidIntoBankAccountId : null;
        notes.Add(
            "Allocation",
            paysBack is null
                ? $"{Say.Amount(rest)} stays on the customer's account until somebody books the money going out."
                : $"{Say.Amount(rest)} goes back from the account the invoice was paid into."
        );
        if (paysBack is not null)
        {
            yield return new PlanStep.CreatePayment(
                new NewBooksPayment(
                    PaymentDirection.Refund,
                    posted.ContactId,
                    paysBack,
                    note.IssuedOn,
                    rest,
                    note.Reference,
                    [new AllocationPart(StepIds.CreditNote, rest)]
                )
                {
                    ExchangeRate = exchange.Rate,
                },
                exchange.ToBooks(rest)
            );
        }
    }

    private static Plan WithoutInvoice(StoreCreditMemo memo, PlanFacts facts, Notes notes)
    {
        var which = memo.InvoiceId is null
            ? "The shop ties the refund to no invoice"
            : $"Invoice {memo.InvoiceNumber} is older than these books";
        switch (facts.Policy.Commercial.CreditWithoutInvoice)
        {
            case CreditWithoutInvoice.Skip:
                return notes.Skip(SkipReason.NoInvoice, $"{which}, and the store's settings leave such refunds out.");
            case CreditWithoutInvoice.Fail:
                return notes.Fail(FailureCause.CreditWithoutInvoice, $"{which}.");
        }
        if (!Exchange.TryTerms(memo.CurrencyCode, memo.WebsiteId, memo.BaseToOrderRate, facts, notes, out var exchange, out var noRate))
            return noRate!;
        notes.Add("Contact", $"{which}: the credit note goes to the customer's own contact and is set against nothing.");
        var addresses = DocumentAddresses.Of(null, memo.Customer.Address(StoreAddressKind.Shipping), memo.Customer);
        var taxedOn = MerchantDays.DayOf(memo.InvoiceCreatedAt ?? memo.CreatedAt, facts.Policy.Sync.TimeZone);
        var input = InputOf(memo, exchange, addresses, taxedOn, facts, notes);
        if (!SalesBuilder.TryBuild(input, out var money, out var end))
            return end!;
        var key = Key(memo, exchange.Currency, facts.StoreKey);
        var details = ContactPlanning.DetailsOf(memo.Customer, addresses, exchange.Currency, facts);
        var named = details.Name.Length > 0 ? details : details with { Name = $"Web shop customer {memo.Number}" };
        var note = Document(memo, input, money) with
        {
            InvoiceNumber = memo.InvoiceNumber.Length > 0 ? memo.InvoiceNumber : null,
            InvoiceIssuedOn = memo.InvoiceCreatedAt is null ? null : taxedOn,
        };
        return new Plan.Planned(
            [ContactPlanning.Ensure(key, named, facts, notes), new PlanStep.CreateCreditNote(note, money.Expected)],
            notes.Decisions
        );
    }

    /// <summary>Whose contact a refund without invoice goes to.</summary>
    public static ContactKey Key(StoreCreditMemo memo, Currency currency, string storeKey) =>
        new(ContactReferences.CustomerOf(memo.Customer, memo.Customer.Address(StoreAddressKind.Billing), storeKey, memo.Number), currency);

    private static SalesInput InputOf(
        StoreCreditMemo memo,
        ExchangeTerms exchange,
        DocumentAddresses addresses,
        DateOnly taxedOn,
        PlanFacts facts,
        Notes notes
    ) =>
        new()
        {
            What = "credit memo",
            Rows = memo.Lines,
            Shipping = memo.Shipping,
            ShippingTax = memo.ShippingTax,
            AdjustmentUp = memo.AdjustmentPositive,
            AdjustmentDown = memo.AdjustmentNegative,
            GrandTotal = memo.GrandTotal,
            Exchange = exchange,
            Addresses = addresses,
            TaxedOn = taxedOn,
            Facts = facts,
            Notes = notes,
        };

    private static NewBooksCreditNote Document(StoreCreditMemo memo, SalesInput input, SalesMoney money)
    {
        var notes = new List<string>();
        if (memo.Reason.Length > 0)
            notes.Add($"Reason: {memo.Reason}");
        if (memo.InvoiceNumber.Length > 0)
            notes.Add($"Credits web shop invoice {memo.InvoiceNumber}");
        var reference = DocumentTexts.ReferenceOf(memo.Number, input.Facts.Policy.Commercial.CreditNotePrefix, notes);
        notes.AddRange(input.Addresses.Uncut);
        notes.AddRange(money.FullTexts);
        return new NewBooksCreditNote(
            StepIds.Contact,
            MerchantDays.DayOf(memo.CreatedAt, input.Facts.Policy.Sync.TimeZone),
            reference,
            DocumentTexts.NotesOf(notes),
            input.Exchange.Currency,
            money.Lines
        )
        {
            Terms = new TradeTerms
            {
                BillingAddress = input.Addresses.Billing,
                DeliveryAddress = input.Addresses.Delivery,
                Carriage = money.Carriage,
                ExchangeRate = input.Exchange.Rate,
            },
        };
    }
}
