using System.Net;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class RateLimitTests
{
    private const string Karoo = SandboxSeed.KarooTrading;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [SandboxQuirk("SAGE-37")]
    public async Task Limits_count_per_business_and_minute_of_the_sandboxs_clock(bool retryAfter)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(
            new
            {
                rate_limits = new
                {
                    enabled = true,
                    per_minute = 3,
                    retry_after = retryAfter,
                },
            },
            Ct
        );
        var client = await sandbox.ClientAsync(Ct);
        for (var call = 0; call < 3; call++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts", Ct)).Status);
        sandbox.Time.Advance(TimeSpan.FromSeconds(20));
        var refused = await client.GetAsync("/contacts", Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(retryAfter ? 40 : null, (int?)refused.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal(HttpStatusCode.OK, (await client.For(SandboxSeed.LiffeyGoods).GetAsync("/contacts", Ct)).Status);
        Assert.Equal(new SandboxUsage(3, 3, 1, 1), (await sandbox.Control.LimitsAsync(Ct))[Karoo]);
        sandbox.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts", Ct)).Status);
    }

    [Fact]
    [SandboxQuirk("SAGE-37")]
    public async Task Limits_count_per_day()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(
            new
            {
                rate_limits = new
                {
                    enabled = true,
                    per_day = 2,
                    concurrent = 1,
                },
            },
            Ct
        );
        var client = await sandbox.ClientAsync(Ct);
        await client.GetAsync("/contacts", Ct);
        await client.GetAsync("/contacts", Ct);
        var refused = await client.GetAsync("/contacts", Ct);
        Assert.Equal(
            (int)(new TimeSpan(24, 0, 0) - new TimeSpan(9, 30, 0)).TotalSeconds,
            (int)refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds
        );
    }

    [Fact]
    [SandboxQuirk("SAGE-37")]
    public async Task Limits_count_what_is_under_way_at_once()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(new { rate_limits = new { enabled = true, concurrent = 1 } }, Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "slow",
                DelayMs = 1_000,
                Clock = "injected",
                Times = 1,
            },
            Ct
        );
        var client = await sandbox.ClientAsync(Ct);
        var first = client.GetAsync("/contacts", Ct);
        await Eventually.TrueAsync(() => sandbox.Time.Waiting > 0, "a call that waits", Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/contacts", Ct)).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.For(SandboxSeed.LiffeyGoods).GetAsync("/contacts", Ct)).Status);
        sandbox.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await first).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts", Ct)).Status);
    }
}
