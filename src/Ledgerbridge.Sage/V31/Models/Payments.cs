namespace Ledgerbridge.Sage.V31.Models;

/// <summary>A payment from or to a contact as Sage keeps it.</summary>
public sealed record SageContactPayment : SageRecord
{
    /// <summary>Such as <c>CUSTOMER_RECEIPT</c>.</summary>
    public SageReference? TransactionType { get; init; }

    /// <summary>The way of paying.</summary>
    public SageReference? PaymentMethod { get; init; }

    /// <summary>The contact.</summary>
    public SageReference? Contact { get; init; }

    /// <summary>The bank account.</summary>
    public SageReference? BankAccount { get; init; }

    /// <summary>The day of the money.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How much. Net and tax stay at nought in payments.</summary>
    public decimal? TotalAmount { get; init; }

    /// <summary>The currency.</summary>
    public SageReference? Currency { get; init; }

    /// <summary>The rate of exchange; Sage takes 1 when none was sent.</summary>
    public decimal? ExchangeRate { get; init; }

    /// <summary>How much in the currency of the books.</summary>
    public decimal? BaseCurrencyTotalAmount { get; init; }

    /// <summary>The reference.</summary>
    public string? Reference { get; init; }

    /// <summary>What it pays for.</summary>
    public IReadOnlyList<SageAllocatedArtefact> AllocatedArtefacts
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];

    /// <summary>What is left of it on the contact's account, under an id of its own; null when nothing is.</summary>
    public SagePaymentOnAccount? PaymentOnAccount { get; init; }
}

/// <summary>A document that a payment or an allocation touches.</summary>
public sealed record SageAllocatedArtefact
{
    /// <summary>Sage's id of the touch itself.</summary>
    public string? Id { get; init; }

    /// <summary>The document.</summary>
    public SageReference? Artefact { get; init; }

    /// <summary>How much of it.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What was let off.</summary>
    public decimal? Discount { get; init; }
}

/// <summary>What is left of a payment on the contact's account.</summary>
public sealed record SagePaymentOnAccount
{
    /// <summary>The id that later allocations name, which is not the payment's.</summary>
    public string? Id { get; init; }

    /// <summary>What is not used yet.</summary>
    public decimal? OutstandingAmount { get; init; }
}

/// <summary>Documents of a contact set against each other, as Sage keeps it.</summary>
public sealed record SageContactAllocation : SageRecord
{
    /// <summary>Such as <c>CUSTOMER_ALLOCATION</c>.</summary>
    public SageReference? TransactionType { get; init; }

    /// <summary>The contact.</summary>
    public SageReference? Contact { get; init; }

    /// <summary>The day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The documents; their amounts sum to nothing.</summary>
    public IReadOnlyList<SageAllocatedArtefact> AllocatedArtefacts
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];
}

/// <summary>A payment or an allocation as the document shows it that it settles.</summary>
public sealed record SagePaymentAllocation
{
    /// <summary>The day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The reference.</summary>
    public string? Reference { get; init; }

    /// <summary>How much of the document it settles.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The payment; null when it is an allocation.</summary>
    public SageReference? ContactPayment { get; init; }

    /// <summary>The allocation; null when it is a payment.</summary>
    public SageReference? ContactAllocation { get; init; }
}

/// <summary>A payment to be made; sent wrapped.</summary>
/// <param name="ContactPayment">The payment.</param>
public sealed record SendContactPayment(NewSageContactPayment ContactPayment);

/// <summary>What is sent for a payment.</summary>
public sealed record NewSageContactPayment
{
    /// <summary>32 hexadecimal digits of ours.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>Such as <c>CUSTOMER_RECEIPT</c>.</summary>
    public string? TransactionTypeId { get; init; }

    /// <summary>The way of paying.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>The contact.</summary>
    public string? ContactId { get; init; }

    /// <summary>The bank account.</summary>
    public string? BankAccountId { get; init; }

    /// <summary>The day of the money.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How much.</summary>
    public decimal? TotalAmount { get; init; }

    /// <summary>The currency; null for the contact's.</summary>
    public string? CurrencyId { get; init; }

    /// <summary>The rate of exchange; must be sent with a foreign currency, or Sage takes 1.</summary>
    public decimal? ExchangeRate { get; init; }

    /// <summary>The reference.</summary>
    public string? Reference { get; init; }

    /// <summary>What it pays for; an empty list clears it, null changes nothing.</summary>
    public IReadOnlyList<NewSageAllocatedArtefact>? AllocatedArtefacts { get; init; }
}

/// <summary>A document to be touched by a payment or an allocation.</summary>
/// <param name="ArtefactId">Sage's id of the document or of what is left of a payment.</param>
/// <param name="Amount">How much of it.</param>
public sealed record NewSageAllocatedArtefact(string ArtefactId, decimal Amount);

/// <summary>An allocation to be made; sent wrapped.</summary>
/// <param name="ContactAllocation">The allocation.</param>
public sealed record SendContactAllocation(NewSageContactAllocation ContactAllocation);

/// <summary>What is sent for an allocation.</summary>
public sealed record NewSageContactAllocation
{
    /// <summary>32 hexadecimal digits of ours.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>Such as <c>CUSTOMER_ALLOCATION</c>.</summary>
    public string? TransactionTypeId { get; init; }

    /// <summary>The contact.</summary>
    public string? ContactId { get; init; }

    /// <summary>The day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The documents; their amounts sum to nothing.</summary>
    public IReadOnlyList<NewSageAllocatedArtefact>? AllocatedArtefacts { get; init; }
}
