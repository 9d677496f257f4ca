using Ledgerbridge.Kernel;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Payments and allocations between our words and those of API v3.1.</summary>
internal static class V31Payments
{
    private const string Receipt = "CUSTOMER_RECEIPT";
    private const string Refund = "CUSTOMER_REFUND";
    private const string SupplierPrefix = "VENDOR_";
    private const string SupplierRefund = "VENDOR_REFUND";
    private const string Allocation = "CUSTOMER_ALLOCATION";

    public static NewSageContactPayment ToSage(NewBooksPayment payment, ExchangeRateQuote quote) =>
        new()
        {
            TransactionTypeId = payment.Direction == PaymentDirection.Refund ? Refund : Receipt,
            PaymentMethodId = payment.PaymentMethodId,
            ContactId = payment.ContactId,
            BankAccountId = payment.BankAccountId,
            Date = payment.PaidOn,
            TotalAmount = payment.Amount.Amount,
            CurrencyId = payment.Amount.Currency.Code,
            ExchangeRate = V31Sales.ToRate(payment.ExchangeRate, quote),
            Reference = payment.Reference,
            AllocatedArtefacts = payment.Allocations.Count == 0 ? null : ToSage(payment.Allocations),
        };

    public static NewSageContactAllocation ToSage(NewBooksAllocation allocation)
    {
        if (allocation.Parts.Count < 2 || allocation.Parts.Sum(static part => part.Amount.Amount) != 0m)
            throw new ArgumentException("An allocation needs at least two parts that together are nothing.", nameof(allocation));
        return new()
        {
            TransactionTypeId = Allocation,
            ContactId = allocation.ContactId,
            Date = allocation.AllocatedOn,
            AllocatedArtefacts = ToSage(allocation.Parts),
        };
    }

    public static SageAnswer<BooksPayment> ToPayment(SageContactPayment payment)
    {
        if (!Currency.TryParse(payment.Currency?.Id, out var currency) || payment.Date is not { } paidOn)
            return new SageFailure(SageFailureKind.Unreadable, "Sage shows a payment without its currency or its date.");
        try
        {
            return new BooksPayment
            {
                Id = payment.Id,
                Direction = payment.TransactionType?.Id is Refund or SupplierRefund ? PaymentDirection.Refund : PaymentDirection.Receipt,
                ContactId = payment.Contact?.Id ?? "",
                Reference = V31Translation.Text(payment.Reference),
                PaidOn = paidOn,
                Amount = V31Translation.Amount(payment.TotalAmount, currency),
                Allocations = ToParts(payment.AllocatedArtefacts, currency),
                OnAccount = payment.PaymentOnAccount is { OutstandingAmount: { } left } ? V31Translation.Amount(left, currency) : null,
                Party =
                    payment.TransactionType?.Id.StartsWith(SupplierPrefix, StringComparison.Ordinal) == true
                        ? ContactKind.Supplier
                        : ContactKind.Customer,
                ContactName = V31Translation.Text(payment.Contact?.DisplayedAs),
                PaymentMethodId = payment.PaymentMethod?.Id is { Length: > 0 } method ? method : null,
                BankAccountId = payment.BankAccount?.Id is { Length: > 0 } bank ? bank : null,
                OnAccountId = payment.PaymentOnAccount?.Id is { Length: > 0 } onAccount ? onAccount : null,
                CreatedAt = payment.CreatedAt,
                UpdatedAt = payment.UpdatedAt,
            };
        }
        catch (OverflowException)
        {
            return new SageFailure(SageFailureKind.Unreadable, "Sage shows a payment with an absurd amount.");
        }
    }

    public static SageAnswer<BooksAllocation> ToAllocation(SageContactAllocation allocation, Currency currency)
    {
        try
        {
            return new BooksAllocation(allocation.Id, allocation.Contact?.Id ?? "", ToParts(allocation.AllocatedArtefacts, currency));
        }
        catch (OverflowException)
        {
            return new SageFailure(SageFailureKind.Unreadable, "Sage shows an allocation with an absurd amount.");
        }
    }

    /// <summary>A document together with what settled it.</summary>
    public static SageAnswer<Settled<T>> WithSettlements<T>(SageSalesDocument wire, SageAnswer<T> read, Func<T, Currency> currencyOf) =>
        read.Then<Settled<T>>(document =>
        {
            try
            {
                return new Settled<T>(document, [.. wire.PaymentsAllocations.Select(part => ToSettlement(part, currencyOf(document)))]);
            }
            catch (OverflowException)
            {
                return new SageFailure(SageFailureKind.Unreadable, "Sage shows a payment with an absurd amount.");
            }
        });

    private static BooksSettlement ToSettlement(SagePaymentAllocation part, Currency currency) =>
        new(
            part.Date,
            V31Translation.Text(part.Reference),
            V31Translation.Amount(part.Amount, currency),
            part.ContactPayment?.Id is { Length: > 0 } payment ? payment : null,
            part.ContactAllocation?.Id is { Length: > 0 } allocation ? allocation : null
        );

    private static NewSageAllocatedArtefact[] ToSage(IReadOnlyList<AllocationPart> parts) =>
        [.. parts.Select(static part => new NewSageAllocatedArtefact(part.DocumentId, part.Amount.Amount))];

    private static AllocationPart[] ToParts(IReadOnlyList<SageAllocatedArtefact> artefacts, Currency currency) =>
        [.. artefacts.Select(part => new AllocationPart(part.Artefact?.Id ?? "", V31Translation.Amount(part.Amount, currency)))];
}
