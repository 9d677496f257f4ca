using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>The addresses and persons of contacts, and contacts that are out of use.</summary>
internal sealed partial class V31Books
{
    private const string AccountsType = "ACCOUNTS";
    private const string DeliveryType = "DELIVERY";

    public async Task<SageAnswer<BooksContact>> SetContactActiveAsync(
        string contactId,
        bool active,
        IdempotencyId id,
        CancellationToken ct
    ) =>
        (await sage.Contacts.UpdateAsync(contactId, new NewSageContact { IsActive = active }, id, ct)).Then<BooksContact>(stored =>
            // The key is young, and not in Sage's own description of what may be sent.
            stored.IsActive
                is { } told
            && told != active
                ? new SageFailure(
                    SageFailureKind.Refused,
                    $"Sage did not {(active ? "put the contact back into use" : "take the contact out of use")}. "
                        + "Do it on the contact's page in Sage."
                )
                : V31Translation.ToContact(stored)
        );

    public async Task<SageAnswer<BooksContactParts>> GetContactPartsAsync(string contactId, CancellationToken ct)
    {
        var query = Everything with { Filters = new Dictionary<string, string> { ["contact_id"] = contactId } };
        var read = await sage.Addresses.ListAllAsync(query, ct);
        if (!read.Succeeded(out var addresses, out var failure))
            return failure;
        return (await sage.ContactPersons.ListAllAsync(query, ct)).Map(persons => new BooksContactParts(
            [.. addresses.Select(ToAddress).OrderByDescending(static address => address.Details.Main)],
            [.. persons.Select(ToPerson).OrderByDescending(static person => person.Details.Main)]
        ));
    }

    public async Task<SageAnswer<BooksContactAddress>> SaveContactAddressAsync(
        string contactId,
        string? addressId,
        ContactAddressDetails wanted,
        IdempotencyId id,
        CancellationToken ct
    )
    {
        var address = V31Translation.ToAddress(wanted.Address) with
        {
            Name = wanted.Name,
            AddressTypeId = wanted.Kind switch
            {
                AddressKind.Delivery => DeliveryType,
                AddressKind.Other when addressId is not null => null,
                _ => AccountsType,
            },
            IsMainAddress = wanted.Main,
        };
        var answer = addressId is null
            ? await sage.Addresses.CreateAsync(address with { ContactId = contactId }, id, ct)
            : await sage.Addresses.UpdateAsync(addressId, address, id, ct);
        return answer.Map(ToAddress);
    }

    public async Task<SageAnswer<bool>> DeleteContactAddressAsync(string addressId, CancellationToken ct) =>
        Gone(await sage.Addresses.DeleteAsync(addressId, ct));

    public async Task<SageAnswer<BooksContactPerson>> SaveContactPersonAsync(
        string? addressId,
        string? personId,
        ContactPersonDetails wanted,
        IdempotencyId id,
        CancellationToken ct
    )
    {
        var person = new NewSageContactPerson
        {
            Name = wanted.Name,
            JobTitle = wanted.JobTitle,
            Email = wanted.Email,
            Telephone = wanted.Telephone,
            Mobile = wanted.Mobile,
            IsMainContact = wanted.Main,
        };
        var answer = personId is null
            ? await sage.ContactPersons.CreateAsync(person with { AddressId = addressId, ContactPersonTypeIds = [AccountsType] }, id, ct)
            : await sage.ContactPersons.UpdateAsync(personId, person, id, ct);
        return answer.Map(ToPerson);
    }

    public async Task<SageAnswer<bool>> DeleteContactPersonAsync(string personId, CancellationToken ct) =>
        Gone(await sage.ContactPersons.DeleteAsync(personId, ct));

    private static BooksContactAddress ToAddress(SageAddress address) =>
        new(
            address.Id,
            new ContactAddressDetails
            {
                Name = V31Translation.Text(address.Name ?? address.DisplayedAs),
                Kind = address.AddressType?.Id switch
                {
                    DeliveryType => AddressKind.Delivery,
                    AccountsType => AddressKind.Accounts,
                    _ => AddressKind.Other,
                },
                Address = V31Translation.ToPostalAddress(address),
                Main = address.IsMainAddress == true,
            }
        );

    private static BooksContactPerson ToPerson(SageContactPerson person) =>
        new(
            person.Id,
            person.Address?.Id is { Length: > 0 } addressId ? addressId : null,
            new ContactPersonDetails
            {
                Name = V31Translation.Text(person.Name ?? person.DisplayedAs),
                JobTitle = V31Translation.Text(person.JobTitle),
                Email = V31Translation.Text(person.Email),
                Telephone = V31Translation.Text(person.Telephone),
                Mobile = V31Translation.Text(person.Mobile),
                Main = person.IsMainContact == true,
            }
        );
}
