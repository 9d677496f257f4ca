using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ledgerbridge.IntegrationTests;

/// <summary>What <see cref="OtherProcess"/> does: the server's own composition, without its web server and schedules.</summary>
internal sealed class OtherProcessLoop(IServiceProvider services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, IAsyncDisposable> _held = new(StringComparer.Ordinal);
    private Secret? _last;

    public static async Task<int> RunAsync(TextReader input, TextWriter output)
    {
        var time = new ToldTime();
        var settings = JsonSerializer.Deserialize<Dictionary<string, string?>>(await NextAsync(input, time) ?? "{}")!;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.AddLedgerbridge();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        await using var app = builder.Build();
        await app.PrepareStorageAsync(CancellationToken.None);
        var loop = new OtherProcessLoop(app.Services);
        await output.WriteLineAsync("ready");
        while (await NextAsync(input, time) is { } line)
        {
            await output.WriteLineAsync(await loop.AnswerAsync(line.Split(' ')));
            await output.FlushAsync();
        }
        return 0;
    }

    /// <summary>The next line without the time it begins with; null when there are no more.</summary>
    private static async Task<string?> NextAsync(TextReader input, ToldTime time)
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
            case ["tokens" or "rejected", var connection, var callers]:
                return await TokensAsync(ConnectionId.Parse(connection), Number(callers), words[0] == "rejected" ? _last : null);
            case ["take", var name]:
                return await TakeAsync(name, TimeSpan.Zero) ? "held" : "busy";
            case ["wait", var name]:
                return await TakeAsync(name, Patience) ? "held" : "busy";
            case ["free", var name]:
                await _held[name].DisposeAsync();
                return "free";
            case ["count", var name, var times, var file]:
                for (var i = 0; i < Number(times); i++)
                    await CountAsync(name, file);
                return "counted";
            case ["reseal", var times]:
                for (var i = 0; i < Number(times); i++)
                    await ResealAsync();
                return "resealed";
            default:
                return $"not understood: {string.Join(' ', words)}";
        }
    }

    private async Task<string> TokensAsync(ConnectionId connection, int callers, Secret? rejected)
    {
        var custody = services.GetRequiredService<TokenCustody>();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(_ => Task.Run(() => custody.GetAsync(connection, rejected, CancellationToken.None).AsTask()))
        );
        var tokens = new HashSet<Secret>();
        foreach (var answer in answers)
        {
            if (!answer.Succeeded(out var token, out var failure))
                return $"{failure.Kind}: {failure.Message}";
            tokens.Add(token);
        }
        _last = tokens.First();
        return tokens.Count == 1
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_last.Value.Reveal())))
            : $"{tokens.Count} tokens at once";
    }

    private async Task<bool> TakeAsync(string name, TimeSpan patience)
    {
        if (await services.GetRequiredService<ProcessLocks>().TakeAsync(name, patience, CancellationToken.None) is not { } held)
            return false;
        _held[name] = held;
        return true;
    }

    private async Task CountAsync(string name, string file)
    {
        await using var held = await services.GetRequiredService<ProcessLocks>().TakeAsync(name, Patience, CancellationToken.None);
        await File.WriteAllTextAsync(file, (int.Parse(await File.ReadAllTextAsync(file)) + 1).ToString(CultureInfo.InvariantCulture));
    }

    private async Task ResealAsync()
    {
        var rotation = services.GetRequiredService<KeyRotation>();
        rotation.AddKey();
        await rotation.ResealAsync(CancellationToken.None);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Time as the other process tells it. Deadlines go by real time.</summary>
internal sealed class ToldTime : TimeProvider
{
    private long _ticks;

    /// <summary>The time in UTC ticks.</summary>
    public long Ticks
    {
        set => Interlocked.Exchange(ref _ticks, value);
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
}
