using System.Net;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>
/// Who may do what in a workspace, and that it always keeps an Owner. The rule of every endpoint is proved by <c>AccessTests</c>.
/// </summary>
public sealed class RoleTests
{
    private const string Sipho = "sipho@example.co.za";

    [Fact]
    public async Task A_changed_role_holds_at_once_in_a_browser_that_is_signed_in()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(owner, Sipho, "viewer", ct);
        var id = (await owner.PersonAsync(Sipho, ct))["id"]!.ToString();
        Assert.Equal(HttpStatusCode.Forbidden, (await sipho.PostAsync("/api/audit/verify", null, ct)).Status);

        (await owner.PutAsync($"/api/people/{id}/role", new { role = "accountant" }, ct)).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.OK, (await sipho.PostAsync("/api/audit/verify", null, ct)).Status);
        Assert.Equal("person.role_changed", (await owner.ActionsAsync(ct))[0]);
    }

    [Fact]
    public async Task A_refusal_names_the_role_and_who_can_change_it()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(owner, Sipho, "accountant", ct);

        var answer = (await sipho.GetAsync("/api/keys", ct)).Expect(HttpStatusCode.Forbidden);

        Assert.Equal(
            "You are an Accountant in this workspace, and that role may not do this. An Owner can change your role.",
            answer.Get("detail")
        );
    }

    [Fact]
    public async Task A_removed_person_is_out_at_once()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(owner, Sipho, "owner", ct);
        var id = (await owner.PersonAsync(Sipho, ct))["id"]!.ToString();

        (await owner.DeleteAsync($"/api/people/{id}", ct)).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Unauthorized, (await sipho.GetAsync("/api/people", ct)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.DeleteAsync($"/api/people/{id}", ct)).Status);
        Assert.Equal("person.removed", (await owner.ActionsAsync(ct))[0]);
    }

    [Fact]
    public async Task The_last_Owner_is_neither_removed_nor_made_less()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(owner, Sipho, "accountant", ct);
        var id = (await owner.PersonAsync(ServerSetUp.Email, ct))["id"]!.ToString();

        var demoted = await owner.PutAsync($"/api/people/{id}/role", new { role = "viewer" }, ct);
        var removed = await owner.DeleteAsync($"/api/people/{id}", ct);
        var kept = await owner.PutAsync($"/api/people/{id}/role", new { role = "owner" }, ct);

        Assert.Contains("needs an Owner", demoted.Expect(HttpStatusCode.Conflict).Get("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, removed.Status);
        Assert.Equal(HttpStatusCode.OK, kept.Status);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Owners_who_remove_each_other_at_the_same_time_leave_one(DatabaseKind database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        await using var other = await server.StartAnotherAsync(ct);
        using var thandi = await server.FirstRunAsync(ct);
        for (var round = 0; round < 4; round++)
        {
            var email = $"sipho{round}@example.co.za";
            using var sipho = await other.JoinedAsync(thandi, email, "owner", ct);
            var thandiId = (await thandi.PersonAsync(ServerSetUp.Email, ct))["id"]!.ToString();
            var siphoId = (await thandi.PersonAsync(email, ct))["id"]!.ToString();

            await Task.WhenAll(
                thandi.PutAsync($"/api/people/{siphoId}/role", new { role = "viewer" }, ct),
                sipho.PutAsync($"/api/people/{thandiId}/role", new { role = "viewer" }, ct)
            );

            Assert.Equal(1, await server.NumberAsync("SELECT COUNT(*) FROM people_memberships WHERE role = 'Owner'", ct));
            await server.ExecuteAsync($"DELETE FROM people_memberships WHERE person_id = '{siphoId}'", ct);
            await server.ExecuteAsync("UPDATE people_memberships SET role = 'Owner'", ct);
        }
    }

    [Fact]
    public async Task An_unknown_role_is_refused_by_name()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        foreach (var role in (object?[])["admin", 3, "3", "", null, "Owner, Viewer", "owner,viewer", "OWNER "])
        {
            var answer = await owner.PostAsync("/api/people/invitations", new { email = Sipho, role }, ct);

            Assert.True(answer.Status is HttpStatusCode.BadRequest, $"{role} answered {answer.Text}");
            Assert.NotEmpty(answer.ErrorsOf("role"));
        }
    }
}
