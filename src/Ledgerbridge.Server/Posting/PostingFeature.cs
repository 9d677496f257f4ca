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
        services.AddSingleton<IPostingKind, CreditNoteCreation>();
        services.AddSingleton<IPostingKind, CreditNoteVoiding>();
        services.AddSingleton<IPostingKind, PaymentCreation>();
        services.AddSingleton<IPostingKind, PaymentDeletion>();
        services.AddSingleton<IPostingKind, AllocationCreation>();
        services.AddSingleton<IPostingKind, AllocationDeletion>();
        services.AddSingleton<IPostingKind, ItemCreation>();
        services.AddSingleton<IPostingKind, ItemUpdating>();
        services.AddSingleton<IPostingKind, StockMoving>();
        services.AddSingleton<PostedCopies>();
        services.AddSingleton<PostingAttempts>();
        services.AddSingleton<PostingJournal>();
        services.AddSingleton<PostingHealth>();
        services.AddSingleton<PostingSweep>();
        services.AddRecurringJob<PostingSweep>("posting.sweep", SweepEvery);
    }
}
