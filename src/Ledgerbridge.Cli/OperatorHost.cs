using Ledgerbridge.Server;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ledgerbridge.Cli;

/// <summary>
/// The server's own composition without its web server and schedules: the commands see exactly what the server sees. Settings come from
/// the environment, as the server's do; <c>LEDGERBRIDGE_DATA</c> names the data directory of the embedded default.
/// </summary>
internal sealed class OperatorHost : IAsyncDisposable
{
    private const string DataVariable = "LEDGERBRIDGE_DATA";

    private readonly WebApplication _app;

    private OperatorHost(WebApplication app) => _app = app;

    /// <summary>Opens the server's data, which must be at this version.</summary>
    public static async Task<OperatorHost> OpenAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        if (Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } data)
        {
            builder.Configuration.AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    [$"{StorageOptions.Section}:{nameof(StorageOptions.DataDirectory)}"] = data,
                    // The embedded default's demo shop is on this machine.
                    [$"{StoresOptions.Section}:{nameof(StoresOptions.AllowPrivateTargets)}"] = "true",
                }
            );
        }
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddLedgerbridge();
        var app = builder.Build();
        await app.PrepareStorageAsync(ct);
        return new OperatorHost(app);
    }

    /// <summary>A service of the server's.</summary>
    public TService Get<TService>()
        where TService : notnull => _app.Services.GetRequiredService<TService>();

    /// <summary>All services of a kind.</summary>
    public IEnumerable<TService> All<TService>() => _app.Services.GetServices<TService>();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
