using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror;

/// <summary>A contact as copied, and when.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="ReadAt">When it was read from Sage.</param>
internal sealed record ContactCopy(BooksContact Contact, DateTimeOffset ReadAt);

/// <summary>Which copies to read, by name.</summary>
/// <param name="Search">Words in name, reference or e-mail; empty for all.</param>
/// <param name="Kind">Customers or suppliers; null for both.</param>
/// <param name="Skip">How many to leave out at the beginning.</param>
/// <param name="Take">How many at most.</param>
internal sealed record ContactSearch(string Search, ContactKind? Kind, int Skip, int Take);

/// <summary>Copies found.</summary>
/// <param name="Contacts">The page.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="FreshAt">When the copies were last brought into step.</param>
internal sealed record ContactsFound(IReadOnlyList<ContactCopy> Contacts, int Total, DateTimeOffset FreshAt);

/// <summary>
/// Local copies of a business's contacts, so that picking a customer and previewing an invoice ask nothing of Sage. The first use reads
/// all pages; after that only what changed, when the copies are older than ten minutes or somebody asks.
/// </summary>
internal sealed class ContactCopies(Database database, TimeProvider time)
{
    private const string Resource = "contacts";
    private const int PageSize = 200;

    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Sage counts whole seconds and its clock is not ours, so each pass looks a little further back than the one before ended.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Uncertain = TimeSpan.FromSeconds(2);

    /// <summary>Every preview asks for one, so it is translated once and not looked up each time.</summary>
    private readonly Func<LedgerDb, string, string, CancellationToken, Task<ContactCopyRow?>> _oneContact = EF.CompileAsyncQuery(
        static (LedgerDb db, string businessId, string contactId, CancellationToken ct) =>
            db.Set<ContactCopyRow>().AsNoTracking().FirstOrDefault(row => row.BusinessId == businessId && row.ContactId == contactId)
    );

    /// <summary>One contact; read from Sage when there is no complete copy yet.</summary>
    public async Task<Result<ContactCopy>> GetAsync(OpenBooks books, string contactId, CancellationToken ct)
    {
        if (await FindAsync(books.Key, contactId, ct) is { Contact.Complete: true } copy)
            return copy;
        var answer = await books.Books.GetContactAsync(contactId, ct);
        return answer.Succeeded(out var contact, out var failure) ? await KeepAsync(books.Key, contact, ct) : failure.ToProblem();
    }

    /// <summary>The copy of a contact; null when there is none.</summary>
    public async Task<ContactCopy?> FindAsync(BooksKey key, string contactId, CancellationToken ct)
    {
        var row = await database.ReadAsync(key.Workspace, db => _oneContact(db, key.BusinessId, contactId, ct));
        return row is null ? null : ToCopy(row);
    }

