using System.Text.RegularExpressions;
using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Pages;
using Ledgerbridge.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>The whole main job, from the sign-in screen of an empty workspace to the audit log that tells all of it.</summary>
[Collection<EmptyWorkspace>]
public sealed partial class MainJobTests(EmptyProduct product) : BrowserTest(product)
{
    private const string Business = "Karoo Trading (Pty) Ltd";
    private const string Customer = "Protea Interiors CC";

    protected override bool StartsSignedIn => false;

    [Fact]
    public async Task A_bookkeeper_connects_Sage_writes_invoices_and_finds_all_of_it_in_the_audit_log()
    {
        await Page.GotoAsync("/");
        await new SignInPage(Page).SendAsync(App.Demo!);
        await ConnectAsync();
        await WriteInvoiceAsync("MAIN-1", newCustomer: true);
        await ReleaseAsync("MAIN-1");
        await WriteInvoiceAsync("MAIN-2", newCustomer: false);
        await ReleaseAsync("MAIN-2");
        await VoidAsync();
        await BothAreInTheListAsync();
        await TheAuditLogTellsItAsync();
        var invoices = await Product.Sandbox.DocumentsAsync(SandboxSeed.KarooTrading, "sales_invoices", Ct);
        Assert.Single(invoices, invoice => (string?)invoice["reference"] == "MAIN-1");
        Assert.Single(invoices, invoice => (string?)invoice["reference"] == "MAIN-2");
    }

    private async Task ConnectAsync()
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "First steps" })).ToBeVisibleAsync();
        await Main.GetByRole(AriaRole.Link, new() { Name = "Connect Sage" }).ClickAsync();
        var pages = new ConnectPages(Page);
        await Expect(Page.GetByRole(AriaRole.Radio, new() { Name = "South Africa" })).ToBeCheckedAsync();
        await pages.WalkAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Choose a business" })).ToBeVisibleAsync();
        await pages.Choose(Business).ClickAsync();
        await Expect(Page).ToHaveURLAsync("/invoices");
        await Expect(Page.GetByText($"Sales invoices of {Business}, in ZAR.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Connected");
    }

    private async Task WriteInvoiceAsync(string reference, bool newCustomer)
    {
        var form = new InvoiceForm(Page);
        await Navigation.GetByRole(AriaRole.Link, new() { Name = "Invoices" }).ClickAsync();
        await Main.GetByRole(AriaRole.Link, new() { Name = "New invoice" }).First.ClickAsync();
        if (newCustomer)
            await MakeCustomerAsync(form);
        else
            await form.ChooseCustomerAsync(Customer);
        await form.Reference.FillAsync(reference);
        await form.FillLineAsync(0, "Upholstery of two chairs", "1", "100.00");
        await form.PreviewButton.ClickAsync();
        await Expect(form.Preview).ToContainTextAsync("R 115.00");
        await Expect(form.Preview).ToContainTextAsync(Customer);
        await Expect(form.ConfirmButton).ToHaveTextAsync("Create draft for R 115.00");
        await form.ConfirmButton.ClickAsync();
        await Expect(Page.GetByText("Invoice created successfully")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Open the draft" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"Draft {reference}" })).ToBeVisibleAsync();
    }

    private async Task MakeCustomerAsync(InvoiceForm form)
    {
        await form.Customer.FillAsync(Customer);
        await Page.GetByRole(AriaRole.Button, new() { Name = "New customer" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "New customer" });
        await Expect(dialog.GetByTestId("contact-name")).ToHaveValueAsync(Customer);
        await dialog.GetByLabel("E-mail").FillAsync("accounts@protea.example");
        await dialog.GetByLabel("Street and number").FillAsync("12 Long Street");
        await dialog.GetByLabel("Town").FillAsync("Cape Town");
        await dialog.GetByLabel("Postal code").FillAsync("8001");
        await dialog.GetByTestId("contact-save").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(form.Customer).ToHaveValueAsync(Customer);
    }

    private async Task ReleaseAsync(string reference)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Release" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = $"Release the draft {reference} for R 115.00?" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Release" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Unpaid");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Release", Exact = true })).ToBeHiddenAsync();
    }

    private async Task VoidAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Void" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { NameRegex = VoidQuestion() });
        await dialog.GetByTestId("void-reason").FillAsync("Written twice");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Void it" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Void");
        await Expect(Page.GetByText("Written twice")).ToBeVisibleAsync();
    }

    private async Task BothAreInTheListAsync()
    {
        await Navigation.GetByRole(AriaRole.Link, new() { Name = "Invoices" }).ClickAsync();
        await Page.GetByLabel("Search", new() { Exact = true }).FillAsync("MAIN-");
        var rows = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Customer });
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.Filter(new() { HasText = "MAIN-1" })).ToContainTextAsync("Unpaid");
        await Expect(rows.Filter(new() { HasText = "MAIN-2" })).ToContainTextAsync("Void");
        await Expect(Page).ToHaveURLAsync("/invoices?search=MAIN-");
    }

    private async Task TheAuditLogTellsItAsync()
    {
        await Navigation.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        var rows = Page.GetByRole(AriaRole.Row);
        foreach (
            var (what, times) in new[]
            {
                ("Sage connected", 1),
                ("Business chosen", 1),
                ("Contact created", 1),
                ("Invoice previewed", 2),
                ("Invoice confirmed", 2),
                ("Invoice created", 2),
                ("Invoice released", 2),
                ("Invoice voided", 1),
            }
        )
            await Expect(rows.Filter(new() { Has = Page.GetByRole(AriaRole.Cell, new() { Name = what, Exact = true }) }))
                .ToHaveCountAsync(times);
        await Page.GetByTestId("verify-button").ClickAsync();
        await Expect(Page.GetByText("The log is whole")).ToBeVisibleAsync();
    }

    [GeneratedRegex("^Void SI-[0-9]+ for R 115[.]00[?]$", RegexOptions.None, 1000)]
    private static partial Regex VoidQuestion();
}
