using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>What axe finds on a page: every rule it has, those of good practice too.</summary>
internal static class Accessibility
{
    private const string Region = "region";

    /// <summary>Each violation with the elements it concerns; nothing when the page is fine.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, bool hasPopup = false)
    {
        var result = await page.RunAxe(OptionsFor(hasPopup));
        // A page on which nothing could be looked at would be fine, too.
        Assert.NotEmpty(result.Passes);
        return [.. result.Violations.Select(Describe)];
    }

    // What is fine is told by one element each, which is enough and much faster to bring over.
    private static AxeRunOptions OptionsFor(bool hasPopup) =>
        new() { ResultTypes = [ResultType.Violations], Rules = hasPopup ? new() { [Region] = new RuleOptions { Enabled = false } } : [] };

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {violation.Help}"
        + string.Concat(
            violation.Nodes.Select(static node =>
                $"{Environment.NewLine}    {node.Target}: {string.Join("; ", ChecksOf(node).Select(static check => check.Message))}"
            )
        );

    private static IEnumerable<AxeResultCheck> ChecksOf(AxeResultNode node) => [.. node.Any, .. node.All, .. node.None];
}
