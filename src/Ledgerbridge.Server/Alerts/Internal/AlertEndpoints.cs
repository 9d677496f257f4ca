using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Alerts over the API.</summary>
internal static class AlertEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts").WithTags("Alerts");
        alerts
            .MapGet("", ListAsync)
            .WithName("listAlerts")
            .WithSummary("What people should know or should have known, newest first, and who was told")
            .For(Role.Viewer);
        alerts
            .MapGet(
                "/settings",
                static async (AlertSettingsStore store, Caller caller, CancellationToken ct) =>
                    (Answer<AlertSettingsResponse>)await store.ReadAsync(caller, ct)
            )
            .WithName("getAlertSettings")
            .WithSummary("Who is told, by which ways, when and about what")
            .For(Role.Viewer);
        alerts
            .MapPut(
                "/settings",
                static async (Body<AlertSettingsRequest> body, AlertSettingsStore store, Caller caller, CancellationToken ct) =>
                    (Answer<SavedAlertSettingsResponse>)await store.SaveAsync(caller, body.Value, ct)
            )
            .WithName("setAlertSettings")
            .WithSummary("Replace who is told; answers a webhook's secret once, when it was made")
            .For(Role.Owner);
        alerts
            .MapPost(
                "/webhook-secret",
                static async (AlertSettingsStore store, Caller caller, CancellationToken ct) =>
                    (Answer<WebhookSecretResponse>)await store.RenewSecretAsync(caller, ct)
            )
            .WithName("renewWebhookSecret")
            .WithSummary("Make a new secret for the webhook; the one before signs beside it for a day")
            .For(Role.Owner);
        alerts
            .MapPost(
                "/test",
                static async (Body<AlertTestRequest> body, AlertTrial trial, Caller caller, CancellationToken ct) =>
                    (Answer<AlertTestResponse>)await trial.RunAsync(caller, body.Value.Way!.Value, ct)
            )
            .WithName("testAlerts")
            .WithSummary("Send a test by one way now, and hear what the other side said")
            .For(Role.Owner);
    }

    private static async Task<Answer<AlertsResponse>> ListAsync(
        [AsParameters] AlertFilter filter,
        AlertQueries queries,
        Caller caller,
        CancellationToken ct
    ) => filter.ToQuery().Succeeded(out var query, out var problem) ? await queries.ListAsync(caller.Workspace, query, ct) : problem;
}
