using System.Globalization;
using System.Text.Json;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Posting.Internal;
using Ledgerbridge.Server.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>
/// What <see cref="SimulatedServer"/> does: the whole server with its web face, whose lanes work when it is told to, at the time it is
/// told.
/// </summary>
internal sealed class SimulatedServerLoop(IServiceProvider services, Mishaps mishaps)
{
    /// <summary>The setting that says where to listen.</summary>
    public const string Address = "Simulation:Address";

    public static async Task<int> RunAsync(TextReader input, TextWriter output)
    {
        var time = new HurriedTime();
        var settings = JsonSerializer.Deserialize<Dictionary<string, string?>>(await NextAsync(input, time) ?? "{}")!;
        var mishaps = new Mishaps();
        await using var app = Build(settings, time, mishaps);
        app.UseLedgerbridge();
        await app.StartLedgerbridgeAsync();
        var loop = new SimulatedServerLoop(app.Services, mishaps);
        await output.WriteLineAsync("ready");
        await output.FlushAsync();
        while (await NextAsync(input, time) is { } line)
        {
            await output.WriteLineAsync(await loop.AnswerAsync(line.Split(' ')));
            await output.FlushAsync();
        }
        return 0;
    }

    private static WebApplication Build(Dictionary<string, string?> settings, TimeProvider time, Mishaps mishaps)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(settings[Address]!);
        builder.Logging.ClearProviders();
        builder.AddLedgerbridge();
        builder.Services.Replace(ServiceDescriptor.Singleton(time));
        mishaps.Join(builder.Services);
        return builder.Build();
    }

    /// <summary>The next line without the time it begins with; null when there are no more.</summary>
    private static async Task<string?> NextAsync(TextReader input, HurriedTime time)
    {
        if (await input.ReadLineAsync() is not { } line)
            return null;
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        time.Ticks = long.Parse(line.AsSpan(0, space), CultureInfo.InvariantCulture);
        return line[(space + 1)..];
    }

    private async Task<string> AnswerAsync(string[] words)
    {
        switch (words)
        {
            case ["mishaps", .. var moments]:
                var numbers = moments.Select(static moment => int.Parse(moment, CultureInfo.InvariantCulture)).ToArray();
                mishaps.Arm(numbers[0], numbers[1..]);
                return "armed";
            case ["time"]:
                return "told";
            case ["work"]:
                return await WorkAsync();
            default:
                return $"not understood: {string.Join(' ', words)}";
        }
    }

    /// <summary>All that is due, of the lanes and of the journal; what a failing database stops is due again at once.</summary>
    private async Task<string> WorkAsync()
    {
        try
        {
            var swept = await services.GetRequiredService<PostingSweep>().RunAsync(CancellationToken.None);
            var attempts = await services.GetRequiredService<RunLanes>().WorkOnDueAsync(CancellationToken.None);
            return string.Create(CultureInfo.InvariantCulture, $"done {swept + attempts}");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return $"stopped {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}";
        }
    }
}

/// <summary>
/// Time as the simulation tells it. Short waits, such as those between two tries of a reading, pass in a twentieth; deadlines go by real
/// time.
/// </summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Hurry = 20;
    private static readonly TimeSpan ShortUpTo = TimeSpan.FromSeconds(5);
    private long _ticks;

    /// <summary>The time in UTC ticks.</summary>
    public long Ticks
    {
        set => Interlocked.Exchange(ref _ticks, value);
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < ShortUpTo ? dueTime / Hurry : dueTime, period);
}
