using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Internal;

namespace Ledgerbridge.Server.Stores;

/// <summary>Shops: pairing, what they tell us, and what we ask them.</summary>
internal static class StoresFeature
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10);

    /// <summary>Adds the feature.</summary>
    public static void AddStores(this IServiceCollection services)
    {
        services.AddOptions<StoresOptions>().BindConfiguration(StoresOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StoreKeys>();
        services.AddSingleton<ISealedTexts>(static provider => provider.GetRequiredService<StoreKeys>());
        services.AddSingleton<StoreDirectory>();
        services.AddSingleton<StoreClient>();
        services.AddSingleton<StoreSettling>();
        services.AddSingleton<StoreCustody>();
        services.AddSingleton<StorePolicies>();
        services.AddSingleton<StorePlaces>();
        services.AddSingleton<StorePairing>();
        services.AddSingleton<StoreReader>();
        services.AddSingleton<StoreList>();
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<StoreGate>();
        services.AddSingleton<StoreIntake>();
        services.AddSingleton<StoreWire>();
        services.AddSingleton<EmbedPage>();
        services.AddSingleton<SeenTokenSweep>();
        services.AddRecurringJob<SeenTokenSweep>("stores.forget-tokens", SweepEvery);
    }

    /// <summary>
    /// Maps the addresses that shops and their admins call. Shops show who they are by their own tokens, so these are open to everybody as
    /// far as signing in goes.
    /// </summary>
    public static void MapStoreWire(this IEndpointRouteBuilder app)
    {
        app.MapPost(
                "/webhooks/magento/{tenant}/{event}",
                static (HttpRequest request, string tenant, string @event, StoreIntake intake, CancellationToken ct) =>
                    intake.TakeAsync(request, tenant, @event, ct)
            )
            .ForEveryone()
            .ExcludeFromDescription();
        app.MapGet("/v1/tile/health", static (HttpRequest request, StoreWire wire, CancellationToken ct) => wire.HealthAsync(request, ct))
            .ForEveryone()
            .ExcludeFromDescription();
        app.MapGet(
                "/v1/status",
                static (HttpRequest request, StoreWire wire, CancellationToken ct) =>
                    wire.StatusAsync(request, request.Query["entity_type"], request.Query["entity_id"], ct)
            )
            .ForEveryone()
            .ExcludeFromDescription();
        app.MapPost(
                "/v1/tenant/disconnect",
                static (HttpRequest request, StoreWire wire, CancellationToken ct) => wire.DisconnectAsync(request, ct)
            )
            .ForEveryone()
            .ExcludeFromDescription();
        app.MapGet(
                "/embed/{tenant}",
                static (HttpContext context, string tenant, EmbedPage page, CancellationToken ct) => page.ShowAsync(context, tenant, ct)
            )
            .ForEveryone()
            .ExcludeFromDescription();
        app.MapGet("/dashboard", static () => Results.Redirect("/")).ForEveryone().ExcludeFromDescription();
        // An address that is nearly right would be answered with the app's page, and a shop takes any 2xx for "kept".
        app.MapPost("/webhooks/{**rest}", static () => WireAnswers.Later).ForEveryone().ExcludeFromDescription();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapStores(this IEndpointRouteBuilder api) => StoreEndpoints.Map(api);
}
