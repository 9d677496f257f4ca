using Ledgerbridge.Server.People.Internal;

namespace Ledgerbridge.Tests.People;

/// <summary>The authenticator's codes, held to RFC 6238.</summary>
public sealed class TotpTests
{
    /// <summary>The RFC's own key, <c>12345678901234567890</c>, in base 32.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>Appendix B, SHA-1; six digits are the last six of its eight.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void The_code_of_a_neighbouring_half_minute_is_taken_too(int secondsOff, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);

        Assert.Equal(taken, Totp.StepOf(Totp.CodeAt(Key, now.AddSeconds(secondsOff)), Key, now, lastStep: 0) is not null);
    }

    [Fact]
    public void A_code_is_not_taken_again_nor_one_before_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = Totp.StepOf(Totp.CodeAt(Key, now), Key, now, lastStep: 0)!.Value;

        Assert.Null(Totp.StepOf(Totp.CodeAt(Key, now), Key, now, step));
        Assert.Null(Totp.StepOf(Totp.CodeAt(Key, now.AddSeconds(-30)), Key, now, step));
        Assert.NotNull(Totp.StepOf(Totp.CodeAt(Key, now.AddSeconds(30)), Key, now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666")]
    public void Other_texts_are_no_code(string code) =>
        Assert.Null(Totp.StepOf(code, Key, DateTimeOffset.UnixEpoch.AddYears(50), lastStep: 0));

    [Fact]
    public void Spaces_between_the_digits_do_no_harm()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);

        Assert.NotNull(Totp.StepOf(" 050 471 ", Key, now, lastStep: 0));
    }
}
