using System.Text.Json;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>The stored words of runs and back.</summary>
internal static class RunWords
{
    private static readonly Dictionary<string, SkipReason> Reasons = Enum.GetValues<SkipReason>()
        .ToDictionary(static reason => reason.Code(), StringComparer.Ordinal);

    private static readonly Dictionary<string, FailureCause> Causes = Enum.GetValues<FailureCause>()
        .ToDictionary(static cause => cause.Code(), StringComparer.Ordinal);

    /// <summary>The reason of a stored word; null for an empty one.</summary>
    public static SkipReason? SkipReasonOf(string code) => Reasons.TryGetValue(code, out var reason) ? reason : null;

    /// <summary>The cause of a stored word; null for an empty or unknown one.</summary>
    public static FailureCause? CauseOf(string? code) => code is not null && Causes.TryGetValue(code, out var cause) ? cause : null;

    /// <summary>What a run waits for, as stored.</summary>
    public static string Text(this AwaitedEntity entity) => $"{entity.Entity}:{entity.Id}";

    /// <summary>Decisions as stored.</summary>
    public static string Write(IReadOnlyList<Decision> decisions) => decisions.Count == 0 ? "" : ApiJson.Text(decisions);

    /// <summary>Stored decisions.</summary>
    public static IReadOnlyList<Decision> Read(string decisions) =>
        decisions.Length == 0 ? [] : JsonSerializer.Deserialize<Decision[]>(decisions, ApiJson.Options)!;

    /// <summary>The state as the API says it.</summary>
    public static string Text(this RunState state) => state.ToString().ToLowerInvariant();
}
