using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>A version of a shop's policy.</summary>
/// <param name="Version">1 for the first, one more for each change.</param>
/// <param name="SavedAt">When it was stored.</param>
/// <param name="SavedBy">The id of the person or key; empty for Ledgerbridge itself.</param>
/// <param name="Policy">The seven cards.</param>
internal sealed record StorePolicyResponse(int Version, DateTimeOffset SavedAt, string SavedBy, StorePolicy Policy);

/// <summary>Shops' policies over the API.</summary>
internal static class PolicyEndpoints
{
    public static void Map(RouteGroupBuilder stores)
    {
        stores
            .MapGet("/{id}/policy", FindAsync)
            .WithName("getStorePolicy")
            .WithSummary("The rules by which a shop's documents are posted")
            .For(Role.Viewer);
        stores
            .MapPut("/{id}/policy", SaveAsync)
            .WithName("setStorePolicy")
            .WithSummary("Change the rules for events from now on; what came before keeps the version it came with")
            .For(Role.Accountant);
    }

    private static async Task<Answer<StorePolicyResponse>> FindAsync(
        string id,
        StorePolicies policies,
        Caller caller,
        CancellationToken ct
    ) =>
        StoreId.TryParse(id, out var store) && await policies.CurrentAsync(new StoreKey(caller.Workspace, store), ct) is { } found
            ? ToResponse(found)
            : StorePolicies.NoSuchStore;

    private static async Task<Answer<StorePolicyResponse>> SaveAsync(
        string id,
        string? expected_version,
        Body<StorePolicy> body,
        StorePolicies policies,
        StoreDirectory directory,
        StoreReader reader,
        Businesses businesses,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!StoreId.TryParse(id, out var store) || await directory.FindAsync(new StoreKey(caller.Workspace, store), ct) is not { } known)
            return StorePolicies.NoSuchStore;
        var fields = new QueryFields();
        var expected = fields.Long("expected_version", expected_version, 1, int.MaxValue);
        if (fields.Problem is { } unread)
            return unread;
        var opened = await businesses.OpenAsync(
            new BooksKey(caller.Workspace, known.Connection, known.BusinessId),
            Sage.CallPriority.Interactive,
            ct
        );
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        // A shop that does not answer keeps nobody from changing rules; its ways to be paid are then not looked at.
        var methods = (await reader.PaymentMethodsAsync(known.Key, ct)).Succeeded(out var live, out _) ? live : null;
        var errors = PolicyCheck.Validate(body.Value, books.Reference, methods);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var saved = await policies.SaveAsync(known.Key, body.Value, caller.Actor(), (int?)expected);
        return saved.Succeeded(out var version, out var refused) ? ToResponse(version) : refused;
    }

    private static StorePolicyResponse ToResponse(PolicyVersion version) =>
        new(version.Version, version.SavedAt, version.SavedBy, version.Policy);
}
