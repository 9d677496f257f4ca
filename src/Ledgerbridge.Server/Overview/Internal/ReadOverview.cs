using Ledgerbridge.Sage;
using Ledgerbridge.Server.Completeness;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Server.Overview.Internal;

/// <summary>How a workspace stands, from what is kept here; asks nobody outside.</summary>
internal sealed class ReadOverview(
    Workspaces workspaces,
    Businesses businesses,
    ConnectionHealth connections,
    StoreHealth stores,
    RunTallies runs,
    CopyFigures copies,
    CompletenessCheck completeness,
    SageGateway gateway,
    TimeProvider time
)
{
    private const int Days = 30;
    private const int ComparedDays = 7;

    /// <summary>So many of the newest documents of all shops together are compared.</summary>
    private const int ComparedMax = 1_000;

    /// <summary>Reads it.</summary>
    public async Task<OverviewResponse> RunAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var facts = await workspaces.GetAsync(workspace, ct);
        var today = facts.Today(time);
        var current = await businesses.FindCurrentKeyAsync(workspace, ct);
        var grants = await connections.ListAsync(workspace, ct);
        var shops = await stores.ListAsync(workspace, ct);
        var tally = await runs.CountAsync(
            workspace,
            [.. shops.Select(static shop => shop.Store.Store)],
            BeginOf(today, facts.TimeZone),
            ct
        );
        var standings = current is null ? [] : await copies.StandingsAsync(current, ct);
        var known = new KnownState
        {
            Connections =
            [
                .. grants.Where(grant =>
                    grant.Id == current?.Connection || shops.Any(shop => shop.Books.Connection == grant.Id) || grants.Count == 1
                ),
            ],
            Stores = shops,
            Runs = tally,
            Copies = standings,
            Differing = await DifferingAsync(shops, today, ct),
            OldDrafts = current is null ? 0 : await copies.CountDraftsAsync(current, today.AddDays(-Needs.DraftDays), ct),
        };
        var business = await BusinessAsync(current, grants, ct);
        return new OverviewResponse
        {
            Today = today,
            Steps = await StepsAsync(current, grants, shops, ct),
            Needs = Needs.Of(known),
            Business = business,
            Figures = new OverviewFiguresResponse(
                tally.SyncedSince,
                tally.Open,
                tally.Failed.Sum(static failed => failed.Runs),
                current is null ? null : gateway.Budget.Left(current.BusinessId).LeftToday
            ),
            Series = current is null ? [] : await SeriesAsync(current, business?.Currency ?? "", today, ct),
            Resources =
            [
                .. standings.Select(static one => new OverviewResourceResponse(one.Resource, one.State, one.FreshAt, one.Problem)),
            ],
            Stores =
            [
                .. shops.Select(static shop => new OverviewStoreResponse(
                    shop.Store.Store.Text,
                    shop.BaseUrl,
                    shop.Status,
                    shop.Counts.Open,
                    shop.Counts.FailedLately,
                    shop.Counts.LastFinishedAt
                )),
            ],
        };
    }

    private async Task<OverviewBusinessResponse?> BusinessAsync(
        BooksKey? current,
        IReadOnlyList<ConnectionSummary> grants,
        CancellationToken ct
    )
    {
        if (current is null || grants.FirstOrDefault(grant => grant.Id == current.Connection) is not { } grant)
            return null;
        var standing = await businesses.StandingAsync(current, ct);
        return new OverviewBusinessResponse(
            standing.Name,
            standing.Currency,
            grant.Status,
            grant.Status == ConnectionStatus.Active ? grant.DaysLeft : null,
            grant.RenewedAt
        );
    }

    private async Task<IReadOnlyList<StepResponse>> StepsAsync(
        BooksKey? current,
        IReadOnlyList<ConnectionSummary> grants,
        IReadOnlyList<StoreStanding> shops,
        CancellationToken ct
    )
    {
        StepResponse[] steps =
        [
            new(StepKind.ConnectSage, grants.Any(static grant => grant.Status != ConnectionStatus.Disconnected)),
            new(StepKind.ChooseBusiness, current is not null),
            new(StepKind.BringDocuments, shops.Count > 0 || (current is not null && await copies.HasInvoicesAsync(current, ct))),
        ];
        return Array.TrueForAll(steps, static step => step.Done) ? [] : steps;
    }

    private async Task<IReadOnlyDictionary<StoreId, int>> DifferingAsync(
        IReadOnlyList<StoreStanding> shops,
        DateOnly today,
        CancellationToken ct
    )
    {
        var differing = new Dictionary<StoreId, int>();
        foreach (var shop in shops)
        {
            var most = ComparedMax / shops.Count;
            differing[shop.Store.Store] = await completeness.CountAsync(
                shop.Store,
                shop.Books,
                today.AddDays(1 - ComparedDays),
                today.AddDays(1),
                most,
                ct
            );
        }
        return differing;
    }

    private async Task<IReadOnlyList<OverviewSeriesResponse>> SeriesAsync(
        BooksKey key,
        string ownCurrency,
        DateOnly today,
        CancellationToken ct
    )
    {
        var from = today.AddDays(1 - Days);
        var invoices = await copies.DaysAsync(key, BooksResource.SalesInvoices, from, today, ct);
        var notes = await copies.DaysAsync(key, BooksResource.SalesCreditNotes, from, today, ct);
        var booked = invoices
            .Concat(notes.Select(static day => day with { Gross = -day.Gross }))
            .Where(static day => day.Currency.Length > 0);
        return
        [
            .. booked
                .GroupBy(static day => day.Currency)
                .Select(currency => SeriesOf(currency.Key, [.. currency], from))
                .OrderByDescending(series => series.Currency == ownCurrency)
                .ThenByDescending(static series => series.Documents)
                .ThenBy(static series => series.Currency, StringComparer.Ordinal),
        ];
    }

    private static OverviewSeriesResponse SeriesOf(string currency, IReadOnlyList<CopyDay> booked, DateOnly from) =>
        new(
            currency,
            booked.Sum(static day => day.Documents),
            booked.Sum(static day => day.Gross),
            [
                .. Enumerable
                    .Range(0, Days)
                    .Select(from.AddDays)
                    .Select(day => new OverviewDayResponse(
                        day,
                        booked.Where(one => one.On == day).Sum(static one => one.Documents),
                        booked.Where(one => one.On == day).Sum(static one => one.Gross)
                    )),
            ]
        );

    private static DateTimeOffset BeginOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
