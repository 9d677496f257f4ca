using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>Texts that are taken come back as they were sent, whatever they hold.</summary>
public sealed class RoundTripTests(PreparedServer server) : IClassFixture<PreparedServer>
{
    public static TheoryData<string> Texts =>
        [
            "<b>Baobab</b> & <script>alert(1)</script>",
            "'; DROP TABLE settings; --",
            "\"quoted\" \\ back \\u0041",
            "\U0001F469\u200D\U0001F4BB \U0001F1FF\U0001F1E6 \U00020000",
            "\u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD",
            "e\u0301 and \u00e9 are two texts",
            "=1+2",
            "R\u00a01,00 \u2013 5 %",
            "{\"a\": 1}",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task In_settings_keys_and_workspaces(string text)
    {
        var ct = TestContext.Current.CancellationToken;
        (
            await server.Owner.PutAsync("/api/settings/template/text", new { value = new Dictionary<string, string> { [text] = text } }, ct)
        ).Expect(HttpStatusCode.OK);
        var settings = await server.Owner.GetAsync("/api/settings/template", ct);
        Assert.Equal(text, settings["settings"]!["text"]![text]!.ToString());

        var key = (await server.Owner.PostAsync("/api/keys", new { name = text, role = "viewer" }, ct)).Expect(HttpStatusCode.Created);
        Assert.Equal(text, key["key"]!["name"]!.ToString());
        var keys = (await server.Owner.GetAsync("/api/keys", ct))["keys"]!.AsArray();
        Assert.Contains(keys, one => one!["name"]!.ToString() == text);

        var workspace = (await server.Owner.PostAsync("/api/account/workspaces", new { name = text }, ct)).Expect(HttpStatusCode.Created);
        Assert.Equal(text, workspace.Get("name"));
        Assert.Contains(
            (await server.Owner.GetAsync("/api/session", ct))["workspaces"]!.AsArray(),
            one => one!["name"]!.ToString() == text
        );
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task In_a_contact(string text)
    {
        var ct = TestContext.Current.CancellationToken;
        var body = new
        {
            name = text,
            person_name = text,
            telephone = text,
            notes = $"{text}\nsecond line\tafter a tab",
            address = new
            {
                line1 = text,
                line2 = text,
                city = text,
                region = text,
            },
        };

        var id = (await server.Owner.PostAsync("/api/sage/contacts", body, ct)).Expect(HttpStatusCode.Created)["contact"]![
            "id"
        ]!.ToString();
        foreach (var path in new[] { $"/api/sage/contacts/{id}", "/api/sage/contacts?live=true&limit=200" })
        {
            var answer = (await server.Owner.GetAsync(path, ct)).Expect(HttpStatusCode.OK);
            var contact = answer["contacts"] is JsonArray all ? all.Single(one => one!["id"]!.ToString() == id)! : answer.Body!;

            foreach (var field in new[] { "name", "person_name", "telephone" })
                Assert.Equal((path, field, text), (path, field, contact[field]!.ToString()));
            Assert.Equal(body.notes, contact["notes"]!.ToString());
            foreach (var field in new[] { "line1", "line2", "city", "region" })
                Assert.Equal((path, field, text), (path, field, contact["address"]![field]!.ToString()));
        }
        var found = await server.Owner.GetAsync($"/api/sage/contacts?search={Uri.EscapeDataString(text)}", ct);
        Assert.Contains(found.Expect(HttpStatusCode.OK)["contacts"]!.AsArray(), one => one!["id"]!.ToString() == id);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task In_an_invoice(string text)
    {
        var ct = TestContext.Current.CancellationToken;
        var body = new
        {
            contact_id = server.Contact,
            // Sage takes 25 characters here.
            reference = text[..Math.Min(text.Length, 25)].Trim(),
            notes = $"{text}\nsecond line",
            line_items = new[]
            {
                new
                {
                    description = $"{text}\nsecond line",
                    quantity = 1,
                    unit_price = "1.00",
                },
            },
        };
        var preview = (await server.Owner.PostAsync("/api/sage/sales_invoices/preview", body, ct)).Expect(HttpStatusCode.OK);
        var stored = await server.Owner.GetAsync($"/api/sage/audit-logs/{preview.Get("preview_id")}", ct);
        Assert.Contains(body.reference, TextsOf(stored["request"]!), StringComparer.Ordinal);

        var id = (await server.Owner.ConfirmAsync(preview.Get("preview_id"), ct)).Expect(HttpStatusCode.Created).Get("id");
        var made = (await server.Owner.GetAsync($"/api/sage/sales_invoices/{id}", ct)).Expect(HttpStatusCode.OK);

        Assert.Contains(body.reference, TextsOf(made.Body!), StringComparer.Ordinal);
        Assert.Contains(body.notes, TextsOf(made.Body!), StringComparer.Ordinal);
        Assert.Contains(body.line_items[0].description, TextsOf(made.Body!), StringComparer.Ordinal);
    }

    private static IEnumerable<string> TextsOf(JsonNode node) =>
        node switch
        {
            JsonObject properties => properties.SelectMany(static pair => pair.Value is null ? [] : TextsOf(pair.Value)),
            JsonArray items => items.SelectMany(static item => item is null ? [] : TextsOf(item)),
            _ => [node.ToString()],
        };
}
