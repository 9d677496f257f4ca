using Ledgerbridge.EndToEndTests.Product;
using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Pages;

/// <summary>The sign-in screen.</summary>
public sealed class SignInPage(IPage page)
{
    public ILocator Email => page.GetByLabel("E-mail", new() { Exact = true });

    public ILocator Password => page.GetByLabel("Password", new() { Exact = true });

    public ILocator Code => page.GetByLabel("Code", new() { Exact = true });

    public ILocator Submit => page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true });

    /// <summary>What the screen says is wrong.</summary>
    public ILocator Alert => page.GetByRole(AriaRole.Alert);

    /// <summary>Types the sign-in and sends it.</summary>
    public async Task SendAsync(PersonSignIn person)
    {
        ArgumentNullException.ThrowIfNull(person);
        await Email.FillAsync(person.Email);
        await Password.FillAsync(person.Password);
        await Submit.ClickAsync();
    }

    /// <summary>Sends the authenticator's code.</summary>
    public async Task SendCodeAsync(string code)
    {
        await Code.FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }
}
