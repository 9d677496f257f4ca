using System.Security.Claims;

namespace Ledgerbridge.Server.Hosting;

/// <summary>What a person or key may do in a workspace. Each role may do all that the one before may.</summary>
internal enum Role
{
    /// <summary>Looks at everything, changes nothing.</summary>
    Viewer = 1,

    /// <summary>Works with the books: invoices, contacts, connecting Sage.</summary>
    Accountant,

    /// <summary>Looks after the workspace: people, keys, settings, disconnecting.</summary>
    Owner,
}

/// <summary>Who is calling, for which workspace. Endpoints take it as a parameter; it exists only when somebody is signed in.</summary>
/// <param name="Workspace">The workspace everything in this request happens in.</param>
/// <param name="Role">What the caller may do in it.</param>
/// <param name="IsPerson">True for a signed-in person, false for an API key.</param>
/// <param name="SubjectId">The person's or key's id.</param>
/// <param name="SessionId">The session; null for a key.</param>
internal sealed record Caller(WorkspaceId Workspace, Role Role, bool IsPerson, string SubjectId, SessionId? SessionId)
{
    private const string WorkspaceClaim = "workspace";
    private const string SessionClaim = "session";
    private const string SubjectClaim = "subject";
    private const string KindClaim = "kind";
    private const string PersonKind = "person";
    private const string KeyKind = "key";

    /// <summary>The person's id.</summary>
    /// <exception cref="InvalidOperationException">An API key is calling; endpoints for people say so in their access rule.</exception>
    public PersonId Person =>
        IsPerson ? PersonId.Parse(SubjectId) : throw new InvalidOperationException("An API key reached an endpoint that is for people.");

    /// <summary>Called by the framework.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.User));

    /// <summary>The caller of a request; null when nobody is signed in.</summary>
    public static Caller? From(ClaimsPrincipal user) =>
        user.FindFirstValue(WorkspaceClaim) is { } workspace
            ? new Caller(
                WorkspaceId.Parse(workspace),
                Enum.Parse<Role>(user.FindFirstValue(ClaimTypes.Role)!),
                user.FindFirstValue(KindClaim) == PersonKind,
                user.FindFirstValue(SubjectClaim)!,
                user.FindFirstValue(SessionClaim) is { } session ? (SessionId?)Kernel.Id<Ids.Session>.Parse(session) : null
            )
            : null;

    /// <summary>The caller as the framework's authorisation sees it.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(WorkspaceClaim, Workspace.Text),
                new Claim(ClaimTypes.Role, Role.ToString()),
                new Claim(KindClaim, IsPerson ? PersonKind : KeyKind),
                new Claim(SubjectClaim, SubjectId),
            ],
            scheme
        );
        if (SessionId is { } session)
            identity.AddClaim(new Claim(SessionClaim, session.Text));
        return new ClaimsPrincipal(identity);
    }
}
