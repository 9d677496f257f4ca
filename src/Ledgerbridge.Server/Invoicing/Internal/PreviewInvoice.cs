using System.Text.Json.Serialization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Settings;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>What a preview keeps in the audit log: the books it is for and exactly what is posted into them.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="BusinessId">Sage's id of the business.</param>
/// <param name="GrossAmount">The total, for people who read the log.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Document">What is posted.</param>
internal sealed record StoredPreview(string ConnectionId, string BusinessId, decimal GrossAmount, string Currency, NewBooksInvoice Document)
{
    [JsonIgnore]
    public Money Gross => new(GrossAmount, Document.Currency);

    public BooksKey KeyIn(WorkspaceId workspace) => new(workspace, Kernel.Id<Ids.Connection>.Parse(ConnectionId), BusinessId);
}

/// <summary>An invoice that was worked out, with everything a preview shows.</summary>
internal sealed record WorkedOut(OpenBooks Books, ContactDetails Customer, InvoicePlan Plan);

/// <summary>
/// Works an invoice out and stores exactly what confirming it would post. Costs no call to Sage while the customer and the lists are on
/// hand.
/// </summary>
internal sealed class PreviewInvoice(
    Businesses businesses,
    ContactCopies contacts,
    SettingsStore settings,
    Workspaces workspaces,
    AuditLog audit,
    TimeProvider time
)
{
    private static readonly Problem NoSuchCustomer = Problem.Invalid(
        "contact_id",
        "These books have no such contact. Choose a customer from the list, or make one."
    );

    public async Task<Result<PreviewResponse>> RunAsync(Caller caller, InvoiceRequest request, CancellationToken ct)
    {
        var worked = await WorkOutAsync(caller.Workspace, request, ct);
        if (!worked.Succeeded(out var invoice, out var problem))
            return problem;
        var id = await audit.AppendAsync(caller.Workspace, EventFor(caller, request, invoice), ct);
        return PreviewPaper.Of(id, invoice);
    }

    /// <summary>Works an invoice out without storing it.</summary>
    public async Task<Result<WorkedOut>> WorkOutAsync(WorkspaceId workspace, InvoiceRequest request, CancellationToken ct)
    {
        var opened = await businesses.OpenCurrentAsync(workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var found = await contacts.GetAsync(books, request.ContactId, ct);
        if (!found.Succeeded(out var customer, out problem))
            return problem.Code == ProblemCode.NotFound ? NoSuchCustomer : problem;
        if (!customer.Contact.Active)
            return Problem.Invalid("contact_id", "This contact is no longer in use in Sage. Choose another one.");
        var facts = await workspaces.GetAsync(workspace, ct);
        var plan = InvoicePlanner.Plan(
            request,
            books.Reference,
            customer.Contact.Details,
            await settings.ReadAsync(workspace, ct),
            facts.Today(time)
        );
        return plan.Succeeded(out var planned, out problem) ? new WorkedOut(books, customer.Contact.Details, planned) : problem;
    }

    /// <summary>The audit entry that is the preview.</summary>
    public static AuditEvent EventFor(Caller caller, InvoiceRequest request, WorkedOut invoice)
    {
        var gross = invoice.Plan.Priced.Gross;
        return new AuditEvent(
            AuditAction.InvoicePreview,
            AuditStatus.Preview,
            caller.Actor(),
            $"The invoice {invoice.Plan.Invoice.Reference} for {MoneyText.Screen(gross)} was previewed."
        )
        {
            Target = new AuditTarget("contact", invoice.Plan.Invoice.ContactId),
            Exact = true,
            Request = ApiJson.Text(request),
            Response = ApiJson.Text(
                new StoredPreview(
                    invoice.Books.Key.Connection.Text,
                    invoice.Books.Key.BusinessId,
                    gross.Amount,
                    gross.Currency.Code,
                    invoice.Plan.Invoice
                )
            ),
        };
    }
}
