using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>Writing an invoice: what the form understands, what it asks, and how it says what is wrong.</summary>
[Collection<ConnectedBooks>]
public sealed class InvoiceFormTests(ConnectedProduct product) : BrowserTest(product)
{
    private const string Customer = "Baobab Lodge";

    private InvoiceForm Form => new(Page);

    [Fact]
    public async Task Whatever_is_missing_is_said_beside_its_field_and_in_a_list_that_leads_there()
    {
        await Form.OpenAsync();
        await Form.Reference.FillAsync("");
        await Form.PreviewButton.ClickAsync();
        await Expect(Form.Errors).ToBeFocusedAsync();
        await Expect(Form.Errors).ToContainTextAsync("4 things need to be corrected");
        foreach (
            var (field, message) in new[]
            {
                (Form.Customer, "Choose a customer."),
                (Form.Reference, "Reference is missing."),
                (Form.Descriptions, "Description is missing."),
                (Form.UnitPrices, "Unit price is missing."),
            }
        )
        {
            await Expect(field).ToHaveAccessibleDescriptionAsync(message);
            await Form.Errors.GetByRole(AriaRole.Link, new() { Name = message }).ClickAsync();
            await Expect(field).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task What_only_the_server_finds_is_said_beside_its_field_too()
    {
        await Form.OpenAsync();
        await Form.FillAsync(Customer, "FORM-1");
        await Form.Quantities.FillAsync("0.00001");
        await Form.PreviewButton.ClickAsync();
        await Expect(Form.Errors.GetByRole(AriaRole.Link)).ToContainTextAsync("Line 1:");
        await Expect(Form.Quantities).ToHaveAttributeAsync("aria-invalid", "true");
        await Form.Quantities.FillAsync("2");
        await Form.PreviewButton.ClickAsync();
        await Expect(Form.Preview).ToContainTextAsync("R 230.00");
    }

    [Fact]
    public async Task An_ambiguous_number_is_asked_about()
    {
        await Form.OpenAsync();
        await Form.FillAsync(Customer, "FORM-2");
        await Form.UnitPrices.FillAsync("1,234");
        var question = Page.GetByRole(AriaRole.Group, new() { Name = "Which number is meant?" });
        await Expect(question.GetByRole(AriaRole.Button)).ToHaveTextAsync(["1,234.00", "1.234"]);
        await Form.PreviewButton.ClickAsync();
        await Expect(Form.Errors).ToContainTextAsync("Unit price can mean");
        await question.GetByRole(AriaRole.Button, new() { Name = "1,234.00" }).ClickAsync();
        await Expect(question).ToHaveCountAsync(0);
        await Form.PreviewButton.ClickAsync();
        await Expect(Form.Preview).ToContainTextAsync("R 1,419.10");
    }

    [Theory]
    [InlineData("6900")]
    [InlineData("6 900,00")]
    [InlineData("6,900.00")]
    public async Task A_price_is_understood_as_people_write_it(string typed)
    {
        await Form.OpenAsync();
        await Form.FillLineAsync(0, "Six months of bookkeeping", "1", typed);
        await Expect(Page.GetByRole(AriaRole.Table, new() { Name = "Totals" })).ToContainTextAsync("R 7,935.00");
    }

    [Fact]
    public async Task Lines_at_different_rates_are_added_up_by_rate()
    {
        await Form.OpenAsync();
        await Form.FillAsync(Customer, "FORM-3");
        await Form.AddLine.ClickAsync();
        await Form.FillLineAsync(1, "Brown bread", "3", "12.50");
        await Page.GetByLabel("VAT", new() { Exact = true }).Nth(1).SelectOptionAsync("ZA_ZERO");
        await Form.PreviewButton.ClickAsync();
        await Expect(Form.Preview).ToContainTextAsync("Zero-rated");
        await Expect(Form.ConfirmButton).ToHaveTextAsync("Create draft for R 152.50");
    }

    [Fact]
    public async Task Leaving_a_half_written_invoice_asks_and_keeps_it_when_told_to()
    {
        await Form.OpenAsync();
        await Form.FillLineAsync(0, "Half a thought", "1", "10");
        await Navigation.GetByRole(AriaRole.Link, new() { Name = "Contacts" }).ClickAsync();
        var question = Page.GetByRole(AriaRole.Dialog, new() { Name = "Leave this invoice?" });
        await question.GetByRole(AriaRole.Button, new() { Name = "Stay" }).ClickAsync();
        await Expect(Form.Descriptions).ToHaveValueAsync("Half a thought");
        await Navigation.GetByRole(AriaRole.Link, new() { Name = "Contacts" }).ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Keep it and leave" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync("/contacts");
        await Form.OpenAsync();
        await Expect(Form.Descriptions).ToHaveValueAsync("Half a thought");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await Expect(Form.Descriptions).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_end_of_a_session_keeps_what_was_typed()
    {
        var person = await Product.JoinAsync("Lindiwe Moyo", "accountant", Ct);
        var page = await OpenWindowAsync(person);
        var form = new InvoiceForm(page);
        await form.OpenAsync();
        await form.FillAsync(Customer, "FORM-4");
        await EndSessionsAsync(page);
        await form.PreviewButton.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Your session has ended" })).ToBeVisibleAsync();
        await new SignInPage(page).SendAsync(person);
        await Expect(page).ToHaveURLAsync("/invoices/new");
        await Expect(form.Customer).ToHaveValueAsync("Baobab Lodge (Pty) Ltd");
        await Expect(form.Reference).ToHaveValueAsync("FORM-4");
        await Expect(form.UnitPrices).ToHaveValueAsync("100.00");
        await form.PreviewButton.ClickAsync();
        await Expect(form.Preview).ToContainTextAsync("R 115.00");
    }

    /// <summary>The server forgets the session while the browser still has its cookie.</summary>
    private static async Task EndSessionsAsync(IPage page)
    {
        var answer = await page.APIRequest.DeleteAsync("/api/session");
        Assert.True(answer.Ok, $"Ending the session answered {answer.Status}");
        await page.Context.ClearCookiesAsync();
    }
}