    /// <summary>Searches the copies, after bringing them into step when they are old or <paramref name="live"/> is asked for.</summary>
    public async Task<Result<ContactsFound>> SearchAsync(OpenBooks books, ContactSearch search, bool live, CancellationToken ct)
    {
        if (!(await BringIntoStepAsync(books, live, ct)).Succeeded(out var freshAt, out var problem))
            return problem;
        return await database.ReadAsync(
            books.Key.Workspace,
            async db =>
            {
                var rows = Rows(db, books.Key).AsNoTracking().Where(static row => row.Listed);
                if (search.Kind is { } kind)
                    rows = rows.Where(row => row.Kind == kind);
                foreach (var word in search.Search.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    rows = rows.Where(row => row.SearchText.Contains(word));
                var page = rows.OrderBy(static row => row.NameKey).ThenBy(static row => row.ContactId).Skip(search.Skip).Take(search.Take);
                return new ContactsFound([.. (await page.ToListAsync(ct)).Select(ToCopy)], await rows.CountAsync(ct), freshAt);
            }
        );
    }

    /// <summary>The copies that share a reference or an e-mail with what is about to be made.</summary>
    public async Task<IReadOnlyList<ContactCopy>> FindAlikeAsync(BooksKey key, ContactDetails details, CancellationToken ct)
    {
        var (reference, email) = (details.Reference, details.Email.ToLowerInvariant());
        var rows = await database.ReadAsync(
            key.Workspace,
            db =>
                Rows(db, key)
                    .AsNoTracking()
                    .Where(row =>
                        row.Kind == details.Kind && ((reference != "" && row.Reference == reference) || (email != "" && row.Email == email))
                    )
                    .OrderBy(static row => row.NameKey)
                    .Take(5)
                    .ToListAsync(ct)
        );
        return [.. rows.Select(ToCopy)];
    }

    /// <summary>Keeps what Sage has just answered, so that our own writes appear at once.</summary>
    public async Task<ContactCopy> KeepAsync(BooksKey key, BooksContact contact, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(key.Workspace, db => UpsertAsync(db, key, [contact], now, listed: false), ct);
        return new ContactCopy(contact, now);
    }

    private async Task<Result<DateTimeOffset>> BringIntoStepAsync(OpenBooks books, bool live, CancellationToken ct)
    {
        var key = books.Key;
        var cursor = await database.ReadAsync(
            key.Workspace,
            db =>
                db.Rows<CursorRow>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(row => row.BusinessId == key.BusinessId && row.Resource == Resource, ct)
        );
        var began = time.GetUtcNow();
        if (cursor is not null && !live && began - cursor.FinishedAt < FreshFor)
            return cursor.FinishedAt;
        for (var page = 1; ; page++)
        {
            var query = new ContactQuery
            {
                Page = page,
                PageSize = PageSize,
                ChangedSince = cursor?.Position - Overlap,
            };
            if (!(await books.Books.ListContactsAsync(query, ct)).Succeeded(out var read, out var failure))
                return cursor is null || live ? failure.ToProblem() : cursor.FinishedAt;
            await database.WriteAsync(key.Workspace, db => UpsertAsync(db, key, read.Items, began, listed: true), ct);
            if (!read.HasNext)
                break;
        }
        await database.WriteAsync(key.Workspace, db => MoveCursorAsync(db, key, began), ct);
        return began;
    }

    private static async Task MoveCursorAsync(LedgerDb db, BooksKey key, DateTimeOffset began)
    {
        var row = await db.Rows<CursorRow>()
            .FirstOrDefaultAsync(stored => stored.BusinessId == key.BusinessId && stored.Resource == Resource);
        if (row is null)
        {
            row = new CursorRow
            {
                WorkspaceId = key.Workspace,
                BusinessId = key.BusinessId,
                Resource = Resource,
            };
            db.Add(row);
        }
        (row.Position, row.FinishedAt) = (began, began);
    }

    private static async Task UpsertAsync(
        LedgerDb db,
        BooksKey key,
        IReadOnlyList<BooksContact> contacts,
        DateTimeOffset readAt,
        bool listed
    )
    {
        string[] ids = [.. contacts.Select(static contact => contact.Id)];
        var known = await Rows(db, key).Where(row => ids.Contains(row.ContactId)).ToDictionaryAsync(static row => row.ContactId);
        foreach (var answered in contacts)
        {
            var contact = answered;
            if (!known.TryGetValue(contact.Id, out var row))
            {
                row = new ContactCopyRow
                {
                    WorkspaceId = key.Workspace,
                    BusinessId = key.BusinessId,
                    ContactId = contact.Id,
                };
                known[contact.Id] = row;
                db.Add(row);
            }
            else if (listed && !contact.Complete && WholeOf(row, contact) is { } stored)
            {
                contact = stored with { Balance = contact.Balance, Active = contact.Active, System = contact.System };
            }
            var details = contact.Details;
            row.Kind = details.Kind;
            row.NameKey = details.Name.ToLowerInvariant();
            row.Reference = details.Reference;
            row.Email = details.Email.ToLowerInvariant();
            row.SearchText = $"{row.NameKey} {details.Reference.ToLowerInvariant()} {row.Email}";
            row.Listed = contact is { Active: true, System: false };
            row.Content = ApiJson.Text(contact);
            row.ReadAt = readAt;
        }
    }

    /// <summary>The whole contact as stored, when it was read after the change that a list tells of; null otherwise.</summary>
    private static BooksContact? WholeOf(ContactCopyRow row, BooksContact told)
    {
        // Sage counts whole seconds, so a reading in the very second of a change may be older than the change.
        var stored = ToCopy(row).Contact;
        return stored.Complete && stored.UpdatedAt == told.UpdatedAt && row.ReadAt - told.UpdatedAt > Uncertain ? stored : null;
    }

    private static IQueryable<ContactCopyRow> Rows(LedgerDb db, BooksKey key) =>
        db.Rows<ContactCopyRow>().Where(row => row.BusinessId == key.BusinessId);

    private static ContactCopy ToCopy(ContactCopyRow row) =>
        new(JsonSerializer.Deserialize<BooksContact>(row.Content, ApiJson.Options)!, row.ReadAt);
}
