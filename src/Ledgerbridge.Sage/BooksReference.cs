using Ledgerbridge.Kernel;

namespace Ledgerbridge.Sage;

/// <summary>A business of a grant.</summary>
/// <param name="Id">Sage's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CountryCode">ISO 3166 code in capitals; empty when Sage does not say.</param>
/// <param name="SubscriptionActive">False when Sage no longer serves the business.</param>
public sealed record BooksBusiness(string Id, string Name, string CountryCode, bool SubscriptionActive);

/// <summary>Everything about a business that changes rarely, read in one go and kept for a day.</summary>
public sealed record BooksReference
{
    /// <summary>The business's name.</summary>
    public required string BusinessName { get; init; }

    /// <summary>Its address.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>The currency the books are kept in.</summary>
    public required Currency Currency { get; init; }

    /// <summary>True when the business charges VAT.</summary>
    public required bool VatRegistered { get; init; }

    /// <summary>Its VAT number; empty when it has none.</summary>
    public required string VatNumber { get; init; }

    /// <summary>No document may be dated before this day; null for no limit.</summary>
    public DateOnly? BooksStartOn { get; init; }

    /// <summary>No document may be dated up to this day; null for no limit.</summary>
    public DateOnly? LockedUpToOn { get; init; }

    /// <summary>Days a customer has to pay when the contact does not say; null when Sage does not either.</summary>
    public int? CustomerCreditDays { get; init; }

    /// <summary>What these books can do.</summary>
    public required BooksCapabilities Capabilities { get; init; }

    /// <summary>The rates of tax that may be used.</summary>
    public required IReadOnlyList<BooksTaxRate> TaxRates { get; init; }

    /// <summary>The ledger accounts.</summary>
    public required IReadOnlyList<BooksLedgerAccount> LedgerAccounts { get; init; }

    /// <summary>The bank accounts.</summary>
    public required IReadOnlyList<BooksChoice> BankAccounts { get; init; }

    /// <summary>The currencies Sage knows.</summary>
    public required IReadOnlyList<BooksChoice> Currencies { get; init; }

    /// <summary>The countries Sage knows.</summary>
    public required IReadOnlyList<BooksChoice> Countries { get; init; }

    /// <summary>The payment methods.</summary>
    public required IReadOnlyList<BooksChoice> PaymentMethods { get; init; }

    /// <summary>The states a document can be in, in Sage's words.</summary>
    public required IReadOnlyList<BooksChoice> DocumentStates { get; init; }

    /// <summary>The price lists of products and stock items, the usual one first; empty where the plan has none.</summary>
    public IReadOnlyList<BooksChoice> ProductPriceTypes { get; init; } = [];

    /// <summary>The price lists of services, the usual one first; empty where the plan has none.</summary>
    public IReadOnlyList<BooksChoice> ServiceRateTypes { get; init; } = [];
}

/// <summary>Something to choose from.</summary>
/// <param name="Id">Sage's id.</param>
/// <param name="Name">What people read.</param>
public sealed record BooksChoice(string Id, string Name);

/// <summary>A ledger account.</summary>
/// <param name="Id">Sage's id.</param>
/// <param name="Name">Name with its nominal code.</param>
/// <param name="NominalCode">The code; null when it has none.</param>
/// <param name="ForSales">True when sales documents may use it.</param>
/// <param name="TaxRateId">The rate used on it unless another is named.</param>
public sealed record BooksLedgerAccount(string Id, string Name, int? NominalCode, bool ForSales, string? TaxRateId)
{
    /// <summary>True when purchases, and what a product costs, may use it.</summary>
    public bool ForPurchases { get; init; }
}

/// <summary>A rate of tax.</summary>
public sealed record BooksTaxRate
{
    /// <summary>Sage's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people read, such as <c>Standard 15.00%</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the law says about a supply at this rate.</summary>
    public required VatTreatment Treatment { get; init; }

    /// <summary>False when Sage gives no hint which of the treatments without tax this is, so that a person should look.</summary>
    public bool TreatmentCertain { get; init; } = true;

    /// <summary>The percentages with the first day of each, oldest first; at least one.</summary>
    public required IReadOnlyList<BooksPercentage> Percentages { get; init; }

    /// <summary>The rate as it stood on a day.</summary>
    public VatRate On(DateOnly day)
    {
        var percentage = Percentages.LastOrDefault(p => p.FromOn is null || p.FromOn <= day)?.Percentage ?? Percentages[0].Percentage;
        return Treatment switch
        {
            VatTreatment.Standard when percentage > 0m => VatRate.Standard(percentage),
            VatTreatment.Exempt => VatRate.Exempt,
            VatTreatment.OutOfScope => VatRate.OutOfScope,
            _ => VatRate.ZeroRated,
        };
    }
}

/// <summary>A percentage and the day it began.</summary>
/// <param name="Percentage">0 to 100.</param>
/// <param name="FromOn">First day; null for always.</param>
public sealed record BooksPercentage(decimal Percentage, DateOnly? FromOn);

/// <summary>A rate of exchange of the books.</summary>
/// <param name="Currency">The foreign currency.</param>
/// <param name="BasePerForeign">Units of the books' currency for one unit of the foreign one, up to ten decimals.</param>
public sealed record BooksExchangeRate(Currency Currency, decimal BasePerForeign);
