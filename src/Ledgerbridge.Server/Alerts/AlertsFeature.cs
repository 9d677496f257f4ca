using Ledgerbridge.Server.Alerts.Internal;
using Ledgerbridge.Server.Alerts.Internal.Sources;
using Ledgerbridge.Server.Storage;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Alerts;

/// <summary>Telling people, by e-mail and webhook, that something needs them.</summary>
internal static class AlertsFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlertsOptions>().BindConfiguration(AlertsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertsOptions>, AlertsOptionsCheck>();
        services.AddSingleton<IAlertSource, ConnectionAlerts>();
        services.AddSingleton<IAlertSource, RunAlerts>();
        services.AddSingleton<IAlertSource, StoreAlerts>();
        services.AddSingleton<IAlertSource, SyncAlerts>();
        services.AddSingleton<IAlertSource, AuditAlerts>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<ISealedTexts>(static provider => provider.GetRequiredService<WebhookSecrets>());
        services.AddSingleton<MailSender>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<AlertOutbox>();
        services.AddSingleton<AlertWatch>();
        services.AddSingleton<AlertRounds>();
        services.AddSingleton<AlertSettingsStore>();
        services.AddSingleton<AlertTrial>();
        services.AddSingleton<AlertQueries>();
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        if (storage.RunSchedules)
            services.AddHostedService<AlertRoundsService>();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapAlerts(this IEndpointRouteBuilder api) => AlertEndpoints.Map(api);
}
