using Ledgerbridge.Server.Audit.Internal;

namespace Ledgerbridge.Tests.Audit;

/// <summary>The last net before the log.</summary>
public sealed class AuditSecretsTests
{
    private const string Key = "lbk_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    [Theory]
    [InlineData("""{"password":"x"}""", """{"password":"•••"}""")]
    [InlineData("""{"new_password":"x","name":"y"}""", """{"new_password":"•••","name":"y"}""")]
    [InlineData("""{"a":{"client_secret":"x"}}""", """{"a":{"client_secret":"•••"}}""")]
    [InlineData("""{"tokens":["x","y"]}""", """{"tokens":"•••"}""")]
    [InlineData("""{"smtp_password":{"value":"x","port":25}}""", """{"smtp_password":"•••"}""")]
    [InlineData("""{"API_KEY":5}""", """{"API_KEY":"•••"}""")]
    [InlineData("""{"secret":null}""", """{"secret":null}""")]
    [InlineData($$"""{"note":"use {{Key}} for it"}""", """{"note":"use ••• for it"}""")]
    [InlineData("""{"note":"Bearer abc.def"}""", """{"note":"•••"}""")]
    [InlineData("""{"note":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln"}""", """{"note":"•••"}""")]
    [InlineData("""{"problem":"thandi@example.co.za is taken"}""", """{"problem":"••• is taken"}""")]
    public void Secrets_and_addresses_in_JSON_are_replaced_and_the_rest_is_kept(string written, string kept) =>
        Assert.Equal(kept, AuditSecrets.Hide(written));

    [Theory]
    [InlineData("Sage said: lbs_0123456789abcdef is wrong.", "Sage said: ••• is wrong.")]
    [InlineData("lbi_0123456789abcdef", "•••")]
    [InlineData("Write to thandi@example.co.za.", "Write to •••.")]
    [InlineData("{ not JSON with lbk_0123456789abcdef", "{ not JSON with •••")]
    public void In_plain_text_too(string written, string kept) => Assert.Equal(kept, AuditSecrets.Hide(written));

    [Theory]
    [InlineData("")]
    [InlineData("The invoice PO-1 for R 115.00 was previewed.")]
    [InlineData("""{"value":"é — R 115,00","b":[1,2.50,null]}""")]
    public void What_is_not_suspicious_is_the_same_text(string written) => Assert.Same(written, AuditSecrets.Hide(written));

    [Fact]
    public void A_name_that_stands_twice_does_no_harm() =>
        Assert.DoesNotContain("hunter", AuditSecrets.Hide("""{"token":"hunter2","token":"hunter3"}"""), StringComparison.Ordinal);
}
