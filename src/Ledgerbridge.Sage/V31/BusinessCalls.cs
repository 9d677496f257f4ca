using System.Text.Json.Serialization.Metadata;
using Ledgerbridge.Sage.Http;

namespace Ledgerbridge.Sage.V31;

/// <summary>Calls that carry one business's id and one priority.</summary>
internal sealed class BusinessCalls(SageTransport transport, string businessId, CallPriority priority)
{
    public string BusinessId => businessId;

    public Task<SageAnswer<T>> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class => transport.SendAsync(Call(HttpMethod.Get, path), type, ct);

    public Task<SageAnswer<SageReply>> ReadAsync(string path, string accept, CancellationToken ct) =>
        transport.SendAsync(Call(HttpMethod.Get, path) with { Accept = accept }, ct);

    public Task<SageAnswer<SageReply>> WriteAsync(HttpMethod method, string path, byte[]? body, CancellationToken ct) =>
        transport.SendAsync(Call(method, path) with { Body = body }, ct);

    private SageCall Call(HttpMethod method, string path) => new(method, path) { BusinessId = businessId, Priority = priority };
}
