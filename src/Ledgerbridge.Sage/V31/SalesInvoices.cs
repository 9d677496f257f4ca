using System.Net.Mime;
using System.Text.Json;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Sales invoices of a business.</summary>
public sealed class SalesInvoices : SageCollection<SageSalesInvoice>
{
    internal SalesInvoices(BusinessCalls calls)
        : base(calls, "sales_invoices", WireJson.Default.SageSalesInvoice, WireJson.Default.SagePageSageSalesInvoice)
    {
        // Sage marks a document as sent when it is read, unless it is told not to.
        ItemQuery = "?mark_as_sent=false";
    }

    /// <summary>Makes an invoice: live at once unless its status is <c>DRAFT</c>.</summary>
    public Task<SageAnswer<SageSalesInvoice>> CreateAsync(NewSageSalesInvoice invoice, IdempotencyId idempotency, CancellationToken ct) =>
        Calls.WriteAsync(
            HttpMethod.Post,
            "/sales_invoices",
            new SendSalesInvoice(invoice with { IdempotencyId = idempotency.Hex }),
            WireJson.Default.SendSalesInvoice,
            WireJson.Default.SageSalesInvoice,
            ct
        );

    /// <summary>Changes an invoice; only keys that are set are sent.</summary>
    public Task<SageAnswer<SageSalesInvoice>> UpdateAsync(
        string id,
        NewSageSalesInvoice invoice,
        IdempotencyId idempotency,
        CancellationToken ct
    ) =>
        Calls.WriteAsync(
            HttpMethod.Put,
            ItemPath(id),
            new SendSalesInvoice(invoice with { IdempotencyId = idempotency.Hex }),
            WireJson.Default.SendSalesInvoice,
            WireJson.Default.SageSalesInvoice,
            ct
        );

    /// <summary>Books a draft. Sage takes no idempotency id here.</summary>
    public async Task<SageAnswer<SageSalesInvoice>> ReleaseAsync(string id, CancellationToken ct)
    {
        var answer = await Calls.WriteAsync(HttpMethod.Post, $"{ItemPath(id)}/release", body: null, ct);
        return answer.Succeeded(out var reply, out var failure) ? reply.ReadWritten(WireJson.Default.SageSalesInvoice) : failure;
    }

    /// <summary>
    /// Voids an invoice. The reason goes both as query and as body, because Sage's documents disagree. Answers null when Sage answers
    /// without a body (204).
    /// </summary>
    public async Task<SageAnswer<SageSalesInvoice?>> VoidAsync(string id, string reason, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new VoidReason(reason), WireJson.Default.VoidReason);
        var path = $"{ItemPath(id)}?void_reason={Uri.EscapeDataString(reason)}";
        var answer = await Calls.WriteAsync(HttpMethod.Delete, path, body, ct);
        if (!answer.Succeeded(out var reply, out var failure))
            return failure;
        return reply.Body.Length == 0
            ? new SageAnswer<SageSalesInvoice?>.Given(null)
            : reply.ReadWritten(WireJson.Default.SageSalesInvoice).Map<SageSalesInvoice?>(static invoice => invoice);
    }

    /// <summary>The invoice as PDF, without marking it as sent.</summary>
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

/// <summary>Customers and suppliers of a business.</summary>
public sealed class Contacts : SageCollection<SageContact>
{
    internal Contacts(BusinessCalls calls)
        : base(calls, "contacts", WireJson.Default.SageContact, WireJson.Default.SagePageSageContact)
    {
        // Addresses and persons are mere references otherwise.
        ItemQuery = "?nested_attributes=all";
    }

    /// <summary>Makes a contact; exactly one type must be set.</summary>
    public Task<SageAnswer<SageContact>> CreateAsync(NewSageContact contact, IdempotencyId idempotency, CancellationToken ct) =>
        WriteAsync(HttpMethod.Post, "/contacts", contact, idempotency, ct);

    /// <summary>Changes a contact; only keys that are set are sent. Addresses and persons have collections of their own.</summary>
    public Task<SageAnswer<SageContact>> UpdateAsync(string id, NewSageContact contact, IdempotencyId idempotency, CancellationToken ct) =>
        WriteAsync(HttpMethod.Put, ItemPath(id), contact, idempotency, ct);

    /// <summary>Deletes a contact that no document uses. Its reference stays reserved.</summary>
    public async Task<SageAnswer<bool>> DeleteAsync(string id, CancellationToken ct) =>
        (await Calls.WriteAsync(HttpMethod.Delete, ItemPath(id), body: null, ct)).Map(static _ => true);

    private Task<SageAnswer<SageContact>> WriteAsync(
        HttpMethod method,
        string path,
        NewSageContact contact,
        IdempotencyId idempotency,
        CancellationToken ct
    ) =>
        Calls.WriteAsync(
            method,
            path,
            new SendContact(contact with { IdempotencyId = idempotency.Hex }),
            WireJson.Default.SendContact,
            WireJson.Default.SageContact,
            ct
        );
}
