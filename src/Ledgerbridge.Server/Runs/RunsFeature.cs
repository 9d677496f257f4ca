using Ledgerbridge.Server.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ledgerbridge.Server.Runs;

/// <summary>The durable work on the events of shops.</summary>
internal static class RunsFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddSingleton<IStoreRuns, RunIntake>();
        services.TryAddSingleton<IRunSignal, SilentRunSignal>();
    }
}
