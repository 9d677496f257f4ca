namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>Who may use which endpoint. An endpoint without a row fails a test, and so does a row without an endpoint.</summary>
internal static class AccessTable
{
    /// <summary>Endpoints that need no sign-in, each with the reason why that is safe.</summary>
    public static IReadOnlyDictionary<string, string> Everyone { get; } =
        new Dictionary<string, string>
        {
            ["* /api/{**rest}"] = "says that there is no such address",
            ["* /{**path:nonfile}"] = "the web app's page, which holds no data",
            ["* /{**path}"] = "says that there is no such file",
            ["GET /openapi/{documentName}.json"] = "describes the API, holds no data",
            ["GET /healthz"] = "load balancers ask it",
            ["GET /health"] = "load balancers ask it; one word",
            ["GET /auth/start"] = "sends whoever is not signed in to the sign-in page, and looks at the role itself",
            ["GET /auth/callback"] = "answers whoever is not signed in with a page, and looks at the session itself",
            ["POST /webhooks/magento/{tenant}/{event}"] = "shops show by their own token who they are",
            ["POST /webhooks/{**rest}"] = "says that it cannot be taken just now",
            ["GET /v1/tile/health"] = "shops show by their own token who they are",
            ["GET /v1/status"] = "shops show by their own token who they are",
            ["POST /v1/tenant/disconnect"] = "shops show by their own token who they are",
            ["GET /embed/{tenant}"] = "tells nothing to who is not signed in, and looks at the session itself",
            ["GET /dashboard"] = "leads to the app's page, which holds no data",
            ["GET /api/session"] = "says whether somebody is signed in",
            ["POST /api/session"] = "signing in",
            ["POST /api/first-run"] = "works once, while nobody has an account",
            ["GET /api/invitations/{token}"] = "whoever has the link's secret text",
            ["POST /api/invitations/accept"] = "whoever has the link's secret text",
        };

    /// <summary>What shops and their admins call. It is not ours to change, and so not part of the API's description.</summary>
    public static IReadOnlyList<string> WireOfShops { get; } =
    [
        "POST /webhooks/magento/{tenant}/{event}",
        "GET /v1/tile/health",
        "GET /v1/status",
        "POST /v1/tenant/disconnect",
        "GET /embed/{tenant}",
        "GET /dashboard",
    ];

