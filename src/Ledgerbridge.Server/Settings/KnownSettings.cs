using System.Text.Json;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Settings;

/// <summary>Where a setting belongs.</summary>
internal enum SettingScope
{
    /// <summary>The workspace as a whole.</summary>
    Workspace = 1,

    /// <summary>One person.</summary>
    Personal,

    /// <summary>What Ledgerbridge does by itself.</summary>
    Automation,

    /// <summary>Texts and defaults of documents.</summary>
    Template,

    /// <summary>Who gets in and how.</summary>
    Security,
}

/// <summary>One row of the terms table.</summary>
/// <param name="Days">0 to 365.</param>
/// <param name="Name">What people read.</param>
internal sealed record PaymentTerm(int Days, string Name);

/// <summary>One row of the VAT-rate table.</summary>
/// <param name="Treatment">What the law says.</param>
/// <param name="Percentage">The percentage; 0 for all but the standard treatment.</param>
/// <param name="Name">What people read.</param>
internal sealed record VatRateRow(VatTreatment Treatment, decimal Percentage, string Name);

/// <summary>
/// The settings that Ledgerbridge itself reads: a closed list, each with its type, its rule and what holds while it is not set. Other
/// keys are kept for whoever uses the API and mean nothing to us.
/// </summary>
internal sealed class KnownSetting
{
    private readonly Func<JsonElement, string?> _check;

    private KnownSetting(SettingScope scope, string key, string meaning, Func<JsonElement, string?> check)
    {
        (Scope, Key, Meaning) = (scope, key, meaning);
        _check = check;
    }

    /// <summary>The currency new documents are in while the books' own is not known. <c>ZAR</c>.</summary>
    public static KnownSetting DefaultCurrency { get; } =
        new(
            SettingScope.Workspace,
            "default_currency",
            "Currency of new documents, an ISO 4217 code such as ZAR",
            static value => Currency.TryParse(Text(value), out _) ? null : "The value must be an ISO 4217 code in quotes, such as \"ZAR\"."
        );

    /// <summary>The standard rate of VAT in per cent. 15.</summary>
    public static KnownSetting StandardVatPercentage { get; } =
        new(
            SettingScope.Workspace,
            "standard_vat_percentage",
            "Standard rate of VAT in per cent, such as 15",
            static value => Number(value) is >= 0m and <= 100m ? null : "The value must be a number from 0 to 100, such as 15."
        );

    /// <summary>Days a customer has to pay when nothing else says so. 30.</summary>
    public static KnownSetting PaymentTermsDays { get; } =
        new(
            SettingScope.Workspace,
            "payment_terms_days",
            "Days a customer has to pay, 0 to 365",
            static value =>
                Number(value) is >= 0m and <= 365m and var days && days % 1m == 0m
                    ? null
                    : "The value must be a whole number from 0 to 365."
        );

    /// <summary>The rates people choose from.</summary>
    public static KnownSetting VatRates { get; } =
        new(
            SettingScope.Workspace,
            "vat_rates",
            "The VAT rates people choose from: a list of {treatment, percentage, name}",
            static value => ListOf<VatRateRow>(value, static row => row.Name is { Length: > 0 } && row.Percentage is >= 0m and <= 100m)
        );

    /// <summary>The terms people choose from.</summary>
    public static KnownSetting PaymentTerms { get; } =
        new(
            SettingScope.Workspace,
            "payment_terms",
            "The payment terms people choose from: a list of {days, name}",
            static value => ListOf<PaymentTerm>(value, static row => row.Name is { Length: > 0 } && row.Days is >= 0 and <= 365)
        );

    /// <summary>Sage's id of the tax rate for lines that name none; the books' standard rate while it is not set.</summary>
    public static KnownSetting DefaultTaxRate { get; } =
        new(SettingScope.Workspace, "default_tax_rate_id", "Tax rate of new lines, an id of the business's rates", IdText);

    /// <summary>Sage's id of the account for lines that name none; the first sales account while it is not set.</summary>
    public static KnownSetting DefaultLedgerAccount { get; } =
        new(SettingScope.Workspace, "default_ledger_account_id", "Ledger account of new lines, an id of the business's accounts", IdText);

    /// <summary>Minutes after which the copies of Sage's records are brought into step by themselves; 0 for never. 15.</summary>
    public static KnownSetting SyncEveryMinutes { get; } =
        new(
            SettingScope.Automation,
            "sync_every_minutes",
            "Minutes between two rounds of bringing the copies into step with Sage: 5, 15 or 60, or 0 for never",
            static value => Number(value) is 0m or 5m or 15m or 60m ? null : "The value must be 0, 5, 15 or 60."
        );

    /// <summary>Text put on invoices that bring no notes of their own.</summary>
    public static KnownSetting InvoiceNotes { get; } =
        new(
            SettingScope.Template,
            "invoice_notes",
            "Notes put on invoices that bring none, at most 2 000 characters",
            static value =>
                value.ValueKind == JsonValueKind.String && Text(value).Length <= 2000
                    ? null
                    : "The value must be text of at most 2 000 characters."
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownSetting> All { get; } =
    [
        DefaultCurrency,
        StandardVatPercentage,
        PaymentTermsDays,
        VatRates,
        PaymentTerms,
        DefaultTaxRate,
        DefaultLedgerAccount,
        SyncEveryMinutes,
        InvoiceNotes,
    ];

    /// <summary>Where it belongs.</summary>
    public SettingScope Scope { get; }

    /// <summary>Its key.</summary>
    public string Key { get; }

    /// <summary>What it means, in a line.</summary>
    public string Meaning { get; }

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? Check(JsonElement value) => _check(value);

    private static string? IdText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Text(value) is { Length: > 0 and <= 64 } ? null : "The value must be an id in quotes.";

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static decimal? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static string? ListOf<TRow>(JsonElement value, Func<TRow, bool> isGood)
    {
        const string Wrong = "The value must be a list of rows as the documentation shows, at most 50.";
        try
        {
            var rows = value.Deserialize<List<TRow>>(Hosting.ApiJson.Options);
            return rows is { Count: > 0 and <= 50 } && rows.All(row => row is not null && isGood(row)) ? null : Wrong;
        }
        catch (JsonException)
        {
            return Wrong;
        }
    }
}
