using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>What goes wrong around the server, by chance and by seed: in Sage, in the shops, in the database.</summary>
internal sealed class Weather(Random random, SandboxFixture sandbox, IReadOnlyList<SimulatedShop> shops)
{
    private const int SageFaultsMax = 5;
    private const int ShopFaultsMax = 3;
    private const int DatabaseFaultsMax = 4;
    private const int MomentsMax = 1_500;
    private const int CallsBeforeMax = 25;

    private static readonly (string Method, string Path)[] SageCalls =
    [
        ("POST", "/v3.1/contacts"),
        ("PUT", "/v3.1/contacts/*"),
        ("POST", "/v3.1/sales_invoices"),
        ("POST", "/v3.1/sales_invoices"),
        ("POST", "/v3.1/contact_payments"),
        ("POST", "/v3.1/sales_credit_notes"),
        ("POST", "/v3.1/contact_allocations"),
        ("POST", "/v3.1/stock_items"),
        ("POST", "/v3.1/products"),
        ("POST", "/v3.1/services"),
        ("PUT", "/v3.1/*"),
        ("POST", "/v3.1/stock_movements"),
        ("GET", "/v3.1/*"),
        ("POST", "/v3.1/*"),
    ];

    private static readonly string[] ShopRoutes = ["", "invoice/", "payment/", "creditmemo/", "customer/", "product/", "sync-state"];
    private static readonly string[] ShopFaultKinds = ["status", "status", "html", "garbage", "cut", "lost", "redirect", "slow"];
    private static readonly int[] ShopStatuses = [500, 502, 503, 404, 401];

    /// <summary>The faults of one round.</summary>
    public async Task ChangeAsync(CancellationToken ct)
    {
        // Each business has its own, so that lanes side by side do not take each other's in turns that nobody can repeat.
        foreach (var business in shops.Select(static shop => shop.SetUp.Business).Distinct())
        {
            for (var count = random.Next(SageFaultsMax + 1); count > 0; count--)
                await sandbox.Control.AddFaultAsync(SageFault() with { Business = business }, ct);
        }
        // Now and then Sage replaces the tokens, and the answer is lost: then a person has to connect again.
        if (random.Next(40) == 0)
            await sandbox.Control.AddFaultAsync(
                new SandboxFault
                {
                    Kind = random.Next(3) == 0 ? "after" : "before",
                    Method = "POST",
                    Path = "/token",
                    Times = 1,
                },
                ct
            );
        foreach (var shop in shops)
        {
            for (var count = random.Next(ShopFaultsMax + 1); count > 0; count--)
                await shop.Front.FaultAsync(ShopFault(), ct);
        }
    }

    /// <summary>Takes all faults away.</summary>
    public async Task ClearAsync(CancellationToken ct)
    {
        await sandbox.Control.ClearFaultsAsync(ct);
        foreach (var shop in shops)
            await shop.Front.ClearFaultsAsync(ct);
    }

    /// <summary>The moments from now at which the database fails; none in half of the rounds.</summary>
    public IReadOnlyList<int> DatabaseFaults() =>
        random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, random.Next(1, DatabaseFaultsMax + 1)).Select(_ => random.Next(1, MomentsMax))];

    /// <summary>The moment from now at which the process dies.</summary>
    public int DeathMoment() => random.Next(1, MomentsMax);

    private SandboxFault SageFault()
    {
        var (method, path) = SageCalls[random.Next(SageCalls.Length)];
        var fault = new SandboxFault
        {
            Kind = "before",
            Method = method,
            Path = path,
            Skip = random.Next(CallsBeforeMax),
            Times = random.Next(1, 4),
        };
        return random.Next(9) switch
        {
            0 => fault with { Status = 503 },
            1 => fault with { Status = 429, RetryAfter = random.Next(1, 90) },
            2 => fault with { Status = 401, Times = 1 },
            3 => fault with { Kind = "after" },
            4 => fault with { Kind = "instead", Status = 500 },
            5 => fault with { Kind = "instead", Status = 200, Malformed = true },
            6 => fault with { Kind = "cut" },
            7 => fault with { Kind = "slow", DelayMs = random.Next(1, 30), Clock = "real" },
            _ => fault with { Kind = "created_but_500", RegisterIdempotency = random.Next(2) == 0 },
        };
    }

    private object ShopFault() =>
        new
        {
            kind = ShopFaultKinds[random.Next(ShopFaultKinds.Length)],
            route = ShopRoutes[random.Next(ShopRoutes.Length)],
            status = ShopStatuses[random.Next(ShopStatuses.Length)],
            skip = random.Next(CallsBeforeMax),
            times = random.Next(1, 4),
            delay_ms = random.Next(1, 30),
        };
}
