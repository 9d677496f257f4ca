namespace Ledgerbridge.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen on. Anything but the loopback default lets other machines in: the sandbox protects nothing.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>
    /// The folder of the file with the books; null takes a private temporary folder that is deleted when the sandbox is disposed.
    /// </summary>
    public string? DataDirectory { get; init; }

    /// <summary>What a new file is seeded with: <c>demo</c> or <c>empty</c>.</summary>
    public string Profile { get; init; } = "demo";

    /// <summary>Redirect URIs added to the default client, to be matched character for character.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>Where the time comes from. The sandbox adds its own offset, which the control API moves.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Is told of every request that failed inside, which is a bug of the sandbox; null keeps quiet.</summary>
    public Action<string>? OnFailure { get; init; }
}
