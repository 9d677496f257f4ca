using System.Globalization;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>A run of the past, as far as it matters to planning it anew.</summary>
internal sealed record ReplayRun
{
    public required RunId Id { get; init; }

    public required EventName Event { get; init; }

    public required long EntityId { get; init; }

    public required string Number { get; init; }

    public required RunState State { get; init; }

    public required string SkipReason { get; init; }

    public required int PolicyVersion { get; init; }

    /// <summary>What Sage calls what was made of it; empty when nothing was.</summary>
    public required string OutcomeReference { get; init; }

    /// <summary>Null for a backfill, whose time says nothing about the document.</summary>
    public required DateTimeOffset? OccurredAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }
}

/// <summary>A shop's document, read: one of the nested cases, nothing else.</summary>
internal abstract record ReplayDocument
{
    private ReplayDocument() { }

    internal sealed record Invoice(StoreInvoice Value) : ReplayDocument;

    /// <param name="Value">The payment.</param>
    /// <param name="Of">The document of its invoice; null when it is not kept.</param>
    internal sealed record Payment(StorePayment Value, StoreInvoice? Of) : ReplayDocument;

    internal sealed record CreditMemo(StoreCreditMemo Value) : ReplayDocument;

    internal sealed record Customer(StoreCustomer Value) : ReplayDocument;

    internal sealed record Product(StoreProduct Value) : ReplayDocument;

    /// <summary>The invoice it refers to; null when it refers to none, or is one.</summary>
    public long? InvoiceId =>
        this switch
        {
            Payment payment => payment.Value.InvoiceId,
            CreditMemo memo => memo.Value.InvoiceId,
            _ => null,
        };

    /// <summary>What has to be looked up for it under some rules.</summary>
    public PlanNeeds NeedsUnder(StorePolicy policy, BooksReference books, string storeKey) =>
        this switch
        {
            Invoice invoice => DocumentPlanner.NeedsForInvoice(invoice.Value, policy, books, storeKey),
            Payment payment => DocumentPlanner.NeedsForPayment(payment.Value, payment.Of, policy, books, storeKey),
            CreditMemo memo => DocumentPlanner.NeedsForCreditNote(memo.Value, policy, books, storeKey),
            Customer customer => DocumentPlanner.NeedsForCustomer(customer.Value, books),
            _ => new PlanNeeds(),
        };
}

/// <summary>What was there before the runs that are planned anew.</summary>
/// <param name="Contacts">The contacts; their copies are left out, because they are as of today.</param>
/// <param name="Items">The items lines may name, by SKU.</param>
/// <param name="ProductTypes">The kinds of products, by SKU.</param>
/// <param name="Invoice">The invoice a payment or refund refers to, when it is none of these runs'.</param>
internal sealed record ReplayFacts(
    IReadOnlyDictionary<ContactKey, ContactLink> Contacts,
    IReadOnlyDictionary<string, BooksItem> Items,
    IReadOnlyDictionary<string, string> ProductTypes,
    InvoiceTrace? Invoice
);

/// <summary>
/// One of two worlds in which the runs of a period are planned anew, one after another: what an earlier plan would have made, later plans
/// of the same world find. Asks nobody. Books that were locked since are open here, and what Sage would say of today is not asked.
/// </summary>
internal sealed class ReplaySide(BooksReference books, string storeKey)
{
    private readonly BooksReference _books = books with { LockedUpToOn = null };
    private readonly Dictionary<ContactKey, ContactLink> _contacts = [];
    private readonly Dictionary<long, InvoiceTrace> _invoices = [];

    /// <summary>True when a run of this world is about that invoice.</summary>
    public bool Knows(long invoiceId) => _invoices.ContainsKey(invoiceId);

