using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Overview.Internal;

namespace Ledgerbridge.Server.Overview;

/// <summary>How the server and what it depends on are doing.</summary>
internal static class OverviewFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddOverview(this IServiceCollection services)
    {
        services.AddSingleton<HealthProbe>();
        services.AddSingleton<ReadOverview>();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapOverview(this IEndpointRouteBuilder api) =>
        api.MapGet(
                "/overview",
                static async (ReadOverview read, Caller caller, CancellationToken ct) =>
                    (Answer<OverviewResponse>)await read.RunAsync(caller.Workspace, ct)
            )
            .WithTags("Overview")
            .WithName("getOverview")
            .WithSummary("How the workspace stands: what needs a person, the figures of the day, and the last 30 days")
            .For(Role.Viewer);

    /// <summary>Maps the probes, which load balancers ask without signing in.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", static () => Results.Json(new LivenessResponse("ok"), ApiJson.Options))
            .WithTags("Health")
            .WithName("getLiveness")
            .WithSummary("The process answers")
            .Produces<LivenessResponse>()
            .ForEveryone();
        app.MapGet("/health", static async (HealthProbe probe, CancellationToken ct) => Answer(await probe.RunAsync(ct)))
            .WithTags("Health")
            .WithName("getHealth")
            .WithSummary("Whether everything the server needs works, in one word")
            .Produces<LivenessResponse>()
            .ForEveryone();
        app.MapGet(
                "/health/detailed",
                static async (HealthProbe probe, CancellationToken ct) => Results.Json(await probe.RunAsync(ct), ApiJson.Options)
            )
            .WithTags("Health")
            .WithName("getDetailedHealth")
            .WithSummary("Each dependency with its state and age")
            .Produces<HealthResponse>()
            .For(Role.Viewer);
    }

    private static IResult Answer(HealthResponse health) =>
        Results.Json(
            new LivenessResponse(health.Status),
            ApiJson.Options,
            statusCode: health.Status == "ok" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
}
