using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Posting;

/// <summary>
/// The server is killed, as by a power cut, at every stage of confirming an invoice. Started again, and with nothing done by anybody but
/// the click that people repeat when they saw no answer, there is one invoice, and the log says so.
/// </summary>
public sealed class KilledServerTests(KillStories stories) : IClassFixture<KillStories>
{
    private const string CreatePath = "/v3.1/sales_invoices";
    private const int Seed = 20_260_316;
    private const int RandomKills = 5;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Killed_while_Sage_works_it_finds_the_invoice_that_Sage_made(DatabaseKind database)
    {
        var story = await stories.OnAsync(database, Ct);
        await story.Sandbox.Control.AddFaultAsync(Held, Ct);
        var preview = await story.PreviewAsync("K-held", Ct);
        var click = story.ClickAsync(preview, Ct);
        await Eventually.TrueAsync(() => story.Sandbox.Time.Waiting > 0, "the call that Sage works on", Ct);
        await story.KillAsync(click);
        story.Sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(async () => (await story.Sandbox.InvoicesAsync("K-held", Ct)).Count > 0, "Sage's invoice", Ct);

        await story.StartAgainAsync(Ct);

        await story.EndsWithOneInvoiceAsync(preview, "K-held", Ct);
        Assert.Equal(1, (await story.Sandbox.Control.RequestsAsync(Ct)).Of("POST", CreatePath));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Killed_before_Sage_did_anything_it_sends_the_invoice_again_by_itself(DatabaseKind database)
    {
        var story = await stories.OnAsync(database, Ct);
        await story.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "before",
                Method = "POST",
                Path = CreatePath,
                Status = 503,
            },
            Ct
        );
        var preview = await story.PreviewAsync("K-unsent", Ct);
        var click = story.ClickAsync(preview, Ct);
        await Eventually.TrueAsync(async () => (await story.Sandbox.Control.FaultsAsync(Ct)).Single().Hits > 0, "the fault", Ct);
        await story.KillAsync(click);
        Assert.Empty(await story.Sandbox.InvoicesAsync("K-unsent", Ct));
        await story.Sandbox.Control.ClearFaultsAsync(Ct);

        await story.StartAgainAsync(Ct);

        await story.EndsWithOneInvoiceAsync(preview, "K-unsent", Ct);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Killed_anywhere_between_the_click_and_the_answer_there_is_one_invoice(DatabaseKind database)
    {
        var story = await stories.OnAsync(database, Ct);
        var random = new Random(Seed);
        for (var i = 0; i < RandomKills; i++)
        {
            var reference = $"K-{i}";
            var preview = await story.PreviewAsync(reference, Ct);
            var click = story.ClickAsync(preview, Ct);
            // Each look takes a moment about as long as a step of the posting, so that the kill falls into all of them.
            for (var looks = random.Next(RandomKills); looks > 0; looks--)
                await story.Sandbox.InvoicesAsync(reference, Ct);
            await story.KillAsync(click);
            await story.StartAgainAsync(Ct);

            await story.EndsWithOneInvoiceAsync(preview, reference, Ct);
        }
        Assert.True(await story.IsLogWholeAsync(Ct));
    }

    private static SandboxFault Held { get; } =
        new()
        {
            Kind = "slow",
            Method = "POST",
            Path = CreatePath,
            Times = 1,
            DelayMs = 30_000,
            Clock = "injected",
        };
}
