using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>Signing in and out, the first run, taking up an invitation.</summary>
internal sealed class SessionEndpoints(Account account, SignIn signIn, FirstRun firstRun, Members members, IOptions<PeopleOptions> options)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/session").WithTags("Session");
        group
            .MapGet("", (SessionEndpoints self, HttpContext http, CancellationToken ct) => self.DescribeAsync(http, ct))
            .WithName("getSession")
            .WithSummary("Who is signed in; works without signing in")
            .ForEveryone();
        group
            .MapPost(
                "",
                (SessionEndpoints self, Body<SignInRequest> body, HttpContext http, CancellationToken ct) =>
                    self.SignInAsync(body.Value, http, ct)
            )
            .WithName("signIn")
            .WithSummary("Sign in with password and, when asked, the authenticator's code")
            .ForEveryone();
        group
            .MapDelete(
                "",
                (SessionEndpoints self, Caller caller, HttpContext http, CancellationToken ct) => self.SignOutAsync(caller, http, ct)
            )
            .WithName("signOut")
            .WithSummary("Sign out")
            .ForPeople(Role.Viewer);
        group
            .MapPut(
                "/workspace",
                (SessionEndpoints self, Body<SwitchWorkspaceRequest> body, Caller caller, CancellationToken ct) =>
                    self.SwitchAsync(body.Value, caller, ct)
            )
            .WithName("switchWorkspace")
            .WithSummary("Go to another workspace you belong to")
            .ForPeople(Role.Viewer);
        api.MapPost(
                "/first-run",
                (SessionEndpoints self, Body<FirstRunRequest> body, HttpContext http, CancellationToken ct) =>
                    self.FirstRunAsync(body.Value, http, ct)
            )
            .WithTags("Session")
            .WithName("firstRun")
            .WithSummary("Make the first account and workspace of a new server")
            .ForEveryone();
        MapInvitations(api.MapGroup("/invitations").WithTags("Session"));
    }

    private static void MapInvitations(RouteGroupBuilder invitations)
    {
        invitations
            .MapGet("/{token}", (SessionEndpoints self, string token, CancellationToken ct) => self.FindInvitationAsync(token, ct))
            .WithName("getInvitation")
            .WithSummary("What an invitation's link offers")
            .ForEveryone();
        invitations
            .MapPost(
                "/accept",
                (SessionEndpoints self, Body<JoinRequest> body, HttpContext http, CancellationToken ct) =>
                    self.JoinAsync(body.Value, http, ct)
            )
            .WithName("acceptInvitation")
            .WithSummary("Take up an invitation with a new account or the present password")
            .ForEveryone();
        invitations
            .MapPost(
                "/{token}/accept-as-me",
                (SessionEndpoints self, string token, Caller caller, HttpContext http, CancellationToken ct) =>
                    self.JoinAsMeAsync(token, caller, http, ct)
            )
            .WithName("acceptInvitationAsMe")
            .WithSummary("Take up an invitation as the person who is signed in")
            .ForPeople(Role.Viewer);
    }

    private async Task<Answer<SessionResponse>> DescribeAsync(HttpContext http, CancellationToken ct) =>
        await account.DescribeAsync(Caller.From(http.User), ct);

    private async Task<Answer<SignInResponse>> SignInAsync(SignInRequest request, HttpContext http, CancellationToken ct)
    {
        var result = await signIn.RunAsync(request, DeviceNames.Of(http.Request), SignInThrottle.AddressOf(http), ct);
        if (!result.Succeeded(out var signedIn, out var problem))
            return problem;
        if (signedIn.SessionToken is not { } token)
            return new SignInResponse(SignedIn: false, CodeRequired: true);
        SessionCookie.Write(http, token, options.Value.SessionMax);
        return new SignInResponse(SignedIn: true, CodeRequired: false);
    }

    private async Task<Answer<DoneResponse>> SignOutAsync(Caller caller, HttpContext http, CancellationToken ct)
    {
        await account.EndSessionAsync(caller, caller.SessionId!.Value, ct);
        SessionCookie.Clear(http);
        return new DoneResponse();
    }

    private async Task<Answer<DoneResponse>> SwitchAsync(SwitchWorkspaceRequest request, Caller caller, CancellationToken ct)
    {
        if (!WorkspaceId.TryParse(request.WorkspaceId, out var workspace))
            return Problem.Invalid("workspace_id", "This is no workspace's id.");
        var result = await account.SwitchWorkspaceAsync(caller, workspace, ct);
        return result.Succeeded(out _, out var problem) ? new DoneResponse() : problem;
    }

    private async Task<Answer<DoneResponse>> FirstRunAsync(FirstRunRequest request, HttpContext http, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        var region = SageRegions.Find(request.Country ?? SageRegions.SouthAfrica.Code);
        if (region is null)
            errors.Add(new FieldError("country", "Country must be one of the listed countries, such as ZA."));
        if (Passwords.Weakness("password", request.Password, request.Email) is { } weakness)
            errors.Add(weakness);
        return errors.Count > 0
            ? Problem.Invalid(errors)
            : SetCookie(await firstRun.RunAsync(request, region!, DeviceNames.Of(http.Request), ct), http);
    }

    private async Task<Answer<OpenInvitationResponse>> FindInvitationAsync(string token, CancellationToken ct) =>
        await members.FindInvitationAsync(token, ct) is { } invitation
            ? invitation
            : new Problem(ProblemCode.NotFound, "This invitation has been used, withdrawn, or has ended. Ask for a new one.");

    private async Task<Answer<DoneResponse>> JoinAsync(JoinRequest request, HttpContext http, CancellationToken ct) =>
        SetCookie(await members.JoinAsync(request, DeviceNames.Of(http.Request), SignInThrottle.AddressOf(http), ct), http);

    private async Task<Answer<DoneResponse>> JoinAsMeAsync(string token, Caller caller, HttpContext http, CancellationToken ct) =>
        SetCookie(await members.JoinAsync(caller, token, DeviceNames.Of(http.Request), ct), http);

    private Answer<DoneResponse> SetCookie(Result<string> result, HttpContext http)
    {
        if (!result.Succeeded(out var token, out var problem))
            return problem;
        SessionCookie.Write(http, token, options.Value.SessionMax);
        return new DoneResponse();
    }
}
