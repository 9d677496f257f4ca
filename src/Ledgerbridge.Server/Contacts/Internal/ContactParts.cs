using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Posting;

namespace Ledgerbridge.Server.Contacts.Internal;

/// <summary>The addresses and persons of a contact, and whether it is in use. They are not copied: Sage is asked.</summary>
internal sealed class ContactParts(Businesses businesses, ContactCopies copies, ContactWriter writer)
{
    private static readonly Problem NoSuchAddress = new(ProblemCode.NotFound, "The contact has no such address (any more).");
    private static readonly Problem NoSuchPerson = new(ProblemCode.NotFound, "The contact has no such person (any more).");

    private static readonly Problem MainStays = new(
        ProblemCode.Conflict,
        "The main address cannot be taken away. Make another address the main one first."
    );

    private static readonly Problem NoAddress = new(
        ProblemCode.Conflict,
        "Sage keeps each person at an address, and this contact has none. Add an address first."
    );

    public async Task<Result<ContactPartsResponse>> ReadAsync(WorkspaceId workspace, string contactId, CancellationToken ct) =>
        (await OpenAsync(workspace, contactId, ct)).Succeeded(out var opened, out var problem)
            ? ContactPartsResponse.Of(opened.Parts)
            : problem;

    /// <summary>Puts a contact out of use, or back into it.</summary>
    public async Task<Result<SavedContactResponse>> SetActiveAsync(Caller caller, string contactId, bool active, CancellationToken ct)
    {
        var found = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!found.Succeeded(out var books, out var problem))
            return problem;
        var read = await books.Books.GetContactAsync(contactId, ct);
        if (!read.Succeeded(out var present, out var failure))
            return failure.ToProblem();
        var change = new ContactChangeDocument(present, present.Details) { Active = active };
        return await writer.ChangeAsync(caller, books, change, WarningsOf(present, active), ct);
    }

    /// <summary>Adds an address, or changes one.</summary>
    public async Task<Result<SavedContactResponse>> SaveAddressAsync(
        Caller caller,
        string contactId,
        string? addressId,
        ContactAddressRequest request,
        CancellationToken ct
    )
    {
        if (!(await OpenAsync(caller.Workspace, contactId, ct)).Succeeded(out var opened, out var problem))
            return problem;
        var present = opened.Parts.Addresses.FirstOrDefault(address => address.Id == addressId);
        if (addressId is not null && present is null)
            return NoSuchAddress;
        var country = request.Address?.Country is { Length: > 0 } sent
            ? sent.ToUpperInvariant()
            : opened.Books.Reference.Address.CountryCode;
        if (!opened.Books.Reference.Countries.Any(known => known.Id == country))
            return Problem.Invalid("address.country", "Country must be a two-letter code that Sage knows, such as ZA.");
        var details = request.ToDetails(country);
        // Sage always has one main address: the way to another one is to make that the main one.
        if (present is { Details.Main: true })
            details = details with { Main = true };
        var part = new ContactPartChange(ContactPartKind.Address, addressId) { Address = details };
        return await ChangeAsync(caller, opened, part, ct);
    }

    /// <summary>Adds a person, or changes one.</summary>
    public async Task<Result<SavedContactResponse>> SavePersonAsync(
        Caller caller,
        string contactId,
        string? personId,
        ContactPersonRequest request,
        CancellationToken ct
    )
    {
        if (!(await OpenAsync(caller.Workspace, contactId, ct)).Succeeded(out var opened, out var problem))
            return problem;
        var parts = opened.Parts;
        if (personId is not null && parts.Persons.All(person => person.Id != personId))
            return NoSuchPerson;
        if (parts.Addresses is not [var address, ..])
            return NoAddress;
        var part = new ContactPartChange(ContactPartKind.Person, personId) { Person = request.ToDetails(), AddressId = address.Id };
        return await ChangeAsync(caller, opened, part, ct);
    }

    /// <summary>Takes an address away, and with it the persons there.</summary>
    public async Task<Result<SavedContactResponse>> RemoveAddressAsync(
        Caller caller,
        string contactId,
        string addressId,
        CancellationToken ct
    )
    {
        if (!(await OpenAsync(caller.Workspace, contactId, ct)).Succeeded(out var opened, out var problem))
            return problem;
        if (opened.Parts.Addresses.FirstOrDefault(address => address.Id == addressId) is not { } present)
            return NoSuchAddress;
        if (present.Details.Main)
            return MainStays;
        return await ChangeAsync(caller, opened, new ContactPartChange(ContactPartKind.Address, addressId), ct);
    }

    /// <summary>Takes a person away.</summary>
    public async Task<Result<SavedContactResponse>> RemovePersonAsync(
        Caller caller,
        string contactId,
        string personId,
        CancellationToken ct
    )
    {
        if (!(await OpenAsync(caller.Workspace, contactId, ct)).Succeeded(out var opened, out var problem))
            return problem;
        if (opened.Parts.Persons.All(person => person.Id != personId))
            return NoSuchPerson;
        return await ChangeAsync(caller, opened, new ContactPartChange(ContactPartKind.Person, personId), ct);
    }

    private Task<Result<SavedContactResponse>> ChangeAsync(Caller caller, OpenContact opened, ContactPartChange part, CancellationToken ct)
    {
        var change = new ContactChangeDocument(opened.Contact, opened.Contact.Details) { Part = part };
        return writer.ChangeAsync(caller, opened.Books, change, [], ct);
    }

    /// <summary>The contact and its parts. Sage lists those of a contact it does not know as none, so the contact comes first.</summary>
    private async Task<Result<OpenContact>> OpenAsync(WorkspaceId workspace, string contactId, CancellationToken ct)
    {
        var found = await businesses.OpenCurrentAsync(workspace, CallPriority.Interactive, ct);
        if (!found.Succeeded(out var books, out var problem))
            return problem;
        if (!(await copies.GetAsync(books, contactId, ct)).Succeeded(out var copy, out problem))
            return problem;
        var read = await books.Books.GetContactPartsAsync(contactId, ct);
        return read.Succeeded(out var parts, out var failure) ? new OpenContact(books, copy.Contact, parts) : failure.ToProblem();
    }

    private static IReadOnlyList<string> WarningsOf(BooksContact contact, bool active) =>
        !active && contact.Balance is { } balance && balance != 0m
            ? ["The contact has a balance. It no longer shows in lists, but what is owed stays owed."]
            : [];

    private sealed record OpenContact(OpenBooks Books, BooksContact Contact, BooksContactParts Parts);
}
