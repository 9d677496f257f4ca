using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Posting;

namespace Ledgerbridge.Server.Contacts.Internal;

/// <summary>Makes and changes contacts, through the posting journal like everything that goes into Sage.</summary>
internal sealed class SaveContact(Businesses businesses, ContactCopies copies, ContactWriter writer, Ids ids)
{
    public async Task<Result<SavedContactResponse>> CreateAsync(
        Caller caller,
        ContactRequest request,
        string? requestKey,
        CancellationToken ct
    )
    {
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var checkedRequest = ContactRules.Check(request, books.Reference);
        if (!checkedRequest.Succeeded(out var contact, out problem))
            return problem;
        if (
            request.AllowDuplicate != true
            && (await copies.FindAlikeAsync(books.Key, contact.Details, ct)).ToArray() is { Length: > 0 } alike
        )
            return ContactRules.Duplicates(alike, contact.Details);
        var intent = new PostingIntent(
            PostingKind.ContactCreate,
            requestKey ?? $"contact:{ids.New<Ids.Posting>()}",
            books.Key,
            caller.Actor(),
            ApiJson.Text(contact.Details)
        );
        return await writer.CarryOutAsync(books, intent, contact.Warnings, ct);
    }

    public async Task<Result<SavedContactResponse>> UpdateAsync(
        Caller caller,
        string contactId,
        ContactRequest request,
        CancellationToken ct
    )
    {
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var checkedRequest = ContactRules.Check(request, books.Reference);
        if (!checkedRequest.Succeeded(out var contact, out problem))
            return problem;
        // The present state is read from Sage and not from the copy: what changed there meanwhile must not be changed back.
        var read = await books.Books.GetContactAsync(contactId, ct);
        if (!read.Succeeded(out var present, out var failure))
            return failure.ToProblem();
        var wanted = contact.Details with { Kind = present.Details.Kind, Currency = present.Details.Currency };
        return await writer.ChangeAsync(caller, books, new ContactChangeDocument(present, wanted), contact.Warnings, ct);
    }
}

/// <summary>A request that keeps the rules.</summary>
/// <param name="Details">The contact.</param>
/// <param name="Warnings">What to look at all the same.</param>
internal sealed record CheckedContact(ContactDetails Details, IReadOnlyList<string> Warnings);

/// <summary>The rules of contacts that go beyond the length of a text.</summary>
internal static class ContactRules
{
    private const string SouthAfrica = "ZA";

    public static Result<CheckedContact> Check(ContactRequest request, BooksReference books)
    {
        var errors = new List<FieldError>();
        var warnings = new List<string>();
        var address = request.Address;
        var country = (address?.Country ?? books.Address.CountryCode).ToUpperInvariant();
        if (books.Countries.Count > 0 && country.Length > 0 && books.Countries.All(known => known.Id != country))
            errors.Add(new FieldError("address.country", "Country must be a code Sage knows, such as ZA."));
        Currency? currency = null;
        if (request.Currency is { Length: > 0 } code)
        {
            if (!Currency.TryParse(code, out var parsed))
                errors.Add(new FieldError("currency", "Currency must be an ISO 4217 code, such as ZAR."));
            else if (parsed != books.Currency && !books.Capabilities.MultiCurrency)
                errors.Add(new FieldError("currency", $"These books are kept in {books.Currency} only."));
            else
                currency = parsed;
        }
        if (request.VatNumber is { Length: > 0 } vatNumber && country == SouthAfrica)
            CheckVatNumber(vatNumber, errors, warnings);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var details = new ContactDetails
        {
            Kind = request.Kind ?? ContactKind.Customer,
            Name = request.Name,
            Reference = request.Reference ?? "",
            VatNumber = request.VatNumber ?? "",
            Email = request.Email ?? "",
            Telephone = request.Telephone ?? "",
            PersonName = request.PersonName ?? "",
            Address = new PostalAddress
            {
                Line1 = address?.Line1 ?? "",
                Line2 = address?.Line2 ?? "",
                City = address?.City ?? "",
                Region = address?.Region ?? "",
                PostalCode = address?.PostalCode ?? "",
                CountryCode = country,
            },
            CreditDays = request.CreditDays,
            Currency = currency,
            Notes = request.Notes ?? "",
        };
        return new CheckedContact(details, warnings);
    }

    /// <summary>Points out who shares the reference or the e-mail address.</summary>
    public static Problem Duplicates(ContactCopy[] alike, ContactDetails wanted)
    {
        var first = alike[0].Contact.Details;
        var byReference = wanted.Reference.Length > 0 && first.Reference == wanted.Reference;
        var message = byReference
            ? $"{first.Name} has the reference {first.Reference} already."
            : $"{first.Name} has the same e-mail address.";
        return new Problem(ProblemCode.Conflict, $"{message} Use that contact, or say that you want another one.")
        {
            Errors = [new FieldError(byReference ? "reference" : "email", message)],
        };
    }

    private static void CheckVatNumber(string vatNumber, List<FieldError> errors, List<string> warnings)
    {
        switch (SouthAfricanVatNumber.Check(vatNumber))
        {
            case VatNumberCheck.Malformed:
                errors.Add(new FieldError("vat_number", "A South African VAT number has ten digits and begins with 4."));
                break;
            case VatNumberCheck.CheckDigitDiffers:
                warnings.Add("The VAT number's check digit does not fit. Compare it with the customer's own documents.");
                break;
        }
    }
}
