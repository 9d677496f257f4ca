using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.People;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>
/// The two addresses a person's browser visits on the way to Sage and back. They answer redirects and pages, never JSON. Open to
/// everybody as far as routing goes, because a person who is not signed in is sent to the sign-in screen and not refused.
/// </summary>
internal static class AuthEndpoints
{
    private const string CallbackPath = "/auth/callback";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/auth/start", StartAsync)
            .WithTags("OAuth")
            .WithName("startOAuth")
            .WithSummary("Go to Sage's authorise page")
            .ForEveryone();
        app.MapGet(CallbackPath, CallbackAsync)
            .WithTags("OAuth")
            .WithName("oauthCallback")
            .WithSummary("Come back from Sage")
            .ForEveryone();
    }

    private static async Task<IResult> StartAsync(
        HttpContext context,
        AuthorizeWalks walks,
        Workspaces workspaces,
        PublicAddress address,
        CancellationToken ct,
        string? country = null
    )
    {
        var caller = Caller.From(context.User);
        if (caller is not { IsPerson: true })
            return Results.Redirect("/sign-in?then=/connect");
        if (caller.Role < Role.Accountant)
        {
            return Pages.Page(
                context,
                StatusCodes.Status403Forbidden,
                "Your role cannot connect Sage",
                [$"You are a {caller.Role} in this workspace. An Accountant or Owner can connect Sage, and an Owner can change your role."],
                "Back",
                "/"
            );
        }
        var region = country is null ? (await workspaces.GetAsync(caller.Workspace, ct)).Region : SageRegions.Find(country);
        if (region is null)
        {
            return Pages.Page(
                context,
                StatusCodes.Status400BadRequest,
                "Unknown country",
                ["Sage cannot be connected in that country. Nothing was changed."],
                "Choose another",
                "/connect"
            );
        }
        if (!address.Of(context.Request).Succeeded(out var server, out var problem))
            return Pages.Page(
                context,
                StatusCodes.Status409Conflict,
                "Sage cannot be connected yet",
                [problem.Message],
                "Back",
                "/connect"
            );
        var callback = new Uri(server, CallbackPath);
        return Results.Redirect((await walks.BeginAsync(caller, callback, region, ct)).AbsoluteUri);
    }

    private static async Task<IResult> CallbackAsync(
        HttpContext context,
        AuthorizeWalks walks,
        Businesses businesses,
        CancellationToken ct,
        string? state = null,
        string? code = null,
        string? error = null,
        string? reason = null
    )
    {
        var caller = Caller.From(context.User);
        if (caller is not { IsPerson: true } || caller.Role < Role.Accountant)
            return Stale(context);
        if (string.IsNullOrEmpty(state) || await walks.TakeAsync(caller, state, ct) is not { } walk)
            return Stale(context);
        if (error is not null || string.IsNullOrEmpty(code))
        {
            var refusal = CallbackRefusal.Of(error, reason);
            await walks.RefusedAsync(caller, refusal.Heading + ".", ct);
            return Pages.Page(context, StatusCodes.Status400BadRequest, refusal.Heading, refusal.Sentences, "Try again", "/connect");
        }
        var completed = await walks.CompleteAsync(caller, walk, code, ct);
        if (!completed.Succeeded(out var connection, out var problem))
        {
            return Pages.Page(
                context,
                StatusCodes.Status400BadRequest,
                "Sage was not connected",
                [problem.Message, "Nothing was changed. A sign-in at Sage can be used once and within a minute, so please start again."],
                "Try again",
                "/connect"
            );
        }
        await businesses.ListAsync(caller.Workspace, connection, ct);
        return Results.Redirect($"/connect/business?connection={connection}");
    }

    private static IResult Stale(HttpContext context) =>
        Pages.Page(
            context,
            StatusCodes.Status400BadRequest,
            "This sign-in can no longer be used",
            [
                "It was begun in another browser, more than ten minutes ago, or it has been used already.",
                "Nothing was changed. Please start again.",
            ],
            "Connect Sage",
            "/connect"
        );
}

/// <summary>What a callback with <c>error=</c> means for the person who sees it.</summary>
/// <param name="Heading">In a few words.</param>
/// <param name="Sentences">What to do.</param>
internal sealed record CallbackRefusal(string Heading, IReadOnlyList<string> Sentences)
{
    private const string NothingChanged = "Nothing was changed.";

    /// <summary>Sage's documented errors, and the odd one it shows for a wrong country.</summary>
    public static CallbackRefusal Of(string? error, string? reason) =>
        error switch
        {
            "access_denied" => new(
                "The connection was not allowed",
                ["You, or Sage on your behalf, said no.", "If that was not meant, start again and choose Allow. " + NothingChanged]
            ),
            "temporarily_unavailable" or "server_error" => new(
                "Sage cannot connect just now",
                ["Sage has a fault of its own. It asks to wait about ten minutes and then to start again. " + NothingChanged]
            ),
            "unauthorized_client" or "invalid_scope" or "unsupported_response_type" => new(
                "Sage does not accept this application",
                [
                    "The client id or the callback address registered with Sage does not fit this server. Ask whoever runs it. "
                        + NothingChanged,
                ]
            ),
            _ when reason is not null || error is "Invalid request" or "invalid_request" => new(
                "The country does not fit",
                [
                    "Sage says this when the business is in another country than the one chosen, or when a developer's sign-in was used "
                        + "instead of the business's.",
                    "Start again and choose the country your Sage business is in. " + NothingChanged,
                ]
            ),
            _ => new("Sage was not connected", ["Sage sent you back without a reason we know. Please start again. " + NothingChanged]),
        };
}
