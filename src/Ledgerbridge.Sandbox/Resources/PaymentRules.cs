using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// Payments from and to customers: they settle what they name, the rest of a receipt stays on the customer's account. The bank moves by
/// the payment's own rate of exchange; what that makes more or less of a debt is a gain or a loss.
/// </summary>
internal sealed class PaymentRules() : ResourceRules(PaymentShapes.Payments)
{
    private const string Receipt = "CUSTOMER_RECEIPT";
    private const string Refund = "CUSTOMER_REFUND";

    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var seq = scope.Documents.NextSeq();
        var body = Blank(scope, scope.PlannedId ?? scope.Documents.IdOf(seq));
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: true);
        var money = Check(scope, sent, body, creating: true, violations);
        var parts = new PaymentParts(scope, Type, violations).Read(sent, body, SignOf(body));
        CheckSums(body, parts, violations);
        if (violations.Any)
            return violations.Answer();
        body["links"] = Links.Web($"/banking/contact_payments/{body.Text("id")}");
        var posting = Apply(scope, body, parts, money, scope.Documents.IdOf(seq + 1), violations);
        body["transaction"] = LedgerViews.Link(scope, scope.Ledger.Post(posting.Head, posting.Entries));
        var document = scope.Documents.Insert(Type, body, Columns(body));
        if (body["payment_on_account"] is JsonObject onAccount)
            scope.Documents.Insert(PaymentShapes.OnAccount, Copy(onAccount), OnAccountColumns(onAccount));
        SalesRules.MarkUsed(scope, scope.Documents.Find(ContactShapes.Contacts, body.LinkId("contact")!)!);
        return Shown(201, document);
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var violations = new Violations();
        var body = document.Body;
        var (type, contact, bank) = (body.LinkId("transaction_type"), body.LinkId("contact"), body.LinkId("bank_account"));
        if (OnAccountOf(scope, body) is { } used && new Settlements(scope).IsUsed(used.Id))
            return InUse();
        var kept = Sent(body);
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: false);
        if (body.LinkId("transaction_type") != type)
            violations.Add("transaction_type_id", "cannot be changed");
        if (body.LinkId("contact") != contact)
            violations.Add("contact_id", "cannot be changed");
        var money = Check(scope, sent, body, creating: false, violations);
        new Settlements(scope).Undo(document.Id);
        var given = sent.TryGetProperty("allocated_artefacts", out _) ? sent : kept;
        var parts = new PaymentParts(scope, Type, violations).Read(given, body, SignOf(body));
        CheckSums(body, parts, violations);
        if (violations.Any)
            return violations.Answer();
        MoveBank(scope, bank!, -BankCents(document));
        var posting = Apply(scope, body, parts, money, scope.Documents.IdOf(scope.Documents.NextSeq()), violations);
        scope.Ledger.Repost(TransactionRow(scope, body)!.Value, posting.Head, posting.Entries);
        var saved = scope.Documents.Save(document, Columns(body));
        KeepOnAccount(scope, body);
        return Shown(200, saved);
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        var settlements = new Settlements(scope);
        var onAccount = OnAccountOf(scope, document.Body);
        if (onAccount is not null && settlements.IsUsed(onAccount.Id))
            return InUse();
        settlements.Undo(document.Id);
        if (onAccount is not null)
            Close(scope, onAccount);
        MoveBank(scope, document.Body.LinkId("bank_account")!, -BankCents(document));
        scope.Ledger.Void(TransactionRow(scope, document.Body)!.Value);
        scope.Documents.Delete(document);
        return ApiAnswer.NoContent with { DocumentId = document.Id };
    }

    public override Columns Columns(JsonObject body) =>
        new()
        {
            Date = body.Text("date"),
            Kind = body.LinkId("transaction_type"),
            Contact = body.LinkId("contact"),
            Parent = body.LinkId("bank_account"),
            Search = body.Text("reference")?.ToLowerInvariant(),
        };

    /// <summary>What stands in the row of what is left on account.</summary>
    public static Columns OnAccountColumns(JsonObject body) =>
        new()
        {
            Date = body.Text("date"),
            Status = body.LinkId("status"),
            Contact = body.LinkId("contact"),
            Outstanding = -Amounts.Minor(body.Amount("outstanding_amount")),
        };

    /// <summary>Puts what is left on account, after it changed, into its payment.</summary>
    public static void ShowOnAccount(Scope scope, StoredDocument onAccount)
    {
        var payment = scope.Documents.Find(PaymentShapes.Payments, onAccount.Body.Text("$path")!.Split('/')[^1])!;
        payment.Body["payment_on_account"] = Copy(onAccount.Body);
        payment.Body["editable"] = onAccount.Body.LinkId("status") == "UNPAID";
        scope.Documents.Save(payment, new PaymentRules().Columns(payment.Body));
    }

    private static Func<int, int> SignOf(JsonObject body) =>
        body.LinkId("transaction_type") == Refund ? static sign => sign < 0 ? 1 : 0 : static sign => sign > 0 ? 1 : 0;

    private static SalesMoney Check(Scope scope, JsonElement sent, JsonObject body, bool creating, Violations violations)
    {
        if (body.LinkId("transaction_type") is { } type && type is not (Receipt or Refund))
            violations.Add("transaction_type_id", "is not included in the list");
        var contact = body.LinkId("contact") is { } id ? scope.Documents.Find(ContactShapes.Contacts, id) : null;
        if (contact is not null && ContactRules.Kind(contact.Body) != "CUSTOMER")
            violations.Add("contact_id", "can't find customer");
        body["total_amount"] = Amounts.Text(Amounts.Cents(body.Amount("total_amount")));
        if (body.Amount("total_amount") <= 0m)
            violations.Add("total_amount", "must be greater than 0");
        SalesChecks.Dates(scope, body, violations);
        var currency = contact?.Body.LinkId("currency") ?? scope.Business.Currency;
        var rateSent = (sent.TryGetProperty("exchange_rate", out _), false);
        // Sage takes 1 for a rate that is not sent, whatever the currency.
        var money = SalesMoney.Settle(scope, body, currency, rateSent, () => creating ? 1m : body.Amount("exchange_rate"), violations);
        if (money.Home(body.Amount("total_amount")) > Amounts.Limit)
            violations.Add("total_amount", "is too large");
        return money;
    }

    private static void CheckSums(JsonObject body, List<Part> parts, Violations violations)
    {
        var (total, allocated) = (body.Amount("total_amount"), parts.Sum(static part => part.Amount));
        if (allocated > total)
            violations.Add("allocated_artefacts", "must not be more than the total amount");
        else if (allocated < total && body.LinkId("transaction_type") == Refund && !violations.Any)
            violations.Add("allocated_artefacts", "A refund must be fully allocated.");
    }

    private (TransactionHead Head, List<Entry> Entries) Apply(
        Scope scope,
        JsonObject body,
        List<Part> parts,
        SalesMoney money,
        string restId,
        Violations violations
    )
    {
        var total = body.Amount("total_amount");
        var left = total - parts.Sum(static part => part.Amount);
        var home = money.Home(total);
        body["displayed_as"] = body.Text("reference");
        body["base_currency_total_amount"] = Amounts.Text(home);
        body["editable"] = parts.Count == 0;
        var (shown, owed, owing) = new PaymentParts(scope, Type, violations).Settle(body, parts);
        body["allocated_artefacts"] = shown;
        body["payment_on_account"] = left == 0m ? null : OnAccount(scope, body, restId, left, money);
        var cents = Amounts.Minor(home);
        var sign = body.LinkId("transaction_type") == Refund ? -1 : 1;
        var letOff = Amounts.Minor(money.Home(parts.Sum(static part => part.Discount)));
        var debtors = owed - owing + Amounts.Minor(money.Home(left));
        var contact = body.LinkId("contact");
        var name = (body["contact"] as JsonObject)?.Text("displayed_as");
        MoveBank(scope, body.LinkId("bank_account")!, sign * cents);
        var entries = new List<Entry>();
        Add(BankLedger(scope, body), sign * cents);
        Add(scope.Shelf.Control("SALES_DISCOUNT"), sign * letOff);
        Add(scope.Shelf.Control("DEBTORS"), -debtors);
        Add(scope.Shelf.Control("EXCHANGE"), debtors - (sign * (cents + letOff)));
        return (Head(body, cents), entries);

        void Add(Account account, long amount)
        {
            if (amount != 0)
                entries.Add(Entry.Signed(account, amount, name) with { ContactId = contact });
        }
    }

    private TransactionHead Head(JsonObject body, long cents) =>
        new()
        {
            Date = body.Text("date")!,
            Reference = body.Text("reference"),
            Total = cents,
            ForeignTotal = Amounts.Minor(body.Amount("total_amount")),
            ContactId = body.LinkId("contact"),
            ContactName = (body["contact"] as JsonObject)?.Text("displayed_as"),
            TypeId = body.LinkId("transaction_type")!,
            OriginResource = Type.Number,
            OriginId = body.Text("id")!,
            OriginName = body.Text("displayed_as"),
        };

    private static JsonObject OnAccount(Scope scope, JsonObject payment, string id, decimal left, SalesMoney money)
    {
        var contact = scope.Documents.Find(ContactShapes.Contacts, payment.LinkId("contact")!)!.Body;
        var body = OnAccountOf(scope, payment)?.Body ?? PaymentShapes.OnAccount.Shape.Blank();
        body["id"] ??= id;
        body["displayed_as"] = payment.Text("reference");
        body["$path"] = payment.Text("$path");
        body["contact_name"] = contact.Text("name");
        body["contact_reference"] = contact.Text("reference");
        body["created_at"] ??= SandboxClock.Text(scope.Now);
        body["updated_at"] = SandboxClock.Text(scope.Now);
        foreach (var key in new[] { "contact", "date", "reference", "currency", "exchange_rate" })
            body[key] = payment[key]?.DeepClone();
        foreach (var key in new[] { "total_amount", "outstanding_amount" })
        {
            body[key] = Amounts.Text(left);
            body["base_currency_" + key] = Amounts.Text(money.Home(left));
        }
        body["status"] = StaticLists.Link("artefact_statuses", "UNPAID");
        return Copy(body);
    }

    /// <summary>Brings the stored rest in step with the one the changed payment shows.</summary>
    private static void KeepOnAccount(Scope scope, JsonObject payment)
    {
        var stored = Stored(scope, payment);
        if (payment["payment_on_account"] is not JsonObject wanted)
        {
            if (stored is not null)
                Close(scope, stored);
            return;
        }
        if (stored is null)
        {
            scope.Documents.Insert(PaymentShapes.OnAccount, Copy(wanted), OnAccountColumns(wanted));
            return;
        }
        foreach (var (key, value) in wanted)
            stored.Body[key] = value?.DeepClone();
        scope.Documents.Save(stored, OnAccountColumns(wanted));
    }

    private static StoredDocument? OnAccountOf(Scope scope, JsonObject payment) =>
        payment["payment_on_account"] is JsonObject shown ? scope.Documents.Find(PaymentShapes.OnAccount, shown.Text("id")!) : null;

    /// <summary>The rest of a payment as it was stored, also when the payment does not show it any more.</summary>
    private static StoredDocument? Stored(Scope scope, JsonObject payment) =>
        scope
            .Documents.Of(PaymentShapes.OnAccount, "contact", payment.LinkId("contact")!)
            .FirstOrDefault(one => one.Body.Text("$path") == payment.Text("$path"));

    private static void Close(Scope scope, StoredDocument onAccount)
    {
        onAccount.Body["outstanding_amount"] = "0.0";
        onAccount.Body["base_currency_outstanding_amount"] = "0.0";
        scope.Documents.Delete(scope.Documents.Save(onAccount, OnAccountColumns(onAccount.Body)));
    }

    private static long BankCents(StoredDocument payment)
    {
        var stored = JsonText.Object(payment.Json);
        return (stored.LinkId("transaction_type") == Refund ? -1 : 1) * Amounts.Minor(stored.Amount("base_currency_total_amount"));
    }

    private static Account BankLedger(Scope scope, JsonObject payment)
    {
        var bank = scope.Documents.Find(LedgerShapes.BankAccounts, payment.LinkId("bank_account")!)!;
        return scope.Shelf.Account(bank.Body.LinkId("ledger_account")!)!;
    }

    private static void MoveBank(Scope scope, string id, long cents)
    {
        if (scope.Documents.Find(LedgerShapes.BankAccounts, id) is not { } bank)
            return;
        bank.Body["balance"] = Amounts.Text(bank.Body.Amount("balance") + Amounts.FromMinor(cents));
        bank.Body["deletable"] = false;
        scope.Documents.Save(bank, new BankAccountRules().Columns(bank.Body), touch: false);
    }

    /// <summary>The allocations a payment has, as they would be sent.</summary>
    private static JsonElement Sent(JsonObject body)
    {
        var parts = new JsonArray();
        foreach (var part in ((JsonArray)body["allocated_artefacts"]!).OfType<JsonObject>())
        {
            parts.Add(
                new JsonObject
                {
                    ["artefact_id"] = part.LinkId("artefact"),
                    ["amount"] = part.Text("amount"),
                    ["discount"] = part.Text("discount"),
                }
            );
        }
        return JsonSerializer.SerializeToElement(new JsonObject { ["allocated_artefacts"] = parts });
    }

    private static JsonObject Copy(JsonObject body) => (JsonObject)body.DeepClone();

    private static long? TransactionRow(Scope scope, JsonObject body) =>
        body.LinkId("transaction") is { } id && scope.Ids.TryRead(id, IdKind.Transaction, out var row) ? row : null;

    private static ApiAnswer InUse() =>
        ApiProblems.Of(422, "RecordInvalid", "What is left of this payment is allocated or refunded. Delete that first.", "base");
}
