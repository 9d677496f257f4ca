using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>
/// Every field of every body of the API's own description, one after another, with everything that should not stand there. All else in
/// the body is right, so whatever is refused is this field's fault.
/// </summary>
[Trait("Work", "Long")]
public sealed partial class BodyFieldTests(PreparedServer server) : IClassFixture<PreparedServer>
{
    /// <summary>Choosing a business that is not in the copy of the list reads the list anew, which writes the same rows again.</summary>
    private const string Rereads = "selectBusiness";

    private static readonly string[] CountedTables =
    [
        "people_sign_in_failures",
        "audit_entries",
        "audit_heads",
        "people_sessions",
        "people_persons",
        "storage_stamps",
    ];

    private readonly Baselines _baselines = new(server);
    private readonly FieldSender _sender = new(server);

    public static TheoryData<string> OperationsWithBody =>
        [
            "firstRun",
            "signIn",
            "switchWorkspace",
            "acceptInvitation",
            "invitePerson",
            "changeRole",
            "createKey",
            "changePassword",
            "turnTwoFactorOn",
            "turnTwoFactorOff",
            "createWorkspace",
            "setSetting",
            "selectBusiness",
            "createInvoice",
            "previewInvoice",
            "voidInvoice",
            "createContact",
            "updateContact",
            "setContactActive",
            "addContactAddress",
            "changeContactAddress",
            "addContactPerson",
            "changeContactPerson",
            "connectStore",
            "pairStore",
            "setStorePolicy",
            "previewStorePolicy",
            "undoRun",
            "dryRun",
            "backfillRuns",
            "setAlertSettings",
            "testAlerts",
        ];

    [Fact]
    public void Every_operation_with_a_body_is_in_the_list_and_every_field_of_it_in_its_right_body()
    {
        var withBody = server.Operations.Where(static operation => operation.HasBody).ToArray();

        Assert.Equal(withBody.Select(static one => one.Id).Order(), OperationsWithBody.Select(static row => row.Data).Order());
        foreach (var operation in withBody)
        {
            // A preview that is confirmed says everything by itself, so it cannot stand beside the fields; it has a test of its own.
            foreach (var field in operation.Fields.Where(static field => field != "preview_id"))
                Assert.True(
                    _baselines.Of(operation.Id)!.ToJsonString().Contains($"\"{FieldSender.NameOf(field)}\"", StringComparison.Ordinal),
                    $"{operation.Id}: {field}"
                );
        }
    }

    [Theory]
    [MemberData(nameof(OperationsWithBody))]
    public async Task The_right_body_is_taken(string operationId)
    {
        var operation = _sender.Find(operationId);

        var answer = await _sender.SendAsync(operation, _baselines.Of(operationId)!.ToJsonString());

        if (Baselines.NeverAccepted.TryGetValue(operationId, out var status))
            Assert.Equal((HttpStatusCode)status, answer.Status);
        else
            Assert.True(operationId == "voidInvoice" ? answer.Status == HttpStatusCode.NotFound : (int)answer.Status < 300, answer.Text);
    }

    [Theory]
    [MemberData(nameof(OperationsWithBody))]
    public async Task Nonsense_in_any_field_is_refused_by_its_name_or_taken_but_never_a_fault_and_refusals_change_nothing(
        string operationId
    )
    {
        var ct = TestContext.Current.CancellationToken;
        var operation = _sender.Find(operationId);
        var counted = FieldSender.IsCounted(operationId) || operationId == Rereads;
        foreach (var field in operation.Fields)
        {
            var template = _sender.WithHole(operationId, field);
            var before = counted ? await server.Server.HashesAsync(ct, CountedTables) : null;
            await server.Watch.ChangedAsync();
            foreach (var value in Nasty.Values)
            {
                var answer = await _sender.SendAsync(operation, template.Holding(value));

                var what = $"{operationId}, {field} = {Shortened(value)}: {(int)answer.Status} {Shortened(answer.Text)}";
                Assert.True((int)answer.Status < 500, what);
                if ((int)answer.Status >= 400)
                    AssertRefusal(answer, field, what);
                var changed = !counted && await server.Watch.ChangedAsync();
                // That somebody tried what Sage then refused, or did not have, is written to the log.
                Assert.False(changed && (int)answer.Status is >= 400 and not (404 or 422), $"{what} changed something");
            }
            if (before is not null && operationId != "signIn")
                Assert.Equal(before, await server.Server.HashesAsync(ct, CountedTables));
        }
    }

