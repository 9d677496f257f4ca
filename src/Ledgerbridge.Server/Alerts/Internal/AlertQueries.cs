using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Which alerts to show, as it stands in the address.</summary>
internal sealed class AlertFilter
{
    private const int LimitMax = 100;
    private const int LimitDefault = 20;

    /// <summary>How many alerts, 1 to 100; 20 when left out.</summary>
    public string? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    public string? After { get; init; }

    /// <summary>The filter as a query, or what is wrong with it.</summary>
    public Result<AlertQuery> ToQuery()
    {
        var fields = new QueryFields();
        var after = default(AlertId?);
        if (After is { Length: > 0 })
        {
            if (AlertId.TryParse(After, out var id))
                after = id;
            else
                fields.Add("after", "is not the end of a page.");
        }
        var query = new AlertQuery(fields.Whole("limit", Limit, LimitDefault, 1, LimitMax), after);
        return fields.Problem is { } problem ? problem : query;
    }
}

/// <summary>Which alerts to read, the newest first.</summary>
/// <param name="Limit">How many.</param>
/// <param name="After">The last one of the page before.</param>
internal sealed record AlertQuery(int Limit, AlertId? After);

/// <summary>Reads alerts for people.</summary>
internal sealed class AlertQueries(Database database)
{
    /// <summary>A page of alerts with their messages.</summary>
    public Task<AlertsResponse> ListAsync(WorkspaceId workspace, AlertQuery query, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            async db =>
            {
                var rows = db.Rows<AlertRow>().AsNoTracking();
                if (query.After is { } after)
                    rows = rows.Where(row => row.Id.CompareTo(after) < 0);
                var found = await rows.OrderByDescending(static row => row.Id).Take(query.Limit + 1).ToListAsync(ct);
                var page = found.Take(query.Limit).ToList();
                AlertId[] ids = [.. page.Select(static row => row.Id)];
                var deliveries = await db.Rows<DeliveryRow>()
                    .AsNoTracking()
                    .Where(row => ids.Contains(row.AlertId))
                    .OrderByDescending(static row => row.Id)
                    .ToListAsync(ct);
                var lasting = await db.Rows<AlertRow>().CountAsync(static row => row.EndedAt == null, ct);
                return new AlertsResponse(
                    [.. page.Select(row => ToResponse(row, deliveries.Where(delivery => delivery.AlertId == row.Id)))],
                    found.Count > query.Limit ? page[^1].Id.Text : null,
                    lasting
                );
            }
        );

    private static AlertResponse ToResponse(AlertRow row, IEnumerable<DeliveryRow> deliveries) =>
        new()
        {
            Id = row.Id.Text,
            Kind = row.Kind,
            Name = row.Name,
            Urgent = row.IsUrgent,
            Title = row.Title,
            Sentence = row.Sentence,
            NextStep = row.NextStep,
            Link = row.Link,
            BeganAt = row.BeganAt,
            ChangedAt = row.ChangedAt,
            EndedAt = row.EndedAt,
            Deliveries = [.. deliveries.Select(ToResponse)],
        };

    private static AlertDeliveryResponse ToResponse(DeliveryRow row) =>
        new()
        {
            Id = row.Id.Text,
            Event = row.Event,
            Way = row.Way,
            Target = row.Target,
            State = row.State,
            Attempts = row.Attempts,
            CreatedAt = row.CreatedAt,
            NextAt = row.DueAt,
            FinishedAt = row.FinishedAt,
            Outcome = row.Outcome,
        };
}
