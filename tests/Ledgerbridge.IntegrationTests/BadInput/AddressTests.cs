using System.Net;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>Nonsense in addresses: in the parts that name something, and behind the question mark.</summary>
[Trait("Work", "Long")]
public sealed class AddressTests(PreparedServer server) : IClassFixture<PreparedServer>
{
    [Fact]
    public async Task A_part_of_an_address_that_names_nothing_is_refused_and_changes_nothing()
    {
        foreach (var operation in server.Operations)
        {
            foreach (var parameter in operation.Parameters.Where(static one => one.In == "path"))
            {
                foreach (var part in Nasty.PathParts.Where(part => parameter.Name != "key" || !IsKey(part)))
                {
                    var path = server.PathOf(
                        operation with
                        {
                            Path = operation.Path.Replace($"{{{parameter.Name}}}", part, StringComparison.Ordinal),
                        }
                    );
                    var body = operation.HasBody ? new Baselines(server).Of(operation.Id)!.ToJsonString() : null;
                    await AssertRefusedAsync(operation, path, body);
                }
            }
        }
    }

    [Fact]
    public async Task A_parameter_that_makes_no_sense_is_refused_by_its_name_or_taken_and_refusals_change_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (
            var operation in server.Operations.Where(static one =>
                one.Method == HttpMethod.Get && one.Path.StartsWith("/api", StringComparison.Ordinal)
            )
        )
        {
            foreach (var parameter in operation.Parameters.Where(static one => one.In == "query"))
            {
                foreach (var value in Nasty.QueryValues)
                {
                    var answer = await server.Owner.GetAsync($"{server.PathOf(operation)}?{parameter.Name}={value}", ct);

                    var what = $"{operation.Id}?{parameter.Name}={value[..Math.Min(40, value.Length)]}: {(int)answer.Status} {answer.Text}";
                    Assert.True((int)answer.Status < 500, what);
                    if (answer.Status != HttpStatusCode.OK)
                        Assert.True(answer["code"] is not null, what);
                    if (answer.Status == HttpStatusCode.BadRequest)
                        Assert.True(answer.ErrorsOf(parameter.Name).Count > 0, $"{what} names another");
                }
                await AssertReadAsync(operation, $"{parameter.Name}=1&{parameter.Name}=2");
                await AssertReadAsync(operation, $"{parameter.Name}[]=1&{parameter.Name}[a]=2");
            }
        }
    }

    [Fact]
    public async Task What_Sage_might_send_a_browser_back_with_is_answered_by_a_page_that_repeats_none_of_it()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (
            var (path, names) in new[] { ("/auth/start", new[] { "country" }), ("/auth/callback", ["state", "code", "error", "reason"]) }
        )
        {
            foreach (var name in names)
            {
                foreach (var value in Nasty.QueryValues.Where(static value => value.Length > 0))
                {
                    await server.Watch.ChangedAsync();

                    var answer = await server.Owner.GetAsync($"{path}?{name}={value}", ct);

                    var what = $"{path}?{name}={value[..Math.Min(40, value.Length)]}: {(int)answer.Status} {answer.Text}";
                    Assert.True(answer.Status == HttpStatusCode.BadRequest, what);
                    Assert.StartsWith("text/html", answer.Headers["Content-Type"], StringComparison.Ordinal);
                    Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);
                    Assert.False(await server.Watch.ChangedAsync(), what);
                }
            }
        }
    }

    [Fact]
    public async Task Addresses_that_do_not_exist_and_methods_that_are_not_taken_are_told_apart()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (
            var path in new[]
            {
                "/api",
                "/api/",
                "/api/nothing",
                "/api/sage",
                "/api/sage/sales_invoices/a/b/c",
                "/api/people/" + new string('x', 500) + "/y/z",
            }
        )
        {
            var answer = await server.Owner.GetAsync(path, ct);

            Assert.Equal("not_found", answer.Expect(HttpStatusCode.NotFound).Get("code"));
        }
        foreach (
            var (method, path, allow) in new[]
            {
                ("PATCH", "/api/session", "DELETE, GET, POST"),
                ("GET", "/api/audit/verify", "POST"),
                ("DELETE", "/api/sage/contacts/x", "GET, PUT"),
                ("PUT", "/api/keys", "GET, POST"),
                ("GET", "/api/first-run", "POST"),
                ("BREW", "/api/people", "GET"),
            }
        )
        {
            await server.Watch.ChangedAsync();

            var answer = await server.Owner.SendAsync(new HttpMethod(method), path, "{}", ct);

            Assert.Equal("wrong_method", answer.Expect(HttpStatusCode.MethodNotAllowed).Get("code"));
            Assert.Equal(allow, answer.Headers["Allow"]);
            Assert.False(await server.Watch.ChangedAsync());
        }
        Assert.Equal(HttpStatusCode.NotFound, (await server.Owner.GetAsync("/assets/nothing.js", ct)).Status);
    }

    /// <summary>A setting may have any key of the right shape.</summary>
    private static bool IsKey(string part) => part is "x" or "con_00000000000000000000000000" or "con_zzzzzzzzzzzzzzzzzzzzzzzzzz";

    private async Task AssertRefusedAsync(Operation operation, string path, string? body)
    {
        var ct = TestContext.Current.CancellationToken;
        await server.Watch.ChangedAsync();

        var answer = await server.Owner.SendAsync(operation.Method, path, body, ct);

        var what = $"{operation.Method} {path[..Math.Min(120, path.Length)]}: {(int)answer.Status} {answer.Text}";
        Assert.True((int)answer.Status is >= 400 and < 500, what);
        Assert.True(answer["code"] is not null, what);
        Assert.False(answer.Headers.ContainsKey("X-Evil"), what);
        Assert.False(await server.Watch.ChangedAsync(), what);
    }

    private async Task AssertReadAsync(Operation operation, string query)
    {
        var answer = await server.Owner.GetAsync($"{server.PathOf(operation)}?{query}", TestContext.Current.CancellationToken);

        Assert.True((int)answer.Status < 500, $"{operation.Id}?{query}: {(int)answer.Status} {answer.Text}");
    }
}
