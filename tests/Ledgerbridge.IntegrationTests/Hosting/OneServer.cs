using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Hosting;

/// <summary>One server for a class of tests that change little.</summary>
public sealed class OneServer : IAsyncLifetime
{
    /// <summary>A site that is named in the settings.</summary>
    public const string NamedSite = "https://reports.example.co.za";

    /// <summary>The server.</summary>
    public ServerFixture Server { get; private set; } = null!;

    /// <summary>The Owner's browser.</summary>
    public ServerClient Owner { get; private set; } = null!;

    /// <summary>An Owner's key.</summary>
    public ServerClient Key { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        Server = await ServerFixture.StartAsync(
            new Dictionary<string, string?> { ["Ledgerbridge:Hosting:AllowedOrigins:0"] = NamedSite },
            ct
        );
        Owner = await Server.FirstRunAsync(ct);
        Key = await Server.KeyAsync(Owner, "owner", ct);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        Key.Dispose();
        await Server.DisposeAsync();
    }
}
