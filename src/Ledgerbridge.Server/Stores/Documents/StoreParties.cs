namespace Ledgerbridge.Server.Stores.Documents;

/// <summary>The two kinds of addresses a shop knows.</summary>
internal enum StoreAddressKind
{
    /// <summary>Where the bill goes.</summary>
    Billing = 1,

    /// <summary>Where the goods go.</summary>
    Shipping,
}

/// <summary>An address as a shop sends it: without a name, and any part may be empty.</summary>
internal sealed record StoreAddress
{
    /// <summary>Billing or shipping.</summary>
    public required StoreAddressKind Kind { get; init; }

    /// <summary>The street's lines without blank ones; may be none.</summary>
    public IReadOnlyList<string> Street { get; init; } = [];

    /// <summary>Town; may be empty.</summary>
    public string City { get; init; } = "";

    /// <summary>The region's name, not its code; may be empty.</summary>
    public string Region { get; init; } = "";

    /// <summary>Post code; may be empty.</summary>
    public string Postcode { get; init; } = "";

    /// <summary>Two capital letters; empty when the shop does not know the country.</summary>
    public string CountryCode { get; init; } = "";

    /// <summary>Telephone; may be empty.</summary>
    public string Telephone { get; init; } = "";
}

/// <summary>
/// A customer as a shop sends one, alone or inside a document. The profile is the one of today, not of the day of the sale.
/// </summary>
internal sealed record StoreCustomer
{
    /// <summary>The shop's id; 0 for a guest and for a customer who was deleted since.</summary>
    public long Id { get; init; }

    /// <summary>E-mail; may be empty.</summary>
    public string Email { get; init; } = "";

    /// <summary>First name; may be empty.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Last name; may be empty.</summary>
    public string LastName { get; init; } = "";

    /// <summary>Company; empty for exactly the well-kept business accounts, so nothing may rest on it alone.</summary>
    public string Company { get; init; } = "";

    /// <summary>Telephone; may be empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The shop's website; 0 for guests.</summary>
    public int WebsiteId { get; init; }

    /// <summary>The customer group; null for guests.</summary>
    public int? GroupId { get; init; }

    /// <summary>None, one or two addresses; the same address may be there for both kinds.</summary>
    public IReadOnlyList<StoreAddress> Addresses { get; init; } = [];

    /// <summary>True for a buyer without an account.</summary>
    public bool IsGuest => Id == 0;

    /// <summary>First and last name, whichever are there.</summary>
    public string PersonName => string.Join(' ', new[] { FirstName, LastName }.Where(static name => name.Length > 0));

    /// <summary>The address of that kind, or null.</summary>
    public StoreAddress? Address(StoreAddressKind kind) => Addresses.FirstOrDefault(address => address.Kind == kind);
}
