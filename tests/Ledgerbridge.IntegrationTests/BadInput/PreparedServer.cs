using System.Net;
using System.Net.Http.Json;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>A server where everything works, its own description of itself, and a real id for every kind of thing.</summary>
public sealed class PreparedServer : IAsyncLifetime
{
    private readonly Dictionary<string, string> _ids = [];
    private readonly DatabaseKind _database;
    private ChangeWatch? _watch;

    /// <summary>One on SQLite, which can tell after each request whether anything was written.</summary>
    public PreparedServer()
        : this(DatabaseKind.Sqlite) { }

    internal PreparedServer(DatabaseKind database) => _database = database;

    /// <summary>The server.</summary>
    public ServerFixture Server { get; private set; } = null!;

    /// <summary>The Owner's browser.</summary>
    public ServerClient Owner { get; private set; } = null!;

    /// <summary>Another browser of the Owner's, for requests no <see cref="ServerClient"/> would send.</summary>
    public HttpClient Http { get; } = new();

    public string Workspace { get; private set; } = "";

    /// <summary>What the Owner's password is kept as, for the times it was changed.</summary>
    public string PasswordHash { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public string Today { get; private set; } = "";

    /// <summary>A shop that is connected.</summary>
    public DemoStoreFixture Shop { get; private set; } = null!;

    /// <summary>The shop's id with the server.</summary>
    public string Store => _ids["stores"];

    /// <summary>The shop's rules, as they are read.</summary>
    public string Policy { get; private set; } = "";

    internal IReadOnlyList<Operation> Operations { get; private set; } = [];

    /// <summary>Tells whether anything was written; on SQLite only.</summary>
    internal ChangeWatch Watch => _watch ?? throw new InvalidOperationException("Only SQLite tells whether anything was written.");

    /// <summary>An operation's address with real ids in it.</summary>
    internal string PathOf(Operation operation)
    {
        var path = operation.Path;
        foreach (var parameter in operation.Parameters.Where(static one => one.In == "path"))
            path = path.Replace($"{{{parameter.Name}}}", IdFor(operation, parameter.Name), StringComparison.Ordinal);
        return path;
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        Server = await ServerFixture.StartAsync(_database, ct);
        Owner = await Server.ReadyAsync(ct);
        Contact = await Owner.CustomerAsync("Baobab Lodge", ct);
        Today = (await Server.Sandbox.Control.ClockAsync(ct)).ToString("yyyy-MM-dd", null);
        Workspace = (await Owner.GetAsync("/api/session", ct))["workspace"]!["id"]!.ToString();
        _ids["contacts"] = Contact;
        _ids["people"] = (await Owner.GetAsync("/api/session", ct))["person"]!["id"]!.ToString();
        _ids["connections"] = (await Owner.GetAsync("/api/connections", ct))["connections"]![0]!["id"]!.ToString();
        (Shop, _ids["stores"]) = await Server.PairedShopAsync(Owner, ct);
        await Shop.DoAsync("sell", ct);
        await Shop.TickAsync(ct);
        _ids["runs"] = (await Owner.GetAsync("/api/runs", ct))["items"]![0]!["id"]!.ToString();
        Policy = (await Owner.GetAsync($"/api/stores/{_ids["stores"]}/policy", ct))["policy"]!.ToJsonString();
        var document = (await Owner.GetAsync("/openapi/v1.json", ct)).Expect(HttpStatusCode.OK).Body!.AsObject();
        Operations = Operation.AllOf(document);
        PasswordHash = (await Server.RowsAsync("SELECT password_hash FROM people_persons", ct))[0][0];
        Http.BaseAddress = Server.BaseAddress;
        var signIn = new { email = ServerSetUp.Email, password = ServerSetUp.Password };
        (await Http.PostAsJsonAsync(new Uri("/api/session", UriKind.Relative), signIn, ct)).EnsureSuccessStatusCode();
        if (_database == DatabaseKind.Sqlite)
            _watch = await ChangeWatch.StartAsync(Server);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
            await _watch.DisposeAsync();
        Owner.Dispose();
        Http.Dispose();
        await Server.DisposeAsync();
        await Shop.DisposeAsync();
    }

    private string IdFor(Operation operation, string parameter) =>
        parameter switch
        {
            "scope" => "automation",
            "key" => "colour",
            "token" => "lbi_used-long-ago",
            _ => _ids.FirstOrDefault(pair => operation.Path.Contains($"/{pair.Key}/{{", StringComparison.Ordinal)).Value
                ?? "nothing-has-this-id",
        };
}
