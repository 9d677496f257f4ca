using FsCheck.Fluent;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Posting.Plans.Internal;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Kernel;
using Ledgerbridge.Tests.Stores;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

public sealed class ContactPlanTests
{
    private static StoreInvoice Sale { get; } = Invoice(Row(100m, 15m));

    [Fact]
    public void A_registered_customer_is_known_by_id()
    {
        var step = NewContact(Sale with { Customer = Guest with { Id = 31 } });
        Assert.Equal("C31", step.Contact.Reference);
        Assert.Equal(new ContactKey("customer:31", Currency.ZAR), step.Key);
    }

    [Theory]
    [InlineData("EUR", "C31E")]
    [InlineData("USD", "C31U")]
    [InlineData("GBP", "C31G")]
    [InlineData("CZK", "C31CZK")]
    public void Another_currency_is_another_contact_with_a_mark(string code, string reference)
    {
        var currency = Currency.Parse(code);
        var references = ContactReferences.For(new ContactKey("customer:31", currency), Policy, StoreKey, Currency.ZAR);
        Assert.Equal(reference, references[0]);
    }

    [Fact]
    public void A_guest_has_a_stable_reference_of_ten_characters()
    {
        var first = NewContact(Sale);
        var again = NewContact(
            Sale with
            {
                Id = 99,
                Number = "WEB99",
                Customer = Guest with { Email = " NALEDI@Example.org ", FirstName = "N." },
            }
        );
        Assert.Equal(first.Contact.Reference, again.Contact.Reference);
        Assert.Matches("^G[0-9A-Z]{8}0$", first.Contact.Reference);
        Assert.NotEqual(
            first.Contact.Reference,
            NewContact(Sale with { Customer = Guest with { Email = "other@example.org" } }).Contact.Reference
        );
        Assert.NotEqual(first.Contact.Reference, NewContact(Sale, Facts with { StoreKey = "store-2" }).Contact.Reference);
    }

    [Fact]
    public void A_guest_without_email_is_known_by_name_telephone_and_post_code()
    {
        var nobody = Sale with
        {
            Customer = new StoreCustomer { LastName = "NKOSI", Phone = "015" },
        };
        Assert.Equal(NewContact(nobody).Contact.Reference, NewContact(nobody with { Number = "WEB43" }).Contact.Reference);
        Assert.NotEqual(
            NewContact(nobody).Contact.Reference,
            NewContact(nobody with { Customer = nobody.Customer with { Phone = "016" } }).Contact.Reference
        );
    }

    [Fact]
    public void A_guest_nobody_knows_anything_of_gets_a_contact_for_the_order()
    {
        var nobody = Sale with { Customer = new StoreCustomer(), BillingAddress = null, ShippingAddress = null, OrderNumber = "ORD7" };
        var step = NewContact(nobody);
        Assert.Equal("Web shop customer ORD7", step.Contact.Name);
        Assert.NotEqual(step.Contact.Reference, NewContact(nobody with { OrderNumber = "ORD8" }).Contact.Reference);
    }

