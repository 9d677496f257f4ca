namespace Ledgerbridge.IntegrationTests.World;

/// <summary>Runs one simulation from the command line and says what came of it.</summary>
internal static class SimulationCommand
{
    /// <summary>The argument that makes the program a simulation.</summary>
    public const string Verb = "simulate";

    private const int ComplaintsShown = 60;

    /// <summary>Runs it; 0 when nobody complains.</summary>
    /// <param name="words">What <see cref="SimulationPlan.Read"/> understands.</param>
    /// <param name="output">Where it is told.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output)
    {
        var plan = SimulationPlan.Read(words, FreshSeed());
        await output.WriteLineAsync(plan.Replay);
        await using var world = await Simulation.StartAsync(plan, CancellationToken.None);
        var report = await world.RunAsync(CancellationToken.None);
        foreach (var complaint in report.Complaints.Take(ComplaintsShown))
            await output.WriteLineAsync($"  {complaint}");
        await output.WriteLineAsync(report.ToString());
        return report.Complaints.Count == 0 ? 0 : 1;
    }

    /// <summary>A seed nobody has seen: the time's last digits.</summary>
    public static int FreshSeed() => (int)(TimeProvider.System.GetUtcNow().UtcTicks / TimeSpan.TicksPerMillisecond % int.MaxValue);
}
