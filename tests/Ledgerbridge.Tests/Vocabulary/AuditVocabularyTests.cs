using System.Text.RegularExpressions;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Vocabulary;

/// <summary>The actions that can be written and the actions that are explained are the same.</summary>
public sealed partial class AuditVocabularyTests
{
    private static readonly string[] Words = [.. Enum.GetValues<AuditAction>().Select(static action => action.Text())];

    [Fact]
    public void Every_action_has_its_row_in_the_page_and_every_row_is_an_action() =>
        Assert.Empty(Differences(Words, File.ReadAllText(RepositoryFiles.At("docs", "audit.md"))));

    [Fact]
    public void An_action_without_a_row_and_a_row_without_an_action_are_found()
    {
        const string Page = "| `person.signed_in` | a person signed in |\n| `person.dreamed` | nobody writes this |\n";

        Assert.Equal(["person.dreamed", "person.signed_out"], Differences(["person.signed_in", "person.signed_out"], Page));
    }

    [Fact]
    public void Texts_are_two_words_and_differ()
    {
        Assert.All(Words, static word => Assert.Matches(@"^[a-z_]+\.[a-z_]+$", word));
        Assert.Equal(Words.Length, Words.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("invoice.preview", "invoice.preview")]
    [InlineData("preview", "invoice.preview")]
    [InlineData("settings", "settings.za_defaults")]
    [InlineData("za_defaults", "settings.za_defaults")]
    public void A_filter_finds_an_action_by_its_text_or_one_of_its_words(string filter, string only) =>
        Assert.Equal([only], AuditWords.Matching(filter));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("inv")]
    [InlineData("PREVIEW")]
    [InlineData("invoice.preview ")]
    public void Anything_else_finds_none(string filter) => Assert.Empty(AuditWords.Matching(filter));

    private static string[] Differences(IReadOnlyCollection<string> words, string page)
    {
        var rows = Row().Matches(page).Select(static match => match.Groups["action"].Value).ToHashSet(StringComparer.Ordinal);
        rows.SymmetricExceptWith(words);
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^\| `(?<action>[a-z_]+\.[a-z_]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
