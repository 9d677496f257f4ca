using System.Net;
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
        await using var story = await MirrorStory.StartByTheMachinesTimeAsync(database, Ct);
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 900, invoices: 900, Ct);
        await story.Server.Sandbox.Control.ChangeSettingsAsync(new { latency_ms = 10 }, Ct);
        var random = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            (await story.Owner.PostAsync("/api/sync/all?full=true", null, Ct)).Expect(HttpStatusCode.Accepted);
            await story.Server.Sandbox.Control.ClearRequestsAsync(Ct);
            await using var process = await ServerProcess.StartAsync(story.Server.Place, story.Server.Sandbox.BaseAddress, Ct);
            var calls = random.Next(1, 8);
            await Eventually.TrueAsync(
                async () => await CallsAsync(story) >= calls || await IsInStepAsync(story),
                $"the pass has made {calls} calls or is over",
                Ct
            );
        }

        await using var last = await ServerProcess.StartAsync(story.Server.Place, story.Server.Sandbox.BaseAddress, Ct);
        await Eventually.TrueAsync(() => IsInStepAsync(story), "every resource is in step", Ct);

        await story.WaitAsync(TimeSpan.Zero, Ct);
        await story.EqualAsync(Ct);
    }

    /// <summary>Calls of a pass: whoever dies over the exchange of tokens has to connect again, which is another story.</summary>
    private static async Task<int> CallsAsync(MirrorStory story) =>
        (await story.Server.Sandbox.Control.RequestsAsync(Ct)).Requests.Count(static call =>
            call.Path.StartsWith("/v3.1/", StringComparison.Ordinal)
        );

    private static async Task<bool> IsInStepAsync(MirrorStory story) =>
        (await story.Owner.GetAsync("/api/sync/status", Ct)).Get("state") == "idle";
}
