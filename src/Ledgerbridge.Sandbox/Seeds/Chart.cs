using System.Globalization;

namespace Ledgerbridge.Sandbox.Seeds;

/// <summary>One account of the chart every business starts with.</summary>
/// <param name="Code">Its nominal code.</param>
/// <param name="Name">Its name, with the local name of tax filled in.</param>
/// <param name="Type">Its ledger account type.</param>
/// <param name="Control">What Sage uses it for itself, or null.</param>
/// <param name="VisibleIn">Where it can be chosen.</param>
internal sealed record ChartAccount(int Code, string Name, string Type, string? Control, IReadOnlyList<string> VisibleIn);

/// <summary>The chart of accounts of a small trading business.</summary>
internal static class Chart
{
    private const string Lines = """
        0030|Office Equipment|FIXED_ASSETS||expenses other_payments journals
        0040|Furniture and Fixtures|FIXED_ASSETS||expenses other_payments journals
        1001|Stock|CURRENT_ASSETS|STOCK|journals
        1100|Trade Debtors|CURRENT_ASSETS|DEBTORS|
        1200|Bank Account|BANK|BANK|banking journals
        1210|Cash|BANK|CASH|banking journals
        2100|Trade Creditors|CURRENT_LIABILITY|CREDITORS|
        2200|{tax} on Sales|CURRENT_LIABILITY|OUTPUT_TAX|journals
        2201|{tax} on Purchases|CURRENT_LIABILITY|INPUT_TAX|journals
        2202|{tax} Liability|CURRENT_LIABILITY|TAX_LIABILITY|journals other_payments other_receipts
        2300|Loans|FUTURE_LIABILITY||journals other_payments other_receipts
        3000|Owner's Equity|EQUITY||journals other_payments other_receipts
        3200|Retained Earnings|EQUITY|RETAINED_EARNINGS|journals
        4000|Sales - Products|SALES|SALES|sales other_receipts journals
        4010|Sales - Services|SALES|SERVICE_SALES|sales other_receipts journals
        4020|Sales - Export|SALES||sales other_receipts journals
        4200|Other Income|OTHER_INCOME|OTHER_INCOME|sales other_receipts journals
        4910|Carriage on Sales|SALES|CARRIAGE|sales other_receipts journals
        4920|Discounts Allowed|SALES|SALES_DISCOUNT|sales journals
        5000|Cost of Sales - Goods|DIRECT_EXPENSES|PURCHASES|expenses other_payments journals
        5010|Cost of Sales - Services|DIRECT_EXPENSES||expenses other_payments journals
        5020|Carriage on Purchases|DIRECT_EXPENSES||expenses other_payments journals
        5030|Discounts Received|DIRECT_EXPENSES|PURCHASE_DISCOUNT|expenses journals
        7000|Wages and Salaries|OVERHEADS||expenses other_payments journals
        7100|Rent|OVERHEADS||expenses other_payments journals
        7200|Electricity|OVERHEADS||expenses other_payments journals
        7400|Travel|OVERHEADS||expenses other_payments journals
        7500|Office Costs|OVERHEADS||expenses other_payments journals
        7550|Telephone and Internet|OVERHEADS||expenses other_payments journals
        7900|Bank Charges|OVERHEADS|BANK_CHARGES|expenses other_payments journals
        7905|Exchange Rate Gains and Losses|OVERHEADS|EXCHANGE|journals
        8000|Depreciation|DEPRECIATION||journals
        9998|Suspense|CURRENT_LIABILITY|SUSPENSE|journals
        """;

    /// <summary>The accounts, by nominal code.</summary>
    /// <param name="taxName">What tax is called there.</param>
    public static IEnumerable<ChartAccount> For(string taxName) =>
        Lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line =>
            {
                var parts = line.Trim().Split('|');
                return new ChartAccount(
                    int.Parse(parts[0], CultureInfo.InvariantCulture),
                    parts[1].Replace("{tax}", taxName, StringComparison.Ordinal),
                    parts[2],
                    parts[3].Length == 0 ? null : parts[3],
                    parts[4].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                );
            });
}
