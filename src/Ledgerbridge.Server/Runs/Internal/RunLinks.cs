using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// What of a shop's customers and products is in Sage, as last written: a copy at hand, so that a change costs one call and no reading.
/// The journal is what keeps things from being made twice; a copy that was lost with its process is written again from there.
/// </summary>
internal sealed class RunLinks(Database database)
{
    /// <summary>The contacts of these keys, and of one customer all there are.</summary>
    public async Task<IReadOnlyDictionary<ContactKey, ContactLink>> ContactsAsync(StoreKey store, PlanNeeds needs, CancellationToken ct)
    {
        string[] keys = [.. needs.Contacts.Select(static key => RunKeys.Contact(key))];
        var group = needs.AllContactsOf ?? "";
        if (keys.Length == 0 && group.Length == 0)
            return new Dictionary<ContactKey, ContactLink>();
        // Of one customer all, or those of the keys: either is one look into an index.
        var rows = await database.ReadAsync(
            store.Workspace,
            db =>
            {
                var links = db.Rows<RunLinkRow>().AsNoTracking().Where(row => row.StoreId == store.Store);
                var wanted =
                    keys.Length == 0 ? links.Where(row => row.Group == group)
                    : group.Length == 0 ? links.Where(row => keys.Contains(row.Key))
                    : links.Where(row => keys.Contains(row.Key)).Union(links.Where(row => row.Group == group));
                return wanted.ToListAsync(ct);
            }
        );
        return rows.ToDictionary(
            static row => new ContactKey(row.Group, Currency.Parse(row.Key[^3..])),
            static row => new ContactLink(row.SageId, Read<BooksContact>(row.Content))
        );
    }

    /// <summary>The items of these SKUs.</summary>
    public async Task<IReadOnlyDictionary<string, BooksItem>> ItemsAsync(StoreKey store, IReadOnlyList<string> skus, CancellationToken ct)
    {
        if (skus.Count == 0)
            return new Dictionary<string, BooksItem>();
        string[] keys = [.. skus.Select(RunKeys.Item)];
        var rows = await database.ReadAsync(
            store.Workspace,
            db => db.Rows<RunLinkRow>().AsNoTracking().Where(row => row.StoreId == store.Store && keys.Contains(row.Key)).ToListAsync(ct)
        );
        return rows.ToDictionary(static row => row.Group, static row => Read<BooksItem>(row.Content), StringComparer.Ordinal);
    }

    /// <summary>Keeps a contact as it was just written.</summary>
    public Task KeepAsync(StoreKey store, ContactKey key, BooksContact contact) =>
        KeepAsync(store, RunKeys.Contact(key), key.Customer, contact.Id, ApiJson.Text(contact));

    /// <summary>Keeps an item as it was just written.</summary>
    public Task KeepAsync(StoreKey store, string sku, BooksItem item) =>
        KeepAsync(store, RunKeys.Item(sku), sku, item.Id, ApiJson.Text(item));

    private Task KeepAsync(StoreKey store, string key, string group, string sageId, string content) =>
        database.WriteAsync(
            store.Workspace,
            async db =>
            {
                var row = await db.Rows<RunLinkRow>().FirstOrDefaultAsync(r => r.StoreId == store.Store && r.Key == key);
                if (row is null)
                {
                    row = new RunLinkRow
                    {
                        StoreId = store.Store,
                        Key = key,
                        WorkspaceId = store.Workspace,
                        Group = group,
                    };
                    db.Add(row);
                }
                (row.SageId, row.Content) = (sageId, content);
            },
            CancellationToken.None
        );

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ApiJson.Options)!;
}
