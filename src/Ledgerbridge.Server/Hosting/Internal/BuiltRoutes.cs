using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>
/// The routes of the app, put together once. The framework puts them together anew for each of its parts that asks, and the first time
/// only when a request comes: a third of a second that somebody would wait for.
/// </summary>
internal sealed class BuiltRoutes(IReadOnlyList<EndpointDataSource> sources) : EndpointDataSource
{
    private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints = new(() => [.. sources.SelectMany(static source => source.Endpoints)]);

    /// <inheritdoc />
    public override IReadOnlyList<Endpoint> Endpoints => _endpoints.Value;

    /// <inheritdoc />
    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    /// <summary>Puts this in the place of the sources the app has collected, and begins to put the routes together.</summary>
    public static Task BuildAsync(IEndpointRouteBuilder app)
    {
        var built = new BuiltRoutes([.. app.DataSources]);
        app.DataSources.Clear();
        app.DataSources.Add(built);
        return Task.Run(() => _ = built.Endpoints);
    }
}
