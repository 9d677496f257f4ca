using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>What settled a document, as the document shows it when asked for.</summary>
internal static class PaymentViews
{
    /// <summary>The payments and allocations of a document, oldest first.</summary>
    public static JsonArray Of(Scope scope, StoredDocument document)
    {
        var list = new JsonArray();
        foreach (var settlement in new Settlements(scope).OfItem(document.Id))
        {
            var paid = settlement.OwnerResource == PaymentShapes.Payments.Number;
            var type = paid ? PaymentShapes.Payments : PaymentShapes.Allocations;
            if (scope.Documents.Find(type, settlement.Owner) is not { } owner)
                continue;
            var link = Links.To(type.Collection, owner.Id, owner.Body.Text("displayed_as"));
            list.Add(
                new JsonObject
                {
                    ["displayed_as"] = owner.Body.Text("displayed_as"),
                    ["links"] = new JsonArray(),
                    ["date"] = settlement.Date,
                    ["type"] = (owner.Body["transaction_type"] as JsonObject)?.Text("displayed_as"),
                    ["reference"] = owner.Body.Text("reference"),
                    ["amount"] = Amounts.Text(Amounts.FromMinor(settlement.Amount)),
                    ["discount"] = Amounts.Text(Amounts.FromMinor(settlement.Discount)),
                    ["contact_payment"] = paid ? link : null,
                    ["contact_allocation"] = paid ? null : link,
                    ["artefact"] = Links.To(document.Type.Collection, document.Id, document.Body.Text("displayed_as")),
                    ["negative_payment"] = false,
                }
            );
        }
        return list;
    }
}
