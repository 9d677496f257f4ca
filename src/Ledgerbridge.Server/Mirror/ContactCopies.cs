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

/// <summary>The copies of contacts one by one, so that previewing an invoice asks nothing of Sage.</summary>
internal sealed class ContactCopies(Database database, TimeProvider time)
{
    private const int AlikeMax = 5;

    /// <summary>Every preview asks for one, so it is translated once and not looked up each time.</summary>
    private readonly Func<LedgerDb, string, string, CancellationToken, Task<KeptContact?>> _oneContact = EF.CompileAsyncQuery(
        static (LedgerDb db, string businessId, string contactId, CancellationToken ct) =>
            (
                from feed in db.Set<FeedRow>()
                join record in db.Set<RecordRow>() on feed.Id equals record.FeedId
                where feed.BusinessId == businessId && feed.Resource == BooksResource.Contacts
                where record.RecordId == contactId && record.GoneAt == null && record.Content != ""
                select new KeptContact(record.Content, record.ReadAt)
            ).FirstOrDefault()
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
        var kept = await database.ReadAsync(key.Workspace, db => _oneContact(db, key.BusinessId, contactId, ct));
        return kept is null ? null : new ContactCopy(JsonSerializer.Deserialize<BooksContact>(kept.Content, ApiJson.Options)!, kept.ReadAt);
    }

    /// <summary>The copies that share a reference or an e-mail with what is about to be made.</summary>
    public async Task<IReadOnlyList<ContactCopy>> FindAlikeAsync(BooksKey key, ContactDetails details, CancellationToken ct)
    {
        var (reference, email, kind) = (details.Reference, details.Email.ToLowerInvariant(), details.Kind.ToString());
        return await database.ReadAsync(
            key.Workspace,
            async db =>
            {
                if (await MirrorStore.FindFeedAsync(db, key, BooksResource.Contacts, ct) is not { } feed)
                    return (IReadOnlyList<ContactCopy>)[];
                var own = MirrorStore
                    .Records(db, feed.Id)
                    .AsNoTracking()
                    .Where(row => row.GoneAt == null && row.State == kind)
                    .OrderBy(static row => row.Number);
                var byReference = reference.Length > 0 ? await own.Where(row => row.Code == reference).Take(AlikeMax).ToListAsync(ct) : [];
                var byEmail = email.Length > 0 ? await own.Where(row => row.Email == email).Take(AlikeMax).ToListAsync(ct) : [];
                return
                [
                    .. byReference
                        .Concat(byEmail)
                        .DistinctBy(static row => row.Number)
                        .OrderBy(static row => row.NameKey, StringComparer.Ordinal)
                        .Take(AlikeMax)
                        .Select(static row => new ContactCopy(row.Read<BooksContact>(), row.ReadAt)),
                ];
            }
        );
    }

    /// <summary>Keeps what Sage has just answered, so that our own writes appear at once.</summary>
    public async Task<ContactCopy> KeepAsync(BooksKey key, BooksContact contact, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(
            key.Workspace,
            async db =>
            {
                var feed = await MirrorStore.FeedAsync(db, key, BooksResource.Contacts);
                var entry = new FeedEntry(contact.Id) { Record = contact, UpdatedAt = contact.UpdatedAt };
                await MirrorStore.TakeInAsync(db, feed, [entry], new Taking(now) { IsOwn = true });
            },
            ct
        );
        return new ContactCopy(contact, now);
    }

    private sealed record KeptContact(string Content, DateTimeOffset ReadAt);
}
