using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>What axe finds on a page.</summary>
internal static class Accessibility
{
    // What is fine is only counted: bringing all of it over takes longer than finding it.
    private const string Run = """
        async ([only, popup]) => {
          const result = await axe.run(document, {
            resultTypes: ['violations'],
            ...(only.length > 0 ? { runOnly: { type: 'rule', values: only } } : {}),
            ...(popup ? { rules: { region: { enabled: false } } } : {}),
          });
          const why = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ');
          return [
            String(result.passes.length),
            ...result.violations.map(
              (one) =>
                `${one.id} (${one.impact}): ${one.help}` + one.nodes.map((node) => `\n    ${node.target}: ${why(node)}`).join(''),
            ),
          ];
        }
        """;

    /// <summary>The rules whose answer depends on colours, and so on the theme; all others ask about what both themes share.</summary>
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Brings axe to the page, once for all looks at it.</summary>
    public static async Task BringAxeAsync(this IPage page)
    {
        // Axe would have to be brought to each frame of its own; the screens have none.
        Assert.Single(page.Frames);
        await page.EvaluateAsync(Script);
    }

    /// <summary>
    /// Each violation of any rule axe has, those of good practice too, with the elements it concerns; nothing when the page is fine.
    /// </summary>
    public static Task<IReadOnlyList<string>> ViolationsAsync(IPage page, bool hasPopup) => RunAsync(page, [], hasPopup);

    /// <summary>Each violation of a rule about colours.</summary>
    public static Task<IReadOnlyList<string>> ColourViolationsAsync(IPage page) => RunAsync(page, Colours, hasPopup: false);

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, string[] only, bool hasPopup)
    {
        var found = await page.EvaluateAsync<string[]>(Run, new object[] { only, hasPopup });
        // A page on which nothing could be looked at would be fine, too.
        Assert.NotEqual("0", found[0]);
        return found[1..];
    }
}
