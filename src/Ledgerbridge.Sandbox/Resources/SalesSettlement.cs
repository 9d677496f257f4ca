using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Lets money come in for an invoice without a client: what seeds and the control API do.</summary>
internal static class SalesSettlement
{
    /// <summary>Pays part or all of an invoice into the business's bank account, at the invoice's own rate of exchange.</summary>
    /// <param name="scope">Where it happens.</param>
    /// <param name="invoice">The invoice.</param>
    /// <param name="amount">Above zero and at most what is outstanding, in the invoice's currency.</param>
    /// <param name="on">The date of the money.</param>
    /// <returns>The invoice afterwards.</returns>
    /// <exception cref="ArgumentException">The invoice takes no money, or not this much.</exception>
    public static StoredDocument Pay(Scope scope, StoredDocument invoice, decimal amount, DateOnly on)
    {
        var body = invoice.Body;
        var sent = new JsonObject
        {
            ["transaction_type_id"] = "CUSTOMER_RECEIPT",
            ["payment_method_id"] = "ELECTRONIC",
            ["contact_id"] = body.LinkId("contact"),
            ["bank_account_id"] = SandboxSeed.BankAccount(scope.Business.Id, SandboxSeed.BankCode),
            ["date"] = SandboxClock.Text(on),
            ["total_amount"] = Amounts.Text(amount),
            ["exchange_rate"] = body.Text("exchange_rate"),
            ["reference"] = body.Text("displayed_as"),
            ["allocated_artefacts"] = new JsonArray(new JsonObject { ["artefact_id"] = invoice.Id, ["amount"] = Amounts.Text(amount) }),
        };
        var answer = new PaymentRules().Create(scope, JsonSerializer.SerializeToElement(sent));
        if (answer.Succeeded)
            return scope.Documents.Find(SalesShapes.Invoices, invoice.Id)!;
        var problems = JsonNode.Parse(answer.Body.Span)!.AsArray();
        throw new ArgumentException(problems[0]!["$message"]!.GetValue<string>(), nameof(amount));
    }
}
