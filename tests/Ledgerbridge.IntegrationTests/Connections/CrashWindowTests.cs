using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Connections;

/// <summary>Between Sage's answer and our commit there is a moment in which the only copy of a connection's tokens is in memory.</summary>
public sealed class CrashWindowTests
{
    /// <summary>Makes the database refuse new tokens, and only these.</summary>
    private const string RefuseTokensSqlite = """
        CREATE TRIGGER refuse_tokens BEFORE UPDATE OF generation ON connections BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END
        """;

    private const string RefuseTokensPostgres = """
        CREATE FUNCTION refuse_tokens() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The disk is full.'; END $$;
        CREATE TRIGGER refuse_tokens BEFORE UPDATE OF generation ON connections FOR EACH ROW EXECUTE FUNCTION refuse_tokens();
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Databases => new(DatabaseKind.Sqlite, DatabaseKind.Postgres);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_process_killed_after_Sage_replaced_the_tokens_is_noticed_at_the_next_start_and_named(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        await KillWhileRenewingAsync(story, afterSageAnswered: true);
        Assert.Equal(1, await story.RefreshesAsync());

        await using var next = await story.Server.StartAnotherAsync(WithSchedules, Ct);
        await SettledAsync(story);

        var row = await story.RowAsync();
        Assert.Equal((ConnectionStatus.ReconnectNeeded, BrokenReason.AnswerLost), (row.Status, row.BrokenReason));
        Assert.Equal(1, await story.Server.AuditedAsync(AuditAction.ConnectionBroken, Ct));
        var shown = (await story.Owner.GetAsync("/api/connections", Ct))["connections"]![0]!["problem"]!.ToString();
        Assert.Equal(BrokenReason.AnswerLost.Sentence(), shown);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_process_killed_before_Sage_replaced_the_tokens_loses_nothing(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        await KillWhileRenewingAsync(story, afterSageAnswered: false);
        Assert.Equal(0, await story.RefreshesAsync());

        await using var next = await story.Server.StartAnotherAsync(WithSchedules, Ct);
        await SettledAsync(story);

        Assert.Equal(ConnectionStatus.Active, (await story.RowAsync()).Status);
        Assert.Equal(1, await story.RefreshesAsync());
        await story.TokenAsync();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_database_that_cannot_store_the_new_pair_for_a_while_is_asked_again_and_nothing_is_lost(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        await RefuseTokensAsync(story, database);
        story.Server.Time.Advance(TimeSpan.FromMinutes(5));
        var token = story.TokenAsync();
        await Eventually.TrueAsync(
            () => story.Server.Log.Text.Contains("could not be stored (attempt 1)", StringComparison.Ordinal),
            "a try",
            Ct
        );

        await TakeTokensAgainAsync(story, database);
        await WithTimePassingAsync(story, token);

        Assert.Equal(await token, await story.TokenAsync());
        Assert.Equal(1, await story.RefreshesAsync());
        Assert.Equal(2, (await story.RowAsync()).Generation);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_pair_that_could_not_be_stored_at_all_is_stored_by_the_next_who_asks(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        await RefuseTokensAsync(story, database);
        story.Server.Time.Advance(TimeSpan.FromMinutes(5));
        var token = story.TokenAsync();
        await WithTimePassingAsync(story, token);
        await Assert.ThrowsAsync<DbUpdateException>(() => token);

        await TakeTokensAgainAsync(story, database);
        await story.TokenAsync();

        Assert.Equal(1, await story.RefreshesAsync());
        var row = await story.RowAsync();
        Assert.Equal((2L, null, ConnectionStatus.Active), (row.Generation, row.RefreshIntentAt, row.Status));
    }

    private static Dictionary<string, string?> WithSchedules => new() { ["Ledgerbridge:Storage:RunSchedules"] = "true" };

    /// <summary>Kills a process that waits for the answer to its refresh, which Sage has worked off or never saw.</summary>
    private static async Task KillWhileRenewingAsync(TokenStory story, bool afterSageAnswered)
    {
        await using var line = await HeldLine.StartAsync(story.Server.Sandbox.BaseAddress, afterSageAnswered, Ct);
        var settings = new Dictionary<string, string?>(story.Server.Settings)
        {
            ["Ledgerbridge:Connections:Sage:TokenUrl"] = new Uri(line.BaseAddress, "/token").AbsoluteUri,
        };
        using var other = await OtherProcess.StartAsync(settings, story.Server.Time, Ct);
        story.Server.Time.Advance(TimeSpan.FromMinutes(5));
        var never = other.TokensAsync(story.Connection, callers: 4, rejectLast: false, Ct);
        await line.Held.WaitAsync(Ct);
        Assert.NotNull((await story.RowAsync()).RefreshIntentAt);
        await other.KillAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => never);
    }

    /// <summary>The scheduler goes by the injected time, so that has to pass.</summary>
    private static Task SettledAsync(TokenStory story) =>
        Eventually.TrueAsync(
            async () =>
            {
                story.Server.Time.Advance(TimeSpan.FromMilliseconds(100));
                return (await story.RowAsync()).RefreshIntentAt is null;
            },
            "the start settles what was left open",
            Ct
        );

    private static async Task WithTimePassingAsync(TokenStory story, Task task) =>
        await Eventually.TrueAsync(
            () =>
            {
                story.Server.Time.Advance(TimeSpan.FromMilliseconds(100));
                return task.IsCompleted;
            },
            "an end",
            Ct
        );

    private static Task<int> RefuseTokensAsync(TokenStory story, DatabaseKind database) =>
        ExecuteAsync(story, database == DatabaseKind.Sqlite ? RefuseTokensSqlite : RefuseTokensPostgres);

    private static Task<int> TakeTokensAgainAsync(TokenStory story, DatabaseKind database) =>
        ExecuteAsync(story, database == DatabaseKind.Sqlite ? "DROP TRIGGER refuse_tokens" : "DROP TRIGGER refuse_tokens ON connections");

    private static Task<int> ExecuteAsync(TokenStory story, string sql) =>
        story.Server.Get<Database>().ReadAllAsync(db => db.Database.ExecuteSqlRawAsync(sql, Ct));
}
