using System.Reflection;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class QuirkTests
{
    private static readonly string[] Proved =
    [
        .. typeof(QuirkTests)
            .Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods())
            .Where(static method => method.GetCustomAttributes<FactAttribute>().Any())
            .SelectMany(static method => method.GetCustomAttributes<SandboxQuirkAttribute>())
            .Select(static quirk => quirk.Id)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_quirk_has_a_test_and_every_test_names_a_quirk_that_exists()
    {
        var listed = SandboxQuirks.Load().Select(static quirk => quirk.Id).Order(StringComparer.Ordinal);
        Assert.Equal(listed, Proved);
    }

    [Fact]
    public void Ids_count_up_without_gaps_and_every_entry_is_filled_in()
    {
        var quirks = SandboxQuirks.Load();
        Assert.Equal(
            Enumerable.Range(1, quirks.Count).Select(static number => $"SAGE-{number:d2}"),
            quirks.Select(static quirk => quirk.Id)
        );
        Assert.All(quirks, static quirk => Assert.Contains(quirk.Confidence, SandboxQuirks.Confidences.Select(static one => one.Word)));
        Assert.All(
            quirks,
            static quirk =>
                Assert.All([quirk.Title, quirk.What, quirk.Evidence, quirk.Sandbox, quirk.Client], static text => Assert.NotEmpty(text))
        );
    }

    [Fact]
    public void Every_deviation_from_the_description_is_a_quirk()
    {
        var listed = SandboxQuirks.Load().Select(static quirk => quirk.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(SageDescriptionDeviations.All, deviation => Assert.Contains(deviation.Quirk, listed));
    }

    [Fact]
    public void The_page_about_quirks_is_what_the_contract_says()
    {
        var file = RepositoryFiles.At("docs", "sage-quirks.md");
        var page = SandboxQuirks.Page(SandboxQuirks.Load());
        if (Environment.GetEnvironmentVariable("LEDGERBRIDGE_WRITE_DOCS") == "1")
            File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("quirks:\n  - id: SAGE-01\n")]
    [InlineData(
        "quirks:\n  - id: A\n    title: \"b\"\n    what: \"c\"\n    confidence: d\n    evidence: \"e\"\n    client: \"g\"\n    "
            + "sandbox: \"f\"\n"
    )]
    public void A_file_of_another_form_is_refused(string yaml) => Assert.Throws<FormatException>(() => SandboxQuirks.Parse(yaml));
}
