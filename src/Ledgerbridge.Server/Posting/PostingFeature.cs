using Ledgerbridge.Server.Posting.Internal;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.Server.Posting;

/// <summary>The posting journal: the one way into the books.</summary>
internal static class PostingFeature
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);

    /// <summary>Adds the feature.</summary>
    public static void AddPosting(this IServiceCollection services)
    {
        services.AddSingleton<IPostingKind, InvoiceCreation>();
        services.AddSingleton<IPostingKind, InvoiceRelease>();
        services.AddSingleton<IPostingKind, InvoiceVoiding>();
        services.AddSingleton<IPostingKind, ContactCreation>();
        services.AddSingleton<IPostingKind, ContactUpdating>();
        services.AddSingleton<PostingAttempts>();
        services.AddSingleton<PostingJournal>();
        services.AddSingleton<PostingHealth>();
        services.AddSingleton<PostingSweep>();
        services.AddRecurringJob<PostingSweep>("posting.sweep", SweepEvery);
    }
}
