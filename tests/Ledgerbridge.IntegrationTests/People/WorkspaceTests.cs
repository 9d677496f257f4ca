using System.Net;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>Several workspaces of one person.</summary>
public sealed class WorkspaceTests
{
    [Fact]
    public async Task A_person_makes_another_workspace_and_goes_back_and_forth()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var first = (await owner.GetAsync("/api/session", ct))["workspace"]!["id"]!.ToString();

        var made = (await owner.PostAsync("/api/account/workspaces", new { name = "Dublin", country = "IE" }, ct)).Expect(
            HttpStatusCode.Created
        );
        Assert.Equal(first, (await owner.GetAsync("/api/session", ct))["workspace"]!["id"]!.ToString());
        (await owner.PutAsync("/api/session/workspace", new { workspace_id = made.Get("id") }, ct)).Expect(HttpStatusCode.OK);
        var there = await owner.GetAsync("/api/session", ct);
        var actionsThere = await owner.ActionsAsync(ct);
        (await owner.PutAsync("/api/session/workspace", new { workspace_id = first }, ct)).Expect(HttpStatusCode.OK);

        Assert.Equal(("Europe/Dublin", "IE"), (made.Get("time_zone"), made.Get("country")));
        Assert.Equal(("Dublin", "owner"), (there["workspace"]!["name"]!.ToString(), there.Get("role")));
        Assert.Equal(2, there["workspaces"]!.AsArray().Count);
        Assert.Equal(["workspace.created"], actionsThere);
        Assert.Equal(first, (await owner.GetAsync("/api/session", ct))["workspace"]!["id"]!.ToString());
    }

    [Fact]
    public async Task Going_to_another_workspace_moves_this_browser_only()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var second = await server.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct);
        var made = (await owner.PostAsync("/api/account/workspaces", new { name = "Second" }, ct)).Expect(HttpStatusCode.Created);

        (await owner.PutAsync("/api/session/workspace", new { workspace_id = made.Get("id") }, ct)).Expect(HttpStatusCode.OK);

        Assert.Equal("Karoo", (await second.GetAsync("/api/session", ct))["workspace"]!["name"]!.ToString());
    }

    [Fact]
    public async Task The_role_is_that_of_the_workspace_one_is_in()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var thandi = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(thandi, "sipho@example.co.za", "viewer", ct);
        Assert.Equal(HttpStatusCode.Forbidden, (await sipho.PostAsync("/api/account/workspaces", new { name = "Mine" }, ct)).Status);
        var made = (await thandi.PostAsync("/api/account/workspaces", new { name = "Second" }, ct)).Get("id");
        (await thandi.PutAsync("/api/session/workspace", new { workspace_id = made }, ct)).Expect(HttpStatusCode.OK);
        var token = await thandi.InviteAsync("sipho@example.co.za", "owner", ct);
        (await sipho.PostAsync($"/api/invitations/{token}/accept-as-me", null, ct)).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.OK, (await sipho.GetAsync("/api/keys", ct)).Status);
        var karoo = (await sipho.GetAsync("/api/session", ct))["workspaces"]!.AsArray().Single(w => w!["name"]!.ToString() == "Karoo")!;
        (await sipho.PutAsync("/api/session/workspace", new { workspace_id = karoo["id"]!.ToString() }, ct)).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Forbidden, (await sipho.GetAsync("/api/keys", ct)).Status);
    }

    [Fact]
    public async Task Nobody_goes_to_a_workspace_of_others()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var thandi = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(thandi, "sipho@example.co.za", "viewer", ct);
        var made = (await thandi.PostAsync("/api/account/workspaces", new { name = "Second" }, ct)).Get("id");

        var foreign = await sipho.PutAsync("/api/session/workspace", new { workspace_id = made }, ct);
        var nonsense = await sipho.PutAsync("/api/session/workspace", new { workspace_id = "wks_1" }, ct);

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.NotEmpty(nonsense.Expect(HttpStatusCode.BadRequest).ErrorsOf("workspace_id"));
        Assert.Equal("Karoo", (await sipho.GetAsync("/api/session", ct))["workspace"]!["name"]!.ToString());
    }

    [Fact]
    public async Task Somebody_removed_from_one_workspace_signs_in_to_the_other()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var thandi = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(thandi, "sipho@example.co.za", "owner", ct);
        (await sipho.PostAsync("/api/account/workspaces", new { name = "Sipho's own" }, ct)).Expect(HttpStatusCode.Created);
        var id = (await thandi.PersonAsync("sipho@example.co.za", ct))["id"]!.ToString();
        (await thandi.DeleteAsync($"/api/people/{id}", ct)).Expect(HttpStatusCode.OK);

        Assert.False(await sipho.IsSignedInAsync(ct));
        using var again = await server.SignInAsync("sipho@example.co.za", ServerPeople.InvitedPassword, ct);

        Assert.Equal("Sipho's own", (await again.GetAsync("/api/session", ct))["workspace"]!["name"]!.ToString());
    }
}
