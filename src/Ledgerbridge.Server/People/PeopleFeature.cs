using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.People.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.AspNetCore.Authentication;

namespace Ledgerbridge.Server.People;

/// <summary>Workspaces, people, roles, sessions and API keys.</summary>
internal static class PeopleFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddOptions<PeopleOptions>().BindConfiguration(PeopleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthentication(SignInHandler.Name).AddScheme<AuthenticationSchemeOptions, SignInHandler>(SignInHandler.Name, null);
        services.AddSingleton<Workspaces>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<ISealedTexts>(static provider => provider.GetRequiredService<SecondFactor>());
        services.AddSingleton<SignIn>();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<Members>();
        services.AddSingleton<IActorNames>(static provider => provider.GetRequiredService<Members>());
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<Account>();
        services.AddSingleton<SessionEndpoints>();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        SessionEndpoints.Map(api);
        PeopleEndpoints.Map(api);
    }
}
