using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>What is to be planned: a run's event, or one that somebody only wonders about.</summary>
/// <param name="Run">The run; an id of its own for a dry run.</param>
/// <param name="Store">The shop.</param>
/// <param name="Books">The books it posts into.</param>
/// <param name="Event">What happened.</param>
/// <param name="EntityId">To what, by the shop's number.</param>
/// <param name="PolicyVersion">The rules it keeps.</param>
/// <param name="OccurredAt">When; null when nobody knows, as in a backfill.</param>
internal sealed record PlanTask(
    RunId Run,
    StoreKey Store,
    BooksKey Books,
    EventName Event,
    long EntityId,
    int PolicyVersion,
    DateTimeOffset? OccurredAt
)
{
    /// <summary>The place among the run's steps, from 0, while its plan is carried out.</summary>
    public int Step { get; init; }

    /// <summary>
    /// True to ask Sage what is owed on the invoice before paying it. That costs a call, so it is done only where there is reason to.
    /// </summary>
    public bool AsksWhatIsOwed { get; init; }

    public static PlanTask Of(RunRow run) =>
        new(
            run.Id,
            new StoreKey(run.WorkspaceId, run.StoreId),
            new BooksKey(run.WorkspaceId, run.ConnectionId, run.BusinessId),
            run.Event,
            run.EntityId,
            run.PolicyVersion,
            run.IsBackfill ? null : run.OccurredAt
        );
}

/// <summary>A plan, or why there is none.</summary>
/// <param name="Plan">The plan; null when the shop or Sage did not give what it needs.</param>
/// <param name="Outcome">What that came to; null when there is a plan.</param>
/// <param name="Books">The books the plan was made for; null when there is none.</param>
internal sealed record PlanResult(Plan? Plan, RunOutcome? Outcome, OpenBooks? Books)
{
    /// <summary>What the shop was asked for and gave.</summary>
    public IReadOnlyList<FetchedDocument> Documents { get; init; } = [];
}

