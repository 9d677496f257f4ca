using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.Server.Mirror;

/// <summary>Local copies of what Sage knows.</summary>
internal static class MirrorFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddMirror(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ContactCopies>();
        services.AddSingleton<MirrorTouchUps>();
        services.AddSingleton<MirrorSync>();
        services.AddSingleton<MirrorWrites>();
        services.AddSingleton<MirrorLists>();
        services.AddSingleton<CopyFiles>();
        services.AddSingleton<ContactAccounts>();
        services.AddSingleton<SyncStatus>();
        services.AddSingleton<SyncHealth>();
        services.AddSingleton<CopyFigures>();
        services.AddSingleton<LinkedCopies>();
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        if (storage.RunSchedules)
            services.AddHostedService<MirrorSyncService>();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapMirror(this IEndpointRouteBuilder api) => SyncEndpoints.Map(api);
}
