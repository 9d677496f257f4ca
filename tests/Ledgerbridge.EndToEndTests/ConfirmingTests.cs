using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Pages;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>Confirming makes one invoice, whatever goes wrong on the way, and the screen says truthfully what became of it.</summary>
[Collection<ConnectedBooks>]
public sealed class ConfirmingTests(ConnectedProduct product) : BrowserTest(product)
{
    private const string Confirm = "**/api/sage/sales_invoices";
    private const string AtSage = "/v3.1/sales_invoices";

    /// <summary>Seconds. The server itself waits for 15 before it answers that it goes on by itself.</summary>
    private const int LongerThanTheServerWaits = 16;

    private InvoiceForm Form => new(Page);

    [Fact]
    public async Task A_double_click_makes_one_invoice()
    {
        await PreviewAsync("CONFIRM-1");
        await Form.ConfirmButton.DblClickAsync();
        await SucceedsAsync("CONFIRM-1");
    }

    [Fact]
    public async Task A_reload_while_it_is_being_sent_finds_out_what_became_of_it()
    {
        await PreviewAsync("CONFIRM-2");
        await Product.Sandbox.AddFaultAsync(OnSending("slow") with { DelayMs = 2_000 }, Ct);
        await Form.ConfirmButton.ClickAsync();
        await Expect(Form.Outcome).ToContainTextAsync("Sending to Sage…");
        await Page.WaitForURLAsync("**/invoices/new?confirming=*");
        await Page.ReloadAsync();
        await SucceedsAsync("CONFIRM-2");
    }

    [Fact]
    public async Task While_Sage_is_down_the_invoice_is_kept_and_goes_there_by_itself()
    {
        await PreviewAsync("CONFIRM-3");
        await Product.Sandbox.AddFaultAsync(OnSending("instead") with { Status = 503, RetryAfter = LongerThanTheServerWaits }, Ct);
        var answer = Page.WaitForResponseAsync(response => response.Request.Method == "POST" && response.Status == 202);
        await Form.ConfirmButton.ClickAsync();
        await answer;
        await Expect(Form.Outcome).ToContainTextAsync("Kept, and on its way to Sage");
        await Expect(Form.Outcome).ToContainTextAsync("Next try at");
        await Expect(Page.GetByText("Invoice created successfully")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await SucceedsAsync("CONFIRM-3");
    }

    [Fact]
    public async Task An_answer_that_Sage_loses_is_looked_for_and_not_sent_again()
    {
        await PreviewAsync("CONFIRM-4");
        await Product.Sandbox.AddFaultAsync(OnSending("created_but_500"), Ct);
        await Form.ConfirmButton.ClickAsync();
        await SucceedsAsync("CONFIRM-4");
    }

    [Fact]
    public async Task An_answer_that_never_reaches_the_browser_is_asked_for()
    {
        Watch.Expect("net::ERR_FAILED");
        await PreviewAsync("CONFIRM-5");
        await Page.RouteAsync(
            Confirm,
            async route =>
            {
                if (route.Request.Method == "POST")
                    await route.FetchAsync();
                await route.AbortAsync();
            }
        );
        await Form.ConfirmButton.ClickAsync();
        await SucceedsAsync("CONFIRM-5");
    }

    [Fact]
    public async Task A_confirmation_that_never_reaches_the_server_is_offered_again_and_not_sent_by_itself()
    {
        Watch.Expect("net::ERR_FAILED");
        await PreviewAsync("CONFIRM-6");
        await Page.RouteAsync(Confirm, route => route.AbortAsync());
        await Form.ConfirmButton.ClickAsync();
        await Expect(Form.Outcome).ToContainTextAsync("The confirmation did not arrive");
        await Page.UnrouteAsync(Confirm);
        Assert.Equal(0, await CountAsync("CONFIRM-6"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Confirm now" }).ClickAsync();
        await SucceedsAsync("CONFIRM-6");
    }

    [Fact]
    public async Task What_Sage_refuses_is_explained_and_can_be_corrected()
    {
        await PreviewAsync("CONFIRM-7");
        const string refusal =
            """[{"$severity":"error","$dataCode":"RecordInvalid","$message":"The period is closed.","$source":"date"}]""";
        await Product.Sandbox.AddFaultAsync(OnSending("instead") with { Status = 422, Body = refusal }, Ct);
        await Form.ConfirmButton.ClickAsync();
        await Expect(Form.Outcome).ToContainTextAsync("The invoice was not made");
        await Expect(Form.Outcome).ToContainTextAsync("The period is closed.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Back to the invoice" }).ClickAsync();
        await Expect(Form.Reference).ToHaveValueAsync("CONFIRM-7");
        await Form.PreviewButton.ClickAsync();
        await Form.ConfirmButton.ClickAsync();
        await SucceedsAsync("CONFIRM-7");
    }

    private static SandboxFault OnSending(string kind) =>
        new()
        {
            Kind = kind,
            Method = "POST",
            Path = AtSage,
            Times = 1,
        };

    private async Task PreviewAsync(string reference)
    {
        await Product.Sandbox.ClearFaultsAsync(Ct);
        await Form.PreviewAsync("Baobab Lodge", reference);
    }

    private async Task SucceedsAsync(string reference)
    {
        await Expect(Page.GetByText("Invoice created successfully")).ToBeVisibleAsync();
        await Expect(Form.Outcome).ToContainTextAsync($"with the reference {reference} for R 115.00");
        Assert.Equal(1, await CountAsync(reference));
    }

    private async Task<int> CountAsync(string reference)
    {
        var invoices = await Product.Sandbox.DocumentsAsync(SandboxSeed.KarooTrading, "sales_invoices", Ct);
        return invoices.Count(invoice => (string?)invoice["reference"] == reference);
    }
}
