using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror;

/// <summary>By what a list is ordered.</summary>
internal enum CopyOrder
{
    /// <summary>The document's date.</summary>
    Date = 1,

    /// <summary>The day payment is due.</summary>
    Due,

    /// <summary>Total, or balance of a contact.</summary>
    Amount,

    /// <summary>The customer's or supplier's name, or what an item is called.</summary>
    Name,

    /// <summary>When Sage last changed it.</summary>
    Changed,
}

/// <summary>Which copies to read.</summary>
/// <param name="Resource">Of what.</param>
internal sealed record CopyQuery(BooksResource Resource)
{
    /// <summary>Words as typed, each the beginning of a word of the record; empty for all.</summary>
    public string Search { get; init; } = "";

    /// <summary>In these states only: of documents, kinds of contacts, ways of payments. Empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>True for those that lists leave out because they are out of use.</summary>
    public bool OutOfUse { get; init; }

    /// <summary>Of this contact only.</summary>
    public string? ContactId { get; init; }

    /// <summary>Dated on this day or later.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Dated on this day or earlier.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>Due before this day.</summary>
    public DateOnly? DueBeforeOn { get; init; }

    /// <summary>Changed at this moment or later.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    public CopyOrder Order { get; init; } = CopyOrder.Date;

    public bool Descending { get; init; } = true;

    /// <summary>At most so many.</summary>
    public int Take { get; init; } = 50;

    /// <summary>How many to leave out, for lists with numbered pages; a mark is as fast at any depth and this is not.</summary>
    public int Skip { get; init; }

    /// <summary>The end of the page before; null for the first.</summary>
    public CopyMark? After { get; init; }
}

/// <summary>The end of a page: the value it was ordered by, and the copy's number.</summary>
internal sealed record CopyMark(string Value, long Number)
{
    /// <summary>As it travels in an address.</summary>
    public string Text => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Number}:{Value}"));

    /// <summary>Reads one from an address; notes when it is no page's end in this order.</summary>
    public static CopyMark? Read(QueryFields fields, string? text, CopyOrder order)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (Parse(text) is { } mark && CopyOrdering.Fits(mark, order))
            return mark;
        fields.Add("after", "is not the end of a page of this list.");
        return null;
    }

    private static CopyMark? Parse(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CopyMark(parts[1], number)
            : null;
    }
}

/// <summary>A copy, and how fresh it is.</summary>
/// <param name="Record">The record.</param>
/// <param name="FreshAt">Sage had it like this at this moment.</param>
/// <param name="Problem">Why a newer state of it could not be read; null when there is none.</param>
internal sealed record Copy<TRecord>(TRecord Record, DateTimeOffset FreshAt, string? Problem);

/// <summary>A page of copies.</summary>
/// <param name="Copies">The copies.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="TotalIsExact">False when there are so many that they were not counted: then there are at least as many.</param>
/// <param name="Next">The end of this page; null on the last.</param>
/// <param name="FreshAt">Everything that changed in Sage before this moment is in the copies; null while they were never complete.</param>
internal sealed record CopyPage<TRecord>(
    IReadOnlyList<Copy<TRecord>> Copies,
    int Total,
    bool TotalIsExact,
    CopyMark? Next,
    DateTimeOffset? FreshAt
);

/// <summary>Lists of copies: searched, filtered, ordered, by the page.</summary>
internal sealed class MirrorLists(Database database, MirrorSync sync, MirrorWrites writes)
{
    /// <summary>
    /// Brings a resource into step when it never was, or when the present state is asked for. The problem, or null; what is kept serves in
    /// any case.
    /// </summary>
    public async Task<Problem?> PrepareAsync(BooksKey key, BooksResource resource, bool live, CancellationToken ct)
    {
        await writes.FlushAsync(ct);
        if (!live && await FreshAtAsync(key, resource, ct) is not null)
            return null;
        return await sync.RefreshAsync(key, resource, ct);
    }

    /// <summary>Everything that changed in Sage before this moment is in the copies; null while they were never complete.</summary>
    public async Task<DateTimeOffset?> FreshAtAsync(BooksKey key, BooksResource resource, CancellationToken ct) =>
        (await database.ReadAsync(key.Workspace, db => MirrorStore.FindFeedAsync(db, key, resource, ct)))?.Position;

    /// <summary>One page.</summary>
    public Task<CopyPage<TRecord>> ReadAsync<TRecord>(BooksKey key, CopyQuery query, CancellationToken ct) =>
        database.ReadAsync(key.Workspace, db => ReadAsync<TRecord>(db, key, query, ct));

    /// <summary>One copy; null when there is none.</summary>
    public Task<Copy<TRecord>?> FindAsync<TRecord>(BooksKey key, BooksResource resource, string id, CancellationToken ct)
        where TRecord : class =>
        database.ReadAsync(
            key.Workspace,
            async db =>
            {
                if (await MirrorStore.FindFeedAsync(db, key, resource, ct) is not { } feed)
                    return null;
                var row = await MirrorStore
                    .Records(db, feed.Id)
                    .AsNoTracking()
                    .FirstOrDefaultAsync(row => row.RecordId == id && row.GoneAt == null && row.Content != "", ct);
                return row is null ? null : ToCopy<TRecord>(row, feed.Position);
            }
        );

    /// <summary>All copies of a query, one after another, however many they are.</summary>
    public async IAsyncEnumerable<Copy<TRecord>> AllAsync<TRecord>(
        BooksKey key,
        CopyQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var page = query with { Take = 500, Skip = 0, After = null }; ; )
        {
            var read = await ReadAsync<TRecord>(key, page, ct);
            foreach (var copy in read.Copies)
                yield return copy;
            if (read.Next is null)
                yield break;
            page = page with { After = read.Next };
        }
    }

    private static async Task<CopyPage<TRecord>> ReadAsync<TRecord>(LedgerDb db, BooksKey key, CopyQuery query, CancellationToken ct)
    {
        if (await MirrorStore.FindFeedAsync(db, key, query.Resource, ct) is not { } feed)
            return new CopyPage<TRecord>([], 0, TotalIsExact: true, null, null);
        var found = await CopySearch.RunAsync(db, feed.Id, query, ct);
        return new CopyPage<TRecord>(
            [.. found.Rows.Select(row => ToCopy<TRecord>(row, feed.Position))],
            found.Total,
            found.TotalIsExact,
            found.HasMore ? CopyOrdering.MarkOf(found.Rows[^1], query.Order) : null,
            feed.Position
        );
    }

    private static Copy<TRecord> ToCopy<TRecord>(RecordRow row, DateTimeOffset? position)
    {
        // What no pass has told of since is as it was when the last one began; what cannot be read is as old as its copy.
        var fresh = row.ProblemAt is null && position > row.ReadAt ? position.Value : row.ReadAt;
        return new Copy<TRecord>(row.Read<TRecord>(), fresh, row.ProblemAt is null ? null : row.Problem);
    }
}
