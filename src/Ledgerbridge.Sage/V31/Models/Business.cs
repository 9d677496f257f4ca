using System.Text.Json.Serialization;

namespace Ledgerbridge.Sage.V31.Models;

/// <summary>The person who granted the connection, as Sage knows them.</summary>
public sealed record SageUser
{
    /// <summary>Sage's id of the person.</summary>
    public string Id { get; init; } = "";

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family name.</summary>
    public string? LastName { get; init; }

    /// <summary>The initials Sage prints on postings.</summary>
    public string? Initials { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Language, such as <c>en-ZA</c>.</summary>
    public string? Locale { get; init; }
}

/// <summary>A set of books.</summary>
public sealed record SageBusiness
{
    /// <summary>The id, sent as <c>X-Business</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>What Sage shows for it.</summary>
    public string? DisplayedAs { get; init; }

    /// <summary>The registered name.</summary>
    public string? Name { get; init; }

    /// <summary>First line of its address.</summary>
    [JsonPropertyName("address_line_1")]
    public string? AddressLine1 { get; init; }

    /// <summary>Second line of its address.</summary>
    [JsonPropertyName("address_line_2")]
    public string? AddressLine2 { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>Province, county or state.</summary>
    public string? Region { get; init; }

    /// <summary>Post code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country.</summary>
    public SageReference? Country { get; init; }

    /// <summary>Telephone.</summary>
    public string? Telephone { get; init; }

    /// <summary>Web site.</summary>
    public string? Website { get; init; }

    /// <summary>What the business has subscribed to; one must be active.</summary>
    public IReadOnlyList<SageSubscription> Subscriptions
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];
}

/// <summary>One subscription of a business.</summary>
public sealed record SageSubscription
{
    /// <summary>Sage's id of the plan.</summary>
    public string? Id { get; init; }

    /// <summary>The plan's name.</summary>
    public string? DisplayedAs { get; init; }

    /// <summary>True while the business may be used.</summary>
    public bool Active { get; init; }

    /// <summary>Such as <c>paying</c> or <c>expired</c>.</summary>
    public string? Status { get; init; }
}

/// <summary>The financial settings of a business.</summary>
public sealed record SageFinancialSettings
{
    /// <summary>The currency the books are kept in.</summary>
    public SageReference? BaseCurrency { get; init; }

    /// <summary>True when other currencies may be used.</summary>
    public bool MultiCurrencyEnabled { get; init; }

    /// <summary>No document may be dated before this day.</summary>
    public DateOnly? AccountsStartDate { get; init; }

    /// <summary>No document up to this day may be changed.</summary>
    public DateOnly? YearEndLockdownDate { get; init; }

    /// <summary>How VAT is accounted for; <c>NOT_REGISTERED</c> for a business that is no vendor.</summary>
    public SageReference? TaxScheme { get; init; }

    /// <summary>The VAT registration number.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>The invoice settings of a business.</summary>
public sealed record SageInvoiceSettings
{
    /// <summary>The number the next invoice gets.</summary>
    public int? NextInvoiceNumber { get; init; }

    /// <summary>What stands before it, at most six characters.</summary>
    public string? SalesInvoiceNumberPrefix { get; init; }

    /// <summary>Days a customer has to pay, unless the contact says otherwise.</summary>
    public int? CustomerCreditDays { get; init; }

    /// <summary>Notes put on each invoice.</summary>
    public string? DefaultNoteOnInvoice { get; init; }

    /// <summary>Terms put on each invoice.</summary>
    public string? InvoiceTermsAndConditions { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
