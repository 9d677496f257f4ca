namespace Ledgerbridge.Tests.Repository;

public sealed class RuleTests
{
    private static readonly IReadOnlyList<Rule> All =
    [
        .. LayoutRules.All,
        .. LeftoverRules.All,
        .. CallRules.All,
        .. NamingRules.All,
        .. ShapeRules.All,
        .. FileRules.All,
        .. ProjectRules.All,
        .. FeatureRules.All,
    ];

    public static TheoryData<string> Names => [.. All.Select(static rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_repository_keeps_each_rule(string name)
    {
        var offences = Named(name).Find(Checkout.Files).ToArray();

        Assert.True(offences.Length == 0, string.Join('\n', offences.AsEnumerable()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_rule_reports_its_planted_offenders(string name)
    {
        var rule = Named(name);

        Assert.NotEmpty(rule.Offenders);
        Assert.All(rule.Offenders, planted => Assert.NotEmpty(rule.Find(planted)));
        Assert.All(rule.Offenders, planted => Assert.Subset(PathsOf(planted), PathsOf(rule.Find(planted))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_rule_leaves_its_innocents_alone(string name)
    {
        var rule = Named(name);

        Assert.NotEmpty(rule.Innocents);
        Assert.All(rule.Innocents, planted => Assert.Empty(rule.Find(planted)));
    }

    [Fact]
    public void The_files_of_the_repository_are_found()
    {
        Assert.Contains(Checkout.Files, static file => file.Path == "src/Ledgerbridge.Kernel/Money.cs" && file.IsCSharp);
        Assert.Contains(Checkout.Files, static file => file.Path == "BannedSymbols.txt");
    }

    private static Rule Named(string name) => All.Single(rule => rule.Name == name);

    private static HashSet<string> PathsOf(IEnumerable<RepositoryFile> files) => [.. files.Select(static file => file.Path)];

    private static HashSet<string> PathsOf(IEnumerable<Offence> offences) => [.. offences.Select(static offence => offence.Path)];
}
