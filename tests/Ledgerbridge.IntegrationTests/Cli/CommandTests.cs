using System.Diagnostics;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.IntegrationTests.People;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Cli;

/// <summary>The operator's commands as programs of their own, against the data of a server that is running.</summary>
public sealed class CommandTests
{
    private const int NeedsAttention = 1;

    [Fact]
    public async Task Verifying_says_how_many_entries_each_workspace_has_and_that_they_are_whole()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        server.GoByTheMachinesTime();
        using var owner = await server.FirstRunAsync(ct);
        (await owner.PostAsync("/api/account/workspaces", new { name = "Another" }, ct)).Expect(System.Net.HttpStatusCode.Created);

        var (code, said) = await RunAsync(server, ct, "audit", "verify");

        Assert.Equal((0, "Another: 1 entries, whole\nKaroo: 1 entries, whole"), (code, said));
    }

    [Fact]
    public async Task Verifying_a_log_that_was_tampered_with_says_where_and_fails()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        server.GoByTheMachinesTime();
        using var owner = await server.FirstRunAsync(ct);
        (await owner.PutAsync("/api/settings/workspace/colour", new { value = 1 }, ct)).Expect(System.Net.HttpStatusCode.OK);
        await server.ExecuteAsync("UPDATE audit_entries SET summary = 'Nothing happened.' WHERE seq = 1", ct);

        var (code, said) = await RunAsync(server, ct, "audit", "verify");

        Assert.Equal((NeedsAttention, "Karoo: 0 entries, Entry 1 was changed after it was written."), (code, said));
    }

    [Fact]
    public async Task Connections_are_listed_with_their_state_and_one_that_is_broken_fails()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        server.GoByTheMachinesTime();
        using var owner = await server.FirstRunAsync(ct);
        var connection = await server.ConnectAsync(owner, ct);

        var (fine, listed) = await RunAsync(server, ct, "connections", "status");
        await server.ExecuteAsync("UPDATE connections SET status = 'ReconnectNeeded'", ct);
        var (broken, _) = await RunAsync(server, ct, "connections", "status");

        Assert.Equal((0, NeedsAttention), (fine, broken));
        Assert.Contains(connection, listed, StringComparison.Ordinal);
        Assert.Contains("Karoo", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_is_renewed_by_its_id_and_nonsense_is_refused_in_words()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        server.GoByTheMachinesTime();
        using var owner = await server.FirstRunAsync(ct);
        var connection = await server.ConnectAsync(owner, ct);

        Assert.Equal((0, "Renewed."), await RunAsync(server, ct, "connections", "refresh", connection));
        var (nonsense, said) = await RunAsync(server, ct, "connections", "refresh", "everything");
        var (unknown, why) = await RunAsync(server, ct, "connections", "refresh", "con_00000000000000000000000000");

        Assert.Equal((NeedsAttention, NeedsAttention), (nonsense, unknown));
        Assert.Contains("no connection's id", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shops_are_listed_with_their_state_and_pinged_by_their_id()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        server.GoByTheMachinesTime();
        using var owner = await server.ReadyAsync(ct);
        await using var shop = await DemoStoreFixture.StartAsync(TimeProvider.System, ct);
        var id = await owner.PairAsync(shop, ct);

        var (fine, listed) = await RunAsync(server, ct, "stores", "list");
        var (answers, said) = await RunAsync(server, ct, "stores", "ping", id);
        var (unknown, why) = await RunAsync(server, ct, "stores", "ping", "sto_00000000000000000000000000");
        await shop.SetAsync(new { maintenance = true }, ct);
        var (closed, sentence) = await RunAsync(server, ct, "stores", "ping", id);

        Assert.Equal((0, 0, NeedsAttention, NeedsAttention), (fine, answers, unknown, closed));
        Assert.Contains(id, listed, StringComparison.Ordinal);
        Assert.Contains("It answers in", said, StringComparison.Ordinal);
        Assert.Contains("no shop's id", why, StringComparison.Ordinal);
        Assert.Contains("looked after", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_rotated_and_what_they_seal_goes_on_working()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        server.GoByTheMachinesTime();
        using var owner = await server.FirstRunAsync(ct);
        var connection = await server.ConnectAsync(owner, ct);
        await server.TurnTwoFactorOnAsync(owner, ct);

        var (rotated, said) = await RunAsync(server, ct, "keys", "rotate");
        var (resealed, again) = await RunAsync(server, ct, "keys", "reseal");

        Assert.Equal((0, 0), (rotated, resealed));
        Assert.Contains("seals from now on", said, StringComparison.Ordinal);
        Assert.DoesNotContain("0 texts were sealed again", said, StringComparison.Ordinal);
        Assert.Equal("0 texts were sealed again.", again);
        Assert.Equal((0, "Renewed."), await RunAsync(server, ct, "connections", "refresh", connection));
    }

    [Fact]
    public async Task Somebody_who_is_locked_out_gets_a_new_password_once_and_every_browser_is_signed_out()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        server.GoByTheMachinesTime();
        using var owner = await server.FirstRunAsync(ct);
        await server.TurnTwoFactorOnAsync(owner, ct);

        var (code, said) = await RunAsync(server, ct, "people", "reset-password", " Thandi@Example.co.za ");
        var (unknown, why) = await RunAsync(server, ct, "people", "reset-password", "nobody@example.co.za");

        Assert.Equal((0, NeedsAttention), (code, unknown));
        Assert.Equal("Nobody has an account with this e-mail address.", why);
        Assert.False(await owner.IsSignedInAsync(ct));
        var password = said.Replace("\n", " ", StringComparison.Ordinal).Split(' ')[4].TrimEnd('.');
        using var back = await server.SignInAsync(ServerSetUp.Email, password, ct);
        Assert.True(await back.IsSignedInAsync(ct));
        Assert.Contains("person.password_changed", await back.ActionsAsync(ct));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("nothing")]
    [InlineData("audit", "verify", "everything")]
    [InlineData("people", "reset-password")]
    public async Task A_command_that_does_not_exist_or_lacks_something_fails_with_the_usage(params string[] command)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        server.GoByTheMachinesTime();

        var (code, said) = await RunAsync(server, ct, command);

        Assert.Equal(1, code);
        Assert.Contains("Usage:", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(ServerFixture server, CancellationToken ct, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ledgerbridge.dll"), .. command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in ServerFixture.SettingsFor(server.Place, server.Sandbox.BaseAddress))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(ct);
        var said = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        var lines = (said + await errors).Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0);
        return (process.ExitCode, string.Join('\n', lines));
    }
}
