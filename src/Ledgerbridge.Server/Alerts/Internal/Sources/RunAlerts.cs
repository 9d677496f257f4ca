using System.Globalization;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Server.Alerts.Internal.Sources;

/// <summary>Documents that could not be posted, those of one shop and one reason together.</summary>
internal sealed class RunAlerts(RunHealth runs, StorePlaces stores) : IAlertSource
{
    /// <inheritdoc />
    public AlertKind Kind => AlertKind.Runs;

    /// <inheritdoc />
    public async Task<AlertLook> LookAsync(IReadOnlyList<WorkspaceFacts> workspaces, CancellationToken ct)
    {
        var findings = new List<AlertFinding>();
        foreach (var workspace in workspaces)
        {
            foreach (var failing in await runs.ListAsync(workspace.Id, ct))
            {
                var place = await stores.FindAsync(new StoreKey(workspace.Id, failing.Store), ct);
                findings.Add(Find(workspace, failing, place?.Name ?? "a shop"));
            }
        }
        return new AlertLook(findings);
    }

    private AlertFinding Find(WorkspaceFacts workspace, FailingRuns failing, string shop) =>
        new()
        {
            Workspace = workspace.Id,
            Kind = Kind,
            Subject = $"{failing.Store}:{failing.Cause}",
            Name = shop,
            // Told again at ten, at a hundred, and so on, not with each document.
            Step = failing.Count.ToString(CultureInfo.InvariantCulture).Length,
            Title = failing.Count == 1 ? $"A document of {shop} was not posted" : $"{failing.Count} documents of {shop} were not posted",
            Sentence = $"{failing.Meaning} Everything the shop sent is kept, and nothing was posted twice.",
            NextStep = failing.NextStep,
            Link = $"/runs?store={failing.Store}&status=failed&cause={failing.Cause}",
        };
}
