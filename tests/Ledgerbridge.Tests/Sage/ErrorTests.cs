using System.Net;
using System.Text.Json;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Tests.Sage;

/// <summary>Sage's three shapes of error bodies, and what people are told.</summary>
public sealed class ErrorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("line_items.currency_tax_amount", "line_items.tax_amount")]
    [InlineData("line_items.tax_rate_id", "line_items.tax_rate_id")]
    [InlineData("invoice_lines.description", "line_items.description")]
    [InlineData("purchase_invoice[invoice_lines][0][description]", "line_items[0].description")]
    [InlineData("sales_credit_note[credit_note_lines][12][unit_price]", "line_items[12].unit_price")]
    [InlineData("contact[name]", "name")]
    [InlineData("currency_id", "currency")]
    [InlineData("tax_number", "vat_number")]
    [InlineData("contact[tax_number]", "vat_number")]
    [InlineData("contact_type_ids", "kind")]
    [InlineData("main_address.address_line_1", "address.line1")]
    [InlineData("address_line_2", "address.line2")]
    [InlineData("main_address.country_id", "address.country")]
    [InlineData("postal_code", "address.postal_code")]
    [InlineData("main_contact_person.email", "email")]
    [InlineData("main_contact_person.name", "person_name")]
    [InlineData("delivery_address.city", "delivery_address.city")]
    [InlineData("contact.currency_id", "contact.currency_id")]
    [InlineData("base_currency_tax_amount", "base_currency_tax_amount")]
    [InlineData("base", "")]
    [InlineData("", "")]
    [InlineData("Authorization", "")]
    public async Task Sages_inner_name_of_a_field_becomes_ours_and_is_kept_beside_it(string source, string field)
    {
        var remark = Assert.Single((await FailAsync(422, Remark("must be right", source))).Remarks);
        Assert.Equal((field, source, "RecordInvalid"), (remark.Field, remark.Source, remark.Code));
    }

    [Theory]
    [InlineData("""[{"$severity":"error","$dataCode":"RecordInvalid","$message":"Too late.","$source":"date"}]""", "RecordInvalid", "date")]
    [InlineData("""{"$diagnoses":[{"$dataCode":"RecordInvalid","$message":"Too late.","$source":"date"}]}""", "RecordInvalid", "date")]
    [InlineData("""{"$dataCode":"RecordInvalid","$message":"Too late.","$source":"date"}""", "RecordInvalid", "date")]
    [InlineData("""{"error":"Too late."}""", "", "")]
    public async Task Every_shape_of_error_gives_its_sentence_code_and_field(string body, string code, string field)
    {
        var failure = await FailAsync(422, body);
        Assert.Equal(new SageRemark(field, "Too late.", code, field), Assert.Single(failure.Remarks));
        Assert.Equal("Sage refused it: Too late.", failure.Message);
    }

    [Fact]
    public async Task Several_remarks_are_all_kept_and_a_sentence_is_said_once()
    {
        var body = $"[{One("Too late.", "date")},{One("Too late.", "due_date")},{One("Too long.", "notes")}]";
        var failure = await FailAsync(422, body);
        Assert.Equal(["date", "due_date", "notes"], failure.Remarks.Select(static remark => remark.Field));
        Assert.Equal("Sage refused it: Too late. Too long.", failure.Message);
    }

    [Theory]
    [InlineData("This field is required.", "line_items.currency_tax_amount", "Sage wants a tax amount, and it was missing.")]
    [InlineData("is required", "contact_id", "Sage wants a contact, and it was missing.")]
    [InlineData("must be after the start date", "due_date", "Due date must be after the start date.")]
    [InlineData("has already been taken", "reference", "Reference has already been taken.")]
    [InlineData("is invalid", "tax_number", "VAT number is invalid.")]
    [InlineData("is too long", "main_address.address_line_1", "Street is too long.")]
    [InlineData("is required", "main_contact_person.name", "Sage wants a contact person, and it was missing.")]
    [InlineData("Couldn't find Supplier.", "contact_id", "Sage has no such supplier. A document needs a contact of its own kind.")]
    [InlineData("can't find customer", "contact_id", "Sage has no such customer. A document needs a contact of its own kind.")]
    [InlineData("must be the same", "line_items.eu_goods_services_type", "All lines must be of the same kind: goods, or services.")]
    [InlineData(
        "You cannot add tax, your business is not registered for tax",
        "",
        "This business is not registered for VAT in Sage, so nothing it sells may carry VAT."
    )]
    [InlineData(
        "You cannot edit VAT reconciled transactions.",
        "base",
        "This document is part of a VAT return that has been reconciled in Sage, so it cannot be changed any more."
    )]
    [InlineData(
        "You can only pay unpaid or part-paid invoices.",
        "",
        "Only invoices that are unpaid or partly paid can be paid, and this one is not."
    )]
    [InlineData(
        "You cannot fulfil this invoice as you do not have enough stock.",
        "base",
        "Sage counts fewer of an item than this sells, so nothing was booked. Book the missing stock in first."
    )]
    [InlineData(
        "must be 'Zero Rated' for Customers outside the EU",
        "line_items.tax_rate",
        "Sage wants the zero rate on every line, because the customer is outside the country's VAT area. Another rate was used."
    )]
    [InlineData("", "notes", "Sage gave no reason.")]
    public async Task Known_messages_are_told_in_plain_words(string message, string source, string sentence) =>
        Assert.Equal(sentence, Assert.Single((await FailAsync(422, Remark(message, source))).Remarks).Message);

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null,1,\"x\"]")]
    [InlineData("[{}]")]
    [InlineData("{}")]
    [InlineData("{\"error\":null}")]
    [InlineData("{\"error\":{\"code\":1}}")]
    [InlineData("{\"$diagnoses\":{}}")]
    [InlineData("""[{"$message":null,"$source":7,"$dataCode":{}}]""")]
    [InlineData("[{\"$message\":")]
    public async Task A_body_that_says_nothing_is_told_by_its_status(string body)
    {
        var failure = await FailAsync(422, body);
        Assert.Equal(SageFailureKind.Refused, failure.Kind);
        Assert.Contains("no reason", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SageFailureKind.GrantLost, false)]
    [InlineData(SageFailureKind.NotSignedIn, false)]
    [InlineData(SageFailureKind.SubscriptionEnded, false)]
    [InlineData(SageFailureKind.NotPermitted, false)]
    [InlineData(SageFailureKind.NotFound, false)]
    [InlineData(SageFailureKind.Refused, false)]
    [InlineData(SageFailureKind.TooManyCalls, true)]
    [InlineData(SageFailureKind.AllowanceSpent, true)]
    [InlineData(SageFailureKind.Unavailable, true)]
    [InlineData(SageFailureKind.Unreachable, true)]
    [InlineData(SageFailureKind.TimedOut, true)]
    [InlineData(SageFailureKind.Unreadable, true)]
    public void Every_kind_of_failure_says_whether_it_may_pass(SageFailureKind kind, bool passes) =>
        Assert.Equal(passes, new SageFailure(kind, "").IsTransient);

    private static async Task<SageFailure> FailAsync(int status, string body)
    {
        var books = new Books();
        books.Sage.Then((HttpStatusCode)status, body);
        return Books.Failed(await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct));
    }

    private static string Remark(string message, string source) => $"[{One(message, source)}]";

    private static string One(string message, string source) =>
        $$"""{"$severity":"error","$dataCode":"RecordInvalid","$message":{{JsonSerializer.Serialize(message)}},"$source":"{{source}}"}""";
}
