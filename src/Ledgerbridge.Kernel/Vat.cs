namespace Ledgerbridge.Kernel;

/// <summary>
/// What the law says about a supply. <c>0 %</c> is not one thing: the three treatments that charge nothing are reported
/// in different places and may not be mixed up.
/// </summary>
public enum VatTreatment
{
    /// <summary>Taxed at the rate's percentage, the standard or a reduced one.</summary>
    Standard = 1,

    /// <summary>A taxable supply at 0 %, such as an export or basic food (VAT Act s11). Input tax may be claimed.</summary>
    ZeroRated = 2,

    /// <summary>Not a taxable supply, such as interest or residential rent (VAT Act s12).</summary>
    Exempt = 3,

    /// <summary>Outside the tax altogether: not a supply, or the business is no vendor.</summary>
    OutOfScope = 4,
}

/// <summary>
/// A rate of VAT: the treatment first, the percentage second. Only <see cref="VatTreatment.Standard"/> has one above zero. The default
/// value is no rate and throws when it is used, so that a forgotten rate never passes for one that charges nothing.
/// </summary>
public readonly record struct VatRate
{
    private readonly VatTreatment _treatment;
    private readonly decimal _percentage;

    private VatRate(VatTreatment treatment, decimal percentage)
    {
        _treatment = treatment;
        _percentage = percentage;
    }

    /// <summary>The treatment the rate stands for.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which was never set.</exception>
    public VatTreatment Treatment => IsDefault ? throw NeverSet() : _treatment;

    /// <summary>The percentage, such as 15 for 15 %; 0 for every treatment but the standard one.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which was never set.</exception>
    public decimal Percentage => IsDefault ? throw NeverSet() : _percentage;

    /// <summary>A taxed supply at a percentage above 0 and up to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The percentage is 0 or less, or above 100: nought per cent needs a treatment of its own.
    /// </exception>
    public static VatRate Standard(decimal percentage) =>
        percentage is > 0m and <= 100m
            ? new VatRate(VatTreatment.Standard, percentage)
            : throw new ArgumentOutOfRangeException(nameof(percentage), percentage, "A taxed rate is above 0 and at most 100.");

    /// <summary>A taxable supply at 0 %.</summary>
    public static VatRate ZeroRated { get; } = new(VatTreatment.ZeroRated, 0m);

    /// <summary>An exempt supply.</summary>
    public static VatRate Exempt { get; } = new(VatTreatment.Exempt, 0m);

    /// <summary>Outside the scope of the tax.</summary>
    public static VatRate OutOfScope { get; } = new(VatTreatment.OutOfScope, 0m);

    /// <summary>The VAT to add to a price without VAT, rounded half away from zero to the cent (VAT Act s66).</summary>
    public Money OnExclusive(Money net) => (net * Percentage / 100m).Round(Rounding.HalfAwayFromZero);

    /// <summary>
    /// The VAT inside a price with VAT, by the exact tax fraction (15/115 at 15 %, not 0,13043) and rounded half away from zero.
    /// </summary>
    public Money InInclusive(Money gross) => (gross * Percentage / (100m + Percentage)).Round(Rounding.HalfAwayFromZero);

    /// <summary>For people who read logs and test output: <c>Standard 15 %</c>, <c>ZeroRated</c>.</summary>
    public override string ToString() =>
        IsDefault ? "(no rate)"
        : _treatment == VatTreatment.Standard ? $"{_treatment} {_percentage} %"
        : $"{_treatment}";

    private bool IsDefault => _treatment == default;

    private static InvalidOperationException NeverSet() => new("This rate of VAT was never set.");
}
