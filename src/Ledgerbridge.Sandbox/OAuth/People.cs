using System.Collections.Frozen;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.OAuth;

/// <summary>What a person may do in an area of a business.</summary>
internal enum Role
{
    NoAccess,
    ReadOnly,

    /// <summary>Everything but deleting.</summary>
    RestrictedAccess,
    FullAccess,
}

/// <summary>A person's rights in one business.</summary>
internal sealed record Rights(Role Sales, Role Contacts, Role Bank, Role Settings, Role Items)
{
    public static readonly Rights Full = new(Role.FullAccess, Role.FullAccess, Role.FullAccess, Role.FullAccess, Role.FullAccess);

    /// <summary>The areas under the names Sage gives them.</summary>
    public IEnumerable<(string Area, Role Role)> ByArea =>
        [
            ("accounting_sales", Sales),
            ("accounting_contacts", Contacts),
            ("accounting_bank", Bank),
            ("accounting_settings", Settings),
            ("accounting_products_services", Items),
        ];

    /// <summary>Whether the verb is allowed in the area. Contacts stay readable even with no access, as Sage's guide says.</summary>
    public bool Allow(Area area, Api.Verb verb)
    {
        var role = area switch
        {
            Area.Sales => Sales,
            Area.Contacts => Contacts,
            Area.Bank => Bank,
            Area.Settings => Settings,
            Area.Items => Items,
            _ => Role.FullAccess,
        };
        return verb switch
        {
            Api.Verb.List or Api.Verb.Get => role != Role.NoAccess || area == Area.Contacts,
            Api.Verb.Delete => role == Role.FullAccess,
            _ => role is Role.FullAccess or Role.RestrictedAccess,
        };
    }
}

/// <summary>
/// Someone who can sign in at the sandbox's consent page. There are no passwords: the page asks which of them you want to be.
/// </summary>
internal sealed record Person
{
    public required string Id { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Initials { get; init; }
    public required string Email { get; init; }
    public required string Locale { get; init; }

    /// <summary>What the person does, for the consent page.</summary>
    public required string Occupation { get; init; }

    /// <summary>The rights in each business the person can open, by business id.</summary>
    public required FrozenDictionary<string, Rights> Rights { get; init; }

    public string FullName => $"{FirstName} {LastName}";

    /// <summary>The businesses this person can open, oldest first: the first is the lead business.</summary>
    public IReadOnlyList<Business> Of(IEnumerable<Business> businesses) =>
        [.. businesses.Where(business => Rights.ContainsKey(business.Id))];
}

/// <summary>The sandbox's people.</summary>
internal static class People
{
    public static readonly IReadOnlyList<Person> All =
    [
        new()
        {
            Id = SandboxSeed.OwnerId,
            FirstName = "Naledi",
            LastName = "Mokoena",
            Initials = "NM",
            Email = "naledi@karootrading.example",
            Locale = "en-GB",
            Occupation = "Bookkeeper, owner of every business",
            Rights = SandboxSeed.Businesses.ToFrozenDictionary(static id => id, static _ => OAuth.Rights.Full),
        },
        new()
        {
            Id = SandboxSeed.AssistantId,
            FirstName = "Pieter",
            LastName = "van Wyk",
            Initials = "PW",
            Email = "pieter@karootrading.example",
            Locale = "en-GB",
            Occupation = "Assistant with fewer rights",
            Rights = new Dictionary<string, Rights>
            {
                [SandboxSeed.KarooTrading] = new(Role.ReadOnly, Role.RestrictedAccess, Role.NoAccess, Role.NoAccess, Role.ReadOnly),
                [SandboxSeed.PennineSupplies] = new(
                    Role.RestrictedAccess,
                    Role.RestrictedAccess,
                    Role.RestrictedAccess,
                    Role.RestrictedAccess,
                    Role.RestrictedAccess
                ),
            }.ToFrozenDictionary(),
        },
    ];

    /// <summary>The person of this id, or null.</summary>
    public static Person? Find(string? id) => All.FirstOrDefault(person => person.Id == id);
}
