using System.Globalization;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Completeness.Internal;

/// <summary>The comparison as a file.</summary>
internal static class CompletenessCsv
{
    /// <summary>The heads of the columns.</summary>
    public static readonly string[] Columns =
    [
        "day",
        "currency",
        "vat_treatment",
        "store_count",
        "store_net",
        "store_vat",
        "store_gross",
        "sage_count",
        "sage_net",
        "sage_vat",
        "sage_gross",
        "difference_net",
        "difference_vat",
        "difference_gross",
        "differing_documents",
    ];

    /// <summary>A row with the numbers of its documents that differ.</summary>
    public static string[] Cells(CompletenessRowResponse row, IReadOnlyList<string> differing) =>
        [
            CsvAnswer.Cell(row.Day),
            row.Currency,
            row.Treatment ?? "",
            .. Cells(row.Store),
            .. Cells(row.Sage),
            CsvAnswer.Cell(row.Difference.Net),
            CsvAnswer.Cell(row.Difference.Vat),
            CsvAnswer.Cell(row.Difference.Gross),
            string.Join(' ', differing),
        ];

    private static string[] Cells(SumsResponse sums) =>
        [sums.Count.ToString(CultureInfo.InvariantCulture), CsvAnswer.Cell(sums.Net), CsvAnswer.Cell(sums.Vat), CsvAnswer.Cell(sums.Gross)];
}
