using Ledgerbridge.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Ledgerbridge.Server.Hosting;

/// <summary>Who may use an endpoint. Every endpoint says it; one that does not is closed to everybody, and a test finds it.</summary>
internal static class Access
{
    private const string PeoplePrefix = "people:";

    /// <summary>Open to signed-in people and keys with this role or a higher one.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoint, Role role)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(role.ToString());

    /// <summary>Open to signed-in people with this role or a higher one, not to API keys.</summary>
    public static TBuilder ForPeople<TBuilder>(this TBuilder endpoint, Role role)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(PeoplePrefix + role);

    /// <summary>Open to everybody.</summary>
    public static TBuilder ForEveryone<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous();

    /// <summary>Sets the policies up.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetValues<Role>())
        {
            authorization.AddPolicy(role.ToString(), policy => policy.RequireAssertion(context => Holds(context, role, peopleOnly: false)));
            authorization.AddPolicy(
                PeoplePrefix + role,
                policy => policy.RequireAssertion(context => Holds(context, role, peopleOnly: true))
            );
        }
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(static _ => false).Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
    }

    private static bool Holds(AuthorizationHandlerContext context, Role role, bool peopleOnly) =>
        Caller.From(context.User) is { } caller && caller.Role >= role && (caller.IsPerson || !peopleOnly);

    /// <summary>Tells a refusal as problem details.</summary>
    private sealed class AccessRefusals : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(
            RequestDelegate next,
            HttpContext context,
            AuthorizationPolicy policy,
            PolicyAuthorizationResult authorizeResult
        )
        {
            if (authorizeResult.Succeeded)
                return next(context);
            var problem = Caller.From(context.User) switch
            {
                null => new Problem(ProblemCode.NotSignedIn, "Sign in, or send an API key as 'Authorization: Bearer …'."),
                { IsPerson: false } => new Problem(
                    ProblemCode.NotAllowed,
                    "This key may not do that. Use a key with a wider scope, or sign in as a person."
                ),
                { Role: var role } => new Problem(
                    ProblemCode.NotAllowed,
                    $"You are {Article(role)} {role} in this workspace, and that role may not do this. An Owner can change your role."
                ),
            };
            return problem.ToHttp().ExecuteAsync(context);
        }

        private static string Article(Role role) => role == Role.Viewer ? "a" : "an";
    }
}
