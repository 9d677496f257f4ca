using System.Text.Json;
using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Pages;
using Ledgerbridge.EndToEndTests.Product;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>Every screen of connected books, each in the states in which it looks different.</summary>
internal static class ScreenList
{
    private const string Customer = "Baobab Lodge";

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, Screen> All { get; } =
        Doors()
            .Concat(Sage())
            .Concat(Invoices())
            .Concat(BooksScreens.All())
            .Concat(StoreScreens.All())
            .Concat(Rest())
            .ToDictionary(static screen => screen.Name);

    private static IEnumerable<Screen> Doors() =>
        [
            new("sign-in", At("/sign-in")) { SignedIn = false },
            new("sign-in-after-the-session-ended", At("/sign-in?ended=true&then=%2Finvoices")) { SignedIn = false },
            new("sign-in-refused", RefuseSignInAsync) { SignedIn = false, ShowsRefusal = true },
            new("join", JoinAsync) { SignedIn = false },
            new("join-with-an-old-link", At("/join#gone")) { SignedIn = false, ShowsRefusal = true },
            new("problems", At("/docs/problems")) { SignedIn = false },
            new("page-not-found", At("/nowhere")) { SignedIn = false },
            new("answer-from-Sage-refused", At("/auth/callback?state=forged&code=forged")) { ShowsRefusal = true },
        ];

