namespace Ledgerbridge.Sandbox.Store;

/// <summary>How a demo shop is started.</summary>
public sealed record DemoStoreOptions
{
    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen on. Anything but the loopback default lets other machines in: the shop protects nothing.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The folder of the file that keeps the shop; null keeps it in memory only.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Where the time comes from. The shop adds its own offset, which the control API moves.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How often the outbox is sent by itself; null for never. A real shop's is a minute.</summary>
    public TimeSpan? CronEvery { get; init; }

    /// <summary>How often somebody buys something by himself; null for never.</summary>
    public TimeSpan? SellEvery { get; init; }

    /// <summary>Is told of every request that failed inside, which is a bug of the shop; null keeps quiet.</summary>
    public Action<string>? OnFailure { get; init; }
}
