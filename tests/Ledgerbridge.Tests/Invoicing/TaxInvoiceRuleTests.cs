using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Invoicing.Internal;
using static Ledgerbridge.Tests.Invoicing.SomeBooks;

namespace Ledgerbridge.Tests.Invoicing;

/// <summary>Section 20 of the VAT Act 89 of 1991, sentence by sentence.</summary>
public sealed class TaxInvoiceRuleTests
{
    [Theory]
    [InlineData("4347.84", "Full")] // 5 000.02
    [InlineData("4347.83", "Abridged")] // 4 347.83 and 652.17 are exactly 5 000.00
    [InlineData("43.48", "NotNeeded")] // 50.00
    [InlineData("43.49", "Abridged")]
    [InlineData("10000", "Full")]
    public void The_consideration_with_vat_decides_between_full_abridged_and_none(string unitPrice, string kind)
    {
        var plan = Plan(Request(Line(decimal.Parse(unitPrice, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(Enum.Parse<TaxInvoiceKind>(kind), plan.TaxInvoice.Kind);
    }

    [Fact]
    public void Exactly_five_thousand_rand_may_still_be_abridged()
    {
        var plan = Plan(Request(Line(4347.82m), Line(0.01m, rate: Exempt)));
        Assert.Equal("5000.00", plan.Priced.Gross.ToInvariantText());
        Assert.Equal(TaxInvoiceKind.Abridged, plan.TaxInvoice.Kind);
    }

    [Fact]
    public void Anything_zero_rated_needs_a_full_invoice_however_small()
    {
        Assert.Equal(TaxInvoiceKind.Full, Plan(Request(Line(1m, rate: Zero))).TaxInvoice.Kind);
    }

    [Fact]
    public void A_complete_invoice_lacks_nothing()
    {
        Assert.Empty(Plan(Request(Line(10_000m))).TaxInvoice.Missing);
    }

    [Fact]
    public void A_full_invoice_names_what_is_missing_of_the_customer_and_its_rule()
    {
        var customer = Customer with
        {
            VatNumber = "",
            Address = new PostalAddress { CountryCode = "ZA" },
        };
        var missing = Plan(Request(Line(10_000m)), customer: customer).TaxInvoice.Missing;
        Assert.Equal(["VAT Act s20(4)(c)", "VAT Act s20(4)(c)"], missing.Select(static gap => gap.Rule));
    }

    [Fact]
    public void An_abridged_invoice_does_not_ask_for_the_customer()
    {
        var customer = Customer with { VatNumber = "", Address = new PostalAddress() };
        Assert.Empty(Plan(Request(Line(100m)), customer: customer).TaxInvoice.Missing);
    }

    [Theory]
    [InlineData("", "4220122222", true, "name")]
    [InlineData("Karoo", "", true, "VAT number")]
    [InlineData("Karoo", "1234567890", true, "ten digits")]
    [InlineData("Karoo", "4220122222", false, "address")]
    public void The_supplier_must_be_named_in_full(string name, string vatNumber, bool hasAddress, string told)
    {
        var books = Vendor with
        {
            BusinessName = name,
            VatNumber = vatNumber,
            Address = hasAddress ? Vendor.Address : new PostalAddress { CountryCode = "ZA" },
        };
        var gap = Assert.Single(Plan(Request(Line(100m)), books).TaxInvoice.Missing);
        Assert.Equal("VAT Act s20(5)(b)", gap.Rule);
        Assert.Contains(told, gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_of_two_letters_is_neither_full_nor_proper()
    {
        var gap = Assert.Single(Plan(Request(Line(100m), Line(1m, description: "xy"))).TaxInvoice.Missing);
        Assert.Equal("VAT Act s20(4)(e)", gap.Rule);
        Assert.Contains("line 2", gap.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(21, 0)]
    [InlineData(22, 1)]
    public void It_is_to_be_issued_within_twenty_one_days(int daysAgo, int gaps)
    {
        var request = new InvoiceRequest
        {
            ContactId = "c-1",
            Reference = "PO-1",
            Date = Today.AddDays(-daysAgo),
            LineItems = [Line(100m)],
        };
        Assert.Equal(gaps, Plan(request).TaxInvoice.Missing.Count(static gap => gap.Rule == "VAT Act s20(1)"));
    }

    [Fact]
    public void A_business_that_is_no_vendor_issues_an_invoice_and_no_tax_invoice()
    {
        var plan = Plan(Request(Line(100m)), Vendor with { VatRegistered = false, VatNumber = "" });
        Assert.Equal((TaxInvoiceKind.NotAVendor, "Invoice"), (plan.TaxInvoice.Kind, TaxInvoiceRules.TitleOf(plan.TaxInvoice.Kind)));
    }

    [Fact]
    public void Books_of_another_country_are_not_held_to_South_African_law()
    {
        var books = Vendor with { Address = Vendor.Address with { CountryCode = "GB" }, Currency = Currency.GBP };
        Assert.Equal(TaxInvoiceKind.OtherCountry, Plan(Request(Line(100m)), books).TaxInvoice.Kind);
    }

    [Theory]
    [InlineData("Full", "Tax invoice")]
    [InlineData("Abridged", "Tax invoice")]
    [InlineData("NotNeeded", "Tax invoice")]
    public void A_vendors_paper_always_says_tax_invoice(string kind, string title)
    {
        Assert.Equal(title, TaxInvoiceRules.TitleOf(Enum.Parse<TaxInvoiceKind>(kind)));
    }
}
