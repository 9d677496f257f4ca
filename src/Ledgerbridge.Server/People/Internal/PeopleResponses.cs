using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>Who is signed in here, and what a start page needs to know.</summary>
internal sealed record SessionResponse
{
    /// <summary>True while the server has no account and the first person is awaited.</summary>
    public required bool FirstRun { get; init; }

    /// <summary>Whether the first person must show the setup code.</summary>
    public required bool SetupCodeRequired { get; init; }

    /// <summary>The signed-in person; null when nobody is signed in.</summary>
    public PersonResponse? Person { get; init; }

    /// <summary>The workspace the browser is in.</summary>
    public WorkspaceResponse? Workspace { get; init; }

    /// <summary>What the person may do in it.</summary>
    public Role? Role { get; init; }

    /// <summary>All workspaces of the person.</summary>
    public IReadOnlyList<WorkspaceResponse> Workspaces { get; init; } = [];
}

internal sealed record PersonResponse(string Id, string Name, string Email, bool TwoFactorOn);

internal sealed record WorkspaceResponse(string Id, string Name, string Country, string TimeZone);

/// <summary>What came of signing in.</summary>
/// <param name="SignedIn">True when the cookie is set.</param>
/// <param name="CodeRequired">True when the authenticator app's code has to be sent too.</param>
internal sealed record SignInResponse(bool SignedIn, bool CodeRequired);

internal sealed record MemberResponse(string Id, string Name, string Email, Role Role, bool TwoFactorOn, DateTimeOffset Since);

internal sealed record InvitationResponse(string Id, string Email, Role Role, DateTimeOffset ExpiresAt);

internal sealed record PeopleResponse(IReadOnlyList<MemberResponse> People, IReadOnlyList<InvitationResponse> Invitations);

/// <summary>A new invitation. The link is shown this once; only its hash is kept.</summary>
internal sealed record NewInvitationResponse(InvitationResponse Invitation, string Link);

internal sealed record OpenInvitationResponse(string Email, string WorkspaceName, Role Role, bool HasAccount);

internal sealed record ApiKeyResponse(
    string Id,
    string Name,
    Role Role,
    string Ending,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt
);

internal sealed record ApiKeysResponse(IReadOnlyList<ApiKeyResponse> Keys);

/// <summary>A new key. Its text is shown this once; only its hash is kept.</summary>
internal sealed record NewApiKeyResponse(ApiKeyResponse Key, string ApiKey);

internal sealed record DeviceResponse(string Id, string Device, DateTimeOffset SignedInAt, DateTimeOffset LastSeenAt, bool Current);

internal sealed record DevicesResponse(IReadOnlyList<DeviceResponse> Sessions);

/// <summary>The key for the authenticator app, as text and as the address a QR code holds.</summary>
internal sealed record TwoFactorKeyResponse(string Key, string Uri);

/// <summary>The recovery codes; shown this once.</summary>
internal sealed record RecoveryCodesResponse(IReadOnlyList<string> Codes);
