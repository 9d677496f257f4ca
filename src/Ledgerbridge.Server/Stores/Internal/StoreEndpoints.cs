using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>Shops over the API.</summary>
internal static class StoreEndpoints
{
    private static readonly Problem NoSuchStore = new(ProblemCode.NotFound, "There is no such shop in this workspace.");

    public static void Map(IEndpointRouteBuilder api)
    {
        var stores = api.MapGroup("/stores").WithTags("Stores");
        stores
            .MapGet(
                "",
                static async (StoreList list, Caller caller, CancellationToken ct) =>
                    (Answer<StoresResponse>)await list.ListAsync(caller.Workspace, ct)
            )
            .WithName("listStores")
            .WithSummary("The shops and how they stand")
            .For(Role.Viewer);
        stores
            .MapPost("", ConnectAsync)
            .WithName("connectStore")
            .WithSummary("Connect a shop with the code from its admin, or pair the one at that address again")
            .For(Role.Accountant);
        stores.MapGet("/{id}", FindAsync).WithName("getStore").WithSummary("One shop and how it stands").For(Role.Viewer);
        stores
            .MapPost("/{id}/pair", PairAsync)
            .WithName("pairStore")
            .WithSummary("Give a shop a new key under a fresh code from its admin")
            .For(Role.Accountant);
        stores
            .MapPost("/{id}/ping", PingAsync)
            .WithName("pingStore")
            .WithSummary("Ask a shop whether it is there and takes our token, and measure its clock")
            .For(Role.Accountant);
        stores
            .MapPost("/{id}/disconnect", DisconnectAsync)
            .WithName("disconnectStore")
            .WithSummary("Disconnect a shop and erase its key")
            .For(Role.Owner);
        stores
            .MapGet("/{id}/payment-methods", PaymentMethodsAsync)
            .WithName("listStorePaymentMethods")
            .WithSummary("The ways to be paid that are installed in a shop, asked of the shop now")
            .For(Role.Viewer);
        PolicyEndpoints.Map(stores);
    }

    private static async Task<Answer<StoreResponse>> ConnectAsync(
        Body<ConnectStoreRequest> body,
        StorePairing pairing,
        StoreList list,
        PublicAddress address,
        Caller caller,
        HttpRequest request,
        CancellationToken ct
    )
    {
        if (!address.Of(request).Succeeded(out var ledger, out var problem))
            return problem;
        var paired = await pairing.ConnectAsync(caller, body.Value.BaseUrl, body.Value.PairingCode, ledger, ct);
        return paired.Succeeded(out var store, out problem)
            ? ((Answer<StoreResponse>)(await list.FindAsync(new StoreKey(caller.Workspace, store), ct))!).WithStatus(
                StatusCodes.Status201Created
            )
            : problem;
    }

    private static async Task<Answer<StoreResponse>> FindAsync(string id, StoreList list, Caller caller, CancellationToken ct) =>
        TryKey(id, caller, out var store) && await list.FindAsync(store, ct) is { } found ? found : NoSuchStore;

    private static async Task<Answer<StoreResponse>> PairAsync(
        string id,
        Body<PairStoreRequest> body,
        StorePairing pairing,
        StoreList list,
        PublicAddress address,
        Caller caller,
        HttpRequest request,
        CancellationToken ct
    )
    {
        if (!TryKey(id, caller, out var store))
            return NoSuchStore;
        if (!address.Of(request).Succeeded(out var ledger, out var problem))
            return problem;
        var paired = await pairing.PairAsync(caller, store.Store, body.Value.PairingCode, ledger, ct);
        return paired.Succeeded(out _, out problem) ? (await list.FindAsync(store, ct))! : problem;
    }

    private static async Task<Answer<PingResponse>> PingAsync(
        string id,
        StoreReader reader,
        StoreList list,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!TryKey(id, caller, out var store) || await list.FindAsync(store, ct) is null)
            return NoSuchStore;
        var answer = await reader.PingAsync(store, ct);
        var found = (await list.FindAsync(store, ct))!;
        return answer.Succeeded(out var ping, out var failure)
            ? new PingResponse(true, ClockSentence(ping.Skew), (long)ping.Took.TotalMilliseconds, found)
            : new PingResponse(false, failure.Message, null, found);
    }

    private static async Task<Answer<StoreResponse>> DisconnectAsync(
        string id,
        StorePairing pairing,
        StoreList list,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!TryKey(id, caller, out var store))
            return NoSuchStore;
        return (await pairing.DisconnectAsync(caller, store.Store)).Succeeded(out _, out var problem)
            ? (await list.FindAsync(store, ct))!
            : problem;
    }

    private static async Task<Answer<StorePaymentMethodsResponse>> PaymentMethodsAsync(
        string id,
        StoreReader reader,
        StoreList list,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!TryKey(id, caller, out var store) || await list.FindAsync(store, ct) is null)
            return NoSuchStore;
        return (await reader.PaymentMethodsAsync(store, ct)).Succeeded(out var methods, out var failure)
            ? new StorePaymentMethodsResponse([.. methods.Select(static m => new StorePaymentMethodResponse(m.Code, m.Label, m.IsActive))])
            : failure.ToProblem();
    }

    private static string ClockSentence(TimeSpan skew) =>
        Math.Abs((int)skew.TotalSeconds) switch
        {
            <= 5 => "The shop answers and takes our token. Its clock agrees with ours.",
            var seconds =>
                $"The shop answers and takes our token. Its clock is {seconds} seconds {(skew > TimeSpan.Zero ? "ahead of" : "behind")} "
                    + "ours; that is allowed for, but whoever runs the shop's server should correct it.",
        };

    private static bool TryKey(string id, Caller caller, out StoreKey store)
    {
        var isId = StoreId.TryParse(id, out var parsed);
        store = new StoreKey(caller.Workspace, parsed);
        return isId;
    }
}
