using Ledgerbridge.EndToEndTests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>What leaves the screens as a file.</summary>
[Collection<ConnectedBooks>]
public sealed class FileTests(ConnectedProduct product) : BrowserTest(product)
{
    private const string Fetched = """
        async (address) => {
          const answer = await fetch(address);
          const bytes = new Uint8Array(await answer.arrayBuffer());
          const text = (part) => String.fromCharCode(...part).trim();
          return [answer.headers.get('content-type'), text(bytes.slice(0, 5)), text(bytes.slice(-6))];
        }
        """;

    [Fact]
    public async Task The_exported_audit_log_holds_what_the_screen_shows_with_its_filter()
    {
        const string Filter = "action=settings.za_defaults";
        var shown = await Product.Api.GetAsync($"/api/sage/audit-logs?{Filter}", Ct);
        var entries = shown.GetProperty("logs").EnumerateArray().ToArray();
        Assert.NotEmpty(entries);
        await Page.GotoAsync($"/audit?{Filter}");
        var link = Page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" });
        await Expect(Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row)).ToHaveCountAsync(entries.Length + 1);

        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());

        Assert.Equal("audit-log.csv", download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!, Ct);
        // Spreadsheets take a file for UTF-8 only when it says so at its beginning.
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("number,at_utc,who,action,status,target_kind,target_id,summary,entry_id", lines[0]);
        Assert.Equal(entries.Length, lines.Length - 1);
        foreach (var (line, entry) in lines[1..].Zip(entries))
        {
            Assert.StartsWith($"{entry.GetProperty("seq").GetInt64()},", line, StringComparison.Ordinal);
            Assert.Contains(",settings.za_defaults,success,", line, StringComparison.Ordinal);
            Assert.Contains(entry.GetProperty("summary").GetString()!, line, StringComparison.Ordinal);
            Assert.EndsWith($",{entry.GetProperty("id").GetString()}", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_PDF_of_an_invoice_is_one()
    {
        var list = await Product.Api.GetAsync("/api/sage/sales_invoices?status=unpaid&items_per_page=1", Ct);
        await Page.GotoAsync($"/invoices/{list.GetProperty("$items")[0].GetProperty("id").GetString()}");
        var link = Page.GetByRole(AriaRole.Link, new() { Name = "PDF" });
        await Expect(link).ToHaveAttributeAsync("target", "_blank");
        var address = await link.GetAttributeAsync("href");

        var got = await Page.EvaluateAsync<string[]>(Fetched, address);

        Assert.Equal(["application/pdf", "%PDF-", "%%EOF"], got);
    }
}
