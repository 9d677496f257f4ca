using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Contacts.Internal;

/// <summary>The addresses and persons of a contact, and putting it out of use.</summary>
internal static class ContactPartEndpoints
{
    public static void Map(RouteGroupBuilder contacts)
    {
        contacts
            .MapPut("/{id}/active", SetActiveAsync)
            .WithName("setContactActive")
            .WithSummary("Put a contact out of use, or back into it")
            .For(Role.Accountant);
        contacts
            .MapGet("/{id}/parts", ReadAsync)
            .WithName("getContactParts")
            .WithSummary("All addresses and persons of a contact, asked of Sage")
            .For(Role.Viewer);
        contacts
            .MapPost("/{id}/addresses", AddAddressAsync)
            .WithName("addContactAddress")
            .WithSummary("Add an address to a contact")
            .Produces<SavedContactResponse>(StatusCodes.Status201Created)
            .For(Role.Accountant);
        contacts
            .MapPut("/{id}/addresses/{address}", ChangeAddressAsync)
            .WithName("changeContactAddress")
            .WithSummary("Change an address of a contact; send all of it as it is wanted")
            .For(Role.Accountant);
        contacts
            .MapDelete("/{id}/addresses/{address}", RemoveAddressAsync)
            .WithName("removeContactAddress")
            .WithSummary("Take an address away, and with it the persons there")
            .For(Role.Accountant);
        contacts
            .MapPost("/{id}/persons", AddPersonAsync)
            .WithName("addContactPerson")
            .WithSummary("Add a person to a contact")
            .Produces<SavedContactResponse>(StatusCodes.Status201Created)
            .For(Role.Accountant);
        contacts
            .MapPut("/{id}/persons/{person}", ChangePersonAsync)
            .WithName("changeContactPerson")
            .WithSummary("Change a person at a contact; send all of it as it is wanted")
            .For(Role.Accountant);
        contacts
            .MapDelete("/{id}/persons/{person}", RemovePersonAsync)
            .WithName("removeContactPerson")
            .WithSummary("Take a person away")
            .For(Role.Accountant);
    }

    private static async Task<Answer<SavedContactResponse>> SetActiveAsync(
        string id,
        Body<ContactActiveRequest> body,
        ContactParts parts,
        Caller caller,
        CancellationToken ct
    ) => await parts.SetActiveAsync(caller, id, body.Value.Active == true, ct);

    private static async Task<Answer<ContactPartsResponse>> ReadAsync(string id, ContactParts parts, Caller caller, CancellationToken ct) =>
        await parts.ReadAsync(caller.Workspace, id, ct);

    private static async Task<Answer<SavedContactResponse>> AddAddressAsync(
        string id,
        Body<ContactAddressRequest> body,
        ContactParts parts,
        Caller caller,
        CancellationToken ct
    ) =>
        ((Answer<SavedContactResponse>)await parts.SaveAddressAsync(caller, id, addressId: null, body.Value, ct)).WithStatus(
            StatusCodes.Status201Created
        );

    private static async Task<Answer<SavedContactResponse>> ChangeAddressAsync(
        string id,
        string address,
        Body<ContactAddressRequest> body,
        ContactParts parts,
        Caller caller,
        CancellationToken ct
    ) => await parts.SaveAddressAsync(caller, id, address, body.Value, ct);

    private static async Task<Answer<SavedContactResponse>> RemoveAddressAsync(
        string id,
        string address,
        ContactParts parts,
        Caller caller,
        CancellationToken ct
    ) => await parts.RemoveAddressAsync(caller, id, address, ct);

    private static async Task<Answer<SavedContactResponse>> AddPersonAsync(
        string id,
        Body<ContactPersonRequest> body,
        ContactParts parts,
        Caller caller,
        CancellationToken ct
    ) =>
        ((Answer<SavedContactResponse>)await parts.SavePersonAsync(caller, id, personId: null, body.Value, ct)).WithStatus(
            StatusCodes.Status201Created
        );

    private static async Task<Answer<SavedContactResponse>> ChangePersonAsync(
        string id,
        string person,
        Body<ContactPersonRequest> body,
        ContactParts parts,
        Caller caller,
        CancellationToken ct
    ) => await parts.SavePersonAsync(caller, id, person, body.Value, ct);

    private static async Task<Answer<SavedContactResponse>> RemovePersonAsync(
        string id,
        string person,
        ContactParts parts,
        Caller caller,
        CancellationToken ct
    ) => await parts.RemovePersonAsync(caller, id, person, ct);
}
