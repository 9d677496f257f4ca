using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>Bodies that are none, too large, of another kind, or not what they say.</summary>
public sealed class WholeBodyTests(PreparedServer server) : IClassFixture<PreparedServer>
{
    private const int TenMegabytes = 10_000_000;

    private IEnumerable<Operation> WithBody => server.Operations.Where(static operation => operation.HasBody);

    [Fact]
    public async Task A_body_that_is_no_object_of_ours_is_refused_with_a_sentence_and_changes_nothing()
    {
        foreach (var operation in WithBody)
        {
            foreach (var body in Nasty.Bodies)
            {
                var answer = await SendAsync(operation, Encoding.UTF8.GetBytes(body), "application/json");

                await AssertRefusedAsync(operation, answer, HttpStatusCode.BadRequest, "invalid");
            }
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        foreach (
            var bytes in new byte[][]
            {
                [0xff, 0xfe, 0x7b, 0x00],
                [0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d],
                Encoding.Unicode.GetBytes("{\"name\":\"x\"}"),
            }
        )
        {
            foreach (var operation in WithBody)
                await AssertRefusedAsync(
                    operation,
                    await SendAsync(operation, bytes, "application/json"),
                    HttpStatusCode.BadRequest,
                    "invalid"
                );
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("text/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/octet-stream")]
    public async Task A_body_of_another_kind_is_refused_whatever_it_holds(string? contentType)
    {
        foreach (var operation in WithBody)
        {
            var body = new Baselines(server).Of(operation.Id)!.ToJsonString();

            var answer = await SendAsync(operation, Encoding.UTF8.GetBytes(body), contentType);

            await AssertRefusedAsync(operation, answer, HttpStatusCode.UnsupportedMediaType, "wrong_media_type");
        }
    }

    [Fact]
    public async Task JSON_under_its_other_names_is_taken()
    {
        foreach (var contentType in new[] { "application/json; charset=utf-8", "Application/JSON", "application/merge-patch+json" })
        {
            var answer = await SendAsync(
                server.Operations.Single(static one => one.Id == "setSetting"),
                "{\"value\": 1}"u8.ToArray(),
                contentType
            );

            Assert.Equal(HttpStatusCode.OK, answer.Status);
        }
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_everywhere()
    {
        var bytes = Encoding.UTF8.GetBytes($"{{\"name\":\"{new string('x', TenMegabytes)}\"}}");
        foreach (var operation in WithBody)
            await AssertRefusedAsync(
                operation,
                await SendAsync(operation, bytes, "application/json"),
                HttpStatusCode.RequestEntityTooLarge,
                "too_large"
            );
    }

    [Fact]
    public async Task Ten_megabytes_in_pieces_without_a_length_are_refused_too()
    {
        var operation = server.Operations.Single(static one => one.Id == "createContact");
        await server.Watch.ChangedAsync();
        using var content = new StreamContent(
            new MemoryStream(Encoding.UTF8.GetBytes($"{{\"name\":\"{new string('x', TenMegabytes)}\"}}"))
        );
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        try
        {
            var answer = await SendAsync(operation, content, isChunked: true);
            await AssertRefusedAsync(operation, answer, HttpStatusCode.RequestEntityTooLarge, "too_large");
        }
        catch (HttpRequestException)
        {
            // The server hung up while we were still sending, which is a refusal too.
            Assert.False(await server.Watch.ChangedAsync());
        }
    }

    [Fact]
    public async Task A_name_that_stands_twice_is_refused_at_any_depth()
    {
        foreach (
            var (id, body) in new[]
            {
                ("createContact", """{"name":"a","name":"b"}"""),
                ("createContact", """{"name":"a","\u006eame":"b"}"""),
                ("createContact", """{"name":"a","address":{"city":"x","city":"y"}}"""),
                ("setSetting", """{"value":{"a":1,"a":2}}"""),
                ("setSetting", """{"value":[{"token":1,"token":2}]}"""),
            }
        )
        {
            var operation = server.Operations.Single(one => one.Id == id);
            await AssertRefusedAsync(
                operation,
                await SendAsync(operation, Encoding.UTF8.GetBytes(body), "application/json"),
                HttpStatusCode.BadRequest,
                "invalid"
            );
        }
    }

    [Fact]
    public async Task Properties_nobody_knows_are_ignored()
    {
        var operation = server.Operations.Single(static one => one.Id == "setSetting");

        var answer = await SendAsync(
            operation,
            "{\"value\": 1, \"scope\": \"security\", \"__proto__\": {}}"u8.ToArray(),
            "application/json"
        );

        Assert.Equal("automation", answer.Expect(HttpStatusCode.OK).Get("scope"));
    }

    private async Task AssertRefusedAsync(Operation operation, ServerAnswer answer, HttpStatusCode status, string code)
    {
        var what = $"{operation.Id}: {(int)answer.Status} {answer.Text}";
        Assert.True(answer.Status == status, what);
        Assert.Equal(code, answer.Get("code"));
        Assert.Equal((int)status, answer["status"]!.GetValue<int>());
        Assert.EndsWith(".", answer.Get("detail"), StringComparison.Ordinal);
        Assert.NotNull(answer["type"]);
        Assert.NotNull(answer["title"]);
        Assert.False(await server.Watch.ChangedAsync(), what);
    }

    private async Task<ServerAnswer> SendAsync(Operation operation, byte[] body, string? contentType)
    {
        await server.Watch.ChangedAsync();
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await SendAsync(operation, content, isChunked: false);
    }

    private async Task<ServerAnswer> SendAsync(Operation operation, HttpContent content, bool isChunked)
    {
        var ct = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(operation.Method, server.PathOf(operation)) { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;
        // Asks before it sends, as curl does with large bodies: the refusal arrives instead of a broken connection.
        request.Headers.ExpectContinue = true;
        using var answer = await server.Http.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        var isJson = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" || (int)answer.StatusCode < 300;
        return new ServerAnswer(answer.StatusCode, isJson ? Parse(text) : null, text, null, new Dictionary<string, string>());
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
