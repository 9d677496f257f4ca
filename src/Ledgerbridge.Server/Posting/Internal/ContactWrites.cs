using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Makes a contact. The audit log keeps which fields were filled in, never what they say.</summary>
internal sealed class ContactCreation : IPostingKind
{
    /// <summary>Sage's clock and ours may differ; a record made a little before we sent may still be ours.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    public PostingKind Kind => PostingKind.ContactCreate;

    public AuditAction Action => AuditAction.ContactCreate;

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
        var query = new ContactQuery
        {
            Kind = wanted.Kind,
            ChangedSince = posting.CreatedAt - ClockDifference,
            PageSize = 200,
        };
        var answer = await books.ListContactsAsync(query, ct);
        if (!answer.Succeeded(out var page, out var failure))
            return failure;
        foreach (var contact in page.Items.Where(c => c.Details.Name == wanted.Name && SameReference(c.Details, wanted)))
        {
            if (!await isTaken(contact.Id))
                return ContactWords.ToWritten(contact, "The contact was made.");
        }
        return (Written?)null;
    }

    public string ForAudit(PostingRow posting) => ContactWords.FieldsOf(posting.Read<ContactDetails>());

    public string Failed(PostingRow posting) => "The contact was not made.";

    private static bool SameReference(ContactDetails found, ContactDetails wanted) =>
        wanted.Reference.Length == 0 || found.Reference == wanted.Reference;
}

/// <summary>Changes a contact. Sending the same values again changes nothing, so there is nothing to look for.</summary>
internal sealed class ContactUpdating : IPostingKind
{
    public PostingKind Kind => PostingKind.ContactUpdate;

    public AuditAction Action => AuditAction.ContactUpdate;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var document = posting.Read<ContactChangeDocument>();
        return (await books.UpdateContactAsync(document.Present, document.Wanted, id, ct)).Map(static contact =>
            ContactWords.ToWritten(contact, "The contact was changed.")
        );
    }

    public Task<SageAnswer<Written?>> LookAsync(IBooks books, PostingRow posting, Func<string, Task<bool>> isTaken, CancellationToken ct) =>
        Task.FromResult<SageAnswer<Written?>>((Written?)null);

    public string ForAudit(PostingRow posting)
    {
        var document = posting.Read<ContactChangeDocument>();
        return ContactWords.ChangesOf(document.Present.Details, document.Wanted);
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
