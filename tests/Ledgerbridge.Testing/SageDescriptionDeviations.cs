namespace Ledgerbridge.Testing;

/// <summary>Where what Sage does differs from what its description says. Nothing else may differ.</summary>
public static class SageDescriptionDeviations
{
    /// <summary>The list: the quirk's id and what is let through because of it.</summary>
    public static readonly IReadOnlyList<(string Quirk, string What)> All =
    [
        (Envelope, "lists are an envelope, not an array; items carry some of the keys"),
        (DecimalText, "numbers are decimal text, in answers always, in requests where the client likes"),
        (Nulls, "any value may be null"),
        (WholeAsNumber, "audit_trail_id, number_of_attachments and movement_number are numbers, not text"),
        (SlashedLastPaid, "last_paid is 05/01/2022, not a date"),
        (IdempotencyKey, "idempotency_id inside the wrapper of a write"),
        (VoidBody, "DELETE of a sales invoice or credit note with a void_reason in its body, and a void answered 204"),
        (LineIds, "the id of a line inside an update"),
        (NewerFields, "is_active and credit_terms of contacts, legacy_id with show_legacy_id"),
        (StockInstants, "date of stock movements and cost_price_last_updated are instants with thousandths, not dates"),
        (UserService, "businesses with $path, user_permissions and accountant_pays; their page size under $items_per_page"),
    ];

    internal const string Envelope = "SAGE-01";
    internal const string DecimalText = "SAGE-03";
    internal const string Nulls = "SAGE-04";
    internal const string WholeAsNumber = "SAGE-05";
    internal const string SlashedLastPaid = "SAGE-06";
    internal const string IdempotencyKey = "SAGE-12";
    internal const string VoidBody = "SAGE-20";
    internal const string LineIds = "SAGE-23";
    internal const string NewerFields = "SAGE-38";
    internal const string StockInstants = "SAGE-52";
    internal const string UserService = "SAGE-02";

    private static readonly HashSet<string> WholeKeys = ["audit_trail_id", "number_of_attachments", "movement_number"];
    private static readonly HashSet<string> NewerKeys = ["is_active", "credit_terms", "legacy_id"];
    private static readonly HashSet<string> UserServiceKeys = ["$path", "user_permissions", "accountant_pays", "area", "role"];

    internal static bool AllowsBody(string method, string[] words) =>
        method == "DELETE" && words is ["sales_invoices" or "sales_credit_notes", _];

    internal static bool AllowsStatus(string method, string[] words, int status) =>
        method == "DELETE" && words is ["sales_invoices" or "sales_credit_notes", _] && status == 204;

    internal static bool AllowsParameter(string name) => name == "show_legacy_id";

    internal static bool AllowsThousandths(string key, string[] words) =>
        key == "cost_price_last_updated" || (key == "date" && words[0] == "stock_movements");

    internal static bool AllowsWhole(string key) => WholeKeys.Contains(key);

    internal static bool AllowsAnswerKey(string key, string[] words) =>
        NewerKeys.Contains(key) || (words[0] == "businesses" && UserServiceKeys.Contains(key));

    internal static bool AllowsRequestKey(string key, string where) =>
        key switch
        {
            "idempotency_id" => !where.Contains('.', StringComparison.Ordinal),
            "id" => where.Contains("_lines[", StringComparison.Ordinal),
            "is_active" or "credit_terms" => where == "contact",
            _ => false,
        };
}
