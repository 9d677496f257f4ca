using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// Contacts: exactly one type each, unique references that stay reserved after deletion, one currency, addresses and people of their own.
/// </summary>
internal sealed partial class ContactRules() : ResourceRules(ContactShapes.Contacts)
{
    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Blank(scope);
        var intake = new Intake(scope, violations, Type.Singular);
        intake.Apply(Type.Fields, sent, body, creating: true);
        CheckType(body, violations);
        var kind = Kind(body);
        body["currency"] ??= StaticLists.Link("currencies", scope.Business.Currency);
        CheckCurrency(scope, body, violations);
        FillDefaults(scope, body, kind);
        var address = Inline(sent, "main_address", ContactShapes.InlineAddress, intake, violations);
        var delivery = Inline(sent, "delivery_address", ContactShapes.InlineAddress, intake, violations);
        var person = Inline(sent, "main_contact_person", ContactShapes.InlinePerson, intake, violations);
        if (delivery is not null && kind == "VENDOR")
            violations.Add("delivery_address", "is only available for customers");
        var country = address?.LinkId("country") ?? scope.Business.Country;
        Check(scope, body, country, violations, exceptSeq: 0);
        if (violations.Any)
            return violations.Answer();
        body["displayed_as"] = DisplayedAs(body);
        body["links"] = Links.Web($"/contacts/{body.Text("id")}");
        body["tax_treatment"] = Merge(Treatment(scope.Business.Country, country), (JsonObject)body["tax_treatment"]!);
        var contact = scope.Documents.Insert(Type, body, Columns(body));
        return Shown(201, ContactParts.Furnish(scope, this, contact, address ?? [], delivery, person));
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var violations = new Violations();
        var body = document.Body;
        var (kind, currency, name) = (Kind(body), body.LinkId("currency"), body.Text("displayed_as"));
        var intake = new Intake(scope, violations, Type.Singular);
        intake.Apply(Type.Fields, sent, body, creating: false);
        CheckType(body, violations);
        CheckCurrency(scope, body, violations);
        if (body.Flag("system"))
            violations.Add("base", "System contacts cannot be edited.");
        var used = scope.Documents.InUse(document.Id);
        if (used && Kind(body) != kind)
            violations.Add("contact_types", "cannot be changed once the contact is in use");
        if (used && body.LinkId("currency") != currency)
            violations.Add("currency_id", "cannot be changed once the contact is in use");
        var address = Inline(sent, "main_address", ContactShapes.InlineAddress, intake, violations);
        var delivery = Inline(sent, "delivery_address", ContactShapes.InlineAddress, intake, violations);
        var person = Inline(sent, "main_contact_person", ContactShapes.InlinePerson, intake, violations);
        var country =
            address?.LinkId("country") ?? ContactParts.Address(scope, body, "main_address")?.LinkId("country") ?? scope.Business.Country;
        Check(scope, body, country, violations, document.Seq);
        if (violations.Any)
            return violations.Answer();
        body["displayed_as"] = DisplayedAs(body);
        var saved = ContactParts.Furnish(scope, this, scope.Documents.Save(document, Columns(body)), address, delivery, person);
        if (saved.Body.Text("displayed_as") != name)
            ContactParts.Rename(scope, saved);
        return Shown(200, saved);
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        if (document.Body.Flag("system") || scope.Documents.InUse(document.Id))
            return ApiProblems.Of(422, "RecordInvalid", "The contact is in use and cannot be deleted.", "base");
        foreach (var person in scope.Documents.Of(ContactShapes.Persons, "contact", document.Id))
            scope.Documents.Delete(person);
        foreach (var address in scope.Documents.Of(ContactShapes.Addresses, "contact", document.Id))
            scope.Documents.Delete(address);
        scope.Documents.Delete(document);
        return ApiAnswer.NoContent;
    }

    public override Columns Columns(JsonObject body) =>
        new()
        {
            Kind = Kind(body),
            Status = body.Flag("system") ? "SYSTEM" : "ACTIVE",
            Reference = body.Text("reference"),
            Search = $"{body.Text("name")} {body.Text("reference")}".ToLowerInvariant(),
            Email = body.Text("email")?.ToLowerInvariant(),
        };

    /// <summary>CUSTOMER or VENDOR; null while the contact has no single type.</summary>
    public static string? Kind(JsonObject body) =>
        body["contact_types"] is JsonArray { Count: 1 } types ? (types[0] as JsonObject)?.Text("id") : null;

    /// <summary>How lists and references show a contact: <c>Name (REF)</c>, or the bare name.</summary>
    public static string DisplayedAs(JsonObject body) =>
        body.Text("reference") is { Length: > 0 } reference ? $"{body.Text("name")} ({reference})" : body.Text("name") ?? "";

    private static void CheckType(JsonObject body, Violations violations)
    {
        if (body["contact_types"] is JsonArray { Count: > 1 })
            violations.Add("contact_types", "must be either a customer or a supplier");
    }

    private static void CheckCurrency(Scope scope, JsonObject body, Violations violations)
    {
        if (body.LinkId("currency") is { } currency && currency != scope.Business.Currency && !scope.Shelf.MultiCurrency)
            violations.Add("currency_id", "must be the currency of the business, because multi-currency is not enabled");
    }

    private void Check(Scope scope, JsonObject body, string country, Violations violations, long exceptSeq)
    {
        if (body.Text("reference") is { } reference)
        {
            if (reference.Length == 0)
                body["reference"] = null;
            else if (scope.Documents.ReferenceTaken(Type, reference, exceptSeq))
                violations.Add("reference", "has already been taken");
        }
        if (body.Text("tax_number") is { Length: > 0 } number && !TaxNumberFits(country, number))
            violations.Add("tax_number", "is invalid");
    }

    private static void FillDefaults(Scope scope, JsonObject body, string? kind)
    {
        if (kind == "CUSTOMER")
            body["default_sales_ledger_account"] ??= AccountLink(scope, "SALES");
        else if (kind == "VENDOR")
            body["default_purchase_ledger_account"] ??= AccountLink(scope, "PURCHASES");
    }

    private static JsonObject AccountLink(Scope scope, string control)
    {
        var account = scope.Shelf.Control(control);
        return Links.To("ledger_accounts", account.Id, account.DisplayedAs);
    }

    private static JsonObject? Inline(JsonElement sent, string key, FieldTable table, Intake intake, Violations violations)
    {
        if (!sent.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        var part = new JsonObject();
        if (value.ValueKind == JsonValueKind.Object)
            intake.Apply(table, value, part, creating: false, key + ".");
        else
            violations.Structure($"contact[{key}]", "The value must be an object.");
        return part;
    }

    private static JsonObject Treatment(string home, string country) =>
        new()
        {
            ["home_tax"] = country == home,
            ["eu_tax_registered"] = false,
            ["eu_not_tax_registered"] = country != home && StaticLists.InEuropeanUnion(home) && StaticLists.InEuropeanUnion(country),
            ["rest_of_world_tax"] = country != home && !(StaticLists.InEuropeanUnion(home) && StaticLists.InEuropeanUnion(country)),
            ["is_importer"] = false,
        };

    private static JsonObject Merge(JsonObject all, JsonObject sent)
    {
        foreach (var (key, value) in sent)
            all[key] = value?.DeepClone();
        return all;
    }

    private static bool TaxNumberFits(string country, string number) =>
        country switch
        {
            "ZA" => SouthAfrican().IsMatch(number),
            "GB" => British().IsMatch(number),
            "IE" => Irish().IsMatch(number),
            "CA" => Canadian().IsMatch(number),
            _ => Any().IsMatch(number),
        };

    [GeneratedRegex("^4[0-9]{9}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex SouthAfrican();

    [GeneratedRegex("^(GB)?([0-9]{9}|[0-9]{12}|(GD|HA)[0-9]{3})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex British();

    [GeneratedRegex("^(IE)?[0-9][0-9A-Z+*][0-9]{5}[A-Z]{1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Irish();

    [GeneratedRegex("^[0-9]{9}(RT[0-9]{4})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Canadian();

    [GeneratedRegex("^[0-9A-Za-z][0-9A-Za-z ./-]{1,29}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Any();
}
