namespace Ledgerbridge.Tests.Kernel;

public sealed class CaseTableTests
{
    [Fact]
    public void A_row_is_read_by_the_heads_of_its_columns()
    {
        var row = Assert.Single(CaseTable.Read("net | parts\n 1 000.50 | 1,2 "));

        Assert.Equal(1000.50m, row.Number("net"));
        Assert.Equal([1m, 2m], row.Numbers("parts"));
    }

    [Theory]
    [InlineData("net | vat")]
    [InlineData("net | vat\n1.00")]
    public void A_table_without_cases_or_with_a_missing_cell_is_refused(string table) =>
        Assert.Throws<FormatException>(() => CaseTable.Read(table));

    [Fact]
    public void A_table_of_a_page_is_found_by_its_first_head()
    {
        const string Page = "Words.\n\n| A | B |\n| --- | ---: |\n| 1 | `2` |\n\nMore.\n\n| C |\n| --- |\n| 3 |\n";

        Assert.Equal("2", Assert.Single(CaseTable.FromMarkdown(Page, "A"))["B"]);
        Assert.Throws<FormatException>(() => CaseTable.FromMarkdown(Page, "B"));
    }
}
