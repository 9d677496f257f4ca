using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>People and API keys of the workspace, and the caller's own account.</summary>
internal static class PeopleEndpoints
{
    private static readonly Problem NoSuchPerson = new(ProblemCode.NotFound, "There is no such person in this workspace.");

    public static void Map(IEndpointRouteBuilder api)
    {
        MapMembers(api.MapGroup("/people").WithTags("People"));
        MapKeys(api.MapGroup("/keys").WithTags("API keys"));
        MapAccount(api.MapGroup("/account").WithTags("Account"));
    }

    private static void MapMembers(RouteGroupBuilder people)
    {
        people
            .MapGet(
                "",
                async (Members members, Caller caller, CancellationToken ct) =>
                    (Answer<PeopleResponse>)await members.ListAsync(caller.Workspace, ct)
            )
            .WithName("listPeople")
            .WithSummary("The people of the workspace and open invitations")
            .ForPeople(Role.Viewer);
        people
            .MapPost("/invitations", InviteAsync)
            .WithName("invitePerson")
            .WithSummary("Invite somebody; the link is shown this once")
            .Produces<NewInvitationResponse>(StatusCodes.Status201Created)
            .ForPeople(Role.Owner);
        people
            .MapDelete(
                "/invitations/{id}",
                async (string id, Members members, Caller caller, CancellationToken ct) =>
                    InvitationId.TryParse(id, out var invitation)
                        ? Done(await members.WithdrawAsync(caller, invitation, ct))
                        : new Problem(ProblemCode.NotFound, "There is no such invitation.")
            )
            .WithName("withdrawInvitation")
            .WithSummary("Withdraw an invitation")
            .ForPeople(Role.Owner);
        people
            .MapPut(
                "/{id}/role",
                async (string id, Body<RoleRequest> body, Members members, Caller caller, CancellationToken ct) =>
                    PersonId.TryParse(id, out var person)
                        ? Done(await members.ChangeRoleAsync(caller, person, body.Value.Role!.Value, ct))
                        : NoSuchPerson
            )
            .WithName("changeRole")
            .WithSummary("Change what a person may do")
            .ForPeople(Role.Owner);
        people
            .MapDelete(
                "/{id}",
                async (string id, Members members, Caller caller, CancellationToken ct) =>
                    PersonId.TryParse(id, out var person) ? Done(await members.RemoveAsync(caller, person, ct)) : NoSuchPerson
            )
            .WithName("removePerson")
            .WithSummary("Remove a person from the workspace")
            .ForPeople(Role.Owner);
    }

    private static void MapKeys(RouteGroupBuilder keys)
    {
        keys.MapGet(
                "",
                async (ApiKeys store, Caller caller, CancellationToken ct) =>
                    (Answer<ApiKeysResponse>)await store.ListAsync(caller.Workspace, ct)
            )
            .WithName("listKeys")
            .WithSummary("The API keys in use")
            .ForPeople(Role.Owner);
        keys.MapPost(
                "",
                async (Body<NewKeyRequest> body, ApiKeys store, Caller caller, CancellationToken ct) =>
                    ((Answer<NewApiKeyResponse>)await store.CreateAsync(caller, body.Value, ct)).WithStatus(StatusCodes.Status201Created)
            )
            .WithName("createKey")
            .WithSummary("Make an API key; its text is shown this once")
            .Produces<NewApiKeyResponse>(StatusCodes.Status201Created)
            .ForPeople(Role.Owner);
        keys.MapDelete(
                "/{id}",
                async (string id, ApiKeys store, Caller caller, CancellationToken ct) =>
                    ApiKeyId.TryParse(id, out var key)
                        ? Done(await store.RevokeAsync(caller, key, ct))
                        : new Problem(ProblemCode.NotFound, "There is no such key.")
            )
            .WithName("revokeKey")
            .WithSummary("Revoke an API key")
            .ForPeople(Role.Owner);
    }

