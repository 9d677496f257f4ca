using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Internal;

namespace Ledgerbridge.Tests.Stores;

/// <summary>What shops are told and tell, as text.</summary>
public sealed class ChannelTextTests
{
    [Theory]
    [InlineData("https://shop.example.co.za", "https://shop.example.co.za")]
    [InlineData("  https://shop.example.co.za/  ", "https://shop.example.co.za")]
    [InlineData("HTTPS://Shop.Example.co.za///", "https://shop.example.co.za")]
    [InlineData("shop.example.co.za/za", "https://shop.example.co.za/za")]
    [InlineData("http://shop.example.co.za:8080/shop/index.php/", "http://shop.example.co.za:8080/shop")]
    [InlineData("https://shop.example.co.za:443/?q=1#top", "https://shop.example.co.za")]
    [InlineData("https://köping.example", "https://xn--kping-jua.example")]
    [InlineData("http://[::1]:8779", "http://[::1]:8779")]
    public void An_address_has_one_form_however_it_is_typed(string typed, string form)
    {
        Assert.True(StoreUrl.Normalise(typed).Succeeded(out var url, out _));
        Assert.Equal(form, url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ftp://shop.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https://name:word@shop.example")]
    [InlineData("https://shop example")]
    public void What_is_no_address_of_a_shop_is_refused_at_its_field(string typed)
    {
        Assert.False(StoreUrl.Normalise(typed).Succeeded(out _, out var problem));
        Assert.Equal("base_url", Assert.Single(problem!.Errors).Field);
    }

    [Theory]
    [InlineData(
        """{"magento_entity_id":42,"website_id":1,"store_id":2,"occurred_at":"2026-05-01T09:30:00Z","payload":{"increment_id":"7"}}"""
    )]
    [InlineData(
        """{"magento_entity_id":42,"website_id":1,"store_id":2,"occurred_at":"2026-05-01T09:30:00Z","payload":{"increment_id":"7"},"x":1}"""
    )]
    public void An_event_is_read_and_what_nobody_knows_is_let_be(string json)
    {
        var (body, problem) = EventBody.Read(Encoding.UTF8.GetBytes(json));

        Assert.Null(problem);
        Assert.Equal(new EventBody(42, 1, 2, new DateTimeOffset(2026, 5, 1, 9, 30, 0, TimeSpan.Zero), "7"), body);
    }

    [Fact]
    public void An_event_needs_no_more_than_its_number() =>
        Assert.Equal(new EventBody(1, 0, 0, null, ""), EventBody.Read("""{"magento_entity_id":1}"""u8.ToArray()).Body);

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"magento_entity_id":0}""")]
    [InlineData("""{"magento_entity_id":-1}""")]
    [InlineData("""{"magento_entity_id":1.5}""")]
    [InlineData("""{"magento_entity_id":"1"}""")]
    [InlineData("""{"magento_entity_id":4294967296}""")]
    [InlineData("""{"magento_entity_id":99999999999999999999999}""")]
    [InlineData("""{"magento_entity_id":1,"website_id":-1}""")]
    [InlineData("""{"magento_entity_id":1,"website_id":"x"}""")]
    [InlineData("""{"magento_entity_id":1,"store_id":2147483648}""")]
    [InlineData("""{"magento_entity_id":1,"occurred_at":"yesterday"}""")]
    [InlineData("""{"magento_entity_id":1,"occurred_at":17}""")]
    [InlineData("""{"magento_entity_id":1,"occurred_at":"0001-01-01T00:00:00Z"}""")]
    public void What_can_never_be_worked_on_is_refused_in_one_line(string json)
    {
        var (body, problem) = EventBody.Read(Encoding.UTF8.GetBytes(json));

        Assert.Null(body);
        Assert.DoesNotContain('\n', problem!);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_shown_as_it_is_but_for_what_cannot_be_printed()
    {
        var json = $$$"""{"magento_entity_id":1,"payload":{"increment_id":"A\n\u0000B{{{new string('x', 100)}}}"}}""";

        var body = EventBody.Read(Encoding.UTF8.GetBytes(json)).Body;

        Assert.Equal("AB" + new string('x', 62), body!.Number);
    }

    [Fact]
    public void A_report_says_everything_each_time_and_keeps_within_what_the_shop_keeps()
    {
        var report = new SyncReport(
            StoreEntity.CreditMemo,
            7,
            SyncStatus.Skipped,
            new DateTimeOffset(2026, 5, 1, 11, 31, 2, TimeSpan.FromHours(2))
        )
        {
            Reference = new string('r', 63) + "😀",
            SkipReason = "zero_value",
        };

        var body = JsonNode.Parse(SyncReportBody.Of(report))!.AsObject();

        Assert.Equal(
            [
                "entity_type",
                "magento_entity_id",
                "provider",
                "sync_status",
                "provider_entity_id",
                "provider_reference",
                "skip_reason",
                "error_code",
                "last_sync_at",
            ],
            body.Select(static field => field.Key)
        );
        Assert.Equal(
            ("creditmemo", "sage_accounting", "skipped"),
            (Text(body, "entity_type"), Text(body, "provider"), Text(body, "sync_status"))
        );
        Assert.Equal(new string('r', 63), Text(body, "provider_reference"));
        Assert.Null(body["provider_entity_id"]);
        Assert.Equal("2026-05-01T09:31:02Z", Text(body, "last_sync_at"));
    }

    [Theory]
    [InlineData("""[true,"tenant-1","2026-05-01T09:31:02+00:00"]""", true)]
    [InlineData("""{"ok":true,"tenant_id":"x","server_time":"2026-05-01T09:31:02+00:00"}""", true)]
    [InlineData("[]", false)]
    [InlineData("[true]", false)]
    [InlineData("true", false)]
    public void A_ping_says_the_shops_time_in_a_list_or_an_object(string json, bool says) =>
        Assert.Equal(
            says ? new DateTimeOffset(2026, 5, 1, 9, 31, 2, TimeSpan.Zero) : null,
            PingBody.ShopTime(Encoding.UTF8.GetBytes(json))
        );

    [Theory]
    [InlineData(200, """{"magento_id":1}""", null)]
    [InlineData(200, "[]", null)]
    [InlineData(200, "<html></html>", StoreFailureKind.Unreadable)]
    [InlineData(200, "", StoreFailureKind.Unreadable)]
    [InlineData(204, "", StoreFailureKind.Unreadable)]
    [InlineData(301, "", StoreFailureKind.Moved)]
    [InlineData(400, """{"message":"Decoding error."}""", StoreFailureKind.Rejected)]
    [InlineData(
        401,
        """{"message":"The consumer isn't authorized to access %resources.","parameters":{"resources":"x"}}""",
        StoreFailureKind.Refused
    )]
    [InlineData(401, "<html>Name and password, please</html>", StoreFailureKind.Refused)]
    [InlineData(403, "<html>Firewall</html>", StoreFailureKind.Unreadable)]
    [InlineData(404, """{"message":"Invoice %1 has no associated order payment.","parameters":[142]}""", StoreFailureKind.NotFound)]
    [InlineData(404, "<html>Not found</html>", StoreFailureKind.Unreadable)]
    [InlineData(429, "slow down", StoreFailureKind.Unreadable)]
    [InlineData(500, "PHP Fatal error", StoreFailureKind.Failing)]
    [InlineData(502, "<html>Bad gateway</html>", StoreFailureKind.Failing)]
    [InlineData(503, "<html>Maintenance</html>", StoreFailureKind.Maintenance)]
    public void Every_answer_of_a_shop_means_one_thing(int status, string body, object? kind)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);

        var answer = StoreFailures.Of(response, Encoding.UTF8.GetBytes(body));

        Assert.Equal(kind, answer.Succeeded(out _, out var failure) ? null : failure.Kind);
        if (failure is not null)
            Assert.Equal(status, failure.Status);
    }

    [Theory]
    [InlineData("""{"message":"Invoice %1 has no payment of %2.","parameters":[142,"EUR"]}""", "Invoice 142 has no payment of EUR.")]
    [InlineData(
        """{"message":"No such entity with %fieldName = %fieldValue","parameters":{"fieldName":"customerId","fieldValue":9999}}""",
        "No such entity with customerId = 9999"
    )]
    [InlineData("""{"message":"Line one\nLine two"}""", "Line one Line two")]
    [InlineData("""{"message":17}""", null)]
    [InlineData("[]", null)]
    [InlineData("<html>", null)]
    public void A_message_of_the_shops_is_one_line_with_its_values_in_place(string body, string? message) =>
        Assert.Equal(message, StoreFailures.MessageOf(Encoding.UTF8.GetBytes(body)));

    private static string? Text(JsonObject body, string name) => body[name]?.ToString();
}
