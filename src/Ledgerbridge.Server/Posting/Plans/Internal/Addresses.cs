using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>The two addresses of a document, as Sage keeps them.</summary>
/// <param name="Billing">Where the bill goes.</param>
/// <param name="Delivery">Where the goods go; the billing address for what is not delivered.</param>
/// <param name="Uncut">What Sage has no room for, in full; empty when everything fits.</param>
internal sealed record DocumentAddresses(PostalAddress Billing, PostalAddress Delivery, IReadOnlyList<string> Uncut)
{
    private const int PartMax = 50;
    private const int PostcodeMax = 10;

    private static readonly HashSet<string> EuropeanUnion =
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ];

    /// <summary>The addresses of a document; where one is missing the other stands in, and then the customer's own.</summary>
    public static DocumentAddresses Of(StoreAddress? billing, StoreAddress? shipping, StoreCustomer customer)
    {
        var bill = billing ?? customer.Address(StoreAddressKind.Billing) ?? shipping ?? (customer.Addresses is [var any, ..] ? any : null);
        var deliver = shipping ?? bill;
        var uncut = new List<string>();
        return new DocumentAddresses(ToPostal(bill, "Billing address", uncut), ToPostal(deliver, "Delivery address", uncut), uncut);
    }

    /// <summary>True when goods or bill go to another country than the business's own, as far as the countries are known.</summary>
    public bool GoAbroad(string homeCountry) => IsOther(Billing.CountryCode, homeCountry) || IsOther(Delivery.CountryCode, homeCountry);

    /// <summary>
    /// True where Sage asks whether a sale abroad is one of goods or of services: in the United Kingdom and the European Union.
    /// </summary>
    public static bool AsksForSupply(string homeCountry) => homeCountry == "GB" || EuropeanUnion.Contains(homeCountry);

    /// <summary>The country the document goes to.</summary>
    public string Country(string homeCountry) => IsOther(Delivery.CountryCode, homeCountry) ? Delivery.CountryCode : Billing.CountryCode;

    private static bool IsOther(string country, string homeCountry) =>
        country.Length > 0 && homeCountry.Length > 0 && country != homeCountry;

    private static PostalAddress ToPostal(StoreAddress? address, string what, List<string> uncut)
    {
        if (address is null)
            return new PostalAddress();
        var first = address.Street.Count > 0 ? address.Street[0] : "";
        var rest = string.Join(", ", address.Street.Skip(1));
        var postal = new PostalAddress
        {
            Line1 = StoreText.Cut(first, PartMax),
            Line2 = StoreText.Cut(rest, PartMax),
            City = StoreText.Cut(address.City, PartMax),
            Region = StoreText.Cut(address.Region, PartMax),
            PostalCode = StoreText.Cut(address.Postcode, PostcodeMax),
            CountryCode = address.CountryCode,
        };
        string[] full = [first, rest, address.City, address.Region, address.Postcode];
        string[] kept = [postal.Line1, postal.Line2, postal.City, postal.Region, postal.PostalCode];
        var note = $"{what}: {string.Join(", ", full.Where(static part => part.Length > 0))}";
        if (!full.SequenceEqual(kept) && !uncut.Contains(note))
            uncut.Add(note);
        return postal;
    }
}
