using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.People;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Alerts.Internal.Sources;

/// <summary>Connections that end because nobody could renew them, and those that have ended.</summary>
internal sealed class ConnectionAlerts(ConnectionHealth health, IOptions<ConnectionsOptions> options, TimeProvider time) : IAlertSource
{
    private const int DeadStep = 4;

    /// <summary>So many days before the end people are told, once each; the place in the list is the step.</summary>
    private static readonly int[] DaysAhead = [14, 7, 2];

    /// <summary>A renewal that is due comes round every hour; only one that has not worked for a day is anybody's business.</summary>
    private static readonly TimeSpan RenewalPatience = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public AlertKind Kind => AlertKind.Connection;

    /// <inheritdoc />
    public async Task<AlertLook> LookAsync(IReadOnlyList<WorkspaceFacts> workspaces, CancellationToken ct)
    {
        var facts = workspaces.ToDictionary(static workspace => workspace.Id);
        var findings = new List<AlertFinding>();
        foreach (var connection in await health.ListAsync(ct))
        {
            if (facts.TryGetValue(connection.Workspace, out var workspace) && Find(connection, workspace) is { } finding)
                findings.Add(finding);
        }
        return new AlertLook(findings);
    }

    private AlertFinding? Find(ConnectionSummary connection, WorkspaceFacts workspace)
    {
        var name = $"Sage ({SageRegions.Find(connection.Country)?.Name ?? connection.Country})";
        if (connection.Status == ConnectionStatus.ReconnectNeeded)
        {
            return new AlertFinding
            {
                Workspace = connection.Workspace,
                Kind = Kind,
                Subject = connection.Id.Text,
                Name = name,
                Step = DeadStep,
                IsUrgent = true,
                Title = $"{name} has to be connected again",
                Sentence = connection.Problem ?? "Sage no longer accepts this connection.",
                NextStep = "An Accountant or Owner connects Sage again. Documents that wait are posted by themselves after that.",
                Link = "/connect",
            };
        }
        var isOverdue = time.GetUtcNow() - connection.RenewedAt > options.Value.RenewAfter + RenewalPatience;
        var step = Array.FindLastIndex(DaysAhead, days => connection.DaysLeft <= days) + 1;
        if (connection.Status != ConnectionStatus.Active || !isOverdue || step == 0)
            return null;
        var days = connection.DaysLeft == 1 ? "1 day" : $"{connection.DaysLeft} days";
        return new AlertFinding
        {
            Workspace = connection.Workspace,
            Kind = Kind,
            Subject = connection.Id.Text,
            Name = name,
            Step = step,
            Title = $"The connection to {name} ends in {days}",
            Sentence =
                $"It could not be renewed since {LocalTime.Words(connection.RenewedAt, workspace)}. It still works, and nothing is lost; "
                + "without a renewal Sage ends it.",
            NextStep = "An Accountant or Owner opens Connect and renews it, or connects Sage again. Ledgerbridge goes on trying by itself.",
            Link = "/connect",
        };
    }
}
