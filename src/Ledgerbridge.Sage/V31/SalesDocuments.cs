using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Sales invoices or sales credit notes of a business: live at once unless their status is <c>DRAFT</c>.</summary>
/// <typeparam name="T">What Sage answers.</typeparam>
/// <typeparam name="TNew">What is sent.</typeparam>
public sealed class SalesDocuments<T, TNew> : SageRecords<T, TNew>
    where T : SageSalesDocument
{
    private readonly JsonTypeInfo<T> _type;

    internal SalesDocuments(
        BusinessCalls calls,
        string name,
        JsonTypeInfo<T> type,
        JsonTypeInfo<SagePage<T>> pageType,
        Func<TNew, string, byte[]> wrap
    )
        : base(calls, name, type, pageType, wrap)
    {
        _type = type;
        // Sage marks a document as sent when it is read, unless it is told not to.
        ItemQuery = "?mark_as_sent=false";
    }

    /// <summary>Reads one record in full, with what settled it.</summary>
    public Task<SageAnswer<T>> GetSettledAsync(string id, CancellationToken ct) =>
        Calls.ReadAsync($"{ItemPath(id)}{ItemQuery}&show_payments_allocations=true", _type, ct);

    /// <summary>Books a draft. Sage takes no idempotency id here.</summary>
    public Task<SageAnswer<T>> ReleaseAsync(string id, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, $"{ItemPath(id)}/release", body: null, ct);

    /// <summary>
    /// Voids a document. The reason goes both as query and as body, because Sage's documents disagree. Answers null when Sage answers
    /// without a body (204).
    /// </summary>
    public async Task<SageAnswer<T?>> VoidAsync(string id, string reason, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new VoidReason(reason), WireJson.Default.VoidReason);
        var path = $"{ItemPath(id)}?void_reason={Uri.EscapeDataString(reason)}";
        var answer = await Calls.WriteAsync(HttpMethod.Delete, path, body, ct);
        if (!answer.Succeeded(out var reply, out var failure))
            return failure;
        return reply.Body.Length == 0 ? new SageAnswer<T?>.Given(null) : reply.ReadWritten(_type).Map<T?>(static document => document);
    }

    /// <summary>The document as PDF, without marking it as sent.</summary>
    public async Task<SageAnswer<byte[]>> GetPdfAsync(string id, CancellationToken ct)
    {
        var answer = await Calls.ReadAsync(ItemPath(id) + ItemQuery, MediaTypeNames.Application.Pdf, ct);
        if (!answer.Succeeded(out var reply, out var failure))
            return failure;
        return reply.Body.AsSpan().StartsWith("%PDF-"u8)
            ? reply.Body
            : new SageFailure(SageFailureKind.Unreadable, "Sage's answer is no PDF file.") { RequestId = reply.RequestId };
    }
}
