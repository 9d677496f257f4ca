using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Server.Stores.Internal;

namespace Ledgerbridge.Tests.Stores;

/// <summary>Keys and tokens of the channel, to the byte as the extension has them.</summary>
public sealed class ChannelTokenTests
{
    private const string Master = "example-master-key-0001";
    private const string Tenant = "tenant-1";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private static readonly DerivedKeys Keys = DerivedKeys.Of(Master);

    [Fact]
    public void Each_direction_has_the_key_of_the_wire_contracts_example()
    {
        Assert.Equal("9fecdb74671c08098784bbcfd1de52d4cc8673d5eb3a590a56c3e6858ecb2b67", Convert.ToHexStringLower(Keys.Outbound));
        Assert.Equal("9de2bf5daacfcb16de22de4be487ebbb0e4fabf4f0ef1cd7eaf7f40275514bb0", Convert.ToHexStringLower(Keys.Inbound));
    }

    [Fact]
    public void A_token_for_a_shop_is_the_wire_contracts_example_to_the_byte() =>
        Assert.Equal(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJieXRlOC1sZWRnZXIiLCJzdWIiOiJ0ZW5hbnQtMSIsImF1ZCI6Im1hZ2VudG8iLCJ"
                + "pYXQiOjE4MDAwMDAwMDAsIm5iZiI6MTc5OTk5OTk5MCwiZXhwIjoxODAwMDAwMTIwLCJqdGkiOiIwMDA"
                + "xIn0.PPu-UV2nA-Y0hxg30JZNsxHsimH2ViWZSNmTpPLWBMY",
            LedgerToken.Sign(Keys.Inbound, Tenant, 1_800_000_000, 1_799_999_990, 1_800_000_120, "0001")
        );

    [Fact]
    public void A_token_for_a_shop_lies_within_what_the_shop_allows_and_no_two_are_the_same()
    {
        var one = ClaimsOf(LedgerToken.New(Keys.Inbound, Tenant, Now));
        var two = ClaimsOf(LedgerToken.New(Keys.Inbound, Tenant, Now));

        Assert.NotEqual(one["jti"]!.ToString(), two["jti"]!.ToString());
        Assert.Equal(1_800_000_000, (long)one["iat"]!);
        Assert.True((long)one["nbf"]! < (long)one["iat"]!);
        Assert.InRange((long)one["exp"]! - (long)one["iat"]!, 1, 300);
    }

