namespace Ledgerbridge.Server.Mirror;

/// <summary>Local copies of what Sage knows.</summary>
internal static class MirrorFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddMirror(this IServiceCollection services) => services.AddSingleton<ContactCopies>();
}
