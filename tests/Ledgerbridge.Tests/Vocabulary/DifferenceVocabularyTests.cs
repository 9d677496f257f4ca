using System.Text.RegularExpressions;
using Ledgerbridge.Server.Completeness.Internal;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Vocabulary;

/// <summary>The causes of differences that can be told and those that are explained are the same.</summary>
public sealed partial class DifferenceVocabularyTests
{
    [Fact]
    public void Every_cause_has_its_row_in_the_page_and_words_for_people()
    {
        var page = File.ReadAllText(RepositoryFiles.At("docs", "completeness.md"));
        var causes = Enum.GetValues<DifferenceCause>();

        Assert.Equal(
            causes.Select(QueryFields.Word).Order(StringComparer.Ordinal),
            Row().Matches(page).Select(static match => match.Groups["cause"].Value).Order(StringComparer.Ordinal)
        );
        Assert.Equal(causes.Length, causes.Select(DifferenceCauses.Sentence).Distinct(StringComparer.Ordinal).Count());
        Assert.All(causes, static cause => Assert.EndsWith(".", cause.NextStep()));
    }

    [GeneratedRegex(@"^\| `(?<cause>[a-z_]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
