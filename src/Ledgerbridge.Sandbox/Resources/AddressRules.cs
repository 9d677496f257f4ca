using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Addresses of contacts: one of them is the main one.</summary>
internal sealed class AddressRules() : ResourceRules(ContactShapes.Addresses)
{
    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Blank(scope);
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: true);
        if (body.LinkId("contact") is null && body.LinkId("bank_account") is null && !violations.Any)
            violations.Required("contact_id");
        if (violations.Any)
            return violations.Answer();
        return Shown(201, Settle(scope, Put(scope, null, body)));
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var violations = new Violations();
        var body = document.Body;
        var (contact, main) = (body.LinkId("contact"), body.Flag("is_main_address"));
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: false);
        if (body.LinkId("contact") != contact)
            violations.Add("contact_id", "cannot be changed");
        if (main && !body.Flag("is_main_address"))
            violations.Add("is_main_address", "must stay: make another address the main one instead");
        if (violations.Any)
            return violations.Answer();
        return Shown(200, Settle(scope, Put(scope, document, body)));
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        if (document.Body.Flag("is_main_address"))
            return ApiProblems.Of(422, "RecordInvalid", "The main address cannot be deleted.", "base");
        foreach (var person in scope.Documents.Of(ContactShapes.Persons, "parent", document.Id))
            scope.Documents.Delete(person);
        scope.Documents.Delete(document);
        if (document.Body.LinkId("contact") is { } contact)
            ContactParts.Refresh(scope, contact);
        return ApiAnswer.NoContent;
    }

    public override Columns Columns(JsonObject body) => new() { Contact = body.LinkId("contact"), Parent = body.LinkId("bank_account") };

    /// <summary>A blank address of a contact, in the business's own country.</summary>
    public JsonObject Fresh(Scope scope, StoredDocument contact)
    {
        var body = Blank(scope);
        body["contact"] = Links.To("contacts", contact.Id, contact.Body.Text("displayed_as"));
        return body;
    }

    /// <summary>Stores a new or changed address.</summary>
    public StoredDocument Put(Scope scope, StoredDocument? existing, JsonObject body)
    {
        body["country"] ??= StaticLists.Link("countries", scope.Business.Country);
        body["country_group"] = StaticLists.Link("country_groups", StaticLists.CountryGroup(body.LinkId("country")!));
        body["displayed_as"] = body.Text("name");
        return existing is null ? scope.Documents.Insert(Type, body, Columns(body)) : scope.Documents.Save(existing, Columns(body));
    }

    private StoredDocument Settle(Scope scope, StoredDocument address)
    {
        if (address.Body.LinkId("contact") is not { } contact)
            return address;
        if (address.Body.Flag("is_main_address"))
            ContactParts.OnlyMain(scope, this, contact, "is_main_address", address.Id);
        ContactParts.Refresh(scope, contact);
        return address;
    }
}

/// <summary>People at an address of a contact: one of them is the main contact.</summary>
internal sealed class PersonRules() : ResourceRules(ContactShapes.Persons)
{
    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Blank(scope);
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: true);
        if (violations.Any)
            return violations.Answer();
        return Shown(201, Settle(scope, Put(scope, null, body, ContactOf(scope, body))));
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var violations = new Violations();
        var body = document.Body;
        var before = ContactOf(scope, body);
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: false);
        if (!violations.Any && ContactOf(scope, body) != before)
            violations.Add("address_id", "must be an address of the same contact");
        if (violations.Any)
            return violations.Answer();
        return Shown(200, Settle(scope, Put(scope, document, body, before)));
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        var contact = ContactOf(scope, document.Body);
        scope.Documents.Delete(document);
        if (contact is not null)
            ContactParts.Refresh(scope, contact);
        return ApiAnswer.NoContent;
    }

    public override Columns Columns(JsonObject body) => new() { Parent = body.LinkId("address") };

    /// <summary>A blank person at an address.</summary>
    public JsonObject Fresh(Scope scope, JsonNode? address)
    {
        var body = Blank(scope);
        body["address"] = address?.DeepClone();
        return body;
    }

    /// <summary>Stores a new or changed person.</summary>
    public StoredDocument Put(Scope scope, StoredDocument? existing, JsonObject body, string? contact)
    {
        body["displayed_as"] = body.Text("name");
        var columns = Columns(body) with { Contact = contact };
        return existing is null ? scope.Documents.Insert(Type, body, columns) : scope.Documents.Save(existing, columns);
    }

    private StoredDocument Settle(Scope scope, StoredDocument person)
    {
        if (ContactOf(scope, person.Body) is not { } contact)
            return person;
        if (person.Body.Flag("is_main_contact"))
        {
            foreach (var other in scope.Documents.Of(Type, "contact", contact).Where(other => other.Id != person.Id))
            {
                if (!other.Body.Flag("is_main_contact"))
                    continue;
                other.Body["is_main_contact"] = false;
                Put(scope, other, other.Body, contact);
            }
        }
        ContactParts.Refresh(scope, contact);
        return person;
    }

    private static string? ContactOf(Scope scope, JsonObject person) =>
        person.LinkId("address") is { } address ? scope.Documents.Find(ContactShapes.Addresses, address)?.Body.LinkId("contact") : null;
}