    private static void MapAccount(RouteGroupBuilder account)
    {
        account
            .MapPut(
                "/password",
                async (Body<PasswordRequest> body, Account self, Caller caller, HttpContext http, CancellationToken ct) =>
                    Done(await self.ChangePasswordAsync(caller, body.Value, SignInThrottle.AddressOf(http), ct))
            )
            .WithName("changePassword")
            .WithSummary("Change your password; other browsers are signed out")
            .ForPeople(Role.Viewer);
        account
            .MapGet(
                "/sessions",
                async (Account self, Caller caller, CancellationToken ct) => (Answer<DevicesResponse>)await self.DevicesAsync(caller, ct)
            )
            .WithName("listSessions")
            .WithSummary("The browsers you are signed in with")
            .ForPeople(Role.Viewer);
        account
            .MapDelete(
                "/sessions/{id}",
                async (string id, Account self, Caller caller, CancellationToken ct) =>
                    SessionId.TryParse(id, out var session)
                        ? Done(await self.EndSessionAsync(caller, session, ct))
                        : new Problem(ProblemCode.NotFound, "There is no such browser.")
            )
            .WithName("endSession")
            .WithSummary("Sign one of your browsers out")
            .ForPeople(Role.Viewer);
        account
            .MapPost("/workspaces", CreateWorkspaceAsync)
            .WithName("createWorkspace")
            .WithSummary("Make another workspace, of which you are the Owner")
            .Produces<WorkspaceResponse>(StatusCodes.Status201Created)
            .ForPeople(Role.Owner);
        MapSecondFactor(account.MapGroup("/two-factor"));
    }

    private static void MapSecondFactor(RouteGroupBuilder factors)
    {
        factors
            .MapPost(
                "/begin",
                async (SecondFactor factor, Caller caller, CancellationToken ct) =>
                    (Answer<TwoFactorKeyResponse>)await factor.BeginAsync(caller.Person, ct)
            )
            .WithName("beginTwoFactor")
            .WithSummary("Get a key for your authenticator app")
            .ForPeople(Role.Viewer);
        factors
            .MapPost(
                "/on",
                async (Body<CodeRequest> body, SecondFactor factor, Caller caller, CancellationToken ct) =>
                    (Answer<RecoveryCodesResponse>)
                        await factor.TurnOnAsync(caller.Person, body.Value.Code, Audit.CallerActor.Actor(caller), caller.Workspace, ct)
            )
            .WithName("turnTwoFactorOn")
            .WithSummary("Turn the authenticator app on with a code from it")
            .ForPeople(Role.Viewer);
        factors
            .MapPost(
                "/off",
                async (Body<CodeRequest> body, SecondFactor factor, Caller caller, HttpContext http, CancellationToken ct) =>
                    Done(await factor.TurnOffAsync(caller, body.Value.Code, SignInThrottle.AddressOf(http), ct))
            )
            .WithName("turnTwoFactorOff")
            .WithSummary("Turn the authenticator app off")
            .ForPeople(Role.Viewer);
    }

    private static async Task<Answer<NewInvitationResponse>> InviteAsync(
        Body<InviteRequest> body,
        Members members,
        PublicAddress address,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!address.Of(http.Request).Succeeded(out var server, out var problem))
            return problem;
        var result = await members.InviteAsync(caller, body.Value, ct);
        if (!result.Succeeded(out var invited, out problem))
            return problem;
        // The text stands behind the '#', so that it reaches neither a server's log nor a Referer header.
        var link = $"{server.GetLeftPart(UriPartial.Authority)}/join#{invited.Token}";
        return ((Answer<NewInvitationResponse>)new NewInvitationResponse(invited.Invitation, link)).WithStatus(
            StatusCodes.Status201Created
        );
    }

    private static async Task<Answer<WorkspaceResponse>> CreateWorkspaceAsync(
        Body<NewWorkspaceRequest> body,
        Account account,
        Caller caller,
        CancellationToken ct
    ) =>
        SageRegions.Find(body.Value.Country ?? SageRegions.SouthAfrica.Code) is { } region
            ? ((Answer<WorkspaceResponse>)await account.CreateWorkspaceAsync(caller, body.Value, region, ct)).WithStatus(
                StatusCodes.Status201Created
            )
            : Problem.Invalid("country", "Country must be one of the listed countries, such as ZA.");

    private static Answer<DoneResponse> Done(Result<bool> result) =>
        result.Succeeded(out _, out var problem) ? new DoneResponse() : problem;
}
