using System.Text;
using System.Text.Json;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>Which page of a list is asked for, clamped as Sage does: beyond the end the last page comes again.</summary>
internal sealed record PageOf(string Collection, int Total, int Page, int ItemsPerPage)
{
    /// <summary>How many items stand before this page.</summary>
    public int Offset => (Page - 1) * ItemsPerPage;

    private int Pages => Math.Max(1, (Total + ItemsPerPage - 1) / ItemsPerPage);

    public static PageOf From(ApiQuery query, string collection, int total)
    {
        // Out-of-range sizes are an assumption: the nearest allowed size is taken.
        var size = Math.Clamp(query.Whole("items_per_page", 20), 1, 200);
        var page = new PageOf(collection, total, 1, size);
        return page with { Page = Math.Clamp(query.Whole("page", 1), 1, page.Pages) };
    }

    /// <summary>Writes the envelope around the items.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="kept">Filters that stay in the links, ready to append; empty for none.</param>
    /// <param name="items">Writes the items.</param>
    public void Write(Utf8JsonWriter writer, string kept, Action<Utf8JsonWriter> items)
    {
        writer.WriteStartObject();
        writer.WriteNumber("$total", Total);
        writer.WriteNumber("$page", Page);
        writer.WriteString("$next", Page < Pages ? Link(Page + 1, kept) : null);
        writer.WriteString("$back", Page > 1 ? Link(Page - 1, kept) : null);
        writer.WriteNumber("$itemsPerPage", ItemsPerPage);
        writer.WriteStartArray("$items");
        items(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The filters of a query as they are appended to a link.</summary>
    public static string Kept(ApiQuery query, bool keep)
    {
        if (!keep)
            return "";
        var kept = new StringBuilder();
        foreach (var name in query.Names.Where(static name => name is not ("page" or "items_per_page")))
            kept.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(query.Text(name) ?? ""));
        return kept.ToString();
    }

    private string Link(int page, string kept) => $"/{Collection}?page={page}&items_per_page={ItemsPerPage}{kept}";
}
