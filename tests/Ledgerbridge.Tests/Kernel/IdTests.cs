using FsCheck;
using FsCheck.Fluent;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class IdTests
{
    private static readonly DateTimeOffset Then = new(2025, 10, 10, 8, 30, 0, TimeSpan.Zero);
    private static readonly byte[] Ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    private static Gen<(DateTimeOffset At, byte[] Random)> AnyMaking { get; } =
        from seconds in Gen.Choose(0, int.MaxValue)
        from milliseconds in Gen.Choose(0, 999)
        from random in Gen.Choose(0, 255).Select(static number => (byte)number).ArrayOf(10)
        select (DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddMilliseconds(milliseconds), random);

    [Fact]
    public void An_id_is_its_prefix_an_underscore_and_the_same_digits_for_the_same_inputs()
    {
        var id = Id<Book>.Create(Then, Ten);

        Assert.Equal("bok_01k76kvft0041061050r3gg28a", id.Text);
        Assert.Equal(id.Text, id.ToString());
        Assert.Equal(id, Id<Book>.Create(Then, Ten));
    }

    [Fact]
    public void What_is_printed_is_read_back() =>
        Law.Holds(
            AnyMaking,
            static making =>
            {
                var id = Id<Book>.Create(making.At, making.Random);
                return Id<Book>.Parse(id.Text) == id && Id<Book>.TryParse(id.ToString(), out var again) && again == id;
            }
        );

    [Fact]
    public void Ids_sort_by_the_time_of_their_making() =>
        Law.Holds(
            AnyMaking,
            static making =>
            {
                var earlier = Id<Book>.Create(making.At, making.Random);
                var later = Id<Book>.Create(making.At.AddMilliseconds(1), Ten);
                return earlier < later && later > earlier && earlier <= later && later >= earlier && earlier.CompareTo(later) < 0;
            }
        );

    [Fact]
    public void An_id_is_neither_before_nor_after_itself()
    {
        var id = Id<Book>.Create(Then, Ten);
        var same = Id<Book>.Parse(id.Text);

        Assert.Equal(0, id.CompareTo(same));
        Assert.False(id < same);
        Assert.False(id > same);
        Assert.True(id <= same);
        Assert.True(id >= same);
    }

    [Fact]
    public void Each_random_bit_shows_in_the_text()
    {
        var zero = new byte[10];
        var texts = Enumerable
            .Range(0, 80)
            .Select(bit =>
            {
                var random = new byte[10];
                random[bit / 8] = (byte)(1 << (bit % 8));
                return Id<Book>.Create(Then, random).Text;
            });

        Assert.Equal(81, texts.Append(Id<Book>.Create(Then, zero).Text).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(11)]
    public void Other_than_ten_random_bytes_are_refused(int count) =>
        Assert.Throws<ArgumentException>(() => Id<Book>.Create(Then, new byte[count]));

    [Fact]
    public void The_furthest_time_has_an_id_and_one_before_nineteen_seventy_has_none()
    {
        var last = Id<Book>.Create(DateTimeOffset.MaxValue, Ten);

        Assert.Equal(last, Id<Book>.Parse(last.Text));
        Assert.Throws<ArgumentOutOfRangeException>(() => Id<Book>.Create(DateTimeOffset.UnixEpoch.AddMilliseconds(-1), Ten));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bok_")]
    [InlineData("01k76kvft0041061050r3gg28a")]
    [InlineData("shf_01k76kvft0041061050r3gg28a")]
    [InlineData("BOK_01k76kvft0041061050r3gg28a")]
    [InlineData("bok-01k76kvft0041061050r3gg28a")]
    [InlineData("bok_01K76KVFT0041061050R3GG28A")]
    [InlineData("bok_01k76kvft0041061050r3gg28")]
    [InlineData("bok_01k76kvft0041061050r3gg28aa")]
    [InlineData("bok_01k76kvft0041061050r3gg28l")]
    [InlineData("bok_01k76kvft0041061050r3gg28i")]
    [InlineData("bok_01k76kvft0041061050r3gg28 ")]
    [InlineData(" bok_01k76kvft0041061050r3gg28a")]
    [InlineData("bok_81k76kvft0041061050r3gg28a")]
    [InlineData("bok_zzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void A_text_that_no_id_of_the_kind_prints_is_refused(string? text)
    {
        Assert.False(Id<Book>.TryParse(text, out var nothing));
        Assert.True(nothing.IsDefault);
        Assert.Contains("'bok'", Assert.Throws<FormatException>(() => Id<Book>.Parse(text!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_refusal_does_not_repeat_what_was_sent() =>
        Assert.DoesNotContain(
            "<script>",
            Assert.Throws<FormatException>(() => Id<Book>.Parse("<script>")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_default_value_names_nothing_and_throws_when_it_is_used()
    {
        Id<Book> never = default;

        Assert.True(never.IsDefault);
        Assert.Equal("", never.ToString());
        Assert.Throws<InvalidOperationException>(() => never.Text);
        Assert.True(never < Id<Book>.Create(Then, Ten));
    }

    private readonly struct Book : IIdKind
    {
        public static string Prefix => "bok";
    }
}
