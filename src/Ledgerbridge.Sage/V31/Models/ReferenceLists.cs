namespace Ledgerbridge.Sage.V31.Models;

/// <summary>A rate of tax.</summary>
public sealed record SageTaxRate
{
    /// <summary>A code such as <c>ZA_STANDARD</c>, or 32 hexadecimal digits.</summary>
    public string Id { get; init; } = "";

    /// <summary>What Sage shows, such as <c>Standard 15.00%</c>.</summary>
    public string? DisplayedAs { get; init; }

    /// <summary>The name, such as <c>STANDARD</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The percentage valid today.</summary>
    public decimal? Percentage { get; init; }

    /// <summary>The percentages of all times.</summary>
    public IReadOnlyList<SageTaxRatePercentage> Percentages
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];

    /// <summary>False for rates that Sage hides.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>True for a rate that is made of several (Canada).</summary>
    public bool? IsCombinedRate { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>A percentage with the days it is valid for.</summary>
public sealed record SageTaxRatePercentage
{
    /// <summary>The percentage.</summary>
    public decimal Percentage { get; init; }

    /// <summary>First day; null for ever.</summary>
    public DateOnly? FromDate { get; init; }

    /// <summary>Last day; null for no end.</summary>
    public DateOnly? ToDate { get; init; }
}

/// <summary>A ledger account.</summary>
public sealed record SageLedgerAccount
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>What Sage shows, such as <c>Sales - Products (4000)</c>.</summary>
    public string? DisplayedAs { get; init; }

    /// <summary>The name in the chart of accounts.</summary>
    public string? Name { get; init; }

    /// <summary>The name on screen.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The nominal code, 1 to 99 999 999.</summary>
    public int? NominalCode { get; init; }

    /// <summary>The type, such as <c>SALES</c>.</summary>
    public SageReference? LedgerAccountType { get; init; }

    /// <summary>The rate used on it unless another is named.</summary>
    public SageReference? TaxRate { get; init; }

    /// <summary>True when sales documents may use it.</summary>
    public bool? VisibleInSales { get; init; }

    /// <summary>True when purchases may use it.</summary>
    public bool? VisibleInExpenses { get; init; }

    /// <summary>True for accounts that only Sage posts to.</summary>
    public bool? IsControlAccount { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>A bank account.</summary>
public sealed record SageBankAccount
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>What Sage shows, such as <c>Bank Account (1200)</c>.</summary>
    public string? DisplayedAs { get; init; }

    /// <summary>Such as <c>CHECKING</c> or <c>CASH_IN_HAND</c>.</summary>
    public SageReference? BankAccountType { get; init; }

    /// <summary>The ledger account behind it.</summary>
    public SageReference? LedgerAccount { get; init; }

    /// <summary>The currency, which never changes.</summary>
    public SageReference? Currency { get; init; }

    /// <summary>The balance; may be negative.</summary>
    public decimal? Balance { get; init; }

    /// <summary>The nominal code.</summary>
    public int? NominalCode { get; init; }
}
