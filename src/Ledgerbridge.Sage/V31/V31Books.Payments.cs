using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Payments and allocations.</summary>
internal sealed partial class V31Books
{
    public string DescribeRequest(NewBooksPayment payment) =>
        JsonSerializer.Serialize(new SendContactPayment(V31Payments.ToSage(payment, quote)), WireJson.Default.SendContactPayment);

    public async Task<SageAnswer<BooksPayment>> CreatePaymentAsync(NewBooksPayment payment, IdempotencyId id, CancellationToken ct) =>
        Written(await sage.ContactPayments.CreateAsync(V31Payments.ToSage(payment, quote), id, ct), V31Payments.ToPayment);

    public async Task<SageAnswer<IReadOnlyList<BooksPayment>>> FindPaymentsAsync(
        string contactId,
        string reference,
        DateOnly paidOn,
        CancellationToken ct
    ) =>
        (await sage.ContactPayments.ListAllAsync(OfContact(contactId, paidOn), ct)).Then(payments =>
            Matching(
                payments,
                V31Payments.ToPayment,
                static payment => payment.Id,
                payment => payment.ContactId == contactId && payment.PaidOn == paidOn && payment.Reference == reference
            )
        );

    public async Task<SageAnswer<BooksPayment>> GetPaymentAsync(string paymentId, CancellationToken ct) =>
        (await sage.ContactPayments.GetAsync(paymentId, ct)).Then(V31Payments.ToPayment);

    public async Task<SageAnswer<bool>> DeletePaymentAsync(string paymentId, CancellationToken ct) =>
        Gone(await sage.ContactPayments.DeleteAsync(paymentId, ct));

    public string DescribeRequest(NewBooksAllocation allocation) =>
        JsonSerializer.Serialize(new SendContactAllocation(V31Payments.ToSage(allocation)), WireJson.Default.SendContactAllocation);

    public async Task<SageAnswer<BooksAllocation>> CreateAllocationAsync(
        NewBooksAllocation allocation,
        IdempotencyId id,
        CancellationToken ct
    )
    {
        var sent = V31Payments.ToSage(allocation);
        var currency = allocation.Parts[0].Amount.Currency;
        return Written(await sage.ContactAllocations.CreateAsync(sent, id, ct), made => V31Payments.ToAllocation(made, currency));
    }

    public async Task<SageAnswer<IReadOnlyList<BooksAllocation>>> FindAllocationsAsync(
        string contactId,
        DateOnly allocatedOn,
        Currency currency,
        CancellationToken ct
    )
    {
        // Allocations cannot be asked for by their date.
        var query = Everything with
        {
            Sort = "created_at:desc",
            Filters = new Dictionary<string, string> { ["contact_id"] = contactId },
        };
        return (await sage.ContactAllocations.ListAsync(query, ct)).Then(page =>
            Matching(
                [.. page.Items.Where(item => item.Date == allocatedOn)],
                allocation => V31Payments.ToAllocation(allocation, currency),
                static allocation => allocation.Id,
                allocation => allocation.ContactId == contactId
            )
        );
    }

    public async Task<SageAnswer<BooksAllocation>> GetAllocationAsync(string allocationId, Currency currency, CancellationToken ct) =>
        (await sage.ContactAllocations.GetAsync(allocationId, ct)).Then(allocation => V31Payments.ToAllocation(allocation, currency));

    public async Task<SageAnswer<bool>> DeleteAllocationAsync(string allocationId, CancellationToken ct) =>
        Gone(await sage.ContactAllocations.DeleteAsync(allocationId, ct));

    private static SageAnswer<bool> Gone(SageAnswer<bool> deleted) =>
        deleted.Succeeded(out _, out var failure) || failure.Kind != SageFailureKind.NotFound ? deleted : false;
}
