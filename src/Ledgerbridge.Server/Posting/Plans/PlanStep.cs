using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Posting.Plans;

/// <summary>Stand-ins for Sage's ids that an earlier step of the same plan gives.</summary>
internal static class StepIds
{
    /// <summary>The contact made or known by an earlier step.</summary>
    public const string Contact = "{contact}";

    /// <summary>The invoice made by an earlier step.</summary>
    public const string Invoice = "{invoice}";

    /// <summary>The credit note made by an earlier step.</summary>
    public const string CreditNote = "{credit_note}";

    /// <summary>The item made by an earlier step.</summary>
    public const string Item = "{item}";
}

/// <summary>One write to Sage, or the knowledge that none is needed: one of the nested cases, nothing else.</summary>
internal abstract record PlanStep
{
    private PlanStep() { }

    /// <summary>The stand-in of <see cref="StepIds"/> that the step's outcome fills; null when none.</summary>
    public virtual string? Gives => null;

    /// <summary>The step with stand-ins replaced by the ids earlier steps gave; stand-ins nobody gave stay.</summary>
    public virtual PlanStep WithIds(IReadOnlyDictionary<string, string> ids) => this;

    /// <summary>The contact is linked already; nothing is sent.</summary>
    /// <param name="Key">Whose contact.</param>
    /// <param name="ContactId">Sage's id.</param>
    internal sealed record KnownContact(ContactKey Key, string ContactId) : PlanStep
    {
        public override string? Gives => StepIds.Contact;
    }

    /// <summary>A contact is made.</summary>
    /// <param name="Key">Whose contact; the link is stored under it.</param>
    /// <param name="Contact">The contact, with the first of the references.</param>
    /// <param name="References">
    /// The references to try, in order: Sage keeps a deleted contact's reference reserved, so a refusal of one leads to the next.
    /// </param>
    internal sealed record CreateContact(ContactKey Key, ContactDetails Contact, IReadOnlyList<string> References) : PlanStep
    {
        public override string? Gives => StepIds.Contact;
    }

    /// <summary>A contact is changed.</summary>
    /// <param name="Key">Whose contact.</param>
    /// <param name="ContactId">Sage's id.</param>
    /// <param name="Present">How it is, when a copy is at hand; else it has to be read first.</param>
    /// <param name="Wanted">How it is wanted; its reference stays as it is in Sage.</param>
    internal sealed record UpdateContact(ContactKey Key, string ContactId, BooksContact? Present, ContactDetails Wanted) : PlanStep
    {
        public override string? Gives => StepIds.Contact;
    }

    /// <summary>An invoice is made.</summary>
    /// <param name="Invoice">The invoice; its contact may be a stand-in.</param>
    /// <param name="Expected">What it has to come to.</param>
    internal sealed record CreateInvoice(NewBooksInvoice Invoice, ExpectedTotals Expected) : PlanStep
    {
        public override string? Gives => StepIds.Invoice;

        public override PlanStep WithIds(IReadOnlyDictionary<string, string> ids) =>
            this with
            {
                Invoice = Invoice with { ContactId = Filled(Invoice.ContactId, ids) },
            };
    }

    /// <summary>A credit note is made.</summary>
    /// <param name="CreditNote">The credit note; its contact may be a stand-in.</param>
    /// <param name="Expected">What it has to come to.</param>
    internal sealed record CreateCreditNote(NewBooksCreditNote CreditNote, ExpectedTotals Expected) : PlanStep
    {
        public override string? Gives => StepIds.CreditNote;

        public override PlanStep WithIds(IReadOnlyDictionary<string, string> ids) =>
            this with
            {
                CreditNote = CreditNote with { ContactId = Filled(CreditNote.ContactId, ids) },
            };
    }

    /// <summary>A payment is made together with its allocation.</summary>
    /// <param name="Payment">The payment; contact and documents may be stand-ins.</param>
    /// <param name="BaseAmount">The amount in the currency of the books.</param>
    internal sealed record CreatePayment(NewBooksPayment Payment, Money BaseAmount) : PlanStep
    {
        public override PlanStep WithIds(IReadOnlyDictionary<string, string> ids) =>
            this with
            {
                Payment = Payment with { ContactId = Filled(Payment.ContactId, ids), Allocations = Filled(Payment.Allocations, ids) },
            };
    }

    /// <summary>A credit note is set against its invoice.</summary>
    /// <param name="Allocation">The allocation; contact and documents may be stand-ins.</param>
    internal sealed record Allocate(NewBooksAllocation Allocation) : PlanStep
    {
        public override PlanStep WithIds(IReadOnlyDictionary<string, string> ids) =>
            this with
            {
                Allocation = Allocation with { ContactId = Filled(Allocation.ContactId, ids), Parts = Filled(Allocation.Parts, ids) },
            };
    }

    /// <summary>A product, service or stock item is made.</summary>
    /// <param name="Sku">The SKU as the shop writes it; the link is stored under it.</param>
    /// <param name="Item">The item.</param>
    internal sealed record CreateItem(string Sku, ItemDetails Item) : PlanStep
    {
        public override string? Gives => StepIds.Item;
    }

    /// <summary>A product, service or stock item is changed.</summary>
    /// <param name="Sku">The SKU as the shop writes it.</param>
    /// <param name="Present">How it is.</param>
    /// <param name="Wanted">How it is wanted.</param>
    internal sealed record UpdateItem(string Sku, BooksItem Present, ItemDetails Wanted) : PlanStep
    {
        public override string? Gives => StepIds.Item;
    }

    /// <summary>Stock is brought into step.</summary>
    /// <param name="Movement">The movement; its item may be a stand-in.</param>
    internal sealed record MoveStock(NewStockMovement Movement) : PlanStep
    {
        public override PlanStep WithIds(IReadOnlyDictionary<string, string> ids) =>
            this with
            {
                Movement = Movement with { ItemId = Filled(Movement.ItemId, ids) },
            };
    }

    private static string Filled(string id, IReadOnlyDictionary<string, string> ids) => ids.GetValueOrDefault(id, id);

    private static IReadOnlyList<AllocationPart> Filled(IReadOnlyList<AllocationPart> parts, IReadOnlyDictionary<string, string> ids) =>
        [.. parts.Select(part => part with { DocumentId = Filled(part.DocumentId, ids) })];
}
