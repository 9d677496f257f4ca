using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Gathers what a plan decides, and ends it.</summary>
internal sealed class Notes
{
    private readonly List<Decision> _decisions = [];

    /// <summary>What was decided so far.</summary>
    public IReadOnlyList<Decision> Decisions => [.. _decisions];

    /// <summary>Adds a decision.</summary>
    public void Add(string topic, string sentence) => _decisions.Add(new Decision(topic, sentence));

    /// <summary>Ends the plan with a skip.</summary>
    public Plan Skip(SkipReason reason, string? particulars = null) => new Plan.Skipped(reason, particulars ?? reason.Meaning(), Decisions);

    /// <summary>
    /// Ends the plan with a skip, because an invoice was left out; it is planned anew if that goes into the books after all.
    /// </summary>
    public Plan SkipWithInvoice(long invoiceId, string invoiceNumber, SkipReason? reason) =>
        new Plan.Skipped(SkipReason.InvoiceLeftOut, $"Invoice {invoiceNumber} was left out: {reason?.Meaning()}", Decisions)
        {
            With = new AwaitedEntity(StoreEntity.Invoice, invoiceId),
        };

    /// <summary>Ends the plan with a failure. Nothing was posted, and the sentence need not say so.</summary>
    public Plan Fail(FailureCause cause, string sentence) =>
        new Plan.Failed(cause, $"{sentence} Nothing was posted.", cause.NextStep(), Decisions);
}

/// <summary>How figures are said in sentences.</summary>
internal static class Say
{
    /// <summary>An amount with its currency.</summary>
    public static string Amount(Money money) => MoneyText.Screen(money);

    /// <summary>A number without needless noughts.</summary>
    public static string Number(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A percentage, with at most four decimals.</summary>
    public static string Percent(decimal percentage) => $"{percentage.ToString("0.####", CultureInfo.InvariantCulture)} %";

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}

/// <summary>Turns the shop's moments into the merchant's days.</summary>
internal static class MerchantDays
{
    /// <summary>The day in that zone; UTC where the machine does not know the zone, which the settings' check refuses.</summary>
    public static DateOnly DayOf(DateTimeOffset moment, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
    }
}
