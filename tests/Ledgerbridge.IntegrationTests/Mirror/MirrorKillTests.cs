using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Mirror;

/// <summary>A server process is killed, as by a power cut, at points of a pass that chance decides; the next one goes on.</summary>
public sealed class MirrorKillTests
{
    private const int Kills = 4;
    private const int Seed = 20_261_121;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Killed_anywhere_in_a_pass_the_copies_end_equal_to_Sage(DatabaseKind database)
    {
        await using var story = await MirrorStory.StartAsync(database, Ct);
        story.Server.GoByTheMachinesTime();
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 1_500, invoices: 1_500, Ct);
        await story.Server.Sandbox.Control.ChangeSettingsAsync(new { latency_ms = 10 }, Ct);
        var random = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            await story.Server.Sandbox.Control.ClearRequestsAsync(Ct);
            await using var process = await ServerProcess.StartAsync(story.Server.Place, story.Server.Sandbox.BaseAddress, Ct);
            var calls = random.Next(1, 8);
            await Eventually.TrueAsync(
                async () => (await story.Server.Sandbox.Control.RequestsAsync(Ct)).Requests.Count >= calls || await IsInStepAsync(story),
                $"the pass has made {calls} calls or is over",
                Ct
            );
        }

        await using var last = await ServerProcess.StartAsync(story.Server.Place, story.Server.Sandbox.BaseAddress, Ct);
        await Eventually.TrueAsync(() => IsInStepAsync(story), "every resource is in step", Ct);

        await story.WaitAsync(TimeSpan.Zero, Ct);
        await story.EqualAsync(Ct);
    }

    private static async Task<bool> IsInStepAsync(MirrorStory story) =>
        (await story.Owner.GetAsync("/api/sync/status", Ct)).Get("state") == "idle";
}
