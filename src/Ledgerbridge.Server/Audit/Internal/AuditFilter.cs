using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Audit.Internal;

/// <summary>The filters of the list and of its export, as they stand in the address.</summary>
internal sealed class AuditFilter
{
    private const int LimitMax = 500;
    private const int LimitDefault = 50;

    /// <summary>How many entries, 1 to 500; 50 when left out.</summary>
    public string? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    public string? Before { get; init; }

    /// <summary>An action such as <c>invoice.preview</c>, or one of its words such as <c>preview</c>.</summary>
    public string? Action { get; init; }

    /// <summary><c>preview</c>, <c>confirmed</c>, <c>success</c> or <c>failure</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The id of a person or key.</summary>
    public string? Actor { get; init; }

    /// <summary>From this moment or day on (UTC).</summary>
    public string? From { get; init; }

    /// <summary>Before this moment or day (UTC).</summary>
    public string? Until { get; init; }

    /// <summary>The filters as a query, or what is wrong with them.</summary>
    public Result<AuditQuery> ToQuery()
    {
        var fields = new QueryFields();
        var actions = Action is { Length: > 0 } ? AuditWords.Matching(Action) : null;
        if (actions is { Count: 0 })
            fields.Add("action", "is none of the actions that are written. See /docs/audit.");
        var query = new AuditQuery
        {
            Limit = fields.Whole("limit", Limit, LimitDefault, 1, LimitMax),
            Before = fields.Long("before", Before, 1, long.MaxValue),
            Actions = actions,
            Status = fields.Choice<AuditStatus>("status", Status),
            ActorId = fields.Text("actor", Actor) is { Length: > 0 } actor ? actor : null,
            From = fields.Moment("from", From),
            Until = fields.Moment("until", Until),
        };
        return fields.Problem is { } problem ? problem : query;
    }
}