    [Theory]
    [MemberData(nameof(OperationsWithBody))]
    public async Task A_body_without_a_field_is_taken_or_names_it(string operationId)
    {
        var operation = _sender.Find(operationId);
        foreach (var field in operation.Fields.Where(static field => field != "preview_id"))
        {
            var body = _baselines.Of(operationId)!;
            FieldSender.Remove(body, field);
            await server.Watch.ChangedAsync();

            var answer = await _sender.SendAsync(operation, body.ToJsonString());

            var what = $"{operationId} without {field}: {(int)answer.Status} {answer.Text}";
            Assert.True((int)answer.Status < 500, what);
            if (answer.Status == HttpStatusCode.BadRequest)
                Assert.True(Names(answer, field) || Baselines.NeverAccepted.ContainsKey(operationId), what);
        }
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        const string Body = """
            {"contact_id": 5, "reference": "", "date": "2026-02-30", "notes": "\u0000",
             "line_items": [{"description": "", "quantity": 0, "unit_price": "x"},
                            {"description": "ok", "quantity": "1", "unit_price": -1}, 7]}
            """;

        var answer = await _sender.SendAsync(_sender.Find("previewInvoice"), Body);

        string[] fields =
        [
            "contact_id",
            "date",
            "line_items[0].description",
            "line_items[0].quantity",
            "line_items[0].unit_price",
            "line_items[1].unit_price",
            "line_items[2]",
            "notes",
            "reference",
        ];
        Assert.Equal(
            fields,
            answer.Expect(HttpStatusCode.BadRequest)["errors"]!.AsObject().Select(static pair => pair.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Nonsense_in_the_place_of_a_preview_is_refused_and_changes_nothing()
    {
        foreach (var value in Nasty.Values.Where(static value => value != "null"))
        {
            await server.Watch.ChangedAsync();

            var answer = await _sender.SendAsync(_sender.Find("createInvoice"), $"{{\"preview_id\": {value}}}");

            Assert.True((int)answer.Status is >= 400 and < 500, $"{Shortened(value)}: {Shortened(answer.Text)}");
            Assert.False(await server.Watch.ChangedAsync());
        }
    }

    private static void AssertRefusal(ServerAnswer answer, string field, string what)
    {
        Assert.StartsWith("application/problem+json", answer.Headers["Content-Type"], StringComparison.Ordinal);
        foreach (var part in new[] { "type", "title", "status", "detail", "code" })
            Assert.True(answer[part] is not null, $"{what} has no {part}");
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        if (answer.Get("code") == "invalid")
            Assert.True(Names(answer, field), $"{what} names another field");
        if (answer["errors"] is JsonObject errors)
            Assert.All(
                errors.SelectMany(static pair => pair.Value!.AsArray()),
                sentence => Assert.Matches(Sentence(), sentence!.ToString())
            );
    }

    /// <summary>The field itself, something in it, or the pair of fields it cannot be told apart from.</summary>
    private static bool Names(ServerAnswer answer, string field) =>
        answer["errors"] is JsonObject errors
        && errors.Any(pair =>
            pair.Key == field
            || pair.Key.StartsWith(field + ".", StringComparison.Ordinal)
            || pair.Key.StartsWith(field + "[", StringComparison.Ordinal)
            || (pair.Key == "token" && field is "name" or "password")
            || (field is "date" or "due_date" && pair.Key is "date" or "due_date")
            || (field == "country" && pair.Key == "address.country")
            // On a card of settings one choice asks for another.
            || (field.Contains('.', StringComparison.Ordinal) && pair.Key.StartsWith(field.Split('.')[0] + ".", StringComparison.Ordinal))
        );

    private static string Shortened(string text) => text.Length <= 300 ? text : text[..300] + "…";

    [GeneratedRegex("[.!?]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();
}
