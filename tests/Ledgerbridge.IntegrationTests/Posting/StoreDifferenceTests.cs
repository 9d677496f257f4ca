using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Posting;

/// <summary>What Sage booked otherwise than planned is in the books and told as a failure, with both figures.</summary>
public sealed class StoreDifferenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, nameof(PostingKind.InvoiceCreate))]
    [InlineData(DatabaseKind.Sqlite, nameof(PostingKind.CreditNoteCreate))]
    [InlineData(DatabaseKind.Postgres, nameof(PostingKind.CreditNoteCreate))]
    public async Task Totals_are_held_against_what_the_plan_expects(DatabaseKind database, string name)
    {
        await using var story = await JournalStory.StartAsync(database, Ct);
        var contact = await story.ContactAsync(Ct);
        var intent =
            name == nameof(PostingKind.InvoiceCreate)
                ? story.Intent(PostingKind.InvoiceCreate, StorePostings.Invoice(contact))
                : story.Intent(PostingKind.CreditNoteCreate, StorePostings.CreditNote(contact));
        var other = new ExpectedTotals(Rand(100m), Rand(15.01m), Rand(115.01m), Rand(115.01m));

        var differs = await story.PostAsync(intent with { Expected = other }, Ct);

        Assert.Equal((PostingState.Differs, ProblemCode.Differs), (differs.State, differs.Problem!.Code));
        Assert.StartsWith(
            "Sage booked R 115.00 with R 15.00 VAT, but R 115.01 with R 15.01 VAT was planned.",
            differs.Problem.Message,
            StringComparison.Ordinal
        );
        Assert.NotEqual("", differs.SageId);
        var agreeing = other with { Vat = Rand(15m), Gross = Rand(115m), BaseGross = Rand(115m) };
        var posted = await story.PostAsync(intent with { Key = "agreeing", Expected = agreeing }, Ct);
        Assert.Equal(PostingState.Posted, posted.State);
    }

    [Fact]
    public async Task A_total_that_is_a_cent_off_is_still_found_after_a_lost_answer_and_told_as_different()
    {
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var intent = await story.PrepareAsync(PostingKind.CreditNoteCreate, Ct) with
        {
            Expected = new ExpectedTotals(Rand(100m), Rand(15.01m), Rand(115.01m), Rand(115.01m)),
        };
        await story.Sandbox.AddFaultAsync(Fault("created_but_500", "sales_credit_notes"), Ct);

        var status = await story.PostAsync(intent, Ct);

        Assert.Equal(PostingState.Differs, status.State);
        Assert.Single(await story.DocumentsAsync("sales_credit_notes", Ct));
        Assert.Equal(1, await story.CallsAsync("POST", "sales_credit_notes", Ct));
    }

    [Theory]
    [InlineData(
        nameof(PostingKind.PaymentCreate),
        """
            {"id":"0123456789abcdef0123456789abcdef","transaction_type":{"id":"CUSTOMER_RECEIPT"},"contact":{"id":"c"},"date":"2026-03-16",
             "currency":{"id":"ZAR"},"total_amount":"114.0","reference":"PAY-77","allocated_artefacts":[]}
            """,
        "Sage booked a payment of R 114.00, but a payment of R 115.00 was planned."
    )]
    [InlineData(
        nameof(PostingKind.PaymentCreate),
        """
            {"id":"0123456789abcdef0123456789abcdef","transaction_type":{"id":"CUSTOMER_RECEIPT"},"contact":{"id":"c"},"date":"2026-03-16",
             "currency":{"id":"ZAR"},"total_amount":"115.0","reference":"PAY-77","allocated_artefacts":[]}
            """,
        "Sage booked the payment of R 115.00, but did not set it against the documents it belongs to as planned."
    )]
    [InlineData(
        nameof(PostingKind.AllocationCreate),
        """
            {"id":"0123456789abcdef0123456789abcdef","contact":{"id":"c"},"date":"2026-03-16","allocated_artefacts":[]}
            """,
        "Sage set credit against what is owed, but not the R 115.00 that was planned."
    )]
    [InlineData(
        nameof(PostingKind.StockMove),
        """
            {"id":"0123456789abcdef0123456789abcdef","stock_item":{"id":"s"},"date":"2026-03-16","quantity":"4.0","details":"Counted"}
            """,
        "In Sage stock was raised by 4, but it was to be raised by 5."
    )]
    public async Task What_Sage_booked_otherwise_is_told_with_both_figures(string name, string answer, string sentence)
    {
        var kind = Enum.Parse<PostingKind>(name);
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var intent = await story.PrepareAsync(kind, Ct);
        var other = Fault("instead", StorePostings.Route(kind).Collection) with
        {
            Status = 201,
            ContentType = "application/json",
            Body = answer,
        };
        await story.Sandbox.AddFaultAsync(other, Ct);

        var status = await story.PostAsync(intent, Ct);

        Assert.Equal(PostingState.Differs, status.State);
        Assert.StartsWith(sentence, status.Problem!.Message, StringComparison.Ordinal);
        Assert.Equal(1, await story.Server.NumberAsync("SELECT COUNT(*) FROM posting_journal WHERE state = 'Differs'", Ct));
    }

    private static SandboxFault Fault(string kind, string collection) =>
        new()
        {
            Kind = kind,
            Method = "POST",
            Path = $"/v3.1/{collection}",
            Times = 1,
        };

    private static Money Rand(decimal amount) => new(amount, Currency.ZAR);
}
