using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Connections;

/// <summary>OAuth with Sage, custody of its tokens, businesses and their reference lists.</summary>
internal static class ConnectionsFeature
{
    private static readonly TimeSpan KeepAliveEvery = TimeSpan.FromHours(1);

    /// <summary>Adds the feature.</summary>
    public static void AddConnections(this IServiceCollection services)
    {
        services.AddOptions<ConnectionsOptions>().BindConfiguration(ConnectionsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(static provider => new SageGateway(
            provider.GetRequiredService<IOptions<ConnectionsOptions>>().Value.Sage,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<TokenBox>();
        services.AddSingleton<ISealedTexts>(static provider => provider.GetRequiredService<TokenBox>());
        services.AddSingleton<TokenCustody>();
        services.AddSingleton<AuthorizeWalks>();
        services.AddSingleton<Grants>();
        services.AddSingleton<ReferenceLists>();
        services.AddSingleton<Businesses>();
        services.AddSingleton<ConnectionHealth>();
        services.AddSingleton<KeepAlive>();
        services.AddRecurringJob<KeepAlive>("connections.keep-alive", KeepAliveEvery);
    }

    /// <summary>Maps the browser's two addresses.</summary>
    public static void MapConnectionPages(this IEndpointRouteBuilder app) => AuthEndpoints.Map(app);

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapConnections(this IEndpointRouteBuilder api) => ConnectionEndpoints.Map(api);
}