    /// <summary>All other endpoints, each with the least role, and whether only people may use it.</summary>
    public static IReadOnlyDictionary<string, string> Rules { get; } =
        new Dictionary<string, string>
        {
            ["GET /health/detailed"] = "Viewer",
            ["DELETE /api/session"] = "people:Viewer",
            ["PUT /api/session/workspace"] = "people:Viewer",
            ["POST /api/invitations/{token}/accept-as-me"] = "people:Viewer",
            ["GET /api/people"] = "people:Viewer",
            ["POST /api/people/invitations"] = "people:Owner",
            ["DELETE /api/people/invitations/{id}"] = "people:Owner",
            ["PUT /api/people/{id}/role"] = "people:Owner",
            ["DELETE /api/people/{id}"] = "people:Owner",
            ["GET /api/keys"] = "people:Owner",
            ["POST /api/keys"] = "people:Owner",
            ["DELETE /api/keys/{id}"] = "people:Owner",
            ["PUT /api/account/password"] = "people:Viewer",
            ["GET /api/account/sessions"] = "people:Viewer",
            ["DELETE /api/account/sessions/{id}"] = "people:Viewer",
            ["POST /api/account/workspaces"] = "people:Owner",
            ["POST /api/account/two-factor/begin"] = "people:Viewer",
            ["POST /api/account/two-factor/on"] = "people:Viewer",
            ["POST /api/account/two-factor/off"] = "people:Viewer",
            ["GET /api/settings/{scope}"] = "Viewer",
            ["PUT /api/settings/{scope}/{key}"] = "Viewer",
            ["POST /api/settings/initialize-za-defaults"] = "Owner",
            ["GET /api/connections"] = "Viewer",
            ["GET /api/connections/regions"] = "Viewer",
            ["POST /api/connections/{id}/refresh"] = "Accountant",
            ["DELETE /api/connections/{id}"] = "Owner",
            ["GET /api/business/list"] = "Viewer",
            ["POST /api/business/select"] = "Accountant",
            ["GET /api/business/reference"] = "Viewer",
            ["POST /api/business/reference/refresh"] = "Accountant",
            ["GET /api/sage/sales_invoices"] = "Viewer",
            ["POST /api/sage/sales_invoices"] = "Accountant",
            ["POST /api/sage/sales_invoices/preview"] = "Accountant",
            ["GET /api/sage/sales_invoices/preview/{id}"] = "Viewer",
            ["GET /api/sage/sales_invoices/{id}"] = "Viewer",
            ["GET /api/sage/sales_invoices/{id}/pdf"] = "Viewer",
            ["POST /api/sage/sales_invoices/{id}/release"] = "Accountant",
            ["POST /api/sage/sales_invoices/{id}/void"] = "Accountant",
            ["GET /api/sage/contacts"] = "Viewer",
            ["POST /api/sage/contacts"] = "Accountant",
            ["GET /api/sage/contacts/{id}"] = "Viewer",
            ["PUT /api/sage/contacts/{id}"] = "Accountant",
            ["GET /api/sage/contacts/{id}/statement"] = "Viewer",
            ["GET /api/sage/contacts/{id}/statement.csv"] = "Viewer",
            ["PUT /api/sage/contacts/{id}/active"] = "Accountant",
            ["GET /api/sage/contacts/{id}/parts"] = "Viewer",
            ["POST /api/sage/contacts/{id}/addresses"] = "Accountant",
            ["PUT /api/sage/contacts/{id}/addresses/{address}"] = "Accountant",
            ["DELETE /api/sage/contacts/{id}/addresses/{address}"] = "Accountant",
            ["POST /api/sage/contacts/{id}/persons"] = "Accountant",
            ["PUT /api/sage/contacts/{id}/persons/{person}"] = "Accountant",
            ["DELETE /api/sage/contacts/{id}/persons/{person}"] = "Accountant",
            ["GET /api/sage/sales_invoices.csv"] = "Viewer",
            ["GET /api/sage/sales_credit_notes"] = "Viewer",
            ["GET /api/sage/sales_credit_notes.csv"] = "Viewer",
            ["GET /api/sage/sales_credit_notes/{id}"] = "Viewer",
            ["GET /api/sage/contact_payments/{id}"] = "Viewer",
            ["GET /api/sage/contact_payments"] = "Viewer",
            ["GET /api/sage/contact_payments.csv"] = "Viewer",
            ["GET /api/sage/contacts.csv"] = "Viewer",
            ["GET /api/sync/status"] = "Viewer",
            ["POST /api/sync/{resource}"] = "Accountant",
            ["GET /api/sage/audit-logs"] = "Viewer",
            ["GET /api/sage/audit-logs.csv"] = "Viewer",
            ["GET /api/sage/audit-logs/{id}"] = "Viewer",
            ["GET /api/stores"] = "Viewer",
            ["POST /api/stores"] = "Accountant",
            ["GET /api/stores/{id}"] = "Viewer",
            ["POST /api/stores/{id}/pair"] = "Accountant",
            ["POST /api/stores/{id}/ping"] = "Accountant",
            ["POST /api/stores/{id}/disconnect"] = "Owner",
            ["GET /api/stores/{id}/payment-methods"] = "Viewer",
            ["GET /api/stores/{id}/policy"] = "Viewer",
            ["PUT /api/stores/{id}/policy"] = "Accountant",
            ["POST /api/stores/{id}/policy/preview"] = "Accountant",
            ["POST /api/stores/{id}/dry-run"] = "Accountant",
            ["GET /api/stores/{id}/completeness"] = "Viewer",
            ["GET /api/stores/{id}/completeness.csv"] = "Viewer",
            ["GET /api/overview"] = "Viewer",
            ["GET /api/runs"] = "Viewer",
            ["GET /api/runs/{id}"] = "Viewer",
            ["POST /api/runs/{id}/retry"] = "Accountant",
            ["POST /api/runs/{id}/undo"] = "Accountant",
            ["POST /api/runs/retry"] = "Accountant",
            ["POST /api/runs/backfill"] = "Accountant",
            ["GET /api/alerts"] = "Viewer",
            ["GET /api/alerts/settings"] = "Viewer",
            ["PUT /api/alerts/settings"] = "Owner",
            ["POST /api/alerts/webhook-secret"] = "Owner",
            ["POST /api/alerts/test"] = "Owner",
            ["POST /api/audit/verify"] = "Accountant",
        };

    /// <summary>Whether a caller may use an endpoint, by the table.</summary>
    /// <param name="rule">The row.</param>
    /// <param name="role"><c>Viewer</c>, <c>Accountant</c> or <c>Owner</c>.</param>
    /// <param name="isPerson">False for a key.</param>
    public static bool Allows(string rule, string role, bool isPerson)
    {
        string[] ranks = ["Viewer", "Accountant", "Owner"];
        var isForPeople = rule.StartsWith("people:", StringComparison.Ordinal);
        return (isPerson || !isForPeople) && Array.IndexOf(ranks, role) >= Array.IndexOf(ranks, rule.Split(':')[^1]);
    }
}
