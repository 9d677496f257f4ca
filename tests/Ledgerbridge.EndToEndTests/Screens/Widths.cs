using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>Whether a page fits the window's width, so that nobody has to scroll sideways to read a line.</summary>
internal static class Widths
{
    // What sticks out of the window is found even where it is cut off and no scroll bar shows. What lies inside a part that scrolls by
    // itself is that part's affair; such a part is meant for figures and code.
    private const string Overhang = """
        () => {
          const width = document.documentElement.clientWidth;
          const found = [];
          const wide = document.documentElement.scrollWidth;
          if (wide > width) found.push(`the page itself is ${wide} px wide`);
          const scrolls = (element) => {
            for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
              if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return true;
            return false;
          };
          for (const element of document.body.querySelectorAll('*')) {
            const box = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || style.clipPath !== 'none') continue;
            if ((box.right > width + 1 || box.left < -1) && !scrolls(element))
              found.push(
                `${element.tagName.toLowerCase()}.${element.className} from ${box.left} to ${box.right}: ` +
                  element.textContent.slice(0, 60),
              );
          }
          return found.slice(0, 10);
        }
        """;

    /// <summary>What sticks out at this width; nothing when everything fits.</summary>
    public static async Task<IReadOnlyList<string>> OverhangAsync(IPage page, int width)
    {
        await page.WidenAsync(width);
        return await page.EvaluateAsync<string[]>(Overhang);
    }
}
