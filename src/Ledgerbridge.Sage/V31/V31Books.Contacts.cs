using System.Text.Json;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Customers and suppliers.</summary>
internal sealed partial class V31Books
{
    public async Task<SageAnswer<BooksPage<BooksContact>>> ListContactsAsync(ContactQuery query, CancellationToken ct)
    {
        var filters = new Dictionary<string, string> { ["exclude_system"] = "true", ["show_balance"] = "true" };
        if (query.Kind is { } kind)
            filters["contact_type_id"] = V31Translation.TypeOf(kind);
        if (query.Email is { } email)
            filters["email"] = email;
        var wire = Everything with
        {
            NestedAttributes = "all",
            Page = query.Page,
            ItemsPerPage = query.PageSize,
            Search = query.Search,
            UpdatedOrCreatedSince = query.ChangedSince,
            Filters = filters,
        };
        return (await sage.Contacts.ListAsync(wire, ct)).Then(page =>
            Page<SageContact, BooksContact>(page, query.PageSize, static contact => V31Translation.ToContact(contact))
        );
    }

    public async Task<SageAnswer<IReadOnlyList<BooksContact>>> FindContactsByReferenceAsync(string reference, CancellationToken ct)
    {
        var query = new ContactQuery { Search = reference, PageSize = SageQuery.ItemsPerPageMax };
        return (await ListContactsAsync(query, ct)).Map(page =>
            (IReadOnlyList<BooksContact>)[.. page.Items.Where(contact => contact.Details.Reference == reference)]
        );
    }

    public async Task<SageAnswer<BooksContact>> GetContactAsync(string contactId, CancellationToken ct) =>
        (await sage.Contacts.GetAsync(contactId, ct)).Map(V31Translation.ToContact);

    public string DescribeRequest(ContactDetails contact) =>
        JsonSerializer.Serialize(new SendContact(V31Translation.ToNewContact(contact)), WireJson.Default.SendContact);

    public async Task<SageAnswer<BooksContact>> CreateContactAsync(ContactDetails contact, IdempotencyId id, CancellationToken ct) =>
        (await sage.Contacts.CreateAsync(V31Translation.ToNewContact(contact), id, ct)).Map(V31Translation.ToContact);

    public async Task<SageAnswer<BooksContact>> UpdateContactAsync(
        BooksContact present,
        ContactDetails wanted,
        IdempotencyId id,
        CancellationToken ct
    )
    {
        var changed = new List<string>();
        var addressId = present.AddressId;
        var personDiffers = V31Translation.PersonDiffers(wanted, present.Details);
        // Sage keeps a person at an address, so that one has to be there first.
        if (wanted.Address != present.Details.Address || (personDiffers && addressId is null))
        {
            var written = await WriteAddressAsync(present, wanted, IdempotencyId.Of($"{id.Hex}:address"), ct);
            if (!written.Succeeded(out var address, out var failure))
                return failure;
            addressId = address.Id;
            changed.Add("address");
        }
        if (wanted.DeliveryAddress is { } delivery && delivery != present.Details.DeliveryAddress)
        {
            var written = await WriteDeliveryAddressAsync(present, delivery, IdempotencyId.Of($"{id.Hex}:delivery"), ct);
            if (!written.Succeeded(out _, out var failure))
                return HalfWay(failure, changed);
            changed.Add("delivery address");
        }
        if (personDiffers)
        {
            var written = await WritePersonAsync(present.PersonId, addressId, wanted, IdempotencyId.Of($"{id.Hex}:person"), ct);
            if (!written.Succeeded(out _, out var failure))
                return HalfWay(failure, changed);
            changed.Add("person");
        }
        var contact = await sage.Contacts.UpdateAsync(present.Id, V31Translation.ToChange(wanted), id, ct);
        return contact.Succeeded(out var stored, out var refused) ? V31Translation.ToContact(stored) : HalfWay(refused, changed);
    }

    private Task<SageAnswer<SageAddress>> WriteAddressAsync(
        BooksContact present,
        ContactDetails wanted,
        IdempotencyId step,
        CancellationToken ct
    )
    {
        var address = V31Translation.ToAddress(wanted.Address);
        return present.AddressId is { } addressId
            ? sage.Addresses.UpdateAsync(addressId, address, step, ct)
            : sage.Addresses.CreateAsync(V31Translation.AsMainOf(address, present.Id), step, ct);
    }

    private Task<SageAnswer<SageAddress>> WriteDeliveryAddressAsync(
        BooksContact present,
        PostalAddress wanted,
        IdempotencyId step,
        CancellationToken ct
    )
    {
        var address = V31Translation.ToAddress(wanted);
        return present.DeliveryAddressId is { } addressId
            ? sage.Addresses.UpdateAsync(addressId, address, step, ct)
            : sage.Addresses.CreateAsync(V31Translation.AsDeliveryOf(address, present.Id), step, ct);
    }

    private Task<SageAnswer<SageContactPerson>> WritePersonAsync(
        string? personId,
        string? addressId,
        ContactDetails wanted,
        IdempotencyId step,
        CancellationToken ct
    )
    {
        var person = V31Translation.ToPerson(wanted);
        return personId is not null
            ? sage.ContactPersons.UpdateAsync(personId, person, step, ct)
            : sage.ContactPersons.CreateAsync(person with { AddressId = addressId }, step, ct);
    }

    private static SageFailure HalfWay(SageFailure failure, List<string> changed) =>
        changed.Count == 0
            ? failure
            : failure with
            {
                Message =
                    $"{failure.Message} The {string.Join(" and the ", changed)} {(changed.Count == 1 ? "was" : "were")} changed before.",
            };
}