/// <summary>
/// Fetches what the shop has, looks up what the plan needs, and lets the planner decide. Writes nothing to Sage.
/// </summary>
internal sealed class RunPlanning(StoreReader shop, StorePolicies policies, Businesses businesses, RunFacts facts, TimeProvider time)
{
    /// <summary>Plans one event.</summary>
    public async Task<PlanResult> PlanAsync(PlanTask task, CancellationToken ct)
    {
        if (await policies.FindAsync(task.Store, task.PolicyVersion, ct) is not { } policy)
            return Failed(new RunOutcome.Failed(FailureCause.Fault, "The run's rules are gone.", FailureCause.Fault.NextStep()));
        var opened = await businesses.OpenAsync(task.Books, CallPriority.Posting, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return Failed(RunFailures.Of(problem));
        var work = new Work(task, policy.Policy, books);
        var planned = await PlanAsync(work, ct);
        return planned with { Books = books, Documents = [.. work.Fetched.Select(one => Figured(one, planned.Plan, work))] };
    }

    private Task<PlanResult> PlanAsync(Work work, CancellationToken ct) =>
        work.Task.Event switch
        {
            EventName.InvoiceCreated => InvoiceAsync(work, ct),
            EventName.InvoicePaid => PaymentAsync(work, ct),
            EventName.CreditMemoCreated => CreditNoteAsync(work, ct),
            EventName.CustomerUpserted => CustomerAsync(work, ct),
            EventName.ProductUpserted => ProductAsync(work, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(work), work.Task.Event, "Every event has a plan."),
        };

    private async Task<PlanResult> InvoiceAsync(Work work, CancellationToken ct)
    {
        var fetched = Read(
            work,
            EventName.InvoiceCreated,
            await shop.InvoiceAsync(work.Store, work.Id, ct),
            static body => StoreDocuments.ParseInvoice(body.Span)
        );
        if (fetched.Document is not { } invoice)
            return Failed(fetched.Failure!);
        var needs = DocumentPlanner.NeedsForInvoice(invoice, work.Policy, work.Reference, work.StoreKey);
        return await WithFactsAsync(
            work,
            needs,
            RunKeys.Invoice(work.Store.Store, work.Id),
            f => DocumentPlanner.PlanInvoice(invoice, f),
            ct
        );
    }

    private async Task<PlanResult> PaymentAsync(Work work, CancellationToken ct)
    {
        var fetched = Read(
            work,
            EventName.InvoicePaid,
            await shop.PaymentAsync(work.Store, work.Id, ct),
            static body => StoreDocuments.ParsePayment(body.Span)
        );
        if (fetched.Document is not { } payment)
            return Failed(fetched.Failure!);
        var trace = await facts.InvoiceAsync(work.Store, work.Id, ct);
        var invoice = default(StoreInvoice);
        if (trace?.State == InvoiceTraceState.Skipped)
        {
            // It may have been left out only because it was unpaid; then it is posted before its payment, from its own document.
            var document = Read(
                work,
                EventName.InvoiceCreated,
                await shop.InvoiceAsync(work.Store, work.Id, ct),
                static body => StoreDocuments.ParseInvoice(body.Span)
            );
            if (document.Document is null)
                return Failed(document.Failure!);
            invoice = document.Document;
        }
        var needs = DocumentPlanner.NeedsForPayment(payment, invoice, work.Policy, work.Reference, work.StoreKey) with
        {
            Outstanding = work.Task.AsksWhatIsOwed,
        };
        return await WithFactsAsync(
            work,
            needs,
            RunKeys.Payment(work.Store.Store, work.Id),
            f => DocumentPlanner.PlanPayment(payment, invoice, f),
            ct
        );
    }

    private async Task<PlanResult> CreditNoteAsync(Work work, CancellationToken ct)
    {
        var fetched = Read(
            work,
            EventName.CreditMemoCreated,
            await shop.CreditMemoAsync(work.Store, work.Id, ct),
            static body => StoreDocuments.ParseCreditMemo(body.Span)
        );
        if (fetched.Document is not { } memo)
            return Failed(fetched.Failure!);
        var needs = DocumentPlanner.NeedsForCreditNote(memo, work.Policy, work.Reference, work.StoreKey);
        return await WithFactsAsync(
            work,
            needs,
            RunKeys.CreditNote(work.Store.Store, work.Id),
            f => DocumentPlanner.PlanCreditNote(memo, f),
            ct
        );
    }

    private async Task<PlanResult> CustomerAsync(Work work, CancellationToken ct)
    {
        var fetched = Read(
            work,
            EventName.CustomerUpserted,
            await shop.CustomerAsync(work.Store, work.Id, ct),
            static body => StoreDocuments.ParseCustomer(body.Span)
        );
        if (fetched.Document is not { } customer)
            return Failed(fetched.Failure!);
        var needs = DocumentPlanner.NeedsForCustomer(customer, work.Reference);
        return await WithFactsAsync(work, needs, ownKey: null, f => DocumentPlanner.PlanCustomer(customer, f), ct);
    }

    private async Task<PlanResult> ProductAsync(Work work, CancellationToken ct)
    {
        var fetched = Read(
            work,
            EventName.ProductUpserted,
            await shop.ProductAsync(work.Store, work.Id, ct),
            static body => StoreDocuments.ParseProduct(body.Span)
        );
        if (fetched.Document is not { } product)
            return Failed(fetched.Failure!);
        await facts.KeepProductAsync(work.Store, product.Sku, product.Type);
        var needs = DocumentPlanner.NeedsForProduct(product);
        return await WithFactsAsync(work, needs, ownKey: null, f => DocumentPlanner.PlanProduct(product, f), ct);
    }

    private async Task<PlanResult> WithFactsAsync(
        Work work,
        PlanNeeds needs,
        string? ownKey,
        Func<PlanFacts, Plan> plan,
        CancellationToken ct
    )
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(work.Policy.Sync.TimeZone);
        var began = new PlanFacts
        {
            Policy = work.Policy,
            Books = work.Reference,
            StoreKey = work.StoreKey,
            Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime),
            OccurredAt = work.Task.OccurredAt,
        };
        var gathered = await facts.GatherAsync(work.Task, work.Books.Books, began, needs, ownKey, ct);
        return gathered.Succeeded(out var whole, out var failure)
            ? new PlanResult(plan(whole), Outcome: null, Books: null)
            : Failed(RunFailures.Of(failure.ToProblem()));
    }

    private static (T? Document, RunOutcome.Failed? Failure) Read<T>(
        Work work,
        EventName kind,
        StoreAnswer<ReadOnlyMemory<byte>> answer,
        Func<ReadOnlyMemory<byte>, Result<T>> parse
    )
        where T : class
    {
        if (!answer.Succeeded(out var body, out var failure))
            return (null, RunFailures.Of(failure));
        if (!parse(body).Succeeded(out var document, out var problem))
        {
            var cause = FailureCause.DocumentUnreadable;
            return (null, new RunOutcome.Failed(cause, problem.Message, cause.NextStep()));
        }
        work.Fetched.Add(new FetchedDocument(kind, work.Id, body) { Document = document });
        return (document, null);
    }

    /// <summary>A document with its money, by treatment where there is a plan.</summary>
    private static FetchedDocument Figured(FetchedDocument fetched, Plan? plan, Work work) =>
        fetched.Document switch
        {
            StoreInvoice invoice => fetched with
            {
                DatedOn = DayOf(invoice.CreatedAt, work),
                Figures = SoldFigures.Of(invoice, plan, work.Reference),
            },
            StoreCreditMemo memo => fetched with
            {
                DatedOn = DayOf(memo.CreatedAt, work),
                Figures = SoldFigures.Of(memo, plan, work.Reference),
            },
            _ => fetched,
        };

    private static DateOnly DayOf(DateTimeOffset moment, Work work) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(work.Policy.Sync.TimeZone)).DateTime);

    private static PlanResult Failed(RunOutcome.Failed failure) => new(Plan: null, failure, Books: null);

    private sealed record Work(PlanTask Task, StorePolicy Policy, OpenBooks Books)
    {
        public StoreKey Store => Task.Store;

        public long Id => Task.EntityId;

        public BooksReference Reference => Books.Reference;

        public string StoreKey => Task.Store.Store.Text;

        public List<FetchedDocument> Fetched { get; } = [];
    }
}
