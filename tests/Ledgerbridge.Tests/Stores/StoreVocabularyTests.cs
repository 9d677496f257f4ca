using System.Text.RegularExpressions;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Stores;

/// <summary>The words that can occur and the words that are explained in <c>docs/store-ledger/words.md</c> are the same.</summary>
public sealed partial class StoreVocabularyTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFiles.At("docs", "store-ledger", "words.md"));

    public static TheoryData<string> Lists => [.. Words.Keys];

    private static Dictionary<string, string[]> Words { get; } =
        new()
        {
            ["Events"] = [.. Enum.GetValues<EventName>().Select(static name => name.Text())],
            ["Why something is left out"] = [.. Enum.GetValues<SkipReason>().Select(static reason => reason.Code())],
            ["Classes of failures"] = [.. Enum.GetValues<FailureClass>().Select(static kind => kind.Code())],
            ["Causes of failures"] = [.. Enum.GetValues<FailureCause>().Select(static cause => cause.Code())],
            ["What other settings would change"] = [.. Enum.GetValues<ChangeKind>().Select(static kind => kind.Code())],
        };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_word_has_its_row_and_every_row_is_a_word(string list) => Assert.Empty(Differences(list, Words[list], Page));

    [Fact]
    public void A_word_without_a_row_and_a_row_without_a_word_are_found()
    {
        const string Planted =
            "## Events\n\n| `invoice.created` | an invoice |\n| `invoice.dreamed` | nobody sends this |\n\n## Other\n\n| `x` | y |\n";
        Assert.Equal(["invoice.dreamed", "invoice.paid"], Differences("Events", ["invoice.created", "invoice.paid"], Planted));
    }

    [Fact]
    public void Every_reason_and_cause_says_what_it_means_in_a_sentence()
    {
        Assert.All(Enum.GetValues<SkipReason>(), static reason => Assert.EndsWith(".", reason.Meaning()));
        Assert.All(Enum.GetValues<FailureCause>(), static cause => Assert.EndsWith(".", cause.Meaning()));
        Assert.All(Enum.GetValues<FailureCause>(), static cause => Assert.EndsWith(".", cause.NextStep()));
    }

    [Fact]
    public void The_page_says_of_each_cause_its_class() =>
        Assert.All(
            Enum.GetValues<FailureCause>(),
            static cause => Assert.Contains($"| `{cause.Code()}` | `{cause.Class().Code()}` |", Page)
        );

    [Fact]
    public void Every_class_has_a_cause() =>
        Assert.Equal(
            Enum.GetValues<FailureClass>(),
            Enum.GetValues<FailureCause>().Select(static cause => cause.Class()).Distinct().Order()
        );

    [Fact]
    public void Every_event_is_read_back_from_its_text_and_nothing_else_is_an_event()
    {
        Assert.All(
            Enum.GetValues<EventName>(),
            static name =>
            {
                Assert.True(StoreWords.TryParse(name.Text(), out var read));
                Assert.Equal(name, read);
            }
        );
        Assert.All(
            new[] { null, "", "Invoice.Created", "order.created", "invoice.created " },
            static text => Assert.False(StoreWords.TryParse(text, out _))
        );
    }

    [Fact]
    public void Events_know_what_they_are_about()
    {
        Assert.Equal(
            ["invoice", "invoice", "creditmemo", "customer", "product"],
            Enum.GetValues<EventName>().Select(static name => name.Entity().Text())
        );
        Assert.Equal(
            [EventName.CustomerUpserted, EventName.ProductUpserted],
            Enum.GetValues<EventName>().Where(static name => name.IsUpsert())
        );
    }

    private static string[] Differences(string list, IReadOnlyCollection<string> words, string page)
    {
        var start = page.IndexOf($"## {list}\n", StringComparison.Ordinal);
        var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        var section = end < 0 ? page[start..] : page[start..end];
        var rows = Row().Matches(section).Select(static match => match.Groups["word"].Value).ToHashSet(StringComparer.Ordinal);
        rows.SymmetricExceptWith(words);
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^\| `(?<word>[a-z_.]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
