using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// Allocations: what a customer owes set against what is owed to the customer, together nothing. The books only move when the two sides
/// were booked at different rates of exchange.
/// </summary>
internal sealed class AllocationRules() : ResourceRules(PaymentShapes.Allocations)
{
    private const string CustomerAllocation = "CUSTOMER_ALLOCATION";

    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Blank(scope);
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: true);
        body["date"] ??= SandboxClock.Text(scope.Today);
        if (body.LinkId("transaction_type") is { } type && type != CustomerAllocation)
            violations.Add("transaction_type_id", "is not included in the list");
        if (
            body.LinkId("contact") is { } id
            && scope.Documents.Find(ContactShapes.Contacts, id) is { } contact
            && ContactRules.Kind(contact.Body) != "CUSTOMER"
        )
            violations.Add("contact_id", "can't find customer");
        var parts = Parts(scope, sent, body, violations);
        if (violations.Any)
            return violations.Answer();
        body["links"] = Links.Web($"/banking/contact_allocations/{body.Text("id")}");
        body["transaction"] = Apply(scope, body, parts, violations);
        return Shown(201, scope.Documents.Insert(Type, body, Columns(body)));
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var violations = new Violations();
        var body = document.Body;
        var (type, contact) = (body.LinkId("transaction_type"), body.LinkId("contact"));
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: false);
        if (body.LinkId("transaction_type") != type)
            violations.Add("transaction_type_id", "cannot be changed");
        if (body.LinkId("contact") != contact)
            violations.Add("contact_id", "cannot be changed");
        if (sent.TryGetProperty("allocated_artefacts", out _))
        {
            Undo(scope, document);
            var parts = Parts(scope, sent, body, violations);
            if (!violations.Any)
                body["transaction"] = Apply(scope, body, parts, violations);
        }
        return violations.Any ? violations.Answer() : Shown(200, scope.Documents.Save(document, Columns(body)));
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        Undo(scope, document);
        scope.Documents.Delete(document);
        return ApiAnswer.NoContent with { DocumentId = document.Id };
    }

    public override Columns Columns(JsonObject body) =>
        new()
        {
            Date = body.Text("date"),
            Kind = body.LinkId("transaction_type"),
            Contact = body.LinkId("contact"),
        };

    private List<Part> Parts(Scope scope, JsonElement sent, JsonObject body, Violations violations)
    {
        SalesChecks.Dates(scope, body, violations);
        var parts = new PaymentParts(scope, Type, violations).Read(sent, body, static sign => sign);
        if (violations.Any)
            return parts;
        if (parts.Count == 0)
            violations.Required("allocated_artefacts");
        else if (parts.Sum(static part => part.Sign * part.Amount) != 0m)
            violations.Add("allocated_artefacts", "The allocated amounts must add up to zero.");
        else if (parts.Exists(static part => part.Discount != 0m))
            violations.Add("allocated_artefacts.discount", "is only available for payments");
        return parts;
    }

    private JsonObject? Apply(Scope scope, JsonObject body, List<Part> parts, Violations violations)
    {
        var (shown, owed, owing) = new PaymentParts(scope, Type, violations).Settle(body, parts);
        body["allocated_artefacts"] = shown;
        if (owed == owing)
            return null;
        var head = new TransactionHead
        {
            Date = body.Text("date")!,
            Total = 0,
            ForeignTotal = 0,
            ContactId = body.LinkId("contact"),
            ContactName = (body["contact"] as JsonObject)?.Text("displayed_as"),
            TypeId = CustomerAllocation,
            OriginResource = Type.Number,
            OriginId = body.Text("id")!,
        };
        const string description = "Difference of exchange";
        Entry[] entries =
        [
            Entry.Signed(scope.Shelf.Control("DEBTORS"), owing - owed, description) with
            {
                ContactId = body.LinkId("contact"),
            },
            Entry.Signed(scope.Shelf.Control("EXCHANGE"), owed - owing, description),
        ];
        return LedgerViews.Link(scope, scope.Ledger.Post(head, entries));
    }

    private static void Undo(Scope scope, StoredDocument document)
    {
        new Settlements(scope).Undo(document.Id);
        if (document.Body.LinkId("transaction") is { } id && scope.Ids.TryRead(id, IdKind.Transaction, out var row))
            scope.Ledger.Void(row);
    }
}