    [Fact]
    public void What_is_secret_does_not_print_itself()
    {
        var key = MasterKey.New();

        Assert.Equal(64, key.Reveal().Length);
        Assert.Equal("[hidden]", key.ToString());
        Assert.Equal("[hidden]", Keys.ToString());
        Assert.DoesNotContain("secret", new StoreAccess("https://shop.example", "rest", "secret").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shops_token_is_taken()
    {
        var token = StoreToken.Read("Bearer " + Token(Good()))!;

        Assert.Equal((Tenant, "f1"), (token.Tenant, token.Id));
        Assert.True(token.IsSignedWith(Keys.Outbound));
        Assert.Null(token.WrongAbout(Tenant, Now, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("bearer ")]
    [InlineData("BEARER ")]
    [InlineData("Bearer  ")]
    public void The_scheme_may_be_in_any_case(string scheme) => Assert.NotNull(StoreToken.Read(scheme + Token(Good())));

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.b.c.d")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer !!!.???.###")]
    [InlineData("Basic YTpi")]
    public void What_is_no_token_is_none(string header) => Assert.Null(StoreToken.Read(header));

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT"}""")]
    [InlineData("""{"alg":"hs256","typ":"JWT"}""")]
    [InlineData("""{"alg":"RS256","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""{"alg":"HS256","typ":"jwt"}""")]
    [InlineData("""{"alg":["HS256"],"typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","alg":"none","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT","crit":["exp"]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    public void A_token_with_another_header_is_none_whoever_signed_it(string header) =>
        Assert.Null(StoreToken.Read("Bearer " + Token(Good(), header: header)));

    [Theory]
    [InlineData("iat", "1800000000.0")]
    [InlineData("iat", "\"1800000000\"")]
    [InlineData("exp", "1.80000006e9")]
    [InlineData("exp", "-5")]
    [InlineData("exp", "99999999999999999999")]
    [InlineData("exp", "9223372036854775807")]
    [InlineData("nbf", "null")]
    [InlineData("nbf", "true")]
    [InlineData("aud", """["byte8-ledger"]""")]
    [InlineData("aud", "null")]
    [InlineData("iss", "1")]
    [InlineData("sub", "{}")]
    [InlineData("jti", "17")]
    [InlineData("jti", "null")]
    public void A_claim_of_another_type_makes_it_none(string claim, string value)
    {
        var claims = Good();
        claims[claim] = JsonNode.Parse(value);

        Assert.Null(StoreToken.Read("Bearer " + Token(claims)));
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("sub")]
    [InlineData("iat")]
    [InlineData("nbf")]
    [InlineData("exp")]
    [InlineData("jti")]
    public void A_claim_that_is_missing_makes_it_none(string claim)
    {
        var claims = Good();
        claims.Remove(claim);

        Assert.Null(StoreToken.Read("Bearer " + Token(claims)));
    }

    [Fact]
    public void A_claim_that_stands_twice_makes_it_none()
    {
        var twice = Good().ToJsonString().Replace("\"sub\"", "\"sub\":\"other\",\"sub\"", StringComparison.Ordinal);

        Assert.Null(StoreToken.Read("Bearer " + Token(twice, """{"alg":"HS256","typ":"JWT"}""", Keys.Outbound)));
    }

    [Fact]
    public void Only_the_key_of_its_own_shop_and_direction_has_signed_it()
    {
        var token = StoreToken.Read("Bearer " + Token(Good()))!;

        Assert.False(token.IsSignedWith(Keys.Inbound));
        Assert.False(token.IsSignedWith(DerivedKeys.Of("another master key").Outbound));
        Assert.False(token.IsSignedWith(Encoding.UTF8.GetBytes(Master)));
    }

    [Fact]
    public void A_token_that_was_changed_on_the_way_is_signed_by_nobody()
    {
        var parts = Token(Good()).Split('.');
        var claims = Good();
        claims["jti"] = "f2";
        var changed = $"{parts[0]}.{Encode(claims.ToJsonString())}.{parts[2]}";

        Assert.False(StoreToken.Read("Bearer " + changed)!.IsSignedWith(Keys.Outbound));
        Assert.False(StoreToken.Read($"Bearer {parts[0]}.{parts[1]}.")!.IsSignedWith(Keys.Outbound));
        Assert.False(StoreToken.Read($"Bearer {parts[0]}.{parts[1]}.{parts[2][..20]}")!.IsSignedWith(Keys.Outbound));
    }

    [Theory]
    [InlineData("iss", "byte8-ledger")]
    [InlineData("iss", "Magento")]
    [InlineData("aud", "magento")]
    [InlineData("sub", "tenant-2")]
    [InlineData("sub", "Tenant-1")]
    [InlineData("jti", "")]
    public void A_token_that_says_something_else_is_wrong(string claim, string value)
    {
        var claims = Good();
        claims[claim] = value;

        Assert.NotNull(StoreToken.Read("Bearer " + Token(claims))!.WrongAbout(Tenant, Now, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(0, 60, true)]
    [InlineData(60, 60, true)]
    [InlineData(-119, 60, true)]
    [InlineData(-179, 60, true)]
    [InlineData(-181, 60, false)]
    [InlineData(120, 60, true)]
    [InlineData(121, 60, false)]
    [InlineData(-3600, 60, false)]
    [InlineData(3600, 60, false)]
    [InlineData(0, 300, true)]
    [InlineData(0, 301, false)]
    [InlineData(0, 0, false)]
    [InlineData(0, -10, false)]
    [InlineData(0, 86_400, false)]
    public void Two_minutes_of_difference_between_the_clocks_are_allowed_and_no_long_life(int issuedAfter, int life, bool taken)
    {
        var claims = Good();
        (claims["iat"], claims["nbf"], claims["exp"]) = (Seconds(issuedAfter), Seconds(issuedAfter), Seconds(issuedAfter + life));

        Assert.Equal(taken, StoreToken.Read("Bearer " + Token(claims))!.WrongAbout(Tenant, Now, TimeSpan.Zero) is null);
    }

    [Fact]
    public void A_shop_whose_clock_is_known_to_be_off_is_believed_by_its_own_clock()
    {
        var claims = Good();
        (claims["iat"], claims["nbf"], claims["exp"]) = (Seconds(900), Seconds(900), Seconds(960));
        var token = StoreToken.Read("Bearer " + Token(claims))!;

        Assert.NotNull(token.WrongAbout(Tenant, Now, TimeSpan.Zero));
        Assert.Null(token.WrongAbout(Tenant, Now, TimeSpan.FromMinutes(15)));
        Assert.NotNull(token.WrongAbout(Tenant, Now, TimeSpan.FromMinutes(-15)));
    }

    [Fact]
    public void A_token_is_remembered_for_longer_than_anybody_would_believe_it()
    {
        var token = StoreToken.Read("Bearer " + Token(Good()))!;
        foreach (var skew in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(-15) })
        {
            var forgotten = token.ForgottenAt(skew);

            Assert.NotNull(token.WrongAbout(Tenant, forgotten, skew));
        }
    }

    private static JsonObject Good() =>
        new()
        {
            ["iss"] = "magento",
            ["aud"] = "byte8-ledger",
            ["sub"] = Tenant,
            ["iat"] = Seconds(0),
            ["nbf"] = Seconds(0),
            ["exp"] = Seconds(60),
            ["jti"] = "f1",
        };

    private static long Seconds(int after) => Now.ToUnixTimeSeconds() + after;

    private static string Token(JsonObject claims, string header = """{"alg":"HS256","typ":"JWT"}""") =>
        Token(claims.ToJsonString(), header, Keys.Outbound);

    private static string Token(string claims, string header, byte[] key)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static JsonObject ClaimsOf(string token) =>
        JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[1])))!.AsObject();
}
