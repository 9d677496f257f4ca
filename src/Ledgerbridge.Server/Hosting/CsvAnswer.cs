using System.Globalization;
using CsvHelper;

namespace Ledgerbridge.Server.Hosting;

/// <summary>Lists as files a spreadsheet opens: UTF-8 with its mark, one line for each, written while they are read.</summary>
internal static class CsvAnswer
{
    /// <summary>Writes a file.</summary>
    public static async Task WriteAsync<TItem>(
        HttpContext http,
        string fileName,
        string[] columns,
        IAsyncEnumerable<TItem> items,
        Func<TItem, string[]> cells,
        CancellationToken ct
    )
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        // A cell that begins like a formula is escaped, so that a spreadsheet shows it instead of running it.
        var options = new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        await using var csv = CsvWriter.Create(http.Response.Body, options, leaveOpen: true);
        await csv.WriteRecordAsync(columns, ct);
        await foreach (var item in items)
            await csv.WriteRecordAsync(cells(item), ct);
    }

    /// <summary>An amount as it was, with a point.</summary>
    public static string Cell(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day as <c>2026-11-21</c>.</summary>
    public static string Cell(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A moment in UTC, to the second.</summary>
    public static string Cell(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";
}