    private static IEnumerable<Screen> Sage() =>
        [
            new("connect", At("/connect")),
            new("choose-business", At("/connect/business")),
            new("business-switcher", Pressing("/invoices", page => page.GetByTestId("business-switcher"), AriaRole.Menu))
            {
                HasPopup = true,
            },
            new("settings-connection", At("/settings")),
            new(
                "disconnect",
                Pressing("/settings", page => page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }), AriaRole.Dialog)
            ),
        ];

    private static IEnumerable<Screen> Invoices() =>
        [
            new("invoices", At("/invoices")),
            new("invoices-nothing-fits", At("/invoices?search=nobody-wrote-this")),
            new("invoice", OpenInvoiceAsync("draft")),
            new("invoice-void", OpenInvoiceAsync("void")),
            new("invoice-release", InvoiceDialogAsync("Release")),
            new("invoice-void-dialog", OpenVoidDialogAsync),
            new("invoice-unknown", At("/invoices/0123456789abcdef0123456789abcdef")) { ShowsRefusal = true },
            new("new-invoice", At("/invoices/new")),
            new("new-invoice-with-errors", ShowErrorsAsync),
            new("new-invoice-customer-list", OpenCustomersAsync) { HasPopup = true },
            new("new-invoice-new-customer", OpenNewCustomerAsync),
            new("new-invoice-calendar", OpenCalendarAsync) { HasPopup = true },
            new("new-invoice-leaving", LeaveAsync),
            new("invoice-preview", (page, _) => new InvoiceForm(page).PreviewAsync(Customer, "GALLERY-1")),
            new("invoice-created", CreateAsync),
        ];

    private static IEnumerable<Screen> Rest() =>
        [
            new("audit", At("/audit")),
            new("audit-nothing-fits", At("/audit?action=person.removed")),
            new("audit-entry", OpenEntryAsync),
            new("audit-verified", VerifyAsync),
            new("settings-invoices", At("/settings?tab=invoices")),
            new("settings-people", At("/settings?tab=people")),
            new("settings-keys", At("/settings?tab=keys")),
            new("settings-alerts", At("/settings?tab=alerts")),
            new("settings-alerts-tried", TryAlertsAsync),
            new("settings-account", At("/settings?tab=account")),
            new("settings-authenticator", SetUpAuthenticatorAsync),
            new("person-menu", Pressing("/invoices", page => page.GetByTestId("person-menu"), AriaRole.Menu)) { HasPopup = true },
            new("command-palette", OpenPaletteAsync),
        ];

    private static Func<IPage, RunningProduct, Task> At(string path) => (page, _) => page.GotoAsync(path);

    private static Func<IPage, RunningProduct, Task> Pressing(string path, Func<IPage, ILocator> button, AriaRole opens) =>
        async (page, _) =>
        {
            await page.GotoAsync(path);
            await button(page).First.ClickAsync();
            await Expect(page.GetByRole(opens)).ToBeVisibleAsync();
        };

    private static async Task RefuseSignInAsync(IPage page, RunningProduct product)
    {
        await page.GotoAsync("/sign-in");
        var screen = new SignInPage(page);
        await screen.SendAsync(new PersonSignIn("nobody@ledgerbridge.example", "not the password"));
        await Expect(screen.Alert.First).ToBeVisibleAsync();
    }

    private static async Task JoinAsync(IPage page, RunningProduct product)
    {
        var link = await product.InviteAsync("gallery@ledgerbridge.example", "accountant", CancellationToken.None);
        await page.GotoAsync(link);
        await Expect(page.GetByLabel("Your name")).ToBeVisibleAsync();
    }

    private static Func<IPage, RunningProduct, Task> OpenInvoiceAsync(string status) =>
        async (page, product) =>
        {
            var list = await product.Api.GetAsync($"/api/sage/sales_invoices?status={status}&items_per_page=1", CancellationToken.None);
            await page.GotoAsync($"/invoices/{list.GetProperty("$items")[0].GetProperty("id").GetString()}");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Where it stands" })).ToBeVisibleAsync();
        };

    private static Func<IPage, RunningProduct, Task> InvoiceDialogAsync(string button) =>
        async (page, product) =>
        {
            await OpenInvoiceAsync("draft")(page, product);
            await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        };

    private static async Task OpenVoidDialogAsync(IPage page, RunningProduct product)
    {
        await OpenInvoiceAsync("unpaid")(page, product);
        await page.GetByTestId("more-actions").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Void" }).ClickAsync();
        await Expect(page.GetByTestId("void-reason")).ToBeFocusedAsync();
    }

    private static async Task ShowErrorsAsync(IPage page, RunningProduct product)
    {
        var form = new InvoiceForm(page);
        await form.OpenAsync();
        await form.PreviewButton.ClickAsync();
        await Expect(form.Errors).ToBeVisibleAsync();
    }

    private static async Task OpenCustomersAsync(IPage page, RunningProduct product)
    {
        var form = new InvoiceForm(page);
        await form.OpenAsync();
        await form.Customer.ClickAsync();
        await Expect(form.Customers.First).ToBeVisibleAsync();
    }

    private static async Task OpenNewCustomerAsync(IPage page, RunningProduct product)
    {
        await OpenCustomersAsync(page, product);
        await page.GetByRole(AriaRole.Button, new() { Name = "New customer" }).ClickAsync();
        await Expect(page.GetByTestId("contact-name")).ToBeFocusedAsync();
    }

    private static async Task OpenCalendarAsync(IPage page, RunningProduct product)
    {
        await new InvoiceForm(page).OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Date: choose from a calendar", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Grid).Or(page.GetByRole(AriaRole.Table)).First).ToBeVisibleAsync();
    }

    private static async Task LeaveAsync(IPage page, RunningProduct product)
    {
        var form = new InvoiceForm(page);
        await form.OpenAsync();
        await form.FillLineAsync(0, "Half written", "1", "10");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Leave this invoice?" })).ToBeVisibleAsync();
    }

    private static async Task CreateAsync(IPage page, RunningProduct product)
    {
        var form = new InvoiceForm(page);
        await form.PreviewAsync(Customer, "GALLERY-2");
        await form.ConfirmButton.ClickAsync();
        await Expect(form.Outcome).ToContainTextAsync("Invoice created successfully");
    }

    private static async Task OpenEntryAsync(IPage page, RunningProduct product)
    {
        var logs = await product.Api.GetAsync("/api/sage/audit-logs?limit=50", CancellationToken.None);
        var entry = logs.GetProperty("logs").EnumerateArray().First(HasMuchToTell).GetProperty("id").GetString();
        await page.GotoAsync($"/audit?entry={entry}");
        await Expect(page.GetByTestId("audit-entry")).ToBeVisibleAsync();
    }

    private static bool HasMuchToTell(JsonElement log) => log.GetProperty("action").GetString() == "settings.za_defaults";

    private static async Task VerifyAsync(IPage page, RunningProduct product)
    {
        await page.GotoAsync("/audit");
        await page.GetByTestId("verify-button").ClickAsync();
        await Expect(page.GetByText("The log is whole")).ToBeVisibleAsync();
    }

    private static async Task SetUpAuthenticatorAsync(IPage page, RunningProduct product)
    {
        await page.GotoAsync("/settings?tab=account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
        await Expect(page.GetByTestId("two-factor-key")).ToBeVisibleAsync();
    }

    /// <summary>Nobody listens at the webhook's address, and the embedded default writes mails as files: one of each outcome.</summary>
    private static async Task TryAlertsAsync(IPage page, RunningProduct product)
    {
        await page.GotoAsync("/settings?tab=alerts");
        await page.GetByLabel("E-mail addresses").FillAsync("thandi@example.co.za");
        await page.GetByLabel("Webhook address").FillAsync("http://127.0.0.1:1/");
        await page.GetByLabel("From").FillAsync("22:00");
        await page.GetByLabel("Until").FillAsync("06:00");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true });
        if (await save.IsEnabledAsync())
            await save.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "What came of the test" })).ToContainTextAsync("mail folder");
    }

    private static async Task OpenPaletteAsync(IPage page, RunningProduct product)
    {
        await page.GotoAsync("/invoices");
        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
    }
}
