using Ledgerbridge.Server.Mirror.Internal;

namespace Ledgerbridge.Tests.Mirror;

/// <summary>By which beginnings a record is found.</summary>
public sealed class MirrorWordTests
{
    [Theory]
    [InlineData("Baobab Lodge (Pty) Ltd", "bao", true)]
    [InlineData("Baobab Lodge (Pty) Ltd", "LODGE bao", true)]
    [InlineData("Baobab Lodge (Pty) Ltd", "odge", false)]
    [InlineData("SI-000123", "si-000123", true)]
    [InlineData("SI-000123", "123", true)]
    [InlineData("INV000123", "inv 00012", true)]
    [InlineData("INV000123", "23", false)]
    [InlineData("Café Müller", "cafe muller", true)]
    [InlineData("Smørrebrød & Œufs", "smorrebrod oeufs", true)]
    [InlineData("Cafe Muller", "café müller", true)]
    [InlineData("東京商事", "東京", true)]
    [InlineData("東京商事", "京", false)]
    [InlineData("accounts@baobab.example", "accounts@bao", true)]
    [InlineData("🦏 Rhino", "🦏", true)]
    public void A_record_is_found_by_the_beginning_of_each_of_its_words(string text, string typed, bool found)
    {
        var words = MirrorWords.Of(text).Split(' ');

        Assert.Equal(
            found,
            MirrorWords.Typed(typed).All(one => Array.Exists(words, word => word.StartsWith(one, StringComparison.Ordinal)))
        );
    }

    [Fact]
    public void Words_with_a_beginning_stand_between_it_and_its_last_word()
    {
        foreach (var word in MirrorWords.Of("Zulu zzzzz z9 zoo 9z").Split(' ').Where(static word => word[0] == 'z'))
        {
            Assert.True(string.CompareOrdinal(word, "z") >= 0, word);
            Assert.True(string.CompareOrdinal(word, MirrorWords.LastOf("z")) <= 0, word);
        }
        Assert.True(string.CompareOrdinal("aa", MirrorWords.LastOf("a")) <= 0);
        Assert.True(string.CompareOrdinal("b", MirrorWords.LastOf("a")) > 0);
    }

    [Fact]
    public void Absurd_texts_keep_a_bounded_number_of_bounded_words()
    {
        var words = MirrorWords
            .Of(string.Join(' ', Enumerable.Range(0, 5000).Select(static i => $"w{i}{new string('x', 100)}")))
            .Split(' ');

        Assert.InRange(words.Length, 1, 45);
        Assert.All(words, static word => Assert.InRange(word.Length, 1, MirrorWords.LengthMax));
        Assert.Equal("", MirrorWords.Of(null, "", " \t!?"));
        Assert.NotEqual("", MirrorWords.Of("\ud83e alone"));
    }
}
