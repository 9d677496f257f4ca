using System.Net;
using System.Text;
using Ledgerbridge.Server.Hosting.Internal;

namespace Ledgerbridge.Server.Hosting;

/// <summary>
/// A page in words for a browser that came from elsewhere and cannot be answered by the web app: what happened, and where to go on. Works
/// without any script, in light and dark.
/// </summary>
internal static class Pages
{
    /// <summary>The page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">Its HTTP status.</param>
    /// <param name="heading">What happened, in a few words.</param>
    /// <param name="sentences">What it means and what to do.</param>
    /// <param name="linkText">What the one link says.</param>
    /// <param name="link">Where it goes, a path of ours.</param>
    /// <param name="newTab">True for a page that stands in another site's frame, where nothing of ours but itself may be shown.</param>
    public static IResult Page(
        HttpContext context,
        int status,
        string heading,
        IEnumerable<string> sentences,
        string linkText,
        string link,
        bool newTab = false
    )
    {
        var html = new StringBuilder();
        html.Append(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
        );
        html.Append("<link rel=\"icon\" href=\"/favicon.svg\">");
        html.Append("<title>").Append(Text(heading)).Append(" · Ledgerbridge</title>");
        html.Append("<style nonce=\"")
            .Append(SecurityHeaders.NonceOf(context))
            .Append("\">")
            .Append(Style)
            .Append("</style></head><body><main><h1>");
        html.Append(Text(heading)).Append("</h1>");
        foreach (var sentence in sentences)
            html.Append("<p>").Append(Text(sentence)).Append("</p>");
        var target = newTab ? "\" target=\"_blank\" rel=\"noopener\">" : "\">";
        html.Append("<p><a href=\"").Append(Text(link)).Append(target).Append(Text(linkText)).Append("</a></p></main></body></html>");
        return Results.Content(html.ToString(), "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    private const string Style =
        ":root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f6f7f6,#161917);"
        + "color:light-dark(#1c211e,#e8ece9)}main{max-width:34rem;margin:12vh auto;padding:2rem;border-radius:8px;"
        + "background:light-dark(#fff,#1f2421)}h1{font-size:1.4rem;margin:0 0 1rem}"
        + "a{color:light-dark(#0b6b3a,#6fd39b);font-weight:600}";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
