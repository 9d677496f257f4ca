using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.People.Internal;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.Server.People;

/// <summary>Workspaces, people, roles, sessions and API keys.</summary>
internal static partial class PeopleFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddOptions<PeopleOptions>().BindConfiguration(PeopleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // The core alone: sessions are rows of ours, so nothing here needs the framework's data protection and its keys.
        services.AddAuthenticationCore(static authentication =>
        {
            authentication.AddScheme<SignInHandler>(SignInHandler.Name, displayName: null);
            authentication.DefaultScheme = SignInHandler.Name;
        });
        services.AddWebEncoders();
        services.AddTransient<SignInHandler>();
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
        services.AddSingleton<PasswordReset>();
        services.AddSingleton<SessionEndpoints>();
    }

    /// <summary>Says where the setup code is while the first person is awaited.</summary>
    public static async Task TellSetupCodeAsync(this IHost host, CancellationToken ct)
    {
        if (await host.Services.GetRequiredService<FirstRun>().PrepareCodeAsync(ct) is { } path)
            LogSetupCode(host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PeopleFeature).FullName!), path);
    }

    [LoggerMessage(1301, LogLevel.Warning, "Nobody has an account yet. Open the web app and show the setup code from {Path}")]
    private static partial void LogSetupCode(ILogger log, string path);

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        SessionEndpoints.Map(api);
        PeopleEndpoints.Map(api);
    }
}
