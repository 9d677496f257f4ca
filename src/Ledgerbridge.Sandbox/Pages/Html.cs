using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Pages;

/// <summary>The frame of the sandbox's pages: no script, no outside resource, light and dark, narrow and wide.</summary>
internal static class Html
{
    /// <summary>The media type of a page.</summary>
    public const string MediaType = "text/html; charset=utf-8";

    private const string Style = """
        :root{color-scheme:light dark;--ground:#fbfaf7;--card:#fff;--ink:#1f2421;--soft:#55605a;--line:#d9dcd6;--accent:#0b6b4f;--on:#fff;--warn:#8a3b12}
        @media (prefers-color-scheme:dark){:root{--ground:#15181a;--card:#1d2124;--ink:#e6e9e7;--soft:#a8b2ad;--line:#343a3d;--accent:#5cc9a4;--on:#0c1512;--warn:#f0a57d}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
        header,main{max-width:72rem;margin:0 auto;padding:1rem}
        header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline}
        header p{margin:0;color:var(--soft)}
        h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
        a{color:var(--accent)}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:.5rem 0}
        nav a{display:inline-block;padding:.3rem .7rem;border:1px solid var(--line);border-radius:1rem;text-decoration:none;background:var(--card)}
        nav a[aria-current]{background:var(--accent);color:var(--on);border-color:var(--accent)}
        .scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
        table{border-collapse:collapse;width:100%}
        th,td{padding:.4rem .7rem;text-align:left;border-bottom:1px solid var(--line);white-space:nowrap}
        tr:last-child td{border-bottom:0}th{font-weight:600;color:var(--soft)}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        tfoot td{font-weight:600}
        .empty{color:var(--soft);margin:.3rem 0}
        .sheet{max-width:34rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem;margin:1rem auto}
        fieldset{border:1px solid var(--line);border-radius:.5rem;margin:1rem 0;padding:.5rem 1rem 1rem}
        legend{padding:0 .4rem;font-weight:600}
        .person{display:grid;grid-template-columns:auto 1fr;gap:0 .6rem;margin:.6rem 0}
        .person div{grid-column:2;color:var(--soft);font-size:.92rem}
        .person ul{margin:.2rem 0;padding-left:1.1rem}
        input[type=radio]{width:1.1rem;height:1.1rem;margin-top:.25rem;accent-color:var(--accent)}
        select{font:inherit;padding:.4rem;width:100%;background:var(--card);color:var(--ink);border:1px solid var(--soft);border-radius:.4rem}
        .buttons{display:flex;flex-wrap:wrap;gap:.75rem}
        button{font:inherit;padding:.55rem 1.4rem;border-radius:.5rem;border:1px solid var(--accent);background:var(--accent);color:var(--on);cursor:pointer}
        button.quiet{background:transparent;color:var(--accent)}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        code{overflow-wrap:anywhere}
        .note{color:var(--soft);font-size:.92rem}.bad{color:var(--warn)}
        """;

    private static readonly string Policy = string.Create(
        CultureInfo.InvariantCulture,
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; frame-ancestors 'none'"
    );

    /// <summary>Text made safe for a page.</summary>
    public static string Safe(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>An amount for people: <c>12 345.60</c>.</summary>
    public static string Money(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(',', '\u00a0');

    /// <summary>Cents for people.</summary>
    public static string Money(long cents) => Money(Amounts.FromMinor(cents));

    /// <summary>A whole page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="body">Its body, safe already.</param>
    public static string Page(string title, string body) =>
        $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Safe(title)}</title>
            <link rel="icon" href="data:,">
            <style>{Style}</style>
            </head>
            <body>
            {body}
            </body>
            </html>
            """;

    /// <summary>A table that scrolls sideways where it is too wide; without rows, a sentence instead.</summary>
    /// <param name="label">What it holds, for screen readers.</param>
    /// <param name="heads">The column heads; a head that starts with <c>#</c> is for numbers.</param>
    /// <param name="rows">The cells, as plain text.</param>
    /// <param name="none">The sentence for no rows.</param>
    /// <param name="foot">The last row, or null.</param>
    public static string Table(string label, string[] heads, IReadOnlyList<string[]> rows, string none, string[]? foot = null)
    {
        if (rows.Count == 0)
            return $"<p class=\"empty\">{Safe(none)}</p>";
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Safe(label)}\"><table><thead><tr>"
        );
        foreach (var head in heads)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(head)}>{Safe(head.TrimStart('#'))}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
            AppendRow(html, heads, row);
        html.Append("</tbody>");
        if (foot is not null)
        {
            html.Append("<tfoot>");
            AppendRow(html, heads, foot);
            html.Append("</tfoot>");
        }
        return html.Append("</table></div>").ToString();
    }

    /// <summary>Headers that keep a page to itself.</summary>
    public static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
    }

    private static void AppendRow(StringBuilder html, string[] heads, string[] row)
    {
        html.Append("<tr>");
        for (var at = 0; at < row.Length; at++)
            html.Append(CultureInfo.InvariantCulture, $"<td{Class(heads[at])}>{Safe(row[at])}</td>");
        html.Append("</tr>");
    }

    private static string Class(string head) => head.StartsWith('#') ? " class=\"n\"" : "";
}
