using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// The addresses and people of a contact. They are records of their own; the contact refers to its main ones and shows the main person's
/// e-mail.
/// </summary>
internal static class ContactParts
{
    /// <summary>
    /// Makes or changes the inline parts sent with a contact and points the contact at them. Parts that are null were not sent.
    /// </summary>
    public static StoredDocument Furnish(
        Scope scope,
        ContactRules rules,
        StoredDocument contact,
        JsonObject? address,
        JsonObject? delivery,
        JsonObject? person
    )
    {
        var body = contact.Body;
        if (address is not null)
            body["main_address"] = PutAddress(scope, contact, "main_address", address, "Main Address", "ACCOUNTS");
        if (delivery is not null)
            body["delivery_address"] = PutAddress(scope, contact, "delivery_address", delivery, "Delivery Address", "DELIVERY");
        if (person is not null)
        {
            body["main_contact_person"] = PutPerson(scope, contact, person);
            body["email"] = person.Text("email") ?? body.Text("email");
        }
        return address is null && delivery is null && person is null ? contact : scope.Documents.Save(contact, rules.Columns(body));
    }

    /// <summary>The address a contact refers to, or null.</summary>
    public static JsonObject? Address(Scope scope, JsonObject contact, string key) =>
        contact.LinkId(key) is { } id ? scope.Documents.Find(ContactShapes.Addresses, id)?.Body : null;

    /// <summary>
    /// After a person or an address changed: points the contact at its main ones and takes over the main person's e-mail.
    /// </summary>
    public static void Refresh(Scope scope, string contactId)
    {
        if (scope.Documents.Find(ContactShapes.Contacts, contactId) is not { } contact)
            return;
        var body = contact.Body;
        var addresses = scope.Documents.Of(ContactShapes.Addresses, "contact", contactId);
        var main = addresses.FirstOrDefault(static address => address.Body.Flag("is_main_address"));
        body["main_address"] = main is null ? null : Links.To("addresses", main.Id, main.Body.Text("displayed_as"));
        var delivery = addresses.FirstOrDefault(static address => address.Body.LinkId("address_type") == "DELIVERY");
        body["delivery_address"] = delivery is null ? null : Links.To("addresses", delivery.Id, delivery.Body.Text("displayed_as"));
        var person = scope
            .Documents.Of(ContactShapes.Persons, "contact", contactId)
            .FirstOrDefault(static person => person.Body.Flag("is_main_contact"));
        body["main_contact_person"] = person is null ? null : Links.To("contact_persons", person.Id, person.Body.Text("displayed_as"));
        body["email"] = person?.Body.Text("email");
        scope.Documents.Save(contact, new ContactRules().Columns(body), scope.Settings.AddressTouchesContact);
    }

    /// <summary>Takes the "main" mark off every other address (or person) of the contact: there is one.</summary>
    public static void OnlyMain(Scope scope, ResourceRules rules, string contactId, string key, string exceptId)
    {
        foreach (var other in scope.Documents.Of(rules.Type, "contact", contactId))
        {
            if (other.Id == exceptId || !other.Body.Flag(key))
                continue;
            other.Body[key] = false;
            scope.Documents.Save(other, rules.Columns(other.Body));
        }
    }

    /// <summary>A renamed contact shows its new name in references, never in what documents copied from it.</summary>
    public static void Rename(Scope scope, StoredDocument contact)
    {
        var name = contact.Body.Text("displayed_as");
        scope
            .Db.Use(
                "update bodies set body = json_replace(body, '$.contact.displayed_as', ?) where seq in "
                    + "(select seq from documents where business=? and contact=?)"
            )
            .With(name)
            .With(scope.Business.Number)
            .With(contact.Id)
            .Run();
        scope
            .Db.Use("update transactions set contact_name=? where business=? and contact=?")
            .With(name)
            .With(scope.Business.Number)
            .With(contact.Id)
            .Run();
    }

    private static JsonObject PutAddress(Scope scope, StoredDocument contact, string key, JsonObject sent, string name, string type)
    {
        var rules = new AddressRules();
        var existing = contact.Body.LinkId(key) is { } id ? scope.Documents.Find(ContactShapes.Addresses, id) : null;
        var body = existing?.Body ?? rules.Fresh(scope, contact);
        foreach (var (field, value) in sent)
            body[field] = value?.DeepClone();
        body["name"] ??= name;
        body["address_type"] ??= StaticLists.Link("address_types", type);
        body["is_main_address"] = key == "main_address";
        var saved = rules.Put(scope, existing, body);
        return Links.To("addresses", saved.Id, saved.Body.Text("displayed_as"));
    }

    private static JsonObject PutPerson(Scope scope, StoredDocument contact, JsonObject sent)
    {
        var rules = new PersonRules();
        var existing = contact.Body.LinkId("main_contact_person") is { } id ? scope.Documents.Find(ContactShapes.Persons, id) : null;
        var body = existing?.Body ?? rules.Fresh(scope, contact.Body["main_address"]);
        foreach (var (field, value) in sent)
            body[field] = value?.DeepClone();
        body["name"] ??= "Main Contact";
        if (body["contact_person_types"] is not JsonArray { Count: > 0 })
            body["contact_person_types"] = new JsonArray(StaticLists.Link("contact_person_types", "ACCOUNTS"));
        body["is_main_contact"] = true;
        var saved = rules.Put(scope, existing, body, contact.Id);
        return Links.To("contact_persons", saved.Id, saved.Body.Text("displayed_as"));
    }
}
