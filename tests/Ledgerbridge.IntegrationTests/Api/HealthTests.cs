using System.Net;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Npgsql;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>How the server and what it needs are doing.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Everything_is_well_and_each_part_says_so_with_the_time_it_was_looked_at()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.ReadyAsync(ct);
        using var nobody = server.Browser();

        Assert.Equal("ok", (await nobody.GetAsync("/healthz", ct)).Expect(HttpStatusCode.OK).Get("status"));
        Assert.Equal("ok", (await nobody.GetAsync("/health", ct)).Expect(HttpStatusCode.OK).Get("status"));
        Assert.Single((await nobody.GetAsync("/health", ct)).Body!.AsObject());
        var detailed = (await owner.GetAsync("/health/detailed", ct)).Expect(HttpStatusCode.OK);

        var parts = detailed["dependencies"]!.AsArray();
        Assert.Equal(
            ["database ok", "scheduler ok", "sage_connections ok", "postings ok"],
            parts.Select(static part => $"{part!["name"]} {part["status"]}")
        );
        Assert.All(parts, part => Assert.Equal(server.Time.GetUtcNow(), part!["checked_at"]!.GetValue<DateTimeOffset>()));
        Assert.Matches(@"^\d+\.\d+\.\d+$", detailed.Get("version"));
    }

    [Fact]
    public async Task A_broken_connection_and_a_waiting_document_ask_for_attention_but_the_server_itself_is_well()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.ReadyAsync(ct);
        await server.ExecuteAsync("UPDATE connections SET status = 'ReconnectNeeded'", ct);

        var detailed = (await owner.GetAsync("/health/detailed", ct)).Expect(HttpStatusCode.OK);

        Assert.Equal("ok", detailed.Get("status"));
        var part = detailed["dependencies"]!.AsArray().Single(static one => one!["name"]!.ToString() == "sage_connections")!;
        Assert.Equal(
            ("attention", "1 of 1 connections to Sage have to be connected again."),
            (part["status"]!.ToString(), part["message"]!.ToString())
        );
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/health", ct)).Status);
    }

    [Fact]
    public async Task Without_its_database_the_process_answers_and_says_that_it_fails_without_details()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(DatabaseKind.Postgres, ct);
        using var nobody = server.Browser();
        await TakeAwayAsync(server.Place.ConnectionString, ct);

        var health = await nobody.GetAsync("/health", ct);

        Assert.Equal("failing", health.Expect(HttpStatusCode.ServiceUnavailable).Get("status"));
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/healthz", ct)).Status);
        var fault = await nobody.GetAsync("/api/session", ct);
        Assert.Equal("fault", fault.Expect(HttpStatusCode.InternalServerError).Get("code"));
        Assert.DoesNotContain("Npgsql", fault.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("nosniff", fault.Headers["X-Content-Type-Options"]);
    }

    private static async Task TakeAwayAsync(string connectionString, CancellationToken ct)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var elsewhere = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres" };
        await using var source = NpgsqlDataSource.Create(elsewhere.ConnectionString);
        await using var drop = source.CreateCommand($"DROP DATABASE {database.Database} WITH (FORCE)");
        await drop.ExecuteNonQueryAsync(ct);
    }
}
