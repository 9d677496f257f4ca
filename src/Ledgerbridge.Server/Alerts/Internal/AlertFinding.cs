using Ledgerbridge.Server.People;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Something that is wrong now.</summary>
internal sealed record AlertFinding
{
    public required WorkspaceId Workspace { get; init; }

    public required AlertKind Kind { get; init; }

    /// <summary>What it is about; of one kind and subject there is one alert while it lasts.</summary>
    public required string Subject { get; init; }

    /// <summary>What people call that.</summary>
    public required string Name { get; init; }

    /// <summary>How bad it is, from 1; people are told again when it grows.</summary>
    public required int Step { get; init; }

    /// <summary>True when it does not wait for quiet hours to end.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>In a few words, without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>What happened and what was kept. Times in it stand still, so that it changes only when something has.</summary>
    public required string Sentence { get; init; }

    /// <summary>Who does what about it, and what happens then.</summary>
    public required string NextStep { get; init; }

    /// <summary>The page of the app where that is done.</summary>
    public required string Link { get; init; }
}

/// <summary>What looking for one kind of thing came to.</summary>
/// <param name="Findings">All that is wrong now in the workspaces that were looked at.</param>
/// <param name="Looked">Those workspaces; null for all. Of others it is not known, so their alerts stay as they are.</param>
internal sealed record AlertLook(IReadOnlyList<AlertFinding> Findings, IReadOnlySet<WorkspaceId>? Looked = null)
{
    /// <summary>Nothing is known yet.</summary>
    public static AlertLook Unknown { get; } = new([], new HashSet<WorkspaceId>());

    /// <summary>True when an alert without a finding in that workspace is over.</summary>
    public bool Covers(WorkspaceId workspace) => Looked?.Contains(workspace) != false;
}

/// <summary>Looks for one kind of thing that people should know, in all workspaces.</summary>
internal interface IAlertSource
{
    /// <summary>What it looks for.</summary>
    AlertKind Kind { get; }

    /// <summary>Looks now.</summary>
    Task<AlertLook> LookAsync(IReadOnlyList<WorkspaceFacts> workspaces, CancellationToken ct);
}

/// <summary>A moment in the words of a workspace.</summary>
internal static class LocalTime
{
    /// <summary>Day and time by the workspace's clock.</summary>
    public static string Words(DateTimeOffset at, WorkspaceFacts workspace) =>
        $"{TimeZoneInfo.ConvertTime(at, workspace.TimeZone):d MMM yyyy, HH:mm}";
}
