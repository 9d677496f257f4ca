using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Internal;
using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Tests.Posting;

/// <summary>What a document has to come to, by its lines or by its plan, and what counts as different.</summary>
public sealed class PlannedFiguresTests
{
    private static readonly DateOnly Day = new(2026, 3, 16);

    [Fact]
    public void Lines_count_less_their_discounts_and_carriage_counts_too()
    {
        var figures = PlannedFigures.Of(Invoice(Carriage), expected: null);

        // 3 × 9.995 is 29.99, less 0.97, and carriage of 5: 34.02; VAT 5.80 and 1.00.
        Assert.Equal((Euro(40.82m), Euro(6.80m)), (figures.Gross, figures.Vat));
        Assert.Equal(Euro(34.82m), PlannedFigures.Of(Invoice(carriage: null), expected: null).Gross);
        Assert.Equal(figures.Gross, PlannedFigures.Of(CreditNote(Carriage), expected: null).Gross);
    }

    [Fact]
    public void What_the_plan_expects_goes_before_the_sum_of_the_lines()
    {
        var figures = PlannedFigures.Of(Invoice(Carriage), Expected);

        Assert.Equal((Euro(40.80m), Euro(6.79m)), (figures.Gross, figures.Vat));
        Assert.Null(figures.Difference(Euro(40.80m), Euro(6.79m), baseGross: null));
    }

    [Theory]
    [InlineData("40.81", "6.79")]
    [InlineData("40.80", "6.80")]
    public void A_cent_of_total_or_of_VAT_is_a_difference_and_both_figures_are_told(string gross, string vat)
    {
        var told = PlannedFigures.Of(Invoice(Carriage), Expected).Difference(Euro(Number(gross)), Euro(Number(vat)), baseGross: null);

        Assert.Equal(
            $"Sage booked {MoneyText.Screen(Euro(Number(gross)))} with {MoneyText.Screen(Euro(Number(vat)))} VAT, "
                + $"but {MoneyText.Screen(Euro(40.80m))} with {MoneyText.Screen(Euro(6.79m))} VAT was planned.",
            told
        );
    }

    [Theory]
    [InlineData("32.64")]
    [InlineData("32.67")]
    [InlineData("32.61")]
    public void Sages_rounding_of_lines_to_the_currency_of_the_books_is_no_difference(string baseGross) =>
        Assert.Null(PlannedFigures.Of(Invoice(Carriage), Expected).Difference(Euro(40.80m), Euro(6.79m), Number(baseGross)));

    [Theory]
    [InlineData("32.68")]
    [InlineData("51")]
    public void Another_exchange_rate_is_a_difference(string baseGross)
    {
        var told = PlannedFigures.Of(Invoice(Carriage), Expected).Difference(Euro(40.80m), Euro(6.79m), Number(baseGross));

        var said = MoneyText.Screen(new Money(Number(baseGross), Currency.GBP));
        Assert.Contains($"{said} in the books, but {MoneyText.Screen(Expected.BaseGross)} was planned", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("40.78", true)]
    [InlineData("40.82", true)]
    [InlineData("40.83", false)]
    public void A_record_may_be_the_one_sent_when_it_is_off_by_no_more_than_a_cent_for_each_line_and_carriage(string gross, bool maybe) =>
        Assert.Equal(maybe, PlannedFigures.Of(Invoice(Carriage), Expected).MayBe(Euro(Number(gross))));

    [Fact]
    public void A_record_in_another_currency_is_never_the_one_sent() =>
        Assert.False(PlannedFigures.Of(Invoice(Carriage), Expected).MayBe(new Money(40.80m, Currency.GBP)));

    [Theory]
    [InlineData("C1", "reference", ProblemCode.SageRefused, true)]
    [InlineData("C1", "name", ProblemCode.SageRefused, false)]
    [InlineData("C1", "reference", ProblemCode.SageUnavailable, false)]
    [InlineData("", "reference", ProblemCode.SageRefused, false)]
    [InlineData("C1234567890", "reference", ProblemCode.SageRefused, false)]
    public void A_reference_is_taken_when_Sage_refuses_one_that_keeps_the_rules(
        string reference,
        string field,
        ProblemCode code,
        bool taken
    )
    {
        var wanted = new ContactDetails
        {
            Kind = ContactKind.Customer,
            Name = "Naledi",
            Reference = reference,
        };
        var problem = new Problem(code, "Sage refused it.") { Errors = [new FieldError(field, "Something about it.")] };

        Assert.Equal(taken, ContactCreation.IsReferenceTaken(wanted, problem));
    }

    [Fact]
    public void A_refusal_that_names_something_else_too_says_nothing_for_certain()
    {
        var wanted = new ContactDetails
        {
            Kind = ContactKind.Customer,
            Name = "Naledi",
            Reference = "C1",
        };
        var both = new Problem(ProblemCode.SageRefused, "Sage refused it.")
        {
            Errors = [new FieldError("reference", "Taken."), new FieldError("name", "Missing.")],
        };

        Assert.False(ContactCreation.IsReferenceTaken(wanted, both));
        Assert.False(ContactCreation.IsReferenceTaken(wanted, both with { Errors = [] }));
    }

    [Fact]
    public void Every_kind_of_posting_has_one_way_to_be_sent_looked_for_and_told()
    {
        var ways = typeof(IPostingKind)
            .Assembly.GetTypes()
            .Where(static type => type.IsClass && type.IsAssignableTo(typeof(IPostingKind)))
            .Select(static type => ((IPostingKind)Activator.CreateInstance(type)!).Kind);

        Assert.Equal(Enum.GetValues<PostingKind>(), ways.Order());
    }

    [Fact]
    public void A_posting_that_gave_its_key_back_still_knows_it_and_gives_it_back_once()
    {
        var row = new PostingRow { Id = Id<Server.Ids.Posting>.Create(DateTimeOffset.UnixEpoch, new byte[10]), Key = "store:one#two" };
        Assert.Equal(("store:one#two", true), (row.OwnKey, row.HoldsKey));

        row.GiveKeyBack();
        var given = row.Key;
        row.GiveKeyBack();

        Assert.Equal(("store:one#two", false, given), (row.OwnKey, row.HoldsKey, row.Key));
        Assert.NotEqual("store:one#two", given);
    }

    private static NewBooksCarriage Carriage => new(Euro(5m), "GB_STANDARD", Euro(1m));

    private static ExpectedTotals Expected => new(Euro(34.01m), Euro(6.79m), Euro(40.80m), new Money(32.64m, Currency.GBP));

    private static NewBooksInvoice Invoice(NewBooksCarriage? carriage) =>
        new("c", Day, Day, "ORD-1", "", AsDraft: false, Currency.EUR, [Line]) { Terms = Terms(carriage) };

    private static NewBooksCreditNote CreditNote(NewBooksCarriage? carriage) =>
        new("c", Day, "CM-1", "", Currency.EUR, [Line]) { Terms = Terms(carriage) };

    private static TradeTerms Terms(NewBooksCarriage? carriage) =>
        new()
        {
            BillingAddress = new PostalAddress(),
            DeliveryAddress = new PostalAddress(),
            Carriage = carriage,
            ExchangeRate = 0.8m,
        };

    private static NewBooksLine Line { get; } = new("Mug", 3m, 9.995m, "GB_STANDARD", "4000", Euro(5.80m)) { Discount = Euro(0.97m) };

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Money Euro(decimal amount) => new(amount, Currency.EUR);
}
