using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Connections;

/// <summary>A server with one connection, fresh from Sage, and what can be done to its tokens.</summary>
internal sealed class TokenStory : IAsyncDisposable
{
    private const string TokenPath = "/token";

    private TokenStory(ServerFixture server, ServerClient owner, ConnectionId connection) =>
        (Server, Owner, Connection) = (server, owner, connection);

    public ServerFixture Server { get; }

    /// <summary>The first person, signed in.</summary>
    public ServerClient Owner { get; }

    public ConnectionId Connection { get; }

    public TokenCustody Custody => Server.Get<TokenCustody>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<TokenStory> BeginAsync(DatabaseKind database, CancellationToken ct)
    {
        var server = await ServerFixture.StartAsync(database, ct);
        var owner = await server.ReadyAsync(ct);
        return new TokenStory(server, owner, (await server.ConnectionsAsync(ct)).Single().Id);
    }

    public static Secret Given(SageAnswer<Secret> answer) =>
        answer.Succeeded(out var token, out var failure)
            ? token
            : throw new InvalidOperationException($"{failure.Kind}: {failure.Message}");

    public Task<Secret> TokenAsync(Secret? rejected = null) => TokenAsync(Server, rejected);

    public async Task<Secret> TokenAsync(ServerFixture server, Secret? rejected) =>
        Given(await server.Get<TokenCustody>().GetAsync(Connection, rejected, Ct));

    public async Task<SageFailure> FailureAsync() =>
        (await Custody.GetAsync(Connection, null, Ct)).Succeeded(out _, out var failure)
            ? throw new InvalidOperationException("A token was given out.")
            : failure;

    /// <summary>How often Sage replaced the tokens of any grant.</summary>
    public async Task<long> RefreshesAsync() => (await Server.Sandbox.Control.TokensAsync(Ct)).Refreshes;

    public async Task<ConnectionRow> RowAsync() => (await Server.ConnectionsAsync(Ct)).Single(row => row.Id == Connection);

    /// <summary>The next call of the token endpoint fails so.</summary>
    public Task FaultAsync(string kind, int? status) =>
        Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = kind,
                Method = "POST",
                Path = TokenPath,
                Status = status,
                Times = 1,
            },
            Ct
        );

    /// <summary>The next call of the token endpoint is worked off so many seconds of the injected time later.</summary>
    public Task SlowTokenAsync(int seconds) =>
        Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "slow",
                Method = "POST",
                Path = TokenPath,
                DelayMs = seconds * 1000,
                Clock = "injected",
                Times = 1,
            },
            Ct
        );

    /// <summary>Waits until the planned fault was hit.</summary>
    public Task HitAsync() =>
        Eventually.TrueAsync(async () => (await Server.Sandbox.Control.FaultsAsync(Ct)).Single().Hits > 0, "the call of the fault", Ct);

    /// <summary>Connects another person of Sage's and returns that connection.</summary>
    public Task<ConnectionId> ConnectAsPieterAsync() => ConnectAsPieterAsync(Server, Owner);

    public static async Task<ConnectionId> ConnectAsPieterAsync(ServerFixture server, ServerClient browser)
    {
        var authorize = (await browser.GetAsync("/auth/start?country=za", Ct)).Location!;
        var callback = await server.Sandbox.SignIn.DecideAsync(
            authorize.AbsoluteUri,
            new SandboxDecision { Person = SandboxSeed.AssistantId },
            Ct
        );
        var done = await browser.GetAsync(callback.PathAndQuery, Ct);
        return ConnectionId.Parse(SandboxSignIn.QueryOf(new Uri(server.BaseAddress, done.Location!))["connection"]);
    }

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await Server.DisposeAsync();
    }
}
