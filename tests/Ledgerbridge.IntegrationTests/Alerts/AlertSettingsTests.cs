using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.Alerts;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.AspNetCore.Http;

namespace Ledgerbridge.IntegrationTests.Alerts;

/// <summary>Who is told, and trying it out.</summary>
public sealed class AlertSettingsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_signed_with_a_secret_that_is_shown_once_and_can_be_changed_in_peace()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        Assert.StartsWith("lbw_", story.Secret, StringComparison.Ordinal);
        Assert.Null((await story.SaveAsync(story.Settings(), Ct))["webhook_secret"]);
        await TestedAsync(story, taken: true, "The webhook took it (HTTP 204).");
        var first = story.Receiver.Messages[^1];
        Assert.Equal(
            ("alert.test", true, false),
            (first.Body["type"]!.ToString(), first.IsSignedWith(story.Secret), first.IsSignedWith("x"))
        );
        Assert.Equal(story.Server.Time.GetUtcNow().ToUnixTimeSeconds(), first.SignedAt);

        var next = (await story.Owner.PostAsync("/api/alerts/webhook-secret", null, Ct)).Expect(HttpStatusCode.OK).Get("webhook_secret");
        await TestedAsync(story, taken: true, "The webhook took it (HTTP 204).");
        var both = story.Receiver.Messages[^1];
        Assert.True(both.IsSignedWith(story.Secret) && both.IsSignedWith(next));
        story.Server.Time.Advance(TimeSpan.FromDays(1));
        await TestedAsync(story, taken: true, "The webhook took it (HTTP 204).");
        var later = story.Receiver.Messages[^1];
        Assert.Equal((false, true), (later.IsSignedWith(story.Secret), later.IsSignedWith(next)));

        story.Server.Get<KeyRotation>().AddKey();
        Assert.NotEqual(0, await story.Server.Get<KeyRotation>().ResealAsync(Ct));
        await TestedAsync(story, taken: true, "The webhook took it (HTTP 204).");
        Assert.True(story.Receiver.Messages[^1].IsSignedWith(next));
        var kept = await story.Server.EverythingAsync(Ct);
        Assert.DoesNotContain(next, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("in-the-address", await story.Server.EverythingAsync(Ct, "audit_entries"), StringComparison.Ordinal);
        Assert.DoesNotContain("in-the-address", story.Server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_says_what_the_webhook_said()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        story.Receiver.Status = StatusCodes.Status403Forbidden;
        await TestedAsync(story, taken: false, "The webhook did not take it: it answered HTTP 403 (Forbidden).");
        story.Receiver.Status = StatusCodes.Status410Gone;
        await TestedAsync(story, taken: false, "The webhook says that it is gone for good (HTTP 410).");
        (story.Receiver.Status, story.Receiver.Location) = (StatusCodes.Status302Found, story.Receiver.Url);
        var before = story.Receiver.Messages.Count;
        await TestedAsync(
            story,
            taken: false,
            "The webhook sends us on to another address (HTTP 302), which is not followed. Set the address it means."
        );
        Assert.Equal(before + 1, story.Receiver.Messages.Count);
        (story.Receiver.Status, story.Receiver.Location) = (StatusCodes.Status200OK, null);
        var held = story.Receiver.Hold();
        var testing = story.Owner.PostAsync("/api/alerts/test", new { way = "webhook" }, Ct);
        await Eventually.TrueAsync(() => story.Receiver.Messages.Count == before + 2, "the webhook was called", Ct);
        story.Server.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("The webhook did not answer in time.", (await testing)["results"]![0]!["message"]!.ToString());
        held.SetResult();
        await story.Receiver.DisposeAsync();
        await TestedAsync(story, taken: false, "Nobody answers at the webhook's address, or the line broke.");
    }

    [Fact]
    public async Task Settings_are_checked_field_by_field_kept_apart_by_role_and_written_to_the_log_without_addresses()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);
        var nothing = (await owner.GetAsync("/api/alerts/settings", Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("""["connection","runs","store","sync","audit"]""", nothing["told"]!.ToJsonString());
        Assert.Equal(("[]", "Africa/Johannesburg"), (nothing["recipients"]!.ToJsonString(), nothing.Get("time_zone")));
        Assert.Equal((null, null, null), (nothing["webhook_url"], nothing["quiet_from"], nothing["mail_route"]));
        var wrong = new
        {
            recipients = new[] { "thandi@example.co.za", "Thandi <thandi@example.co.za>", "thandi@localhost" },
            webhook_url = "http://hooks.example.co.za/",
            quiet_from = "22:00",
            quiet_until = "25:00",
            told = new[] { "connection", "weather" },
        };
        var refused = (await owner.PutAsync("/api/alerts/settings", wrong, Ct)).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(
            ["quiet_until", "recipients[1]", "recipients[2]", "told[1]", "webhook_url"],
            refused["errors"]!.AsObject().Select(static error => error.Key).Order(StringComparer.Ordinal)
        );

        var right = new
        {
            recipients = new[] { "thandi@example.co.za", "THANDI@example.co.za" },
            webhook_url = "https://127.0.0.1:1/hook?key=in-the-address",
            quiet_from = "22:00",
            quiet_until = "06:30",
            told = new[] { "audit", "connection" },
        };
        var saved = (await owner.PutAsync("/api/alerts/settings", right, Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("""["thandi@example.co.za"]""", saved["settings"]!["recipients"]!.ToJsonString());
        Assert.Equal("""["connection","audit"]""", saved["settings"]!["told"]!.ToJsonString());
        var written = await server.NumberAsync("SELECT count(*) FROM audit_entries", Ct);
        (await owner.PutAsync("/api/alerts/settings", right, Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal(written, await server.NumberAsync("SELECT count(*) FROM audit_entries", Ct));
        var log = await server.EverythingAsync(Ct, "audit_entries");
        Assert.DoesNotContain("in-the-address", log, StringComparison.Ordinal);
        Assert.DoesNotContain("@example", log, StringComparison.OrdinalIgnoreCase);

        using var viewer = await server.KeyAsync(owner, "viewer", Ct);
        Assert.Equal("https://127.0.0.1:1", (await viewer.GetAsync("/api/alerts/settings", Ct)).Get("webhook_url"));
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync("/api/alerts/test", new { way = "mail" }, Ct)).Status);

        var forbidden = await owner.PostAsync("/api/alerts/test", new { way = "webhook" }, Ct);
        Assert.Contains("private network", forbidden["results"]![0]!["message"]!.ToString(), StringComparison.Ordinal);
        var noServer = await owner.PostAsync("/api/alerts/test", new { way = "mail" }, Ct);
        Assert.Contains("No mail server is named", noServer["results"]![0]!["message"]!.ToString(), StringComparison.Ordinal);
        var empty = new JsonObject { ["recipients"] = new JsonArray(), ["told"] = new JsonArray() };
        (await owner.PutAsync("/api/alerts/settings", empty, Ct)).Expect(HttpStatusCode.OK);
        foreach (var way in new[] { "mail", "webhook" })
            Assert.Equal(HttpStatusCode.Conflict, (await owner.PostAsync("/api/alerts/test", new { way }, Ct)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await owner.PostAsync("/api/alerts/webhook-secret", null, Ct)).Status);
    }

    [Fact]
    public async Task Mails_go_to_each_address_and_the_end_only_to_those_who_heard_the_beginning()
    {
        await using var mail = new SmallMailServer();
        var settings = new Dictionary<string, string?>
        {
            ["Ledgerbridge:Alerts:Mail:Host"] = "127.0.0.1",
            ["Ledgerbridge:Alerts:Mail:Port"] = mail.Port.ToString(null as IFormatProvider),
            ["Ledgerbridge:Alerts:Mail:Tls"] = "false",
            ["Ledgerbridge:Alerts:Mail:From"] = "books@example.co.za",
            ["Ledgerbridge:Hosting:PublicUrl"] = "https://books.example.co.za",
        };
        await using var server = await ServerFixture.StartAsync(DatabaseKind.Sqlite, settings, Ct);
        var rounds = server.Get<AlertRounds>();
        using var owner = await server.FirstRunAsync(Ct);
        await RecipientsAsync("thandi@example.co.za", "sipho@example.co.za");
        await server.ExecuteAsync("UPDATE audit_entries SET summary = summary || '!' WHERE seq = 1", Ct);
        await RoundAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(["sipho@example.co.za", "thandi@example.co.za"], mail.Mails.Select(static one => one.To).Order());
        Assert.Contains("https://books.example.co.za/audit", mail.Mails[0].Body, StringComparison.Ordinal);
        Assert.Contains("16 Mar 2026, 11:40", mail.Mails[0].Body, StringComparison.Ordinal);

        await RecipientsAsync("thandi@example.co.za", "naledi@example.co.za");
        await server.ExecuteAsync("UPDATE audit_entries SET summary = rtrim(summary, '!') WHERE seq = 1", Ct);
        await RoundAsync(TimeSpan.FromDays(1));
        Assert.Equal("thandi@example.co.za", Assert.Single(mail.Mails.Skip(2)).To);
        Assert.Contains("Nothing has to be done.", mail.Mails[2].Body, StringComparison.Ordinal);

        async Task RecipientsAsync(params string[] recipients) =>
            (await owner.PutAsync("/api/alerts/settings", new { recipients, told = new[] { "audit" } }, Ct)).Expect(HttpStatusCode.OK);

        Task RoundAsync(TimeSpan after)
        {
            server.Time.Advance(after);
            return rounds.RunOnceAsync(Ct);
        }
    }

    private static async Task TestedAsync(AlertStory story, bool taken, string message)
    {
        var answer = (await story.Owner.PostAsync("/api/alerts/test", new { way = "webhook" }, Ct)).Expect(HttpStatusCode.OK);
        var result = Assert.Single(answer["results"]!.AsArray())!;
        Assert.Equal((taken, message), ((bool)result["taken"]!, result["message"]!.ToString()));
    }
}
