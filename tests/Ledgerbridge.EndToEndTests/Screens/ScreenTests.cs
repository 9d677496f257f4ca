using Ledgerbridge.EndToEndTests.Browsing;
using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>What is asked of every screen.</summary>
[Collection<ScreenGallery>]
public sealed class ScreenTests(ConnectedProduct product) : BrowserTest(product)
{
    public static TheoryData<string> Names => [.. ScreenList.All.Keys];

    // The tab is opened for the screen, because some are seen by nobody who is signed in.
    protected override bool OpensAtOnce => false;

    protected override bool KeepsTrace => false;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_screen_is_fit_for_everybody_in_light_and_dark_and_from_a_telephone_to_a_wide_window(string name)
    {
        var screen = ScreenList.All[name];
        var person = screen.SignedIn ? App.Demo : null;
        var page = screen.SignsIn ? await OpenWindowAsync(person) : await OpenTabAsync(person, ColorScheme.Dark);
        Watch.MayBeRefused = screen.ShowsRefusal;
        await screen.OpenWholeAsync(page, Product);
        var found = await ScreenCheck.AllAsync(page, name, screen.HasPopup);
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