    [Fact]
    public void A_key_holds_nothing_personal() =>
        Assert.DoesNotContain("naledi", NewContact(Sale).Key.Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_known_contact_costs_no_call()
    {
        var key = NewContact(Sale).Key;
        var facts = Facts with { Contacts = new Dictionary<ContactKey, ContactLink> { [key] = new("con-5") } };
        var steps = Planned(DocumentPlanner.PlanInvoice(Sale, facts)).Steps;
        Assert.Equal(new PlanStep.KnownContact(key, "con-5"), steps[0]);
        Assert.Equal(2, steps.Count);
    }

    [Fact]
    public void A_reserved_reference_is_followed_by_others()
    {
        foreach (var customer in new[] { "customer:31", "guest:abc", "shared" })
        {
            var references = ContactReferences.For(new ContactKey(customer, Currency.ZAR), Policy, StoreKey, Currency.ZAR);
            Assert.Equal(5, references.Distinct().Count());
            Assert.All(references, static reference => Assert.InRange(reference.Length, 1, ContactReferences.LengthMax));
        }
    }

    [Fact]
    public void References_are_short_and_never_meet() =>
        Law.Holds(
            from ids in Gen.Choose(1, int.MaxValue).ListOf()
            from guests in Gen.Choose(0, 1000).ListOf()
            from prefix in Gen.Elements("C", "W", "AB")
            select (Ids: ids, Guests: guests, Prefix: prefix),
            static sample =>
            {
                var policy = Policy with { Commercial = Policy.Commercial with { ContactPrefix = sample.Prefix } };
                var customers = sample
                    .Ids.Select(static id => $"customer:{id}")
                    .Concat(sample.Guests.Select(static guest => $"guest:{guest}"))
                    .Append(ContactReferences.Shared)
                    .Distinct();
                var currencies = new[] { "ZAR", "EUR", "USD", "GBP", "JPY", "CZK", "BWP", "NAD" }.Select(Currency.Parse).ToArray();
                var references = customers
                    .SelectMany(customer => currencies.Select(currency => new ContactKey(customer, currency)))
                    .Select(key => ContactReferences.For(key, policy, StoreKey, Currency.ZAR)[0])
                    .ToArray();
                return references.Distinct().Count() == references.Length
                    && references.All(static reference => reference.Length <= ContactReferences.LengthMax);
            }
        );

    [Theory]
    [InlineData("CompanyFirst", "Karoo CC", "Naledi Khumalo", "Karoo CC")]
    [InlineData("PersonFirst", "Karoo CC", "Naledi Khumalo", "Naledi Khumalo")]
    [InlineData("EmailFirst", "Karoo CC", "Naledi Khumalo", "naledi@example.org")]
    [InlineData("CompanyFirst", "", "Naledi Khumalo", "Naledi Khumalo")]
    [InlineData("CompanyFirst", "", "", "naledi@example.org")]
    [InlineData("PersonFirst", "Karoo CC", "", "Karoo CC")]
    public void A_name_is_the_first_there_is_in_the_order_of_the_setting(string naming, string company, string person, string name)
    {
        var facts = WithCommercial(card => card with { ContactNaming = Enum.Parse<ContactNaming>(naming) });
        var customer = Guest with { Company = company, FirstName = "", LastName = person };
        Assert.Equal(name, NewContact(Sale with { Customer = customer }, facts).Contact.Name);
    }

    [Fact]
    public void Both_addresses_are_always_sent()
    {
        var terms = Booked(StoreSamples.Invoice("surname-only-in-capitals")).Terms!;
        Assert.Equal("Polokwane", terms.BillingAddress.City);
        Assert.Equal(terms.BillingAddress, terms.DeliveryAddress);
        var two = Booked(StoreSamples.Invoice("guest-taxed-delivery")).Terms!;
        Assert.Equal(("Polokwane", "Mossel Bay"), (two.BillingAddress.City, two.DeliveryAddress.City));
        Assert.True(Booked(StoreSamples.Invoice("no-addresses")).Terms!.BillingAddress.IsEmpty);
    }

    [Fact]
    public void Addresses_are_cut_to_what_Sage_keeps_and_told_in_full_in_the_notes()
    {
        var booked = Booked(StoreSamples.Invoice("long-address"));
        var address = booked.Terms!.BillingAddress;
        Assert.Equal((50, "Second line, Third line, Fourth line", "7979-EXTRA"), (address.Line1.Length, address.Line2, address.PostalCode));
        Assert.Contains("Noordhoek", booked.Notes);
        Assert.Contains("7979-EXTRA-LONG", booked.Notes);
    }

    [Fact]
    public void Names_longer_than_Sage_keeps_stand_in_full_in_the_contacts_notes()
    {
        var plan = Planned(DocumentPlanner.PlanCustomer(StoreSamples.Customer("long-names"), Facts));
        var contact = plan.Steps.OfType<PlanStep.CreateContact>().Single().Contact;
        Assert.Equal((100, 50), (contact.Name.Length, contact.PersonName.Length));
        Assert.Contains("very long very long", contact.Notes);
    }

    [Theory]
    [InlineData(250, true)]
    [InlineData(250.01, false)]
    public void Small_sales_to_guests_share_a_contact_up_to_the_limit(double total, bool shares)
    {
        var sale = Invoice(Row((decimal)total, 0m));
        Assert.Equal(shares ? "WEBSHOP" : null, SharedReference(sale));
    }

    [Fact]
    public void The_shared_contact_names_the_buyer_on_the_document()
    {
        var booked = Booked(Invoice(Row(100m, 15m)), Sharing());
        Assert.Contains("Buyer: Naledi Khumalo, naledi@example.org", booked.Notes);
        Assert.Equal("Polokwane", booked.Terms!.BillingAddress.City);
    }

    [Fact]
    public void Companies_members_comers_back_and_sales_abroad_get_contacts_of_their_own()
    {
        var sale = Invoice(Row(100m, 0m));
        Assert.Equal("WEBSHOP", SharedReference(sale));
        Assert.Null(SharedReference(sale with { Customer = Guest with { Company = "Karoo CC" } }));
        Assert.Null(SharedReference(sale with { PurchaseOrder = "PO-1" }));
        Assert.Null(SharedReference(sale with { Customer = Guest with { GroupId = 3 } }));
        Assert.Null(SharedReference(sale with { Customer = Guest with { Id = 31 } }));
        Assert.Null(SharedReference(To(sale, "US")));
        Assert.Equal("WEBSHOP", SharedReference(sale with { Customer = Guest with { GroupId = 1 } }));
    }

    [Fact]
    public void A_guest_who_came_back_keeps_the_own_contact()
    {
        var key = NewContact(Sale).Key;
        var facts = Sharing() with { Contacts = new Dictionary<ContactKey, ContactLink> { [key] = new("con-5") } };
        var plan = DocumentPlanner.PlanInvoice(Sale, facts);
        Assert.Equal(new PlanStep.KnownContact(key, "con-5"), Planned(plan).Steps[0]);
        Assert.Contains("came back", Decisions(plan, "Shared contact"));
    }

    [Fact]
    public void There_is_one_shared_contact_for_each_currency_and_the_limit_is_in_the_books_own()
    {
        var sale = Invoice(Row(10m, 0m)) with { CurrencyCode = "USD", BaseToOrderRate = 0.05m };
        var step = Contact(sale, Sharing());
        Assert.Equal(
            ("WEBSHOPU", "Web shop customers (USD)", Currency.USD),
            (step.Contact.Reference, step.Contact.Name, step.Contact.Currency)
        );
        var dear = Invoice(Row(20m, 0m)) with { CurrencyCode = "USD", BaseToOrderRate = 0.05m };
        Assert.StartsWith("G", Contact(dear, Sharing()).Contact.Reference);
    }

    [Fact]
    public void Without_the_setting_nobody_shares() => Assert.StartsWith("G", NewContact(Sale).Contact.Reference);

    private static PlanFacts Sharing() =>
        With(static policy =>
            policy with
            {
                Consolidation = policy.Consolidation with { Enabled = true, UpTo = 250m, BusinessGroups = [3] },
            }
        );

    private static string? SharedReference(StoreInvoice invoice) =>
        Contact(invoice, Sharing()) is { Key.Customer: ContactReferences.Shared } step ? step.Contact.Reference : null;

    private static PlanStep.CreateContact NewContact(StoreInvoice invoice, PlanFacts? facts = null) => Contact(invoice, facts ?? Facts);

    private static PlanStep.CreateContact Contact(StoreInvoice invoice, PlanFacts facts) =>
        Planned(DocumentPlanner.PlanInvoice(invoice, facts)).Steps.OfType<PlanStep.CreateContact>().Single();
}
