using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Control;
using Ledgerbridge.Sandbox.OAuth;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Tests.Sandbox;

public sealed class SandboxTextTests
{
    [Theory]
    [InlineData("0", "0.0")]
    [InlineData("-0.00", "0.0")]
    [InlineData("20", "20.0")]
    [InlineData("40.80", "40.8")]
    [InlineData("1599.11", "1599.11")]
    [InlineData("1.9437263272", "1.9437263272")]
    [InlineData("100", "100.0")]
    [InlineData("100.000", "100.0")]
    [InlineData("-12.50", "-12.5")]
    [InlineData("99999999999.99", "99999999999.99")]
    public void A_decimal_has_at_least_one_place_and_no_zeros_after_it(string number, string text) =>
        Assert.Equal(text, Amounts.Text(decimal.Parse(number)));

    [Theory]
    [InlineData("0.125", "0.13")]
    [InlineData("0.135", "0.14")]
    [InlineData("-0.125", "-0.13")]
    [InlineData("2.344999", "2.34")]
    public void Cents_are_rounded_half_away_from_zero(string number, string cents) =>
        Assert.Equal(decimal.Parse(cents), Amounts.Cents(decimal.Parse(number)));

    [Theory]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("R 5")]
    [InlineData("")]
    [InlineData(null)]
    public void Only_plain_decimals_are_read(string? text) => Assert.False(Amounts.TryRead(text, out _));

    [Theory]
    [InlineData("2026-03-16", 1773619200)]
    [InlineData("2026-03-16T09:30:00Z", 1773653400)]
    [InlineData("2026-03-16T09:30:00", 1773653400)]
    [InlineData("2026-03-16T11:30:00+02:00", 1773653400)]
    [InlineData("2026-03-16T09:30:00.987Z", 1773653400)]
    [InlineData("2026-03-16T+02:00", 1773612000)]
    public void A_moment_is_read_in_every_form_of_the_filters(string text, long seconds)
    {
        Assert.True(Moment.TrySeconds(text, out var read));
        Assert.Equal(seconds, read);
        Assert.True(Moment.TryDate(text, out var date));
        Assert.Equal("2026-03-16", date);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("16/03/2026")]
    [InlineData("2026-03-16T11:30:00 02:00")]
    [InlineData("now")]
    [InlineData("")]
    public void A_moment_in_another_form_is_refused(string text)
    {
        Assert.False(Moment.TrySeconds(text, out _));
        Assert.False(Moment.TryDate(text, out _));
    }

    [Fact]
    public void Ids_look_random_are_unique_across_kinds_and_epochs_and_can_be_read_back()
    {
        var seen = new HashSet<string>();
        foreach (var epoch in new[] { 1, 2 })
        {
            var mint = new IdMint(epoch);
            foreach (var kind in Enum.GetValues<IdKind>())
            {
                for (long number = 0; number < 300; number++)
                {
                    var id = mint.Mint(kind, number);
                    Assert.Matches("^[0-9a-f]{32}$", id);
                    Assert.True(seen.Add(id));
                    Assert.True(mint.TryRead(id, kind, out var read));
                    Assert.Equal(number, read);
                }
            }
        }
        Assert.True(seen.Select(static id => id[..4]).Distinct().Count() > 1_000, "neighbouring numbers give ids that look alike");
    }

    [Fact]
    public void An_id_of_another_kind_epoch_or_making_is_not_read()
    {
        var mint = new IdMint(1);
        var id = mint.Mint(IdKind.Document, 7);
        Assert.False(mint.TryRead(id, IdKind.Line, out _));
        Assert.False(new IdMint(2).TryRead(id, IdKind.Document, out _));
        foreach (var other in new[] { "", "ZA_STANDARD", SandboxSeed.KarooTrading, new string('f', 32), new string('g', 32) })
            Assert.False(mint.TryRead(other, IdKind.Document, out _));
    }

    [Theory]
    [InlineData("/v3.1/contacts", "/v3.1/contacts")]
    [InlineData("/v3.1/contacts/abc", "/v3.1/contacts/{key}")]
    [InlineData("/v3.1/sales_invoices/abc/release", "/v3.1/sales_invoices/{key}/release")]
    [InlineData("/token", "/token")]
    public void Calls_are_counted_by_route(string path, string route) => Assert.Equal(route, RequestLog.Route(path));

    [Fact]
    public void A_shape_is_written_as_a_line_of_keys()
    {
        var blank = Shape.Of("id sent=false total=0.0 days=0 links=[] settings={} open=true").Blank();
        Assert.Equal("""{"id":null,"sent":false,"total":"0.0","days":0,"links":[],"settings":{},"open":true}""", blank.ToJsonString());
        Assert.NotSame(Shape.Of("a=[]").Blank()["a"], Shape.Of("a=[]").Blank()["a"]);
    }

    [Fact]
    public void Json_keeps_text_as_it_is_and_buffers_are_used_again()
    {
        var tree = new JsonObject { ["text"] = "naïve \"€\" 🍷 <b>" };
        for (var round = 0; round < 3; round++)
            Assert.Equal("""{"text":"naïve \"€\" \uD83C\uDF77 <b>"}""", System.Text.Encoding.UTF8.GetString(JsonText.Write(tree)));
    }

    [Theory]
    [InlineData("S256", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", true)]
    [InlineData("S256", "another-verifier-another-verifier-another-v", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", false)]
    [InlineData("plain", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", true)]
    [InlineData("S256", null, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", false)]
    [InlineData("S256", null, null, true)]
    public void A_verifier_proves_its_challenge(string method, string? verifier, string? challenge, bool proves) =>
        Assert.Equal(proves, Pkce.Proves(challenge, method, verifier));

    [Fact]
    public void Countries_belong_to_Sages_groups()
    {
        Assert.Equal("GBIE", StaticLists.CountryGroup("IE"));
        Assert.Equal("EU", StaticLists.CountryGroup("DE"));
        Assert.Equal("ALL", StaticLists.CountryGroup("ZA"));
        Assert.True(StaticLists.InEuropeanUnion("IE"));
        Assert.False(StaticLists.InEuropeanUnion("GB"));
        Assert.Equal("South Africa (ZA)", StaticLists.Find("countries")!.Find("ZA")!.DisplayedAs);
    }

    [Fact]
    public void Rates_in_the_two_directions_are_inverses()
    {
        var foreign = ExchangeRates.ForeignPerBase("GBP", "EUR");
        var home = ExchangeRates.ForeignPerBase("EUR", "GBP");
        Assert.True(foreign > 1m && home < 1m);
        Assert.Equal(1m, Math.Round(foreign * home, 8, MidpointRounding.AwayFromZero));
        Assert.Equal(1m, ExchangeRates.ForeignPerBase("GBP", "GBP"));
    }

    [Fact]
    public void Seeded_ids_are_fixed_and_in_Sages_form()
    {
        Assert.Equal("1ed90001000000000000000000004000", SandboxSeed.LedgerAccount(SandboxSeed.KarooTrading, 4000));
        Assert.Equal("c0470002000000000000000000000001", SandboxSeed.Contact(SandboxSeed.PennineSupplies, 1));
        Assert.All(SandboxSeed.Businesses, static id => Assert.Matches("^[0-9a-f]{32}$", id));
        Assert.Throws<ArgumentException>(() => SandboxSeed.Contact("nobody", 1));
    }
}
