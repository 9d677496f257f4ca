using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Invoicing.Internal;
using Ledgerbridge.Server.Settings;
using static Ledgerbridge.Tests.Invoicing.SomeBooks;

namespace Ledgerbridge.Tests.Invoicing;

public sealed class InvoicePlannerTests
{
    [Fact]
    public void One_line_of_a_hundred_rand_bears_fifteen_rand_of_vat()
    {
        var plan = Plan(Request(Line(100m)));
        Assert.Equal(("100.00", "15.00", "115.00"), Figures(plan));
        Assert.Equal((Standard, Sales), (plan.Invoice.Lines[0].TaxRateId, plan.Invoice.Lines[0].LedgerAccountId));
    }

    [Fact]
    public void Vat_is_rounded_line_by_line_and_the_total_is_their_sum()
    {
        var plan = Plan(Request([.. Enumerable.Repeat(Line(9.99m), 10)]));
        Assert.Equal(("99.90", "15.00", "114.90"), Figures(plan));
        Assert.All(plan.Invoice.Lines, static line => Assert.Equal(1.50m, line.Vat.Amount));
    }

    [Fact]
    public void Rates_mix_on_one_invoice_and_each_line_bears_its_own()
    {
        var plan = Plan(Request(Line(100m), Line(200m, rate: Zero), Line(300m, rate: Exempt), Line(400m, rate: NoTax)));
        Assert.Equal(("1000.00", "15.00", "1015.00"), Figures(plan));
        Assert.Equal(
            [VatTreatment.Standard, VatTreatment.ZeroRated, VatTreatment.Exempt, VatTreatment.OutOfScope],
            plan.Priced.ByRate.Select(static rate => rate.Rate.Treatment)
        );
    }

    [Fact]
    public void The_percentage_is_the_one_of_the_invoices_own_day()
    {
        var request = new InvoiceRequest
        {
            ContactId = "c-1",
            Reference = "PO-1",
            Date = new DateOnly(2018, 3, 31),
            LineItems = [Line(100m)],
        };
        Assert.Equal(("100.00", "14.00", "114.00"), Figures(Plan(request)));
    }

    [Fact]
    public void Quantities_and_prices_with_four_decimals_are_multiplied_exactly_before_anything_is_rounded()
    {
        var plan = Plan(Request(Line(0.3333m, quantity: 3m)));
        Assert.Equal(("1.00", "0.15", "1.15"), Figures(plan));
    }

    [Theory]
    [InlineData(null, null, 30)]
    [InlineData(14, null, 14)]
    [InlineData(0, null, 30)]
    [InlineData(null, 60, 60)]
    [InlineData(14, 60, 14)]
    public void The_due_date_follows_the_customers_terms_then_the_workspaces_then_thirty_days(int? agreed, int? setting, int days)
    {
        var settings = setting is { } value
            ? new SettingValues(
                new Dictionary<string, JsonElement> { ["Workspace/payment_terms_days"] = JsonSerializer.SerializeToElement(value) }
            )
            : NoSettings;
        var plan = Plan(Request(Line(1m)), customer: Customer with { CreditDays = agreed }, settings: settings);
        Assert.Equal((Today, Today.AddDays(days)), (plan.Invoice.IssuedOn, plan.Invoice.DueOn));
    }

    [Fact]
    public void A_business_that_is_no_vendor_falls_back_on_no_tax_and_may_not_charge_any()
    {
        var books = Vendor with { VatRegistered = false, VatNumber = "" };
        Assert.Equal(NoTax, Plan(Request(Line(100m)), books).Invoice.Lines[0].TaxRateId);
        var error = Assert.Single(Errors(Request(Line(100m, rate: Standard)), books));
        Assert.Equal("line_items[0].tax_rate_id", error.Field);
        Assert.Contains("not registered for VAT", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_each_with_its_field()
    {
        var request = new InvoiceRequest
        {
            ContactId = "c-1",
            Reference = "PO-1",
            Date = new DateOnly(2026, 3, 10),
            DueDate = new DateOnly(2026, 3, 9),
            LineItems =
            [
                new InvoiceLineRequest
                {
                    Description = "A",
                    Quantity = 1m,
                    UnitPrice = 1m,
                    TaxRateId = "GB_STANDARD",
                    LedgerAccountId = "acc-5000",
                },
            ],
        };
        var books = Vendor with { BooksStartOn = new DateOnly(2026, 3, 15), LockedUpToOn = new DateOnly(2026, 3, 12) };
        var customer = Customer with { Kind = ContactKind.Supplier };
        Assert.Equal(
            ["due_date", "date", "date", "contact_id", "line_items[0].tax_rate_id", "line_items[0].ledger_account_id"],
            Errors(request, books, customer).Select(static error => error.Field)
        );
    }

    [Fact]
    public void A_customer_invoiced_in_another_currency_is_refused_with_the_reason()
    {
        var error = Assert.Single(Errors(Request(Line(1m)), customer: Customer with { Currency = Currency.USD }));
        Assert.Equal("contact_id", error.Field);
        Assert.Contains("USD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_longer_than_Sage_keeps_is_refused_at_its_field_before_anything_is_posted()
    {
        var longest = new string('R', 25);
        Assert.Equal(longest, Plan(Referring(longest)).Invoice.Reference);

        var error = Assert.Single(Errors(Referring(longest + "R")));

        Assert.Equal("reference", error.Field);
        Assert.Equal("Sage keeps 25 characters of a reference, and this one has 26. Shorten it.", error.Message);

        static InvoiceRequest Referring(string reference) =>
            new()
            {
                ContactId = "c-1",
                Reference = reference,
                LineItems = [Line(1m)],
            };
    }

    [Fact]
    public void What_is_odd_but_allowed_is_warned_about()
    {
        var request = new InvoiceRequest
        {
            ContactId = "c-1",
            Reference = "PO-1",
            Date = Today.AddDays(1),
            Notes = new string('n', 2001),
            LineItems = [Line(0m)],
        };
        Assert.Equal(3, Plan(request).Warnings.Count);
        Assert.Empty(Plan(Request(Line(1m))).Warnings);
    }

    [Fact]
    public void Where_drafts_do_not_exist_the_invoice_is_booked_at_once()
    {
        var books = Vendor with { Capabilities = Vendor.Capabilities with { Drafts = false } };
        Assert.True(Plan(Request(Line(1m))).Invoice.AsDraft);
        Assert.False(Plan(Request(Line(1m)), books).Invoice.AsDraft);
    }

    private static (string Net, string Vat, string Gross) Figures(InvoicePlan plan) =>
        (plan.Priced.Net.ToInvariantText(), plan.Priced.Vat.ToInvariantText(), plan.Priced.Gross.ToInvariantText());
}
