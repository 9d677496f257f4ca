using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// The keys under which a shop's things are in the posting journal. A posting is the link between the shop's thing and Sage's: its key is
/// unique, so nothing of a shop can be posted twice, whatever happens between intent and answer.
/// </summary>
internal static class RunKeys
{
    public static string Invoice(StoreId store, long id) => $"store:{store.Text}:invoice:{id}";

    public static string Payment(StoreId store, long invoiceId) => $"store:{store.Text}:payment:{invoiceId}";

    public static string CreditNote(StoreId store, long id) => $"store:{store.Text}:creditmemo:{id}";

    public static string Allocation(StoreId store, long creditMemoId) => $"store:{store.Text}:allocation:{creditMemoId}";

    /// <summary>A refund that is paid back belongs to its credit memo, not to the invoice.</summary>
    public static string Refund(StoreId store, long creditMemoId) => $"store:{store.Text}:refund:{creditMemoId}";

    public static string Contact(StoreId store, ContactKey key) => $"store:{store.Text}:{Contact(key)}";

    public static string Item(StoreId store, string sku) => $"store:{store.Text}:{Item(sku)}";

    /// <summary>A contact within its shop.</summary>
    public static string Contact(ContactKey key) => $"contact:{key.Text}";

    /// <summary>An item within its shop.</summary>
    public static string Item(string sku) => $"item:{sku}";

    /// <summary>A change belongs to the run that wants it; it stands behind the key of what is changed.</summary>
    public static string Change(string key, RunId run) => $"{key}|{run.Text}";

    public static string Stock(StoreId store, RunId run) => $"store:{store.Text}:stock:{run.Text}";
}
