using System.Text.Json;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.People;

namespace Ledgerbridge.Server.Alerts.Internal.Sources;

/// <summary>Businesses whose copies are not in step with Sage.</summary>
internal sealed class SyncAlerts(SyncHealth copies, TimeProvider time) : IAlertSource
{
    /// <summary>A server that was off finds everything late, and makes up for it first.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    /// <inheritdoc />
    public AlertKind Kind => AlertKind.Sync;

    /// <inheritdoc />
    public async Task<AlertLook> LookAsync(IReadOnlyList<WorkspaceFacts> workspaces, CancellationToken ct)
    {
        if (time.GetUtcNow() - _startedAt < Grace)
            return AlertLook.Unknown;
        var facts = workspaces.ToDictionary(static workspace => workspace.Id);
        var stale = await copies.ListAsync(ct);
        return new AlertLook([.. stale.Where(one => facts.ContainsKey(one.Workspace)).Select(one => Find(one, facts[one.Workspace]))]);
    }

    private AlertFinding Find(StaleCopies stale, WorkspaceFacts workspace)
    {
        var name = stale.BusinessName.Length > 0 ? stale.BusinessName : "a business";
        var since = stale.Since is { } at ? $"since {LocalTime.Words(at, workspace)}" : "since the business was connected";
        return new AlertFinding
        {
            Workspace = stale.Workspace,
            Kind = Kind,
            Subject = stale.BusinessId,
            Name = name,
            Step = 1,
            Title = $"The lists of {name} are not up to date",
            Sentence =
                $"{Words(stale.Resources)} could not be brought into step with Sage {since}. "
                + $"{Reason(stale)}Lists show what was known then.",
            NextStep =
                "Nothing has to be done while Sage or the line is down: it is tried again by itself. Settings, Copies of Sage shows more.",
            Link = "/settings?tab=copies",
        };
    }

    private static string Reason(StaleCopies stale) => stale.Problem.Length > 0 ? $"{stale.Problem} " : "";

    private static string Words(IReadOnlyList<BooksResource> resources)
    {
        string[] words = [.. resources.Select(static one => JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString()).Replace('_', ' '))];
        var all = words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} and {words[^1]}";
        return char.ToUpperInvariant(all[0]) + all[1..];
    }
}
