using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;

namespace Ledgerbridge.Testing;

/// <summary>
/// Follows an invoice from preview to its end while the test's time stands still, moving it on exactly to each next attempt.
/// </summary>
public static class PostingStory
{
    /// <summary>Previews an invoice and returns the preview's id.</summary>
    public static async Task<string> PreviewAsync(this ServerClient client, string contactId, string reference, CancellationToken ct)
    {
        var invoice = ServerSetUp.Invoice(contactId, reference);
        return (await client.PostAsync("/api/sage/sales_invoices/preview", invoice, ct)).Expect(HttpStatusCode.OK).Get("preview_id");
    }

    /// <summary>Confirms a preview.</summary>
    public static Task<ServerAnswer> ConfirmAsync(this ServerClient client, string previewId, CancellationToken ct) =>
        client.PostAsync("/api/sage/sales_invoices", new { preview_id = previewId }, ct);

    /// <summary>What became of a preview.</summary>
    public static Task<ServerAnswer> OutcomeAsync(this ServerClient client, string previewId, CancellationToken ct) =>
        client.GetAsync($"/api/sage/sales_invoices/preview/{previewId}", ct);

    /// <summary>Waits for a request while its posting is tried again and again, at the times the server itself names.</summary>
    public static async Task<ServerAnswer> ThroughRetriesAsync(
        this ServerFixture server,
        ServerClient client,
        string previewId,
        Task<ServerAnswer> request,
        CancellationToken ct
    )
    {
        while (!request.IsCompleted)
        {
            var outcome = await client.OutcomeAsync(previewId, ct);
            if (outcome["next_attempt_at"] is JsonValue next)
                server.MoveTo(next.ToString());
        }
        return await request;
    }

    /// <summary>Moves time on to a moment, if it lies ahead.</summary>
    public static void MoveTo(this ServerFixture server, string moment)
    {
        var ahead = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) - server.Time.GetUtcNow();
        if (ahead > TimeSpan.Zero)
            server.Time.Advance(ahead);
    }

    /// <summary>The invoices of Karoo Trading that carry a reference.</summary>
    public static async Task<IReadOnlyList<JsonObject>> InvoicesAsync(this SandboxFixture sandbox, string reference, CancellationToken ct)
    {
        var invoices = await sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, "sales_invoices", ct);
        return [.. invoices.Where(invoice => invoice["reference"]?.ToString() == reference)];
    }

    /// <summary>The status of the audit entry that a preview is.</summary>
    public static async Task<string> AuditStatusAsync(this ServerClient client, string previewId, CancellationToken ct) =>
        (await client.GetAsync($"/api/sage/audit-logs/{previewId}", ct)).Expect(HttpStatusCode.OK)["entry"]!["status"]!.ToString();
}
