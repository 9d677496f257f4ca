using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Sets credit notes and payments on account against invoices of the same customer.</summary>
internal sealed class AllocationCreation : IPostingKind
{
    public PostingKind Kind => PostingKind.AllocationCreate;

    public AuditAction Action => AuditAction.AllocationCreate;

    public string Target => "allocation";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var plan = posting.Read<NewBooksAllocation>();
        return (await books.CreateAllocationAsync(plan, id, ct)).Map(allocation => ToWritten(allocation, plan));
    }

    /// <summary>
    /// Sage keeps no text with an allocation: it is known by its day and its parts. One made of the same parts by hand serves as well,
    /// because the same credit cannot be used twice.
    /// </summary>
    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var plan = posting.Read<NewBooksAllocation>();
        var answer = await books.FindAllocationsAsync(plan.ContactId, plan.AllocatedOn, plan.Parts[0].Amount.Currency, ct);
        if (!answer.Succeeded(out var found, out var failure))
            return failure;
        var allocation = await found
            .Where(one => one.Parts.Count == plan.Parts.Count && one.Parts.Covers(plan.Parts))
            .FirstFreeAsync(static one => one.Id, isTaken);
        return allocation is null ? (Written?)null : ToWritten(allocation, plan);
    }

    public string ForAudit(PostingRow posting)
    {
        var plan = posting.Read<NewBooksAllocation>();
        return ApiJson.Text(
            new
            {
                contact_id = plan.ContactId,
                allocated_on = plan.AllocatedOn,
                currency = plan.Parts[0].Amount.Currency.Code,
                parts = DocumentWords.Parts(plan.Parts),
                run = posting.RunId,
            }
        );
    }

    public string Failed(PostingRow posting) =>
        $"{MoneyText.Screen(AmountOf(posting.Read<NewBooksAllocation>().Parts))} of credit was not set against what is owed.";

    private static Written ToWritten(BooksAllocation allocation, NewBooksAllocation plan) =>
        new(
            allocation.Id,
            ApiJson.Text(allocation),
            ApiJson.Text(new { id = allocation.Id, parts = DocumentWords.Parts(allocation.Parts) }),
            $"{MoneyText.Screen(AmountOf(plan.Parts))} of credit was set against what is owed.",
            allocation.Parts.Covers(plan.Parts)
                ? null
                : $"Sage set credit against what is owed, but not the {MoneyText.Screen(AmountOf(plan.Parts))} that was planned. "
                    + "Look at the customer's allocations in Sage."
        );

    private static Money AmountOf(IReadOnlyList<AllocationPart> parts)
    {
        var currency = parts[0].Amount.Currency;
        return parts.Select(static part => part.Amount).Where(amount => amount > Money.Zero(currency)).Sum(currency);
    }
}

/// <summary>
/// Deletes an allocation. Sage never uses an id again, so asking a second time deletes nothing else, and there is nothing to look for
/// first.
/// </summary>
internal sealed class AllocationDeletion : IPostingKind
{
    public PostingKind Kind => PostingKind.AllocationDelete;

    public AuditAction Action => AuditAction.AllocationDelete;

    public string Target => "allocation";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var allocation = posting.Read<AllocationDeleteDocument>().AllocationId;
        return (await books.DeleteAllocationAsync(allocation, ct)).Map(deleted =>
            Deletions.ToWritten(posting, allocation, deleted, "allocation")
        );
    }

    public Task<SageAnswer<Written?>> LookAsync(IBooks books, PostingRow posting, Func<string, Task<bool>> isTaken, CancellationToken ct) =>
        Task.FromResult<SageAnswer<Written?>>((Written?)null);

    public string ForAudit(PostingRow posting) => posting.Document;

    public string Failed(PostingRow posting) => "The allocation was not deleted.";
}