    /// <summary>Plans a run and takes what comes of it as done.</summary>
    /// <returns>The plan; its steps bear the ids this world gives.</returns>
    public Plan Plan(ReplayRun run, ReplayDocument document, StorePolicy policy, ReplayFacts known)
    {
        var facts = FactsFor(run, document, policy, known);
        var plan = document switch
        {
            ReplayDocument.Invoice invoice => DocumentPlanner.PlanInvoice(invoice.Value, facts),
            ReplayDocument.Payment payment => DocumentPlanner.PlanPayment(payment.Value, payment.Of, facts),
            ReplayDocument.CreditMemo memo => DocumentPlanner.PlanCreditNote(memo.Value, facts),
            ReplayDocument.Customer customer => DocumentPlanner.PlanCustomer(customer.Value, facts),
            ReplayDocument.Product product => DocumentPlanner.PlanProduct(product.Value, facts),
            _ => throw new ArgumentOutOfRangeException(nameof(document), document, "Every document has a plan."),
        };
        if (plan is Plan.Planned planned)
            return CarryOut(run, document, planned, facts.Invoice);
        if (document is ReplayDocument.Invoice)
        {
            _invoices[run.EntityId] = plan is Plan.Skipped skipped
                ? new InvoiceTrace { State = InvoiceTraceState.Skipped, SkipReason = skipped.Reason }
                : new InvoiceTrace { State = InvoiceTraceState.Open };
        }
        return plan;
    }

    private PlanFacts FactsFor(ReplayRun run, ReplayDocument document, StorePolicy policy, ReplayFacts known)
    {
        var contacts = known.Contacts.ToDictionary();
        foreach (var key in document.NeedsUnder(policy, _books, storeKey).Contacts)
        {
            if (_contacts.TryGetValue(key, out var made))
                contacts[key] = made;
        }
        var zone = TimeZoneInfo.FindSystemTimeZoneById(policy.Sync.TimeZone);
        return new PlanFacts
        {
            Policy = policy,
            Books = _books,
            StoreKey = storeKey,
            Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(run.FinishedAt, zone).DateTime),
            OccurredAt = run.OccurredAt,
            Contacts = contacts,
            Items = known.Items,
            ProductTypes = known.ProductTypes,
            Invoice = document.InvoiceId is { } id ? _invoices.GetValueOrDefault(id, known.Invoice!) : null,
        };
    }

    private Plan.Planned CarryOut(ReplayRun run, ReplayDocument document, Plan.Planned plan, InvoiceTrace? invoice)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var steps = new List<PlanStep>();
        foreach (var step in plan.Steps)
        {
            var filled = step.WithIds(ids);
            steps.Add(filled);
            switch (filled)
            {
                case PlanStep.KnownContact known:
                    ids[StepIds.Contact] = known.ContactId;
                    break;
                case PlanStep.CreateContact create:
                    ids[StepIds.Contact] = create.Key.Text;
                    _contacts[create.Key] = new ContactLink(create.Key.Text);
                    break;
                case PlanStep.CreateInvoice create:
                    ids[StepIds.Invoice] = run.EntityId.ToString(CultureInfo.InvariantCulture);
                    invoice = new InvoiceTrace { State = InvoiceTraceState.Posted, Posted = PostedOf(run, ids[StepIds.Invoice], create) };
                    _invoices[run.EntityId] = invoice;
                    break;
                case PlanStep.CreatePayment or PlanStep.Allocate when document.InvoiceId is { } id && invoice?.Posted is { } posted:
                    invoice = invoice with { Posted = Settled(posted, filled) };
                    _invoices[id] = invoice;
                    break;
            }
        }
        return plan with { Steps = steps };
    }

    private static PostedInvoice PostedOf(ReplayRun run, string id, PlanStep.CreateInvoice create) =>
        new()
        {
            InvoiceId = id,
            // Sage gives its own number, which other rules would not change.
            Number = run.Number,
            ContactId = create.Invoice.ContactId,
            Gross = create.Expected.Gross,
            Outstanding = create.Expected.Gross,
            IssuedOn = create.Invoice.IssuedOn,
            ExchangeRate = create.Invoice.Terms?.ExchangeRate,
            BillingAddress = create.Invoice.Terms?.BillingAddress,
            DeliveryAddress = create.Invoice.Terms?.DeliveryAddress,
        };

    private static PostedInvoice Settled(PostedInvoice posted, PlanStep step)
    {
        var parts = step switch
        {
            PlanStep.CreatePayment payment => payment.Payment.Allocations,
            PlanStep.Allocate allocate => allocate.Allocation.Parts,
            _ => [],
        };
        var owed = posted.Outstanding ?? posted.Gross;
        foreach (var part in parts.Where(part => part.DocumentId == posted.InvoiceId))
            owed -= part.Amount;
        return posted with
        {
            Outstanding = owed,
            PaidIntoBankAccountId = step is PlanStep.CreatePayment { Payment: { Direction: PaymentDirection.Receipt } receipt }
                ? receipt.BankAccountId
                : posted.PaidIntoBankAccountId,
        };
    }
}
