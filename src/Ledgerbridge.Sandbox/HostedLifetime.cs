namespace Ledgerbridge.Sandbox;

/// <summary>A server that stops when it is disposed: signals are the business of whoever hosts it.</summary>
internal sealed class HostedLifetime : IHostLifetime
{
    /// <inheritdoc />
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
