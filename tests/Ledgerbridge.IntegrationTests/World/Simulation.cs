using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>
/// A life of several shops in hours: what they sell and tell, a server that is killed, and faults in Sage, shops and database, all by one
/// seed. Then the faults end, what a person has to mend is mended, and everything has to be where it belongs.
/// </summary>
internal sealed class Simulation : IAsyncDisposable
{
    private const int RetryRoundsMax = 6;
    private const int SettlingStepsMax = 2_000;

    /// <summary>Later than any round in which something was put off to.</summary>
    private const int SettlingFromRound = 1_000_000;

    /// <summary>How time moves on between rounds.</summary>
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(20),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(5),
    ];

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <summary>After which a shop tries again what was not taken.</summary>
    private static readonly TimeSpan ShopPatience = TimeSpan.FromSeconds(30);

    private readonly SimulationPlan _plan;
    private readonly Random _random;
    private readonly Weather _weather;
    private readonly ServerClient _person;
    private readonly List<string> _complaints = [];
    private int _reconnects;
    private int _retried;

    private Simulation(
        SimulationPlan plan,
        ServerFixture office,
        SimulatedServer server,
        ServerClient person,
        IReadOnlyList<SimulatedShop> shops
    )
    {
        (_plan, Office, Server, _person, Shops) = (plan, office, server, person, shops);
        _random = new Random(plan.Seed);
        _weather = new Weather(new Random(_random.Next()), office.Sandbox, shops);
    }

    /// <summary>
    /// Another server on the same database, through which people look and click. Nothing fails in it, and it works on nothing by itself.
    /// </summary>
    public ServerFixture Office { get; }

    /// <summary>The server that shops tell their events to.</summary>
    public SimulatedServer Server { get; }

    /// <summary>The shops.</summary>
    public IReadOnlyList<SimulatedShop> Shops { get; }

    private SandboxTime Time => Office.Time;

    /// <summary>Starts everything: books, a connected workspace, shops that are paired.</summary>
    public static async Task<Simulation> StartAsync(SimulationPlan plan, CancellationToken ct)
    {
        var office = await ServerFixture.StartAsync(plan.Database, ct);
        using var owner = await office.ReadyAsync(ct);
        var key = (await owner.PostAsync("/api/keys", new { name = "Bookkeeper", role = "accountant" }, ct)).Expect(HttpStatusCode.Created);
        var server = new SimulatedServer(office, office.Time);
        await server.EnsureRunsAsync(ct);
        using var ledger = new ServerClient(server.BaseAddress, key.Get("api_key"));
        var shops = new List<SimulatedShop>();
        foreach (var setUp in ShopSetUp.All)
            shops.Add(await SimulatedShop.StartAsync(setUp, office.Time, ledger, ct));
        var simulation = new Simulation(plan, office, server, office.Program(key.Get("api_key")), shops);
        foreach (var shop in shops)
            await simulation.ChangePolicyAsync(shop, shop.SetUp.BeginWith, ct);
        return simulation;
    }

    /// <summary>Lives, settles, mends, and holds everything against what the shops remember.</summary>
    public async Task<SimulationReport> RunAsync(CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        await LiveAsync(ct);
        await MendAsync(ct);
        return await ReportAsync(Stopwatch.GetElapsedTime(began), ct);
    }

    /// <summary>What it came to so far, everything held against what the shops remember.</summary>
    public async Task<SimulationReport> ReportAsync(TimeSpan took, CancellationToken ct)
    {
        var runs = await SeenRuns.ReadAsync(_person, ct);
        var complaints = new List<string>(_complaints);
        complaints.AddRange(Shops.SelectMany(static shop => shop.LostForEver));
        complaints.AddRange(await Auditor.ComplaintsAsync(this, runs, ct));
        if ((await _person.PostAsync("/api/audit/verify", null, ct)).Expect(HttpStatusCode.OK).Get("whole") != "true")
            complaints.Add("The audit log is not whole.");
        return new SimulationReport(
            _plan,
            complaints,
            Shops.Sum(static shop => shop.Told),
            runs.Count,
            Server.Deaths,
            _reconnects,
            _retried,
            took
        );
    }

    /// <summary>All rounds: each with its own sales, faults and perhaps a death.</summary>
    private async Task LiveAsync(CancellationToken ct)
    {
        var lives = Shops.Select(shop => new ShopLife(shop, new Random(_random.Next()), Time)).ToArray();
        var deadly = Enumerable.Range(0, _plan.Rounds).ToArray();
        _random.Shuffle(deadly);
        var deaths = deadly.Take(_plan.Kills).ToHashSet();
        var perShop = Math.Max(1, _plan.Events / _plan.Rounds / lives.Length);
        for (var round = 0; round < _plan.Rounds; round++)
        {
            foreach (var life in lives)
                await life.LiveAsync(perShop, round, ct);
            await _weather.ChangeAsync(ct);
            await RoundAsync(round, deaths.Contains(round), ct);
            await MoveOnAsync(Steps[_random.Next(Steps.Length)], ct);
        }
        await _weather.ClearAsync(ct);
        await Server.ArmAsync(kill: 0, [], ct);
        await SettleAsync(ct);
    }

    /// <summary>Events arrive and are worked on: one after the other, or both at once.</summary>
    private async Task RoundAsync(int round, bool isDeadly, CancellationToken ct)
    {
        var deathsBefore = Server.Deaths;
        await Server.EnsureRunsAsync(ct);
        var fails = _weather.DatabaseFaults();
        var kill = isDeadly ? _weather.DeathMoment() : 0;
        var atOnce = _random.Next(3) == 0;
        var diesWhileWorking = _random.Next(2) == 0;
        await Server.ArmAsync(atOnce || !diesWhileWorking ? kill : 0, fails, ct);
        var arrive = ArriveAsync(round, inTurn: !atOnce, ct);
        if (!atOnce)
        {
            await arrive;
            if (diesWhileWorking)
                await Server.ArmAsync(kill, fails, ct);
        }
        await Server.WorkAsync(ct);
        await arrive;
        if (isDeadly && Server.Deaths == deathsBefore)
            await Server.KillAsync();
        await Server.EnsureRunsAsync(ct);
        await ReconnectAsync(ct);
    }

    /// <summary>
    /// Events arrive: in turn, a moment apart, so that the same seed makes the same order; or from all shops at once.
    /// </summary>
    private async Task ArriveAsync(int round, bool inTurn, CancellationToken ct)
    {
        var due = Shops.Select(shop => (Shop: shop, Events: shop.TakeDue(round, new Random(HashCodeOf(_plan.Seed, round))))).ToArray();
        if (!inTurn)
        {
            await Task.WhenAll(due.Select(one => DeliverAsync(one.Shop, one.Events)));
            return;
        }
        foreach (var (shop, events) in due)
            await DeliverAsync(shop, events);

        async Task DeliverAsync(SimulatedShop shop, IReadOnlyList<ShopEvent> events)
        {
            foreach (var told in events)
            {
                await shop.DeliverAsync(told, round, ct);
                if (inTurn)
                    await MoveOnAsync(Moment, ct);
            }
        }
    }

    /// <summary>Unlike the framework's, the same in every process.</summary>
    private static int HashCodeOf(int seed, int round) => unchecked((seed * 397) ^ round);

    /// <summary>Without faults: lets everything arrive, and time move on to whatever is due next, until nothing is.</summary>
    private async Task SettleAsync(CancellationToken ct)
    {
        for (var step = 0; step < SettlingStepsMax; step++)
        {
            await Server.EnsureRunsAsync(ct);
            await ReconnectAsync(ct);
            await ArriveAsync(SettlingFromRound + step, inTurn: true, ct);
            if (await Server.WorkAsync(ct) is { } said && said.StartsWith("stopped", StringComparison.Ordinal))
                _complaints.Add($"The lanes {said} although nothing failed.");
            if (Shops.Sum(static shop => shop.Waiting) > 0)
            {
                await MoveOnAsync(ShopPatience, ct);
                continue;
            }
            if (await NextDue.AtAsync(Office, ct) is not { } next)
                return;
            await MoveOnAsync(next > Time.GetUtcNow() ? next - Time.GetUtcNow() : TimeSpan.FromSeconds(1), ct);
        }
        _complaints.Add($"After {SettlingStepsMax} steps something still waits.");
    }

    /// <summary>A bookkeeper mends what only people can, and sends round again what failed, cause by cause.</summary>
    private async Task MendAsync(CancellationToken ct)
    {
        foreach (var shop in Shops)
        {
            await ChangePolicyAsync(shop, ShopSetUp.Mend, ct);
            foreach (var papers in shop.LatePapers.GroupBy(static late => late.Kind, static late => late.Paper))
                await shop.PutAsync(papers.Key, papers, ct);
            shop.LatePapers.Clear();
        }
        var failed = -1;
        for (var round = 0; round < RetryRoundsMax; round++)
        {
            var causes = (await _person.GetAsync("/api/runs?limit=1", ct)).Expect(HttpStatusCode.OK)["causes"]!.AsArray();
            foreach (var cause in causes)
            {
                var retried = await _person.PostAsync($"/api/runs/retry?cause={cause!["cause"]}", null, ct);
                _retried += int.Parse(retried.Expect(HttpStatusCode.OK).Get("retried"), System.Globalization.CultureInfo.InvariantCulture);
            }
            await SettleAsync(ct);
            // What fails again of the same is not to be mended by trying.
            var left = await FailedAsync(ct);
            if (left == failed)
                return;
            failed = left;
        }
    }

    private async Task<int> FailedAsync(CancellationToken ct)
    {
        var causes = (await _person.GetAsync("/api/runs?limit=1", ct)).Expect(HttpStatusCode.OK)["causes"]!.AsArray();
        return causes.Sum(static cause => (int)cause!["failed"]!);
    }

    /// <summary>A person connects Sage again when the grant was lost.</summary>
    private async Task ReconnectAsync(CancellationToken ct)
    {
        var connections = (await _person.GetAsync("/api/connections", ct)).Expect(HttpStatusCode.OK)["connections"]!.AsArray();
        if (connections.All(static connection => connection!["problem"] is null))
            return;
        using var browser = await Office.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct);
        await Office.ConnectAsync(browser, ct);
        _reconnects++;
    }

    private async Task MoveOnAsync(TimeSpan by, CancellationToken ct)
    {
        Time.Advance(by);
        await Server.TellTimeAsync(ct);
    }

    private async Task ChangePolicyAsync(SimulatedShop shop, Action<JsonNode, string> change, CancellationToken ct)
    {
        (await _person.PostAsync("/api/business/select", new { business_id = shop.SetUp.Business }, ct)).Expect(HttpStatusCode.OK);
        var bank = (await _person.GetAsync("/api/business/reference", ct)).Expect(HttpStatusCode.OK)["bank_accounts"]![0]![
            "id"
        ]!.ToString();
        var policy = (await _person.GetAsync($"/api/stores/{shop.StoreId}/policy", ct)).Expect(HttpStatusCode.OK)["policy"]!;
        change(policy, bank);
        (await _person.PutAsync($"/api/stores/{shop.StoreId}/policy", policy, ct)).Expect(HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        foreach (var shop in Shops)
            await shop.DisposeAsync();
        _person.Dispose();
        await Office.DisposeAsync();
    }
}
