using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Contacts.Internal;

/// <summary>An address.</summary>
internal sealed record AddressResponse(string Line1, string Line2, string City, string Region, string PostalCode, string Country)
{
    public static AddressResponse Of(PostalAddress address) =>
        new(address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.CountryCode);
}

/// <summary>A contact.</summary>
internal sealed record ContactResponse
{
    /// <summary>Sage's id.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required ContactKind Kind { get; init; }

    public required string Reference { get; init; }

    public required string VatNumber { get; init; }

    public required string Email { get; init; }

    public required string Telephone { get; init; }

    public required string PersonName { get; init; }

    public required AddressResponse Address { get; init; }

    public required int? CreditDays { get; init; }

    public required string? Currency { get; init; }

    public required string Notes { get; init; }

    /// <summary>What the contact owes; null when Sage did not say.</summary>
    public required decimal? Balance { get; init; }

    /// <summary>False once it was put out of use.</summary>
    public required bool Active { get; init; }

    /// <summary>Its page in Sage.</summary>
    public required Uri? SageUrl { get; init; }

    /// <summary>Sage had it like this at this moment.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>A contact as it is told.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="freshAt">Sage had it like this at this moment.</param>
    public static ContactResponse Of(BooksContact contact, DateTimeOffset freshAt)
    {
        var details = contact.Details;
        return new ContactResponse
        {
            Id = contact.Id,
            Name = details.Name,
            Kind = details.Kind,
            Reference = details.Reference,
            VatNumber = details.VatNumber,
            Email = details.Email,
            Telephone = details.Telephone,
            PersonName = details.PersonName,
            Address = AddressResponse.Of(details.Address),
            CreditDays = details.CreditDays,
            Currency = details.Currency?.Code,
            Notes = details.Notes,
            Balance = contact.Balance,
            Active = contact.Active,
            SageUrl = contact.SagePage,
            ReadAt = freshAt,
        };
    }
}

/// <summary>A page of contacts.</summary>
/// <param name="Contacts">The contacts, in the order asked for.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="TotalIsExact">False when there are so many that they were not counted: then there are at least as many.</param>
/// <param name="Next">What <c>after</c> has to be for the next page; null on the last.</param>
/// <param name="FreshAt">
/// Everything that changed in Sage before this moment is in the copies; null while they have not been read to the end once.
/// </param>
internal sealed record ContactsResponse(
    IReadOnlyList<ContactResponse> Contacts,
    int Total,
    bool TotalIsExact,
    string? Next,
    DateTimeOffset? FreshAt
);

/// <summary>A contact that was made or changed.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Warnings">What to look at, though it was done.</param>
internal sealed record SavedContactResponse(ContactResponse Contact, IReadOnlyList<string> Warnings);
