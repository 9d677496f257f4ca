using System.Text.Json.Serialization.Metadata;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>A collection of a business that can be written to.</summary>
/// <typeparam name="T">What Sage answers.</typeparam>
/// <typeparam name="TNew">What is sent.</typeparam>
public class SageRecords<T, TNew> : SageCollection<T>
    where T : class
{
    private readonly JsonTypeInfo<T> _type;
    private readonly Func<TNew, string, byte[]> _wrap;

    /// <param name="calls">The business's calls.</param>
    /// <param name="name">The collection.</param>
    /// <param name="type">How one record is read.</param>
    /// <param name="pageType">How a page is read.</param>
    /// <param name="wrap">Wraps a record with its idempotency id in the singular name Sage wants.</param>
    internal SageRecords(
        BusinessCalls calls,
        string name,
        JsonTypeInfo<T> type,
        JsonTypeInfo<SagePage<T>> pageType,
        Func<TNew, string, byte[]> wrap
    )
        : base(calls, name, type, pageType)
    {
        _type = type;
        _wrap = wrap;
    }

    /// <summary>Makes a record.</summary>
    public Task<SageAnswer<T>> CreateAsync(TNew record, IdempotencyId idempotency, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, $"/{Name}", _wrap(record, idempotency.Hex), ct);

    /// <summary>Changes a record; only keys that are set are sent.</summary>
    public Task<SageAnswer<T>> UpdateAsync(string id, TNew record, IdempotencyId idempotency, CancellationToken ct) =>
        SendAsync(HttpMethod.Put, ItemPath(id), _wrap(record, idempotency.Hex), ct);

    /// <summary>Deletes a record. Sage takes no idempotency id here; a record that is gone answers not found.</summary>
    public async Task<SageAnswer<bool>> DeleteAsync(string id, CancellationToken ct) =>
        (await Calls.WriteAsync(HttpMethod.Delete, ItemPath(id), body: null, ct)).Map(static _ => true);

    private protected async Task<SageAnswer<T>> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken ct)
    {
        var answer = await Calls.WriteAsync(method, path, body, ct);
        return answer.Succeeded(out var reply, out var failure) ? reply.ReadWritten(_type) : failure;
    }
}
