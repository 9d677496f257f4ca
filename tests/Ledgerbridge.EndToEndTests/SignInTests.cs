using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Pages;
using Ledgerbridge.EndToEndTests.Product;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>Coming in, and being kept out.</summary>
[Collection<ConnectedBooks>]
public sealed class SignInTests(ConnectedProduct product) : BrowserTest(product)
{
    private const int AttemptsBeforeWaiting = 5;

    protected override bool StartsSignedIn => false;

    [Fact]
    public async Task Signing_in_leads_to_the_screen_that_was_asked_for()
    {
        await Page.GotoAsync("/audit?status=success");
        await new SignInPage(Page).SendAsync(App.Demo!);
        await Expect(Page).ToHaveURLAsync("/audit?status=success");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Audit");
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_to_go_back_to()
    {
        await Page.GotoAsync("/invoices");
        await new SignInPage(Page).SendAsync(App.Demo!);
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Page.GetByTestId("person-menu").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Expect(new SignInPage(Page).Submit).ToBeVisibleAsync();
        await Page.GoBackAsync();
        await Expect(new SignInPage(Page).Submit).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Table)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_guesses_has_to_wait_after_five_attempts_and_nobody_else_does()
    {
        var screen = new SignInPage(Page);
        var guess = new PersonSignIn("guessed@ledgerbridge.example", "a guess");
        await Page.GotoAsync("/sign-in");
        for (var attempt = 0; attempt < AttemptsBeforeWaiting; attempt++)
        {
            var answered = Page.WaitForResponseAsync(static response => response.Request.Method == "POST");
            await screen.SendAsync(guess);
            Assert.Equal(401, (await answered).Status);
        }
        await Expect(screen.Alert).ToContainTextAsync("The e-mail address or the password is wrong.");
        await screen.SendAsync(guess);
        await Expect(screen.Alert).ToContainTextAsync("Too many attempts. Try again in 15 minutes");
        await screen.SendAsync(App.Demo!);
        await Expect(Page).ToHaveURLAsync("/");
    }

    [Fact]
    public async Task With_the_authenticator_app_on_the_password_alone_is_not_enough()
    {
        var person = await Product.JoinAsync("Zanele Khumalo", "accountant", Ct);
        var screen = new SignInPage(Page);
        await Page.GotoAsync("/settings?tab=account");
        await screen.SendAsync(person);
        var app = await TurnOnAsync();
        await Page.GetByTestId("person-menu").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await screen.SendAsync(person);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Enter the code" })).ToBeVisibleAsync();
        await screen.SendCodeAsync("000000");
        await Expect(screen.Alert.First).ToContainTextAsync("code");
        await Expect(Navigation).ToHaveCountAsync(0);
        await screen.SendCodeAsync(app.NextCode);
        await Expect(Navigation).ToBeVisibleAsync();
    }

    /// <summary>Turns it on as a person does, with the key that the screen shows.</summary>
    private async Task<AuthenticatorApp> TurnOnAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "QR code for your authenticator app" })).ToBeVisibleAsync();
        var app = new AuthenticatorApp(await Page.GetByTestId("two-factor-key").InnerTextAsync(), TimeProvider.System);
        await Page.GetByLabel("Code your app shows now").FillAsync(app.Code);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
        await Expect(Page.GetByTestId("shown-once")).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("Code to turn it off")).ToBeVisibleAsync();
        return app;
    }
}
