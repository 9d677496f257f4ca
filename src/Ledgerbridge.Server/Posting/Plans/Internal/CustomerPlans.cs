using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Plans of saved customers.</summary>
internal static class CustomerPlans
{
    /// <summary>The plan of a customer.</summary>
    public static Plan Plan(StoreCustomer customer, PlanFacts facts)
    {
        var notes = new Notes();
        if (!facts.Policy.Sync.Customers)
            return notes.Skip(SkipReason.SwitchedOff);
        if (Gate.Site(customer.WebsiteId, facts.Policy.Sync, notes) is { } elsewhere)
            return elsewhere;
        var addresses = DocumentAddresses.Of(null, customer.Address(StoreAddressKind.Shipping), customer);
        var own = new ContactKey($"customer:{customer.Id}", facts.Books.Currency);
        var links = facts
            .Contacts.Where(link => link.Key.Customer == own.Customer)
            .OrderBy(static link => link.Key.Text, StringComparer.Ordinal);
        PlanStep[] known = [.. links.Select(link => Update(link.Key, link.Value, customer, addresses, facts))];
        if (known.Length == 0)
        {
            var details = ContactPlanning.DetailsOf(customer, addresses, own.Currency, facts);
            return details.Name.Length == 0
                ? notes.Skip(SkipReason.Nameless)
                : new Plan.Planned([ContactPlanning.Ensure(own, details, facts, notes)], notes.Decisions);
        }
        PlanStep[] changes = [.. known.Where(static step => step is PlanStep.UpdateContact)];
        if (changes.Length == 0)
            return notes.Skip(SkipReason.Unchanged);
        notes.Add("Contact", changes.Length == 1 ? "The contact is changed." : $"The contacts in {changes.Length} currencies are changed.");
        return new Plan.Planned(changes, notes.Decisions);
    }

    private static PlanStep Update(ContactKey key, ContactLink link, StoreCustomer customer, DocumentAddresses addresses, PlanFacts facts)
    {
        var told = ContactPlanning.DetailsOf(customer, addresses, key.Currency, facts);
        if (link.Present is not { } present)
            return new PlanStep.UpdateContact(key, link.ContactId, null, told);
        var wanted = Merged(told, present.Details);
        return present.Complete && wanted == present.Details
            ? new PlanStep.KnownContact(key, link.ContactId)
            : new PlanStep.UpdateContact(key, link.ContactId, present, wanted);
    }

    /// <summary>
    /// What the shop tells goes over what the books have; what the shop does not know stays, as people may have typed it in Sage.
    /// </summary>
    private static ContactDetails Merged(ContactDetails told, ContactDetails present) =>
        present with
        {
            Name = told.Name.Length > 0 ? told.Name : present.Name,
            Email = told.Email.Length > 0 ? told.Email : present.Email,
            Telephone = told.Telephone.Length > 0 ? told.Telephone : present.Telephone,
            PersonName = told.PersonName.Length > 0 ? told.PersonName : present.PersonName,
            Address = told.Address.IsEmpty ? present.Address : told.Address,
            DeliveryAddress = told.DeliveryAddress ?? present.DeliveryAddress,
        };
}
