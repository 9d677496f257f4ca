using System.Net;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Connections;

/// <summary>When tokens are renewed, when not, and what becomes of a connection that cannot be renewed.</summary>
public sealed class CustodyTests
{
    private const int Margin = 60;
    private static readonly TimeSpan AccessLife = TimeSpan.FromSeconds(300);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Databases => new(DatabaseKind.Sqlite, DatabaseKind.Postgres);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_token_is_given_out_until_a_minute_before_it_ends_and_then_renewed_once_for_all_who_ask(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        var first = await story.TokenAsync();
        story.Server.Time.Advance(AccessLife - TimeSpan.FromSeconds(Margin + 1));
        Assert.Equal(first, await story.TokenAsync());
        Assert.Equal(0, await story.RefreshesAsync());

        story.Server.Time.Advance(TimeSpan.FromSeconds(1));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => story.TokenAsync()));

        Assert.NotEqual(first, Assert.Single(tokens.Distinct()));
        Assert.Equal(1, await story.RefreshesAsync());
        Assert.Equal(1, await story.Server.AuditedAsync(AuditAction.ConnectionRefreshed, Ct));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_refused_token_is_renewed_once_and_whoever_comes_late_with_it_gets_the_new_one(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        var refused = await story.TokenAsync();

        var renewed = await story.TokenAsync(refused);
        var late = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => story.TokenAsync(refused)));

        Assert.NotEqual(refused, renewed);
        Assert.Equal(renewed, Assert.Single(late.Distinct()));
        Assert.Equal(1, await story.RefreshesAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_process_finds_the_renewed_token_in_the_database_and_does_not_renew_again(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        await using var other = await story.Server.StartAnotherAsync(Ct);
        var old = await story.TokenAsync();
        Assert.Equal(old, await story.TokenAsync(other, rejected: null));

        var renewed = await story.TokenAsync(old);

        // It still holds the old one in memory, which Sage refuses: the row is read again under the lock.
        Assert.Equal(renewed, await story.TokenAsync(other, old));
        Assert.Equal(1, await story.RefreshesAsync());
    }

    [Fact]
    public async Task Whoever_leaves_while_tokens_are_renewed_does_not_end_it_for_the_others()
    {
        await using var story = await TokenStory.BeginAsync(DatabaseKind.Sqlite, Ct);
        var old = await story.TokenAsync();
        await story.SlowTokenAsync(seconds: 20);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var left = story.Custody.GetAsync(story.Connection, old, leaving.Token).AsTask();
        var stays = story.Custody.GetAsync(story.Connection, old, Ct).AsTask();
        await story.HitAsync();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        story.Server.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.NotEqual(old, TokenStory.Given(await stays));
        Assert.Equal(1, await story.RefreshesAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_grant_that_was_revoked_in_Sage_stops_the_work_and_says_why(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        await story.Server.Sandbox.Control.RevokeTokensAsync(Ct);
        story.Server.Time.Advance(AccessLife);

        var failure = await story.FailureAsync();

        Assert.Equal(SageFailureKind.GrantLost, failure.Kind);
        var row = await story.RowAsync();
        Assert.Equal((ConnectionStatus.ReconnectNeeded, BrokenReason.RefusedBySage), (row.Status, row.BrokenReason));
        Assert.Equal(("", ""), (row.AccessTokenSealed, row.RefreshTokenSealed));
        Assert.Equal(1, await story.Server.AuditedAsync(AuditAction.ConnectionBroken, Ct));
        await story.Server.Sandbox.Control.ClearRequestsAsync(Ct);
        var shown = Assert.Single((await story.Owner.GetAsync("/api/connections", Ct))["connections"]!.AsArray())!;
        Assert.Equal("reconnect_needed", shown["status"]!.ToString());
        Assert.Contains("revoked in Sage", shown["problem"]!.ToString(), StringComparison.Ordinal);
        var listed = await story.Owner.GetAsync("/api/business/list", Ct);
        Assert.Equal((HttpStatusCode.Conflict, "reconnect_needed"), (listed.Status, listed.Get("code")));
        Assert.Equal("reconnect_needed", (await story.Owner.GetAsync("/api/business/reference", Ct)).Get("code"));
        Assert.Equal(0, await story.Server.Get<KeepAlive>().RunAsync(Ct));
        Assert.Empty((await story.Server.Sandbox.Control.RequestsAsync(Ct)).Requests);
    }

    [Theory]
    [InlineData("before", 503, SageFailureKind.Unavailable)]
    [InlineData("before", 429, SageFailureKind.TooManyCalls)]
    [InlineData("cut", null, SageFailureKind.Unreachable)]
    public async Task A_passing_fault_before_the_tokens_were_replaced_is_told_and_the_next_try_works(
        string kind,
        int? status,
        SageFailureKind told
    )
    {
        await using var story = await TokenStory.BeginAsync(DatabaseKind.Sqlite, Ct);
        await story.FaultAsync(kind, status);
        story.Server.Time.Advance(AccessLife);

        Assert.Equal(told, (await story.FailureAsync()).Kind);
        Assert.Equal(ConnectionStatus.Active, (await story.RowAsync()).Status);
        Assert.Equal(1, await story.Server.AuditedAsync(AuditAction.ConnectionRefreshFailed, Ct));

        await story.TokenAsync();
        Assert.Null((await story.RowAsync()).RefreshIntentAt);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_answer_that_is_lost_after_the_tokens_were_replaced_is_named_when_Sage_refuses_the_old_one(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        await story.FaultAsync("after", status: null);
        story.Server.Time.Advance(AccessLife);

        Assert.Equal(SageFailureKind.Unreachable, (await story.FailureAsync()).Kind);
        Assert.NotNull((await story.RowAsync()).RefreshIntentAt);
        var failure = await story.FailureAsync();

        Assert.Equal(SageFailureKind.GrantLost, failure.Kind);
        Assert.Equal(BrokenReason.AnswerLost, (await story.RowAsync()).BrokenReason);
        Assert.Equal(BrokenReason.AnswerLost.Sentence(), failure.Message);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task After_31_days_without_renewal_a_connection_has_ended_and_every_way_of_asking_says_so(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        story.Server.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(BrokenReason.Expired.Sentence(), (await story.FailureAsync()).Message);
        Assert.Equal(BrokenReason.Expired.Sentence(), await story.Server.Get<ConnectionHealth>().RenewAsync(story.Connection, Ct));
        Assert.Equal(BrokenReason.Expired, (await story.RowAsync()).BrokenReason);
        Assert.Equal(0, await story.RefreshesAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_nobody_uses_is_renewed_after_seven_days_and_so_for_ever(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        var keepAlive = story.Server.Get<KeepAlive>();
        for (var week = 1; week <= 12; week++)
        {
            story.Server.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
            Assert.Equal(0, await keepAlive.RunAsync(Ct));
            story.Server.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, await keepAlive.RunAsync(Ct));
            Assert.Equal(week, await story.RefreshesAsync());
        }
        Assert.Equal(ConnectionStatus.Active, (await story.RowAsync()).Status);
    }

    [Fact]
    public async Task The_days_left_are_counted_down_and_begin_again_with_each_renewal()
    {
        await using var story = await TokenStory.BeginAsync(DatabaseKind.Sqlite, Ct);
        using var key = await story.Server.KeyAsync(story.Owner, "owner", Ct);
        Assert.Equal("31", await DaysLeftAsync());
        foreach (var (days, left) in new[] { (17, "14"), (7, "7"), (5, "2"), (2, "0") })
        {
            story.Server.Time.Advance(TimeSpan.FromDays(days) - TimeSpan.FromSeconds(days == 2 ? 1 : 0));
            Assert.Equal(left, await DaysLeftAsync());
        }

        (await key.PostAsync($"/api/connections/{story.Connection}/refresh", null, Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("31", await DaysLeftAsync());

        async Task<string> DaysLeftAsync() => (await key.GetAsync("/api/connections", Ct))["connections"]![0]!["days_left"]!.ToString();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Disconnecting_when_the_key_is_lost_ends_disconnected_and_says_what_is_left_to_do(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        File.Delete(Path.Combine(story.Server.Place.Folder, "keys.json"));
        await using var other = await story.Server.StartAnotherAsync(Ct);
        using var owner = await other.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, Ct);
        await story.Server.Sandbox.Control.ClearRequestsAsync(Ct);

        var answer = (await owner.DeleteAsync($"/api/connections/{story.Connection}", Ct)).Expect(HttpStatusCode.OK);

        Assert.Equal("false", answer.Get("revoked_at_sage"));
        Assert.Contains("the key that sealed them is lost", answer.Get("message"), StringComparison.Ordinal);
        var row = await story.RowAsync();
        Assert.Equal((ConnectionStatus.Disconnected, "", ""), (row.Status, row.AccessTokenSealed, row.RefreshTokenSealed));
        var shown = (await owner.GetAsync("/api/connections", Ct))["connections"]![0]!;
        Assert.Equal(("disconnected", "false"), (shown["status"]!.ToString(), shown["current"]!.ToString()));
        var entry = (await owner.GetAsync("/api/sage/audit-logs?action=connection.disconnected", Ct))["logs"]!.AsArray().Single()!;
        Assert.Equal(answer.Get("message"), entry["summary"]!.ToString());
        Assert.Equal("no_business", (await owner.GetAsync("/api/business/reference", Ct)).Get("code"));
        Assert.Empty((await story.Server.Sandbox.Control.RequestsAsync(Ct)).Requests);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Disconnecting_says_whether_Sage_confirmed_it_and_ends_disconnected_in_any_case(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        var pieter = await story.ConnectAsPieterAsync();
        Assert.Contains("withdrawn there", await DisconnectAsync(pieter, "true"), StringComparison.Ordinal);
        Assert.Equal("Sage is disconnected. The permission had ended there before.", await DisconnectAsync(pieter, "false"));
        await story.Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "before",
                Method = "POST",
                Path = "/revoke",
                Status = 503,
            },
            Ct
        );

        Assert.Contains("did not confirm", await DisconnectAsync(story.Connection, "false"), StringComparison.Ordinal);

        Assert.All(await story.Server.ConnectionsAsync(Ct), static row => Assert.Equal(ConnectionStatus.Disconnected, row.Status));

        async Task<string> DisconnectAsync(ConnectionId connection, string revoked)
        {
            var answer = (await story.Owner.DeleteAsync($"/api/connections/{connection}", Ct)).Expect(HttpStatusCode.OK);
            Assert.Equal(revoked, answer.Get("revoked_at_sage"));
            return answer.Get("message");
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_connection_whose_key_is_gone_says_so_keeps_its_tokens_and_stops_no_other(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        var file = Path.Combine(story.Server.Place.Folder, "keys.json");
        var keys = await File.ReadAllTextAsync(file, Ct);
        var second = await story.ConnectAsPieterAsync();
        File.Delete(file);
        await using var other = await story.Server.StartAnotherAsync(Ct);
        // The other process makes a new ring; the second connection is sealed anew with it by connecting once more.
        using var elsewhere = await other.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, Ct);
        await TokenStory.ConnectAsPieterAsync(other, elsewhere);
        story.Server.Time.Advance(TimeSpan.FromDays(7));

        await other.Get<KeepAlive>().RunAsync(Ct);

        var rows = (await story.Server.ConnectionsAsync(Ct)).ToDictionary(static row => row.Id);
        Assert.Equal(story.Server.Time.GetUtcNow(), rows[second].RefreshedAt);
        Assert.Equal(ConnectionStatus.Active, rows[story.Connection].Status);
        var told = await other.Get<ConnectionHealth>().RenewAsync(story.Connection, Ct);
        Assert.Contains("key ring", told, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, keys, Ct);
        await using var restored = await story.Server.StartAnotherAsync(Ct);
        Assert.Null(await restored.Get<ConnectionHealth>().RenewAsync(story.Connection, Ct));
    }
}
