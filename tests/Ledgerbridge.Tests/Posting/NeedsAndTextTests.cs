using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Posting.Plans.Internal;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Stores;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

public sealed class NeedsAndTextTests
{
    private static readonly StorePolicy Plain = Policy with { Mappings = Policy.Mappings with { ServicesAccountId = "" } };

    [Fact]
    public void An_invoice_needs_the_link_of_the_contact_it_goes_to()
    {
        var invoice = Invoice(Row(100m, 15m));
        var needs = DocumentPlanner.NeedsForInvoice(invoice, Plain, Books, StoreKey);
        var planned = Planned(DocumentPlanner.PlanInvoice(invoice, FactsFor(Books, Plain))).Steps.OfType<PlanStep.CreateContact>().Single();
        Assert.Equal([planned.Key], needs.Contacts);
        Assert.Equal(42, needs.InvoiceId);
        Assert.Empty(needs.ProductTypeSkus);
        Assert.Empty(needs.ItemSkus);
        Assert.False(needs.Outstanding);
    }

    [Fact]
    public void An_address_is_kept_as_what_it_says_and_not_as_what_it_lacks() =>
        Assert.DoesNotContain("is_empty", ApiJson.Text(new PostalAddress()), StringComparison.Ordinal);

    [Fact]
    public void With_sharing_the_shared_contact_is_needed_too()
    {
        var policy = Plain with { Consolidation = Plain.Consolidation with { Enabled = true } };
        var needs = DocumentPlanner.NeedsForInvoice(Invoice(Row(100m, 15m)), policy, Books, StoreKey);
        Assert.Equal(new ContactKey(ContactReferences.Shared, Currency.ZAR), needs.Contacts[1]);
    }

    [Fact]
    public void Kinds_of_products_are_needed_where_they_decide_something()
    {
        var invoice = Invoice(Row(100m, 0m, sku: "A"), Row(50m, 0m, sku: "B"), Row(0m, 0m, sku: "CHILD"), Row(10m, 0m, sku: "A"));
        var british = PolicyFor(BritishBooks) with { Mappings = Plain.Mappings };
        Assert.Empty(DocumentPlanner.NeedsForInvoice(To(invoice, "GB"), british, BritishBooks, StoreKey).ProductTypeSkus);
        Assert.Equal(["A", "B"], DocumentPlanner.NeedsForInvoice(To(invoice, "IE"), british, BritishBooks, StoreKey).ProductTypeSkus);
        var goods = british with { TaxRates = british.TaxRates with { GoodsOrServices = SupplySource.Goods } };
        Assert.Empty(DocumentPlanner.NeedsForInvoice(To(invoice, "IE"), goods, BritishBooks, StoreKey).ProductTypeSkus);
        Assert.Equal(["A", "B"], DocumentPlanner.NeedsForInvoice(invoice, Policy, Books, StoreKey).ProductTypeSkus);
    }

    [Fact]
    public void Services_go_to_their_own_account_when_the_kind_is_known()
    {
        var facts = Facts with
        {
            ProductTypes = new Dictionary<string, string> { ["A"] = "virtual", ["B"] = "simple" },
        };
        var booked = Booked(Invoice(Row(100m, 15m, sku: "A"), Row(100m, 15m, sku: "B"), Row(100m, 15m, sku: "C")), facts);
        Assert.Equal([Services, "acc-4000", "acc-4000"], booked.Lines.Select(static line => line.LedgerAccountId));
    }

    [Fact]
    public void Items_are_needed_when_lines_name_them()
    {
        var policy = Plain with { Commercial = Plain.Commercial with { ItemsOnLines = true } };
        Assert.Equal(["SKU"], DocumentPlanner.NeedsForInvoice(Invoice(Row(100m, 15m)), policy, Books, StoreKey).ItemSkus);
        Assert.Equal(["KAROO-801"], DocumentPlanner.NeedsForProduct(StoreSamples.Product("simple")).ItemSkus);
    }

    [Fact]
    public void A_payment_needs_its_invoice_and_a_refund_also_what_is_owed_on_it()
    {
        var payment = DocumentPlanner.NeedsForPayment(StoreSamples.Payment("card"), null, Plain, Books, StoreKey);
        Assert.Equal((501, false), (payment.InvoiceId, payment.Outstanding));
        Assert.Empty(payment.Contacts);
        Assert.NotEmpty(
            DocumentPlanner.NeedsForPayment(StoreSamples.Payment("card"), Invoice(Row(1m, 0m)), Plain, Books, StoreKey).Contacts
        );
        var memo = DocumentPlanner.NeedsForCreditNote(StoreSamples.CreditMemo("full"), Plain, Books, StoreKey);
        Assert.Equal((501, true), (memo.InvoiceId, memo.Outstanding));
        var loose = DocumentPlanner.NeedsForCreditNote(StoreSamples.CreditMemo("without-invoice"), Plain, Books, StoreKey);
        Assert.Equal((null, false), (loose.InvoiceId, loose.Outstanding));
        Assert.Equal([new ContactKey("customer:31", Currency.ZAR)], loose.Contacts);
    }

