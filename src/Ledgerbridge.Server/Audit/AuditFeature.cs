using Ledgerbridge.Server.Audit.Internal;

namespace Ledgerbridge.Server.Audit;

/// <summary>The log of everything that was ever done.</summary>
internal static class AuditFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AuditQueryStore>();
        services.AddSingleton<AuditFirstPages>();
        services.AddSingleton<AuditVerifier>();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapAudit(this IEndpointRouteBuilder api) => AuditEndpoints.Map(api);
}
