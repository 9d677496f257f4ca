using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Pages;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// Sales documents: live unless made as drafts, numbered when they go live, posted while they are live, voided with a reason.
/// </summary>
internal sealed class SalesRules(SalesKind kind) : ResourceRules(kind.Type)
{
    private static readonly IReadOnlyList<string> Released = ["release"];

    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;
    public override IReadOnlyList<string> Actions => Released;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var seq = scope.Documents.NextSeq();
        var body = Blank(scope, scope.Documents.IdOf(seq));
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: true);
        var contact = Customer(scope, body, violations);
        var status = FirstStatus(body, violations);
        body[kind.LinesKey] = new SalesLines(scope, kind, violations).Read(sent, [], seq);
        FillFromContact(scope, sent, body, contact, violations, seq);
        Price(scope, sent, body, contact, creating: true, violations);
        if (violations.Any)
            return violations.Answer();
        body["transaction_type"] = StaticLists.Link("transaction_types", kind.TransactionType);
        body["links"] = Links.Web($"/invoicing/{Type.Collection}/{body.Text("id")}");
        body["status"] = StaticLists.Link("artefact_statuses", status);
        var live = IsLive(status);
        if (Number(scope, body, live, violations) is false)
            return violations.Answer();
        SalesTotals.Owe(body, live);
        if (live)
            GoLive(scope, body);
        var document = scope.Documents.Insert(Type, body, Columns(body));
        MarkUsed(scope, contact!);
        SalesStock.MarkUsed(scope, kind, body);
        if (live)
            SalesStock.Book(scope, kind, body, [], SalesStock.Quantities(scope, kind, body), violations);
        return violations.Any ? violations.Answer() : Shown(201, document);
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var violations = new Violations();
        var body = document.Body;
        if (Frozen(body) is { } refusal)
            return refusal;
        var (status, contactId) = (body.LinkId("status")!, body.LinkId("contact"));
        var (number, prefix) = (body.Text(kind.NumberKey), body.Text(kind.PrefixKey));
        var live = IsLive(status);
        var moved = live ? SalesStock.Quantities(scope, kind, body) : [];
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: false);
        (body[kind.NumberKey], body[kind.PrefixKey]) = (number, prefix);
        if (body.LinkId("status") != status)
            violations.Add("status_id", "cannot be changed by an update");
        var contact = Customer(scope, body, violations);
        if (body.LinkId("contact") != contactId)
        {
            if (live)
                violations.Add("contact_id", "cannot be changed on a released document");
            else if (contact is not null)
                FillFromContact(scope, sent, body, contact, violations, document.Seq);
        }
        else
            new SalesAddresses(scope, kind, violations).Change(sent, body, document.Seq);
        if (sent.TryGetProperty(kind.LinesKey, out _))
            body[kind.LinesKey] = new SalesLines(scope, kind, violations).Read(sent, (JsonArray)body[kind.LinesKey]!, document.Seq);
        Price(scope, sent, body, contact, creating: false, violations);
        if (violations.Any)
            return violations.Answer();
        SalesTotals.Owe(body, live);
        SalesStock.MarkUsed(scope, kind, body);
        if (live)
            SalesStock.Book(scope, kind, body, moved, SalesStock.Quantities(scope, kind, body), violations);
        if (violations.Any)
            return violations.Answer();
        if (TransactionRow(scope, body) is { } transaction)
            scope.Ledger.Repost(transaction, SalesPosting.Head(kind, body), SalesPosting.Entries(scope, kind, body));
        return Shown(200, scope.Documents.Save(document, Columns(body)));
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        var body = document.Body;
        if (Frozen(body) is { } refusal)
            return refusal;
        if (body.LinkId("status") == "DRAFT")
        {
            scope.Documents.Delete(document);
            return Voided(scope, new StoredDocument(Type, document.Seq, document.Id, JsonText.Write(body)));
        }
        var reason = VoidReason(scope, sent);
        if (string.IsNullOrWhiteSpace(reason))
            return ApiProblems.Of(422, "RecordInvalid", "This field is required.", "void_reason");
        if (reason.Length > 200)
            return ApiProblems.Of(422, "RecordInvalid", "is too long (maximum is 200 characters)", "void_reason");
        var violations = new Violations();
        if (IsLive(body.LinkId("status")!))
            SalesStock.Book(scope, kind, body, SalesStock.Quantities(scope, kind, body), [], violations);
        if (violations.Any)
            return violations.Answer();
        if (TransactionRow(scope, body) is { } transaction)
            scope.Ledger.Void(transaction);
        body["status"] = StaticLists.Link("artefact_statuses", "VOID");
        body["void_reason"] = reason;
        body["editable"] = false;
        SalesTotals.Owe(body, live: false);
        return Voided(scope, scope.Documents.Save(document, Columns(body)));
    }

    public override ApiAnswer Act(Scope scope, StoredDocument document, string action)
    {
        var body = document.Body;
        if (body.LinkId("status") is not ("DRAFT" or "PRO_FORMA"))
            return ApiProblems.Of(422, "RecordInvalid", "Only draft or pro forma documents can be released.", "base");
        var violations = new Violations();
        new SalesChecks(scope, kind, body, violations).All();
        body["status"] = StaticLists.Link("artefact_statuses", "UNPAID");
        if (violations.Any || Number(scope, body, live: true, violations) is false)
            return violations.Answer();
        SalesTotals.Owe(body, live: true);
        GoLive(scope, body);
        SalesStock.Book(scope, kind, body, [], SalesStock.Quantities(scope, kind, body), violations);
        return violations.Any ? violations.Answer() : Shown(201, scope.Documents.Save(document, Columns(body)));
    }

    public override bool LeavesTrace(Scope scope, StoredDocument document) =>
        !scope.Query.Denied("mark_as_sent")
        && document.Json.AsSpan().IndexOf("\"sent\":true"u8) < 0
        && document.Body.LinkId("status") != "DRAFT";

    public override StoredDocument Trace(Scope scope, StoredDocument document)
    {
        document.Body["sent"] = true;
        return scope.Documents.Save(document, Columns(document.Body));
    }

    public override byte[] Pdf(Scope scope, StoredDocument document) => InvoicePdf.Render(scope, kind, document.Body);

    public override Columns Columns(JsonObject body) =>
        new()
        {
            Date = body.Text("date"),
            DueDate = body.Text("due_date"),
            Status = body.LinkId("status"),
            Contact = body.LinkId("contact"),
            Search = $"{body.Text("reference")} {body.Text("contact_name")}".ToLowerInvariant(),
            Outstanding = kind.Sign * Amounts.Minor(body.Amount("outstanding_amount")),
        };

    private void GoLive(Scope scope, JsonObject body) =>
        body["transaction"] = LedgerViews.Link(
            scope,
            scope.Ledger.Post(SalesPosting.Head(kind, body), SalesPosting.Entries(scope, kind, body))
        );

    private static bool IsLive(string status) => status is "UNPAID" or "PART_PAID" or "PAID";

    private static StoredDocument? Customer(Scope scope, JsonObject body, Violations violations)
    {
        if (body.LinkId("contact") is not { } id || scope.Documents.Find(ContactShapes.Contacts, id) is not { } contact)
            return null;
        if (ContactRules.Kind(contact.Body) != "CUSTOMER")
            violations.Add("contact_id", "can't find customer");
        return contact;
    }

    private static string FirstStatus(JsonObject body, Violations violations)
    {
        var status = body.LinkId("status") ?? "UNPAID";
        if (status is not ("UNPAID" or "DRAFT" or "PRO_FORMA"))
            violations.Add("status_id", "is not included in the list");
        return status;
    }

    private void FillFromContact(Scope scope, JsonElement sent, JsonObject body, StoredDocument? contact, Violations violations, long seq)
    {
        var from = contact?.Body ?? [];
        if (!sent.TryGetProperty("contact_name", out _))
            body["contact_name"] = from.Text("name");
        if (!sent.TryGetProperty("contact_reference", out _))
            body["contact_reference"] = from.Text("reference");
        new SalesAddresses(scope, kind, violations).Fill(sent, body, ContactParts.Address(scope, from, "main_address"), seq);
        body["notes"] ??= kind.Notes(scope.Shelf);
        body["terms_and_conditions"] ??= from.Text("credit_terms_and_conditions") ?? scope.Shelf.InvoiceTerms;
        if (kind.HasDueDate && body.Text("due_date") is null && SandboxClock.TryDate(body.Text("date"), out var date))
        {
            var days = (int)(from.Whole("credit_days") ?? scope.Shelf.CustomerCreditDays);
            body["due_date"] = SandboxClock.Text(date.AddDays(days));
        }
    }

    private void Price(Scope scope, JsonElement sent, JsonObject body, StoredDocument? contact, bool creating, Violations violations)
    {
        var currency = contact?.Body.LinkId("currency") ?? scope.Business.Currency;
        var rateSent = (sent.TryGetProperty("exchange_rate", out _), sent.TryGetProperty("inverse_exchange_rate", out _));
        var money = SalesMoney.Settle(
            scope,
            body,
            currency,
            rateSent,
            // A new document takes the listed rate, an old one keeps its own.
            () => creating ? ExchangeRates.Of(scope, body.LinkId("currency")!) : body.Amount("exchange_rate"),
            violations
        );
        new SalesLines(scope, kind, violations).Price((JsonArray)body[kind.LinesKey]!, money);
        SalesTotals.Apply(scope, kind, body, money);
        SalesTotals.CheckSent(sent, violations);
        new SalesChecks(scope, kind, body, violations).All();
    }

    /// <summary>Gives the document its number; false when the number sent is taken.</summary>
    private bool Number(Scope scope, JsonObject body, bool live, Violations violations)
    {
        var prefix = body.Text(kind.PrefixKey) ?? kind.Prefix(scope.Shelf);
        body[kind.PrefixKey] = prefix;
        var draft = prefix + "DRAFT";
        var sent = body.Text(kind.NumberKey) is { Length: > 0 } text && text != draft ? text : null;
        var number = (live, sent) switch
        {
            (false, _) => draft,
            (true, null) => prefix + scope.NextNumber(kind.Sequence).ToString(CultureInfo.InvariantCulture),
            (true, _) => TakeSent(scope, prefix, sent),
        };
        if (number is null)
        {
            violations.Add(kind.NumberKey, "has already been taken");
            return false;
        }
        body[kind.NumberKey] = number;
        body["displayed_as"] = number;
        return true;
    }

    private string? TakeSent(Scope scope, string prefix, string sent)
    {
        var number = sent.StartsWith(prefix, StringComparison.Ordinal) ? sent : prefix + sent;
        var taken = scope
            .Db.Use("select 1 from documents where business=? and resource=? and displayed_as=? and deleted_at is null limit 1")
            .With(scope.Business.Number)
            .With(Type.Number)
            .With(number)
            .Number();
        if (taken is not null)
            return null;
        if (long.TryParse(number.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var counted))
            scope.SetNumber(kind.Sequence, Math.Max(scope.PeekNumber(kind.Sequence), counted + 1));
        return number;
    }

    private static ApiAnswer? Frozen(JsonObject body)
    {
        if (body.Flag("tax_reconciled"))
            return ApiProblems.Of(422, "RecordInvalid", "You cannot edit VAT reconciled transactions.", "base");
        return body.LinkId("status") is "VOID" or "PAID" or "PART_PAID" || body.Amount("total_paid") != 0m
            ? ApiProblems.Of(422, "RecordInvalid", "This document cannot be changed in its present state.", "base")
            : null;
    }

    private static string? VoidReason(Scope scope, JsonElement? sent)
    {
        if (scope.Query.Text("void_reason") is { } inQuery)
            return inQuery;
        return
            sent is { ValueKind: JsonValueKind.Object } body
            && body.TryGetProperty("void_reason", out var reason)
            && reason.ValueKind == JsonValueKind.String
            ? reason.GetString()
            : null;
    }

    private static ApiAnswer Voided(Scope scope, StoredDocument document) =>
        scope.Settings.VoidStatus == 204 ? ApiAnswer.NoContent with { DocumentId = document.Id } : Shown(200, document);

    private static long? TransactionRow(Scope scope, JsonObject body) =>
        body.LinkId("transaction") is { } id && scope.Ids.TryRead(id, IdKind.Transaction, out var row) ? row : null;

    /// <summary>A contact that is on a document cannot be deleted any more.</summary>
    public static void MarkUsed(Scope scope, StoredDocument contact)
    {
        if (!contact.Body.Flag("deletable"))
            return;
        contact.Body["deletable"] = false;
        scope.Documents.Save(contact, new ContactRules().Columns(contact.Body), touch: false);
    }
}
