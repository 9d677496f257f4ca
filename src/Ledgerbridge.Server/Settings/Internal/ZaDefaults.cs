using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Settings.Internal;

/// <summary>South Africa as it starts: rand, 15 % (VAT Act s7 since 1 April 2018), 30 days, the four treatments, the usual terms.</summary>
internal static class ZaDefaults
{
    private static readonly int[] TermDays = [0, 7, 30, 60, 90];

    public static IReadOnlyList<(KnownSetting Setting, string Value)> Values { get; } =
    [
        (KnownSetting.DefaultCurrency, "\"ZAR\""),
        (KnownSetting.StandardVatPercentage, "15"),
        (KnownSetting.PaymentTermsDays, "30"),
        (
            KnownSetting.VatRates,
            ApiJson.Text<VatRateRow[]>([
                new VatRateRow(VatTreatment.Standard, 15m, "Standard rate 15 %"),
                new VatRateRow(VatTreatment.ZeroRated, 0m, "Zero-rated"),
                new VatRateRow(VatTreatment.Exempt, 0m, "Exempt"),
                new VatRateRow(VatTreatment.OutOfScope, 0m, "Outside VAT"),
            ])
        ),
        (
            KnownSetting.PaymentTerms,
            ApiJson.Text(TermDays.Select(static days => new PaymentTerm(days, days == 0 ? "On receipt" : $"{days} days")))
        ),
    ];
}
