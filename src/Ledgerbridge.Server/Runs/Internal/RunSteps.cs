using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>The steps of a plan as postings: under which key, of which kind, and how they are told.</summary>
internal static class RunSteps
{
    /// <summary>A contact that is to be made.</summary>
    public static PostingIntent ContactIntent(PlanTask task, ContactKey key, ContactDetails contact) =>
        Intent(task, PostingKind.ContactCreate, RunKeys.Contact(task.Store.Store, key), contact);

    /// <summary>A step as an intent.</summary>
    public static PostingIntent IntentOf(PlanTask task, PlanStep step)
    {
        var store = task.Store.Store;
        return step switch
        {
            PlanStep.UpdateContact update => Intent(
                task,
                PostingKind.ContactUpdate,
                RunKeys.Change(RunKeys.Contact(store, update.Key), task.Run),
                new ContactChangeDocument(update.Present!, update.Wanted)
            ),
            PlanStep.CreateInvoice create => Intent(
                task,
                PostingKind.InvoiceCreate,
                RunKeys.Invoice(store, task.EntityId),
                create.Invoice
            ) with
            {
                Expected = create.Expected,
            },
            PlanStep.CreateCreditNote create => Intent(
                task,
                PostingKind.CreditNoteCreate,
                RunKeys.CreditNote(store, task.EntityId),
                create.CreditNote
            ) with
            {
                Expected = create.Expected,
            },
            PlanStep.CreatePayment create => Intent(task, PostingKind.PaymentCreate, PaymentKey(task), create.Payment),
            PlanStep.Allocate allocate => Intent(
                task,
                PostingKind.AllocationCreate,
                RunKeys.Allocation(store, task.EntityId),
                allocate.Allocation
            ),
            PlanStep.CreateItem create => Intent(task, PostingKind.ItemCreate, RunKeys.Item(store, create.Sku), create.Item),
            PlanStep.UpdateItem update => Intent(
                task,
                PostingKind.ItemUpdate,
                RunKeys.Change(RunKeys.Item(store, update.Sku), task.Run),
                new ItemChangeDocument(update.Present, update.Wanted)
            ),
            PlanStep.MoveStock move => Intent(task, PostingKind.StockMove, RunKeys.Stock(store, task.Run), Marked(task, move.Movement)),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Every step that writes is a posting."),
        };
    }

    /// <summary>True for the steps a run is about; the others prepare or follow them.</summary>
    public static bool IsDocument(PlanStep step) =>
        step is PlanStep.CreateInvoice or PlanStep.CreateCreditNote or PlanStep.CreateItem or PlanStep.UpdateItem;

    /// <summary>What a posted step is called and how it is told.</summary>
    public static (string SageId, string Name, string Sentence) Told(PlanStep step, PostingStatus status)
    {
        var (name, sentence) = step switch
        {
            PlanStep.CreateInvoice => Named(
                status.Read<BooksInvoice>().Number ?? "Draft",
                static (number, amount) => $"The invoice {number} for {amount} was made.",
                status.Read<BooksInvoice>().Gross
            ),
            PlanStep.CreateCreditNote => Named(
                status.Read<BooksCreditNote>().Number ?? "Draft",
                static (number, amount) => $"The credit note {number} for {amount} was made.",
                status.Read<BooksCreditNote>().Gross
            ),
            PlanStep.CreatePayment payment => (
                payment.Payment.Reference,
                payment.Payment.Direction == PaymentDirection.Receipt
                    ? $"The receipt of {MoneyText.Screen(payment.Payment.Amount)} was booked."
                    : $"The refund of {MoneyText.Screen(payment.Payment.Amount)} was booked."
            ),
            PlanStep.Allocate allocate => (
                "",
                $"{MoneyText.Screen(allocate.Allocation.Parts.Max(static part => part.Amount))} of it was set against the invoice."
            ),
            PlanStep.UpdateContact update => (update.Present?.Details.Reference ?? "", "The contact was changed."),
            PlanStep.CreateItem create => (create.Item.Code, $"{create.Item.Code} was added to the books."),
            PlanStep.UpdateItem update => (update.Wanted.Code, $"{update.Wanted.Code} was changed in the books."),
            PlanStep.MoveStock move => (
                "",
                move.Movement.Quantity > 0
                    ? $"{move.Movement.Quantity:0.####} were added to stock."
                    : $"{-move.Movement.Quantity:0.####} were taken from stock."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Every step that writes is told."),
        };
        return (status.SageId, name, sentence);
    }

    private static (string Name, string Sentence) Named(string number, Func<string, string, string> sentence, Money amount) =>
        (number, sentence(number, MoneyText.Screen(amount)));

    private static string PaymentKey(PlanTask task) =>
        task.Event == EventName.CreditMemoCreated
            ? RunKeys.Refund(task.Store.Store, task.EntityId)
            : RunKeys.Payment(task.Store.Store, task.EntityId);

    /// <summary>Stock movements have no reference of their own: the end of the run's id in the text tells ours from others.</summary>
    private static NewStockMovement Marked(PlanTask task, NewStockMovement movement)
    {
        const int DetailsMax = 50;
        var mark = $" ({task.Run.Text[^8..]})";
        return movement with { Details = StoreText.Cut(movement.Details, DetailsMax - mark.Length) + mark };
    }

    private static PostingIntent Intent<T>(PlanTask task, PostingKind kind, string key, T document) =>
        new(kind, key, task.Books, Actor.System, ApiJson.Text(document)) { Run = task.Run, Step = task.Step };
}
