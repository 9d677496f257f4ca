using System.Globalization;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>How large a simulation is, and the seed that decides all of it.</summary>
/// <param name="Seed">Decides what the shops sell, what arrives when, and what goes wrong where.</param>
/// <param name="Events">How many events the shops tell, repeats included.</param>
/// <param name="Kills">How often the server dies.</param>
/// <param name="Database">Where it keeps its data.</param>
internal sealed record SimulationPlan(int Seed, int Events, int Kills, DatabaseKind Database)
{
    private const int EventsPerRound = 80;

    /// <summary>In how many rounds the events come.</summary>
    public int Rounds => Math.Max(Kills, (Events + EventsPerRound - 1) / EventsPerRound);

    /// <summary>What to type to see the same again.</summary>
    public string Replay =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"dotnet run --project tests/Ledgerbridge.IntegrationTests -c Release -- simulate --seed {Seed} --events {Events} "
        )
        + string.Create(CultureInfo.InvariantCulture, $"--kills {Kills} ")
        + $"--database {Database.ToString().ToLowerInvariant()}";

    /// <summary>The plan that these words name; what is not named is at full size.</summary>
    /// <param name="words"><c>--seed</c>, <c>--events</c>, <c>--kills</c>, <c>--database</c>, each followed by its value.</param>
    /// <param name="freshSeed">The seed when none is named.</param>
    public static SimulationPlan Read(IReadOnlyList<string> words, int freshSeed)
    {
        var plan = new SimulationPlan(freshSeed, 10_000, 50, DatabaseKind.Sqlite);
        for (var at = 0; at + 1 < words.Count; at += 2)
        {
            var value = words[at + 1];
            plan = words[at] switch
            {
                "--seed" => plan with { Seed = Whole(value) },
                "--events" => plan with { Events = Whole(value) },
                "--kills" => plan with { Kills = Whole(value) },
                "--database" => plan with { Database = Enum.Parse<DatabaseKind>(value, ignoreCase: true) },
                _ => throw new ArgumentException($"'{words[at]}' is not understood.", nameof(words)),
            };
        }
        return plan;
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What a simulation came to.</summary>
/// <param name="Plan">What was simulated.</param>
/// <param name="Complaints">What is not as it has to be; none when all is well.</param>
/// <param name="Told">Events that were told, repeats included.</param>
/// <param name="Runs">Runs they became.</param>
/// <param name="Kills">Times the server died.</param>
/// <param name="Reconnects">Times a person had to connect Sage again.</param>
/// <param name="Retried">Failed runs a person sent round again once what they failed of was mended.</param>
/// <param name="Took">How long it took by the machine's clock.</param>
internal sealed record SimulationReport(
    SimulationPlan Plan,
    IReadOnlyList<string> Complaints,
    int Told,
    int Runs,
    int Kills,
    int Reconnects,
    int Retried,
    TimeSpan Took
)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Plan.Seed}, {Plan.Database}: {Told} events told, {Runs} runs, {Kills} kills, {Reconnects} reconnects, "
        )
        + string.Create(
            CultureInfo.InvariantCulture,
            $"{Retried} retried by a person, {Complaints.Count} complaints, {Took.TotalSeconds:0} s"
        );
}
