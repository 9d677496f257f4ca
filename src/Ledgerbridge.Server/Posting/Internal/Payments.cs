using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Books a payment or refund and compares what Sage booked, and set it against, with what was planned.</summary>
internal sealed class PaymentCreation : IPostingKind
{
    public PostingKind Kind => PostingKind.PaymentCreate;

    public AuditAction Action => AuditAction.PaymentCreate;

    public string Target => "payment";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var plan = posting.Read<NewBooksPayment>();
        return (await books.CreatePaymentAsync(plan, id, ct)).Map(payment => ToWritten(payment, plan));
    }

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var plan = posting.Read<NewBooksPayment>();
        var answer = await books.FindPaymentsAsync(plan.ContactId, plan.Reference, plan.PaidOn, ct);
        if (!answer.Succeeded(out var found, out var failure))
            return failure;
        var payment = await found
            .Where(one => one.Direction == plan.Direction && one.Amount == plan.Amount && posting.MayBeOurs(one.CreatedAt))
            // Two equal payments of one day differ in what they pay.
            .OrderByDescending(one => one.Allocations.Covers(plan.Allocations))
            .FirstFreeAsync(static one => one.Id, isTaken);
        return payment is null ? (Written?)null : ToWritten(payment, plan);
    }

    public string ForAudit(PostingRow posting)
    {
        var plan = posting.Read<NewBooksPayment>();
        return ApiJson.Text(
            new
            {
                direction = plan.Direction,
                contact_id = plan.ContactId,
                bank_account_id = plan.BankAccountId,
                paid_on = plan.PaidOn,
                amount = plan.Amount.Amount,
                currency = plan.Amount.Currency.Code,
                exchange_rate = plan.ExchangeRate,
                reference = plan.Reference,
                allocations = DocumentWords.Parts(plan.Allocations),
                run = posting.RunId,
            }
        );
    }

    public string Failed(PostingRow posting)
    {
        var plan = posting.Read<NewBooksPayment>();
        return $"The {NameOf(plan.Direction)} {plan.Reference} of {MoneyText.Screen(plan.Amount)} was not booked.";
    }

    private static Written ToWritten(BooksPayment payment, NewBooksPayment plan) =>
        new(
            payment.Id,
            ApiJson.Text(payment),
            ApiJson.Text(
                new
                {
                    id = payment.Id,
                    direction = payment.Direction,
                    amount = payment.Amount.Amount,
                    currency = payment.Amount.Currency.Code,
                    allocations = DocumentWords.Parts(payment.Allocations),
                }
            ),
            $"The {NameOf(plan.Direction)} of {MoneyText.Screen(payment.Amount)} was booked.",
            Difference(payment, plan)
        );

    private static string? Difference(BooksPayment payment, NewBooksPayment plan)
    {
        var name = NameOf(plan.Direction);
        if (payment.Amount != plan.Amount || payment.Direction != plan.Direction)
        {
            return $"Sage booked a {NameOf(payment.Direction)} of {MoneyText.Screen(payment.Amount)}, but a {name} of "
                + $"{MoneyText.Screen(plan.Amount)} was planned. Look at it in Sage.";
        }
        return payment.Allocations.Covers(plan.Allocations)
            ? null
            : $"Sage booked the {name} of {MoneyText.Screen(payment.Amount)}, but did not set it against the documents it belongs to as "
                + "planned. Allocate it in Sage.";
    }

    private static string NameOf(PaymentDirection direction) => direction == PaymentDirection.Refund ? "refund" : "payment";
}

/// <summary>
/// Deletes a payment. Sage never uses an id again, so asking a second time deletes nothing else, and there is nothing to look for first.
/// </summary>
internal sealed class PaymentDeletion : IPostingKind
{
    public PostingKind Kind => PostingKind.PaymentDelete;

    public AuditAction Action => AuditAction.PaymentDelete;

    public string Target => "payment";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var payment = posting.Read<PaymentDeleteDocument>().PaymentId;
        return (await books.DeletePaymentAsync(payment, ct)).Map(deleted => Deletions.ToWritten(posting, payment, deleted, "payment"));
    }

    public Task<SageAnswer<Written?>> LookAsync(IBooks books, PostingRow posting, Func<string, Task<bool>> isTaken, CancellationToken ct) =>
        Task.FromResult<SageAnswer<Written?>>((Written?)null);

    public string ForAudit(PostingRow posting) => posting.Document;

    public string Failed(PostingRow posting) => "The payment was not deleted.";
}

/// <summary>Telling deletions.</summary>
internal static class Deletions
{
    /// <summary>
    /// What is told of a deletion: after a lost answer it was an earlier attempt of ours that found the record, as far as anyone can know.
    /// </summary>
    public static Written ToWritten(PostingRow posting, string sageId, bool deleted, string name)
    {
        var wasThere = deleted || posting.MustLook;
        return new Written(
            sageId,
            ApiJson.Text(new DeletedRecord(sageId, wasThere)),
            ApiJson.Text(new { id = sageId, was_there = wasThere }),
            wasThere ? $"The {name} was deleted." : $"The {name} was gone from Sage already; nothing had to be deleted.",
            Difference: null
        );
    }
}
