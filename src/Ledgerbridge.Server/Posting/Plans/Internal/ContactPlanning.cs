using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Which contact a document goes to, and what that contact is made of.</summary>
internal static class ContactPlanning
{
    private const int NameMax = 100;
    private const int PersonMax = 50;
    private const int EmailMax = 100;
    private const int TelephoneMax = 50;
    private const int NotesMax = 4000;

    /// <summary>The contact as people know it, without its reference; its name is empty when nothing is known to call it by.</summary>
    public static ContactDetails DetailsOf(StoreCustomer customer, DocumentAddresses addresses, Currency currency, PlanFacts facts)
    {
        var name = NameOf(customer, facts.Policy.Commercial.ContactNaming);
        var notes = new List<string>();
        if (name.Length > NameMax)
            notes.Add($"Full name: {name}");
        notes.AddRange(addresses.Uncut);
        return new ContactDetails
        {
            Kind = ContactKind.Customer,
            Name = StoreText.Cut(name, NameMax),
            Email = customer.Email.Length <= EmailMax ? customer.Email : "",
            Telephone = StoreText.Cut(customer.Phone, TelephoneMax),
            PersonName = StoreText.Cut(customer.PersonName, PersonMax),
            Address = addresses.Billing,
            DeliveryAddress = addresses.Delivery.IsEmpty ? null : addresses.Delivery,
            Currency = currency == facts.Books.Currency ? null : currency,
            Notes = StoreText.Cut(string.Join('\n', notes), NotesMax),
        };
    }

    /// <summary>The step for a contact of its own: the known one, or a new one.</summary>
    /// <param name="key">Whose contact.</param>
    /// <param name="details">The contact without its reference.</param>
    /// <param name="facts">The links.</param>
    /// <param name="notes">The decisions.</param>
    public static PlanStep Ensure(ContactKey key, ContactDetails details, PlanFacts facts, Notes notes)
    {
        if (facts.Contacts.TryGetValue(key, out var link))
            return new PlanStep.KnownContact(key, link.ContactId);
        var references = ContactReferences.For(key, facts.Policy, facts.StoreKey, facts.Books.Currency);
        notes.Add(
            "Contact",
            $"A new contact '{details.Name}' with the reference {references[0]}"
                + (key.Currency == facts.Books.Currency ? "." : $", for documents in {key.Currency}: Sage gives a contact one currency.")
        );
        return new PlanStep.CreateContact(key, details with { Reference = references[0] }, references);
    }

    /// <summary>The contact small buyers share, in a currency.</summary>
    public static ContactDetails SharedDetails(Currency currency, PlanFacts facts) =>
        new()
        {
            Kind = ContactKind.Customer,
            Name =
                currency == facts.Books.Currency
                    ? facts.Policy.Consolidation.ContactName
                    : $"{facts.Policy.Consolidation.ContactName} ({currency})",
            Currency = currency == facts.Books.Currency ? null : currency,
        };

    /// <summary>
    /// Whether a document goes to the contact small buyers share. Five rules: only guests; no companies; nobody who has a contact of
    /// their own already; not above the limit, nor abroad; and a credit note never asks, it goes where its invoice went.
    /// </summary>
    public static bool Shares(StoreInvoice invoice, ContactKey own, Money baseTotal, bool abroad, PlanFacts facts, Notes notes)
    {
        var card = facts.Policy.Consolidation;
        if (!card.Enabled)
            return false;
        var customer = invoice.Customer;
        var why =
            !customer.IsGuest ? "the buyer has an account"
            : IsBusiness(invoice, card) ? "the buyer is a business"
            : facts.Contacts.ContainsKey(own) ? "the buyer came back and has a contact"
            : baseTotal.Amount > card.UpTo ? $"the total of {Say.Amount(baseTotal)} is above {Say.Number(card.UpTo)}"
            : abroad ? "a sale abroad has to name its buyer"
            : null;
        notes.Add(
            "Shared contact",
            why is null ? $"A small sale to a guest: it goes to '{card.ContactName}'." : $"The sale gets its own contact, because {why}."
        );
        return why is null;
    }

    private static bool IsBusiness(StoreInvoice invoice, ConsolidationCard card) =>
        invoice.Customer.Company.Length > 0
        || invoice.PurchaseOrder.Length > 0
        || (invoice.Customer.GroupId is { } group && card.BusinessGroups.Contains(group));

    private static string NameOf(StoreCustomer customer, ContactNaming naming)
    {
        string[] order = naming switch
        {
            ContactNaming.PersonFirst => [customer.PersonName, customer.Company, customer.Email],
            ContactNaming.EmailFirst => [customer.Email, customer.Company, customer.PersonName],
            _ => [customer.Company, customer.PersonName, customer.Email],
        };
        return order.FirstOrDefault(static name => name.Length > 0) ?? "";
    }
}
