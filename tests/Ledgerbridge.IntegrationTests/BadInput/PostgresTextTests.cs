using System.Net;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>
/// What PostgreSQL keeps differently from SQLite: it has no text with a null character, none that is no Unicode, numbers of fewer digits,
/// and rows of limited length for what is indexed. Whatever is sent, none of that is ever a fault.
/// </summary>
[Trait("Work", "Long")]
public sealed class PostgresTextTests
{
    /// <summary>Texts that no column of PostgreSQL can hold; none of them is ever taken.</summary>
    private static readonly string[] Impossible = ["\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"x\\udfffy\""];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_value_of_any_field_of_any_body_is_a_fault_and_what_cannot_be_kept_is_refused()
    {
        await using var server = await StartAsync();
        var sender = new FieldSender(server);
        foreach (var operation in server.Operations.Where(static one => one.HasBody))
        {
            foreach (var field in operation.Fields)
            {
                var body = sender.WithHole(operation.Id, field);
                foreach (var value in Impossible.Concat(Nasty.DatabaseValues))
                {
                    var answer = await sender.SendAsync(operation, body.Holding(value));

                    var what = $"{operation.Id}, {field} = {value[..Math.Min(40, value.Length)]}: {(int)answer.Status} {answer.Text}";
                    Assert.True((int)answer.Status < 500, what);
                    // A setting's value is kept as JSON, which writes such characters with others.
                    Assert.True(!Impossible.Contains(value) || (int)answer.Status >= 400 || operation.Id == "setSetting", what);
                }
            }
        }
    }

    [Fact]
    public async Task No_part_of_an_address_is_a_fault()
    {
        await using var server = await StartAsync();
        foreach (var operation in server.Operations.Where(static one => one.Method == HttpMethod.Get))
        {
            foreach (var parameter in operation.Parameters)
            {
                foreach (var value in parameter.In == "query" ? Nasty.QueryValues : Nasty.PathParts)
                {
                    var inQuery = $"{server.PathOf(operation)}?{parameter.Name}={value}";

                    var answer = await server.Owner.GetAsync(parameter.In == "query" ? inQuery : PathWith(parameter, value), Ct);

                    Assert.True(
                        (int)answer.Status < 500,
                        $"{operation.Id}, {parameter.Name} = {value[..Math.Min(40, value.Length)]}: {(int)answer.Status} {answer.Text}"
                    );
                }
            }

            string PathWith(Parameter parameter, string value) =>
                server.PathOf(operation with { Path = operation.Path.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal) });
        }
    }

    [Fact]
    public async Task Emoji_and_other_writing_come_back_as_they_were_sent()
    {
        const string Text = "\U0001F469\u200D\U0001F4BB \u05E9\u05DC\u05D5\u05DD e\u0301 'quoted' \"twice\" \\ back";
        await using var server = await StartAsync();

        var key = (await server.Owner.PostAsync("/api/keys", new { name = Text, role = "viewer" }, Ct)).Expect(HttpStatusCode.Created);
        Assert.Equal(Text, key["key"]!["name"]!.ToString());
        var contact = (await server.Owner.PostAsync("/api/sage/contacts", new { name = Text }, Ct)).Expect(HttpStatusCode.Created);
        var id = contact["contact"]!["id"]!.ToString();
        var found = await server.Owner.GetAsync($"/api/sage/contacts?search={Uri.EscapeDataString(Text)}", Ct);

        Assert.Equal((id, Text), (found["contacts"]![0]!["id"]!.ToString(), found["contacts"]![0]!["name"]!.ToString()));
    }

    private static async Task<PreparedServer> StartAsync()
    {
        var server = new PreparedServer(DatabaseKind.Postgres);
        await server.InitializeAsync();
        return server;
    }
}