    [Fact]
    public void A_customer_needs_the_contacts_in_all_currencies() =>
        Assert.Equal("customer:31", DocumentPlanner.NeedsForCustomer(StoreSamples.Customer("complete"), Books).AllContactsOf);

    [Theory]
    [InlineData("", "WEB42", "WEB42")]
    [InlineData("WEB", "WEB42", "WEB42")]
    [InlineData("web", "WEB42", "WEB42")]
    [InlineData("SA-", "000042", "SA-000042")]
    public void A_prefix_is_put_before_a_number_once(string prefix, string number, string reference)
    {
        var facts = WithCommercial(card => card with { InvoicePrefix = prefix });
        Assert.Equal(reference, Booked(Invoice(Row(100m, 15m)) with { Number = number }, facts).Reference);
    }

    [Fact]
    public void A_number_longer_than_Sage_keeps_stands_in_full_in_the_notes()
    {
        var booked = Booked(StoreSamples.Invoice("odd-number"));
        Assert.Equal("EU/2026-№ 00000000000000", booked.Reference[..24]);
        Assert.Equal(25, booked.Reference.Length);
        Assert.Contains("Number in the shop: EU/2026-№ 0000000000000000569", booked.Notes);
    }

    [Fact]
    public void The_buyers_order_number_stands_in_the_notes()
    {
        var notes = Booked(StoreSamples.Invoice("company-guest")).Notes;
        Assert.Contains("Purchase order: PO-2026/17", notes);
        Assert.Contains("Web shop order ORD007505", notes);
    }

    [Theory]
    [InlineData("Name", "Ware")]
    [InlineData("NameAndSku", "Ware (SKU)")]
    [InlineData("SkuAndName", "SKU Ware")]
    public void A_line_says_what_the_setting_asks_for(string wording, string text) =>
        Assert.Equal(
            text,
            Booked(Invoice(Row(100m, 15m)), WithCommercial(card => card with { LineWording = Enum.Parse<LineWording>(wording) }))
                .Lines[0]
                .Description
        );

    [Theory]
    [InlineData("", "SKU", "SKU")]
    [InlineData("", "", "Article without a name")]
    [InlineData("SKU", "SKU", "SKU")]
    public void A_line_always_says_something(string name, string sku, string text)
    {
        var facts = WithCommercial(static card => card with { LineWording = LineWording.NameAndSku });
        Assert.Equal(text, Booked(Invoice(Row(100m, 15m, name: name, sku: sku)), facts).Lines[0].Description);
    }

    [Fact]
    public void Texts_are_readable_cut_on_whole_characters_and_told_in_full_in_the_notes()
    {
        var booked = Booked(StoreSamples.Invoice("hostile-texts"));
        Assert.Equal("Biltong ™ “Extra” <b>500 g</b> & madeup;", booked.Lines[0].Description);
        Assert.Equal("Tab andbell desrever 🇦🇿 braai", booked.Lines[1].Description);
        Assert.InRange(booked.Lines[2].Description.Length, 240, 255);
        Assert.EndsWith("👩‍👩‍👧", booked.Lines[2].Description);
        Assert.Contains(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 60)), booked.Notes);
        Assert.InRange(booked.Notes.Length, 0, 2000);
    }

    [Fact]
    public void Every_plan_is_the_same_when_it_is_made_again() =>
        Assert.All(
            StoreSamples.Names("invoice"),
            static row =>
                Assert.Equivalent(
                    DocumentPlanner.PlanInvoice(StoreSamples.Invoice(row.Data), Lenient),
                    DocumentPlanner.PlanInvoice(StoreSamples.Invoice(row.Data), Lenient)
                )
        );

    [Fact]
    public void Stand_ins_nobody_filled_stay_as_they_are()
    {
        var step = Planned(DocumentPlanner.PlanInvoice(Invoice(Row(100m, 15m)), Facts)).Steps[1];
        Assert.Equal(StepIds.Contact, ((PlanStep.CreateInvoice)step.WithIds(new Dictionary<string, string>())).Invoice.ContactId);
        Assert.Equal(
            (StepIds.Invoice, StepIds.Contact),
            (step.Gives, Planned(DocumentPlanner.PlanInvoice(Invoice(Row(1m, 0m)), Facts)).Steps[0].Gives)
        );
    }
}
