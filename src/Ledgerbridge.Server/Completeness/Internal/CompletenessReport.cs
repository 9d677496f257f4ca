using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Completeness.Internal;

/// <summary>Adds compared documents up, for people: a function of them.</summary>
/// <param name="Place">The shop.</param>
/// <param name="Period">The days.</param>
/// <param name="Documents">The documents, newest first.</param>
/// <param name="Unread">Runs whose document was never read, newest first.</param>
/// <param name="FreshAt">How fresh Sage's side is.</param>
internal sealed record CompletenessReport(
    StorePlace Place,
    Period Period,
    IReadOnlyList<Compared> Documents,
    IReadOnlyList<SoldRun> Unread,
    DateTimeOffset? FreshAt
)
{
    private const int DifferencesMax = 500;

    private IEnumerable<Compared> Counted => Documents.Where(static document => !document.IsLeftOut);

    private IEnumerable<Compared> Differing => Documents.Where(static document => document.Cause is not null);

    /// <summary>The report as the API tells it.</summary>
    public CompletenessResponse ToResponse()
    {
        var differing = Differing.Count() + Unread.Count;
        return new CompletenessResponse
        {
            StoreId = Place.Store.Store.Text,
            StoreName = Place.Name,
            From = Period.FromOn,
            To = Period.ToOn,
            Complete = differing == 0,
            Sentence = Sentence(differing),
            FreshAt = FreshAt,
            Totals = [.. Totals()],
            Rows = [.. Rows()],
            Differing = differing,
            Differences = [.. Unread.Select(ToResponse).Concat(Differing.Select(ToResponse)).Take(DifferencesMax)],
            LeftOut = [.. LeftOut()],
        };
    }

    /// <summary>One row for each day, currency and treatment, newest day first.</summary>
    public IEnumerable<CompletenessRowResponse> Rows() =>
        Counted
            .SelectMany(static document =>
                document
                    .Store.Select(part => (document, part, IsStore: true))
                    .Concat(document.Sage.Select(part => (document, part, IsStore: false)))
            )
            .GroupBy(static entry => (entry.document.Sold.DatedOn, entry.document.Currency, entry.part.Treatment))
            .OrderByDescending(static group => group.Key.DatedOn)
            .ThenBy(static group => group.Key.Currency, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Treatment ?? (VatTreatment)int.MaxValue)
            .Select(static group =>
            {
                var currency = Currency.Parse(group.Key.Currency);
                var store = Sums(group.Where(static entry => entry.IsStore).Select(static e => (e.document, e.part)), currency);
                var sage = Sums(group.Where(static entry => !entry.IsStore).Select(static e => (e.document, e.part)), currency);
                return new CompletenessRowResponse(
                    group.Key.DatedOn,
                    group.Key.Currency,
                    Word(group.Key.Treatment),
                    store,
                    sage,
                    Rest(store, sage, currency)
                );
            });

    /// <summary>The numbers of the documents of a row that differ.</summary>
    public IReadOnlyList<string> DifferingIn(CompletenessRowResponse row) =>
        [
            .. Differing
                .Where(document => document.Sold.DatedOn == row.Day && document.Currency == row.Currency)
                .Where(document => document.Store.Concat(document.Sage).Any(part => Word(part.Treatment) == row.Treatment))
                .Select(static document => document.Sold.Figures.Number),
        ];

    private IEnumerable<CompletenessTotalResponse> Totals() =>
        Counted
            .GroupBy(static document => document.Currency)
            .OrderByDescending(static group => group.Count())
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group =>
            {
                var currency = Currency.Parse(group.Key);
                var store = Sums(group.SelectMany(static d => d.Store.Select(part => (d, part))), currency);
                var sage = Sums(group.SelectMany(static d => d.Sage.Select(part => (d, part))), currency);
                return new CompletenessTotalResponse(group.Key, store, sage, Rest(store, sage, currency));
            });

    private IEnumerable<LeftOutResponse> LeftOut() =>
        Documents
            .Where(static document => document.IsLeftOut)
            .GroupBy(static document => (document.SkipReason, document.Currency))
            .OrderBy(static group => group.Key.SkipReason, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Currency, StringComparer.Ordinal)
            .Select(static group => new LeftOutResponse(
                group.Key.SkipReason,
                Enum.GetValues<SkipReason>().Where(reason => reason.Code() == group.Key.SkipReason).Select(SkipReasons.Meaning).First(),
                group.Key.Currency,
                Sums(group.SelectMany(static d => d.Store.Select(part => (d, part))), Currency.Parse(group.Key.Currency))
            ));

    private string Sentence(int differing)
    {
        var (all, leftOut) = (Documents.Count + Unread.Count, Documents.Count(static document => document.IsLeftOut));
        var days = Period.Words();
        if (all == 0)
            return $"The shop told of no invoice and no credit memo dated {days}.";
        var rest = leftOut switch
        {
            0 => "",
            1 => " One was left out on purpose.",
            _ => $" {leftOut} were left out on purpose.",
        };
        var counted = all - leftOut;
        return (counted, differing) switch
        {
            (0, _) => $"Everything dated {days} was left out on purpose.",
            (1, 0) => $"The one document dated {days} is in Sage to the cent.{rest}",
            (_, 0) => $"All {counted} documents dated {days} are in Sage to the cent.{rest}",
            (1, _) => $"The one document dated {days} differs.{rest}",
            (_, 1) => $"One of {counted} documents dated {days} differs.{rest}",
            _ => $"{differing} of {counted} documents dated {days} differ.{rest}",
        };
    }

    private static CompletenessDifferenceResponse ToResponse(Compared document)
    {
        var currency = document.Sold.Figures.Gross.Currency;
        var (store, sage) = (document.Store.Sum(static part => part.Gross), document.Sage.Sum(static part => part.Gross));
        var cause = document.Cause!.Value;
        var isRuns = cause is DifferenceCause.Failed or DifferenceCause.Waiting;
        return new CompletenessDifferenceResponse
        {
            EntityType = document.Sold.Event.Entity().Text(),
            EntityId = document.Sold.EntityId,
            Number = document.Sold.Figures.Number,
            RunId = document.Run?.Id.Text,
            Day = document.Sold.DatedOn,
            Currency = currency.Code,
            StoreGross = new Money(store, currency).Amount,
            SageGross = new Money(sage, currency).Amount,
            Difference = new Money(store - sage, currency).Amount,
            Cause = cause,
            Sentence = isRuns && document.Run is { Sentence.Length: > 0 } run ? run.Sentence : cause.Sentence(),
            NextStep = isRuns && document.Run is { NextStep.Length: > 0 } told ? told.NextStep : cause.NextStep(),
            SageId = document.SageId.Length > 0 ? document.SageId : null,
            SageNumber = document.SageNumber.Length > 0 ? document.SageNumber : null,
        };
    }

    private static CompletenessDifferenceResponse ToResponse(SoldRun run)
    {
        var cause = run.State == RunState.Failed ? DifferenceCause.Failed : DifferenceCause.Waiting;
        return new CompletenessDifferenceResponse
        {
            EntityType = run.Event.Entity().Text(),
            EntityId = run.EntityId,
            Number = run.Number,
            RunId = run.Id.Text,
            Day = null,
            Currency = null,
            StoreGross = null,
            SageGross = null,
            Difference = null,
            SageId = null,
            SageNumber = null,
            Cause = cause,
            Sentence = run.Sentence.Length > 0 ? run.Sentence : cause.Sentence(),
            NextStep = run.NextStep.Length > 0 ? run.NextStep : cause.NextStep(),
        };
    }

    private static string? Word(VatTreatment? treatment) => treatment is { } known ? QueryFields.Word(known) : null;

    private static SumsResponse Sums(IEnumerable<(Compared Document, Part Part)> entries, Currency currency)
    {
        var all = entries.ToList();
        var (net, vat) = (all.Sum(static entry => entry.Part.Net), all.Sum(static entry => entry.Part.Vat));
        return new SumsResponse(
            all.Select(static entry => entry.Document).Distinct(ReferenceEqualityComparer.Instance).Count(),
            new Money(net, currency).Amount,
            new Money(vat, currency).Amount,
            new Money(net + vat, currency).Amount
        );
    }

    private static RestResponse Rest(SumsResponse store, SumsResponse sage, Currency currency) =>
        new(
            new Money(store.Net - sage.Net, currency).Amount,
            new Money(store.Vat - sage.Vat, currency).Amount,
            new Money(store.Gross - sage.Gross, currency).Amount
        );
}
