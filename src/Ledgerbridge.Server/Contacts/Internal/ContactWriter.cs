using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Posting;

namespace Ledgerbridge.Server.Contacts.Internal;

/// <summary>Writes contacts through the posting journal, and waits a while for the answer.</summary>
internal sealed class ContactWriter(ContactCopies copies, PostingJournal journal, Ids ids)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Changes a contact, an address or a person of it.</summary>
    public Task<Result<SavedContactResponse>> ChangeAsync(
        Caller caller,
        OpenBooks books,
        ContactChangeDocument document,
        IReadOnlyList<string> warnings,
        CancellationToken ct
    )
    {
        var key = $"contact-update:{ids.New<Ids.Posting>()}";
        var intent = new PostingIntent(PostingKind.ContactUpdate, key, books.Key, caller.Actor(), ApiJson.Text(document));
        return CarryOutAsync(books, intent, warnings, ct);
    }

    /// <summary>Carries an intent out.</summary>
    public async Task<Result<SavedContactResponse>> CarryOutAsync(
        OpenBooks books,
        PostingIntent intent,
        IReadOnlyList<string> warnings,
        CancellationToken ct
    )
    {
        var id = await journal.StoreOnceAsync(intent, ct);
        var status = await journal.CarryOutAsync(intent.Books.Workspace, id, Patience, ct);
        if (status.State != PostingState.Posted)
        {
            return status.State.IsFinal()
                ? status.Problem!
                : new Problem(
                    ProblemCode.SageUnavailable,
                    "Sage does not answer just now. What you typed is kept and goes to Sage as soon as it answers; "
                        + "you need not send it again."
                );
        }
        var copy = await copies.KeepAsync(intent.Books, status.Read<BooksContact>(), CancellationToken.None);
        // Sage answers a change without address and person; what it made of them is read once, while somebody is looking.
        if (!copy.Contact.Complete && (await copies.GetAsync(books, copy.Contact.Id, ct)).Succeeded(out var whole, out _))
            copy = whole;
        return new SavedContactResponse(ContactResponse.Of(copy.Contact, copy.ReadAt), warnings);
    }
}
