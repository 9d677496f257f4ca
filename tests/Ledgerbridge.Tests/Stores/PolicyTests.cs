using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Invoicing;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Stores;

public sealed class PolicyTests
{
    [Fact]
    public void Rules_to_begin_with_fit_the_books_they_were_made_for()
    {
        Assert.Empty(PolicyCheck.Validate(StorePolicy.DefaultFor(Books, [], Today), Books));
        Assert.Empty(PolicyCheck.Validate(StorePolicy.DefaultFor(BritishBooks, [], Today), BritishBooks));
        Assert.Empty(PolicyCheck.Validate(Policy, Books, []));
    }

    [Fact]
    public void Rules_to_begin_with_speak_the_business_own_country()
    {
        var policy = StorePolicy.DefaultFor(Books, [], Today);
        Assert.Equal("Africa/Johannesburg", policy.Sync.TimeZone);
        Assert.Equal([(15m, SomeBooks.Standard)], policy.TaxRates.Map.Select(static row => (row.Percentage, row.TaxRateId)));
        Assert.Equal((SomeBooks.Zero, SomeBooks.Zero, SomeBooks.NoTax), Free(policy));
        Assert.Equal(("acc-4000", "acc-4010"), (policy.Mappings.SalesAccountId, policy.Mappings.ServicesAccountId));
        Assert.Equal(5000m, policy.Consolidation.UpTo);
        Assert.Equal("Europe/London", StorePolicy.DefaultFor(BritishBooks, [], Today).Sync.TimeZone);
        Assert.Equal("Etc/UTC", PolicyDefaults.ZoneOf("XX"));
    }

    [Fact]
    public void Who_is_not_registered_begins_without_tax()
    {
        var policy = StorePolicy.DefaultFor(Books with { VatRegistered = false }, [], Today);
        Assert.Equal((SomeBooks.NoTax, SomeBooks.NoTax, SomeBooks.NoTax), Free(policy));
    }

    [Fact]
    public void No_money_is_guessed_to_lie_anywhere()
    {
        var methods = new[]
        {
            new StorePaymentMethod("checkmo", "Cheque", IsActive: true),
            new StorePaymentMethod("stripe_payments", "Card", IsActive: true),
            new StorePaymentMethod("klarna_kp", "", IsActive: false),
        };
        var policy = StorePolicy.DefaultFor(Books, methods, Today);
        Assert.Equal(
            [("checkmo", PaymentOutcome.Unpaid), ("stripe_payments", PaymentOutcome.Fail)],
            policy.Payments.Methods.Select(static rule => (rule.Method, rule.Outcome))
        );
        Assert.Equal(PaymentOutcome.Fail, policy.Payments.Others.Outcome);
    }

    [Fact]
    public void A_rule_is_found_by_its_code_in_any_letter_case()
    {
        var card = new PaymentsCard { Methods = [new PaymentRule { Method = "checkmo", Outcome = PaymentOutcome.Unpaid }] };
        Assert.Equal(PaymentOutcome.Unpaid, card.RuleFor("CheckMO").Outcome);
        Assert.Equal(PaymentOutcome.Fail, card.RuleFor("other").Outcome);
    }

    [Fact]
    public void A_policy_is_the_same_after_being_written_and_read()
    {
        var text = PolicyJson.Write(Everything);
        Assert.Equal(text, PolicyJson.Write(StoreSamples.Value(PolicyJson.Read(text))));
        Assert.Equal(text, PolicyJson.Write(PolicyJson.ReadStored(text)));
        Assert.Contains("\"unpaid_invoices\":\"skip\"", text);
        Assert.Contains("\"bank_account_id\":\"bank-1200\"", text);
        Assert.Contains("\"since\":\"2026-03-01\"", text);
    }

    [Fact]
    public void What_is_not_said_keeps_its_default() =>
        Assert.Equal(PolicyJson.Write(new StorePolicy()), PolicyJson.Write(StoreSamples.Value(PolicyJson.Read("{\"sync\":{}}"))));

    [Theory]
    [InlineData("{\"sync\":{\"sinse\":\"2026-01-01\"}}", "sync")]
    [InlineData("{\"sync\":{\"unpaid_invoices\":\"maybe\"}}", "sync.unpaid_invoices")]
    [InlineData("{\"sync\":{\"unpaid_invoices\":2}}", "sync.unpaid_invoices")]
    [InlineData("{\"commercial\":{\"rounding_up_to\":\"much\"}}", "commercial.rounding_up_to")]
    [InlineData("{\"sync\":null}", "sync")]
    [InlineData("{\"payments\":{\"methods\":[{\"method\":null}]}}", "payments.methods[0].method")]
    [InlineData("[]", "policy")]
    [InlineData("", "policy")]
    [InlineData("null", "policy")]
    public void What_cannot_be_read_is_named(string json, string field)
    {
        Assert.False(PolicyJson.Read(json).Succeeded(out _, out var problem));
        Assert.StartsWith(field, problem.Errors.Single().Field);
    }

    [Fact]
    public void A_stored_version_may_hold_what_a_later_release_gave_up() =>
        Assert.True(PolicyJson.ReadStored("{\"sync\":{\"given_up\":1,\"stock\":true},\"eighth\":{}}").Sync.Stock);

    private static (string, string, string) Free(StorePolicy policy) =>
        (policy.TaxRates.UntaxedTaxRateId, policy.TaxRates.ExportTaxRateId, policy.TaxRates.NoTaxRateId);

    private static StorePolicy Everything { get; } =
        Policy with
        {
            Sync = Policy.Sync with { Since = new DateOnly(2026, 3, 1), UnpaidInvoices = UnpaidInvoices.Skip, Websites = [1, 2] },
            Payments = Policy.Payments with { Methods = [ToBank with { Method = "payfast" }] },
            Commercial = Policy.Commercial with { CreditDays = 14, RoundingUpTo = 0.05m },
            Currency = Policy.Currency with { Rates = [new CurrencyRate { Currency = "USD", Rate = 18.4842883549m }] },
        };
}
