using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Makes a contact. The audit log keeps which fields were filled in, never what they say.</summary>
internal sealed class ContactCreation : IPostingKind
{
    private const int ReferenceMax = 10;

    public PostingKind Kind => PostingKind.ContactCreate;

    public AuditAction Action => AuditAction.ContactCreate;

    public string Target => "contact";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct) =>
        (await books.CreateContactAsync(posting.Read<ContactDetails>(), id, ct)).Map(static contact =>
            ContactWords.ToWritten(contact, "The contact was made.")
        );

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var wanted = posting.Read<ContactDetails>();
        var answer = await CandidatesAsync(books, wanted, posting, ct);
        if (!answer.Succeeded(out var found, out var failure))
            return failure;
        var contact = await found
            .Where(one => one.Details.Name == wanted.Name && SameReference(one.Details, wanted) && posting.MayBeOurs(one.UpdatedAt))
            .FirstFreeAsync(static one => one.Id, isTaken);
        return contact is null ? (Written?)null : ContactWords.ToWritten(contact, "The contact was made.");
    }

    public string ForAudit(PostingRow posting) => ContactWords.FieldsOf(posting.Read<ContactDetails>());

    public string Failed(PostingRow posting) => "The contact was not made.";

    /// <summary>
    /// Whether Sage refused a contact because its reference belongs to another. The words in which Sage says so are not documented, but the
    /// only other rule of a reference is its length: when that is kept and nothing else is named, the reference is taken.
    /// </summary>
    public static bool IsReferenceTaken(ContactDetails wanted, Problem problem) =>
        wanted.Reference.Length is > 0 and <= ReferenceMax
        && problem is { Code: ProblemCode.SageRefused, Errors.Count: > 0 }
        && problem.Errors.All(static error => error.Field == "reference");

    /// <summary>A reference leads straight to its contact; without one, it is among those changed since we began.</summary>
    private static async Task<SageAnswer<IReadOnlyList<BooksContact>>> CandidatesAsync(
        IBooks books,
        ContactDetails wanted,
        PostingRow posting,
        CancellationToken ct
    )
    {
        if (wanted.Reference.Length > 0)
            return await books.FindContactsByReferenceAsync(wanted.Reference, ct);
        var query = new ContactQuery
        {
            Kind = wanted.Kind,
            ChangedSince = posting.Since(),
            PageSize = 200,
        };
        return (await books.ListContactsAsync(query, ct)).Map(static page => page.Items);
    }

    private static bool SameReference(ContactDetails found, ContactDetails wanted) =>
        wanted.Reference.Length == 0 || found.Reference == wanted.Reference;
}

/// <summary>Changes a contact. Sending the same values again changes nothing, so there is nothing to look for.</summary>
internal sealed class ContactUpdating : IPostingKind
{
    private static readonly string[] Active = ["active"];

    public PostingKind Kind => PostingKind.ContactUpdate;

    public AuditAction Action => AuditAction.ContactUpdate;

    public string Target => "contact";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var document = posting.Read<ContactChangeDocument>();
        var answer =
            document.Active is { } active ? await books.SetContactActiveAsync(document.Present.Id, active, id, ct)
            : document.Part is { } part ? await ChangePartAsync(books, document.Present.Id, part, id, ct)
            : await books.UpdateContactAsync(document.Present, document.Wanted, id, ct);
        return answer.Map(static contact => ContactWords.ToWritten(contact, "The contact was changed."));
    }

    /// <summary>Changes an address or a person, and reads the contact, which shows its main ones.</summary>
    private static async Task<SageAnswer<BooksContact>> ChangePartAsync(
        IBooks books,
        string contactId,
        ContactPartChange part,
        IdempotencyId id,
        CancellationToken ct
    )
    {
        SageFailure? failure;
        if (part.Address is { } address)
            (await books.SaveContactAddressAsync(contactId, part.Id, address, id, ct)).Succeeded(out _, out failure);
        else if (part.Person is { } person)
            (await books.SaveContactPersonAsync(part.AddressId, part.Id, person, id, ct)).Succeeded(out _, out failure);
        else if (part.Kind == ContactPartKind.Address)
            (await books.DeleteContactAddressAsync(part.Id!, ct)).Succeeded(out _, out failure);
        else
            (await books.DeleteContactPersonAsync(part.Id!, ct)).Succeeded(out _, out failure);
        return failure is null ? await books.GetContactAsync(contactId, ct) : failure;
    }

    public Task<SageAnswer<Written?>> LookAsync(IBooks books, PostingRow posting, Func<string, Task<bool>> isTaken, CancellationToken ct) =>
        Task.FromResult<SageAnswer<Written?>>((Written?)null);

    public string ForAudit(PostingRow posting)
    {
        var document = posting.Read<ContactChangeDocument>();
        return document switch
        {
            { Active: { } active } => ApiJson.Text(new { changed = Active, active }),
            { Part: { } part } => ApiJson.Text(
                new
                {
                    changed = new[] { part.Kind == ContactPartKind.Address ? "addresses" : "persons" },
                    how = part.Id is null ? "added"
                    : part.IsRemoval ? "removed"
                    : "changed",
                }
            ),
            _ => ContactWords.ChangesOf(document.Present.Details, document.Wanted),
        };
    }

    public string Failed(PostingRow posting) => "The contact was not changed.";
}

/// <summary>What the audit log may keep of a contact.</summary>
internal static class ContactWords
{
    private static readonly (string Name, Func<ContactDetails, object?> Value)[] Fields =
    [
        ("name", static contact => contact.Name),
        ("reference", static contact => contact.Reference),
        ("vat_number", static contact => contact.VatNumber),
        ("email", static contact => contact.Email),
        ("telephone", static contact => contact.Telephone),
        ("person_name", static contact => contact.PersonName),
        ("address", static contact => contact.Address),
        ("credit_days", static contact => contact.CreditDays),
        ("currency", static contact => contact.Currency),
        ("notes", static contact => contact.Notes),
    ];

    public static string FieldsOf(ContactDetails contact) =>
        ApiJson.Text(
            new
            {
                kind = contact.Kind,
                fields = Fields
                    .Where(field => field.Value(contact) is not (null or "") and not PostalAddress { IsEmpty: true })
                    .Select(static field => field.Name),
            }
        );

    public static string ChangesOf(ContactDetails present, ContactDetails wanted) =>
        ApiJson.Text(
            new { changed = Fields.Where(field => !Equals(field.Value(present), field.Value(wanted))).Select(static field => field.Name) }
        );

    public static Written ToWritten(BooksContact contact, string summary) =>
        new(
            contact.Id,
            ApiJson.Text(contact),
            ApiJson.Text(new { id = contact.Id, kind = contact.Details.Kind }),
            summary,
            Difference: null
        );
}
