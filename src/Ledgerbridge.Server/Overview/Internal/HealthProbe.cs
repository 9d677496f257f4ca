using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Storage;
using Quartz;

namespace Ledgerbridge.Server.Overview.Internal;

/// <summary>One word about the whole.</summary>
/// <param name="Status"><c>ok</c> or <c>failing</c>.</param>
internal sealed record LivenessResponse(string Status);

/// <summary>One dependency.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status"><c>ok</c>, <c>attention</c> when a person should look, or <c>failing</c>.</param>
/// <param name="Message">What was found, in a sentence.</param>
/// <param name="CheckedAt">When it was looked at.</param>
internal sealed record DependencyResponse(string Name, string Status, string Message, DateTimeOffset CheckedAt);

/// <summary>The whole with its parts.</summary>
/// <param name="Status"><c>ok</c> unless a dependency is failing.</param>
/// <param name="Version">This server's version.</param>
/// <param name="StartedAt">When the process started.</param>
/// <param name="Dependencies">Each part.</param>
internal sealed record HealthResponse(
    string Status,
    string Version,
    DateTimeOffset StartedAt,
    IReadOnlyList<DependencyResponse> Dependencies
);

/// <summary>
/// Looks at everything the server needs. Calls nobody outside: what Sage is like is known from the connections' own states.
/// </summary>
internal sealed class HealthProbe(
    Database database,
    ConnectionHealth connections,
    PostingHealth postings,
    IEnumerable<ISchedulerFactory> schedulers,
    TimeProvider time
)
{
    private const string Ok = "ok";
    private const string Failing = "failing";
    private const string Attention = "attention";

    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public async Task<HealthResponse> RunAsync(CancellationToken ct)
    {
        DependencyResponse[] dependencies =
        [
            await LookAsync("database", DatabaseAsync, ct),
            await LookAsync("scheduler", SchedulerAsync, ct),
            await LookAsync("sage_connections", ConnectionsAsync, ct),
            await LookAsync("postings", PostingsAsync, ct),
        ];
        var version = typeof(HealthProbe).Assembly.GetName().Version?.ToString(fieldCount: 3) ?? "";
        var status = Array.Exists(dependencies, static part => part.Status == Failing) ? Failing : Ok;
        return new HealthResponse(status, version, _startedAt, dependencies);
    }

    private async Task<DependencyResponse> LookAsync(
        string name,
        Func<CancellationToken, Task<(string Status, string Message)>> look,
        CancellationToken ct
    )
    {
        try
        {
            var (status, message) = await look(ct);
            return new DependencyResponse(name, status, message, time.GetUtcNow());
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or SchedulerException or InvalidOperationException)
        {
            return new DependencyResponse(name, Failing, "It does not answer; the server's log has the details.", time.GetUtcNow());
        }
    }

    private async Task<(string Status, string Message)> DatabaseAsync(CancellationToken ct) =>
        await database.ReadAllAsync(db => db.Database.CanConnectAsync(ct))
            ? (Ok, "The database answers.")
            : (Failing, "The database does not answer.");

    private async Task<(string Status, string Message)> SchedulerAsync(CancellationToken ct)
    {
        if (schedulers.FirstOrDefault() is not { } factory)
            return (Ok, "Scheduled work is left to other processes.");
        var scheduler = await factory.GetScheduler(ct);
        return scheduler.Status == SchedulerStatus.Running
            ? (Ok, "Scheduled work is running.")
            : (Failing, "Scheduled work is not running.");
    }

    private async Task<(string Status, string Message)> ConnectionsAsync(CancellationToken ct)
    {
        var (active, broken) = await connections.CountAsync(ct);
        return broken > 0
            ? (Attention, $"{broken} of {active + broken} connections to Sage have to be connected again.")
            : (Ok, $"{active} connections to Sage work.");
    }

    private async Task<(string Status, string Message)> PostingsAsync(CancellationToken ct)
    {
        var (waiting, oldest) = await postings.WaitingAsync(ct);
        return waiting == 0
            ? (Ok, "Nothing waits to be posted.")
            : (Attention, $"{waiting} documents wait to be posted, the oldest since {oldest:yyyy-MM-dd HH:mm} UTC.");
    }
}
