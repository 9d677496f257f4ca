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

    private static readonly string Style = ReadStyle();

    private static readonly string Policy = string.Create(
        CultureInfo.InvariantCulture,
        $"default-src 'none'; img-src data:; style-src 'sha256-{StyleHash()}'; base-uri 'none'; frame-ancestors 'none'"
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

    private static string StyleHash() => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private static string ReadStyle()
    {
        using var stream = typeof(Html).Assembly.GetManifestResourceStream("Ledgerbridge.Sandbox.Pages.page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
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
