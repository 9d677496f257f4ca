using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Pages;

/// <summary>The way to Sage: choosing the country, the sandbox's consent page, choosing the business.</summary>
public sealed class ConnectPages(IPage page)
{
    public ILocator GoToSage => page.GetByTestId("go-to-sage");

    /// <summary>The sandbox's buttons.</summary>
    public ILocator Allow => page.GetByRole(AriaRole.Button, new() { Name = "Allow" });

    public ILocator Refuse => page.GetByRole(AriaRole.Button, new() { Name = "Refuse" });

    /// <summary>The button that chooses a business.</summary>
    public ILocator Choose(string business) => page.GetByRole(AriaRole.Button, new() { Name = $"Choose {business}" });

    /// <summary>From the country to the list of businesses.</summary>
    public async Task WalkAsync()
    {
        await GoToSage.ClickAsync();
        await Allow.ClickAsync();
    }
}
