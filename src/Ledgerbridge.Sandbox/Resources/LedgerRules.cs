using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Ledger accounts: one nominal code each; they are never deleted.</summary>
internal sealed class LedgerAccountRules() : ResourceRules(LedgerShapes.LedgerAccounts)
{
    public override bool Creates => true;
    public override bool Updates => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Blank(scope);
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: true);
        Check(scope, body, 0, violations);
        return violations.Any ? violations.Answer() : Shown(201, Put(scope, null, body));
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var violations = new Violations();
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, document.Body, creating: false);
        Check(scope, document.Body, document.Seq, violations);
        return violations.Any ? violations.Answer() : Shown(200, Put(scope, document, document.Body));
    }

    public override Columns Columns(JsonObject body) =>
        new()
        {
            Kind = body.LinkId("ledger_account_type"),
            Reference = body.Whole("nominal_code")?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Search = body.Text("displayed_as")?.ToLowerInvariant(),
        };

    /// <summary>Stores a new or changed account with what follows from its fields.</summary>
    public StoredDocument Put(Scope scope, StoredDocument? existing, JsonObject body)
    {
        body["displayed_as"] = $"{body.Text("display_name")} ({body.Whole("nominal_code")})";
        body["display_formatted"] = $"{body.Whole("nominal_code")} - {body.Text("display_name")}";
        body["ledger_account_group"] ??= Group(body.LinkId("ledger_account_type")!);
        return existing is null ? scope.Documents.Insert(Type, body, Columns(body)) : scope.Documents.Save(existing, Columns(body));
    }

    /// <summary>A blank account.</summary>
    public JsonObject Fresh(Scope scope, string? id = null) => Blank(scope, id);

    /// <summary>The first nominal code from a start that no account has.</summary>
    public long FreeCode(Scope scope, long from)
    {
        while (scope.Documents.ReferenceTaken(Type, from.ToString(System.Globalization.CultureInfo.InvariantCulture), 0))
            from++;
        return from;
    }

    private void Check(Scope scope, JsonObject body, long exceptSeq, Violations violations)
    {
        if (!violations.Any && scope.Documents.ReferenceTaken(Type, Columns(body).Reference!, exceptSeq))
            violations.Add("nominal_code", "has already been taken");
    }

    /// <summary>The group of a type; groups have no collection of their own in the sandbox.</summary>
    private static JsonObject Group(string type)
    {
        var (id, name) = type switch
        {
            "SALES" or "OTHER_INCOME" => ("INCOME", "Income"),
            "DIRECT_EXPENSES" or "OVERHEADS" or "DEPRECIATION" => ("EXPENSE", "Expense"),
            "CURRENT_LIABILITY" or "FUTURE_LIABILITY" or "LINE_OF_CREDIT" => ("LIABILITY", "Liability"),
            "EQUITY" => ("EQUITY", "Equity"),
            _ => ("ASSET", "Asset"),
        };
        return new JsonObject { ["id"] = id, ["displayed_as"] = name };
    }
}

/// <summary>Bank accounts: each has a ledger account, made for it unless one is named; their currency is the business's.</summary>
internal sealed class BankAccountRules() : ResourceRules(LedgerShapes.BankAccounts)
{
    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Type.Shape.Blank();
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: true);
        var code = body.Whole("nominal_code") ?? 0;
        var accounts = new LedgerAccountRules();
        var free = body.LinkId("ledger_account") is null ? accounts.FreeCode(scope, code == 0 ? 1230 : code) : code;
        if (!sent.TryGetProperty("bank_account_details", out _))
            violations.Required("bank_account_details.account_name");
        if (code != 0 && free != code)
            violations.Add("nominal_code", "has already been taken");
        if (violations.Any)
            return violations.Answer();
        body["nominal_code"] = free;
        body["ledger_account"] ??= OpenAccount(scope, accounts, body, free);
        return Shown(201, Put(scope, null, body));
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var violations = new Violations();
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, document.Body, creating: false);
        return violations.Any ? violations.Answer() : Shown(200, Put(scope, document, document.Body));
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        if (!document.Body.Flag("deletable"))
            return ApiProblems.Of(422, "RecordInvalid", "The bank account is in use and cannot be deleted.", "base");
        scope.Documents.Delete(document);
        return ApiAnswer.NoContent;
    }

    public override Columns Columns(JsonObject body) => new() { Kind = body.LinkId("bank_account_type") };

    /// <summary>Stores a new or changed bank account.</summary>
    public StoredDocument Put(Scope scope, StoredDocument? existing, JsonObject body)
    {
        var name = (body["bank_account_details"] as JsonObject)?.Text("account_name");
        body["displayed_as"] = $"{name} ({body.Whole("nominal_code")})";
        if (existing is not null)
            return scope.Documents.Save(existing, Columns(body));
        var id = body.Text("id") ?? scope.Documents.IdOf(scope.Documents.NextSeq());
        body["id"] = id;
        body["$path"] = $"/{Type.Collection}/{id}";
        return scope.Documents.Insert(Type, body, Columns(body));
    }

    private static JsonObject OpenAccount(Scope scope, LedgerAccountRules accounts, JsonObject bank, long code)
    {
        var account = accounts.Fresh(scope);
        var name = (bank["bank_account_details"] as JsonObject)?.Text("account_name");
        account["name"] = name;
        account["display_name"] = name;
        account["nominal_code"] = code;
        account["ledger_account_type"] = StaticLists.Link("ledger_account_types", "BANK");
        account["visible_in_banking"] = true;
        var stored = accounts.Put(scope, null, account);
        bank["deletable"] = true;
        return Links.To("ledger_accounts", stored.Id, stored.Body.Text("displayed_as"));
    }
}
