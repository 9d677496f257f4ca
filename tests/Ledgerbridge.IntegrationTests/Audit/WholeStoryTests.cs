using System.Net;
using System.Text.RegularExpressions;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.IntegrationTests.People;
using Ledgerbridge.IntegrationTests.Runs;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.People.Internal;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Audit;

/// <summary>One workspace's life in which everything happens that is ever written, told with names and secrets that stand out.</summary>
public sealed partial class WholeStoryTests(WholeStoryTests.Life life) : IClassFixture<WholeStoryTests.Life>
{
    [Fact]
    public async Task Every_action_of_the_vocabulary_is_written_by_something()
    {
        var ct = TestContext.Current.CancellationToken;
        var written = (await life.Server.RowsAsync("SELECT DISTINCT action FROM audit_entries", ct)).Select(static row => row[0]);

        Assert.Equal(Enum.GetValues<AuditAction>().Select(static action => action.Text()).Order(), written.Order());
    }

    [Fact]
    public async Task The_log_is_whole_afterwards()
    {
        var ct = TestContext.Current.CancellationToken;

        Assert.Equal("true", (await life.Owner.PostAsync("/api/audit/verify", null, ct)).Get("whole"));
    }

    [Fact]
    public async Task No_personal_data_is_in_the_log()
    {
        var ct = TestContext.Current.CancellationToken;
        var kept = await life.Server.EverythingAsync(ct, "audit_entries");

        foreach (var personal in Life.Personal)
            Assert.False(
                kept.Contains(personal, StringComparison.OrdinalIgnoreCase),
                $"{personal} is in the log: {Around(kept, personal)}"
            );
        // The shop's address is the merchant's own; in a test it happens to be this machine's.
        Assert.DoesNotMatch(NetworkAddress(), kept.Replace(life.ShopAddress, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_secret_is_in_the_log_nor_in_what_the_server_logs()
    {
        var ct = TestContext.Current.CancellationToken;
        var kept = await life.Server.EverythingAsync(ct, "audit_entries");
        Assert.True(life.Secrets.Count > 12);
        foreach (var secret in life.Secrets)
        {
            Assert.False(kept.Contains(secret, StringComparison.Ordinal), $"A secret is in the audit log: {Around(kept, secret)}");
            Assert.False(
                life.Server.Log.Text.Contains(secret, StringComparison.Ordinal),
                $"The server logged: {Around(life.Server.Log.Text, secret)}"
            );
        }
        Assert.DoesNotMatch(Token(), kept);
        Assert.DoesNotMatch(Token(), life.Server.Log.Text);
    }

    [Fact]
    public async Task No_secret_is_stored_in_the_open_anywhere()
    {
        var ct = TestContext.Current.CancellationToken;
        var everything = await life.Server.EverythingAsync(ct);
        // What the workspace's Owner keeps in a setting is kept as it is; everything else that lets somebody in is a hash or sealed.
        foreach (var secret in life.Secrets.Except([Life.SettingSecret, Life.NestedSecret]))
            Assert.False(
                everything.Contains(secret, StringComparison.Ordinal),
                $"A secret is in the database: {Around(everything, secret)}"
            );
    }

    [Fact]
    public async Task Every_summary_is_a_sentence()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (var row in await life.Server.RowsAsync("SELECT DISTINCT summary FROM audit_entries", ct))
        {
            Assert.Matches(@"^[\p{Lu}\d].*[.)]$", row[0]);
            Assert.DoesNotContain("Exception", row[0], StringComparison.Ordinal);
        }
    }

    private static string Around(string text, string found)
    {
        var at = text.IndexOf(found, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 200)..Math.Min(text.Length, at + found.Length + 50)];
    }

    [GeneratedRegex(@"\b(127\.0\.0\.1|203\.0\.113\.\d+)\b|::1\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NetworkAddress();

    [GeneratedRegex(@"lb[ksiw]_[A-Za-z0-9_-]{20,}|eyJ[A-Za-z0-9_-]{10,}\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    /// <summary>The life.</summary>
    public sealed class Life : IAsyncLifetime
    {
        public const string SettingSecret = "hunter2-of-the-post-office";
        public const string NestedSecret = "hunter3-of-the-bank";
        private const string Sipho = "sipho.dlamini@example.co.za";
        private const string NewPassword = "a quite different password";

        /// <summary>Of people and contacts: names, addresses, telephones.</summary>
        public static readonly IReadOnlyList<string> Personal =
        [
            "Thandi",
            "Nkosi",
            "sipho",
            "dlamini",
            "@example",
            "Naledi",
            "Mokoena",
            "082 555 0199",
            "12 Protea Street",
            "Stellenbosch",
            "7600-QX",
        ];

        private ShopStory? _story;

        /// <summary>Where the shop is.</summary>
        public string ShopAddress => _story!.Shop.Url;

        private readonly List<string> _secrets =
        [
            ServerSetUp.Password,
            NewPassword,
            ServerPeople.InvitedPassword,
            SettingSecret,
            NestedSecret,
        ];

        /// <summary>The server.</summary>
        public ServerFixture Server { get; private set; } = null!;

        /// <summary>The Owner's browser.</summary>
        public ServerClient Owner { get; private set; } = null!;

        /// <summary>Every text that lets somebody in, and was used or made in the story.</summary>
        public IReadOnlyList<string> Secrets => _secrets;

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            var ct = TestContext.Current.CancellationToken;
            Server = await ServerFixture.StartAsync(ct);
            Owner = await Server.FirstRunAsync(ct);
            await SignInsAsync(ct);
            await PeopleAsync(ct);
            await ConnectionsAsync(ct);
            await BooksAsync(ct);
            await ShopAsync(ct);
            await SettingsAsync(ct);
            await AlertsAsync(ct);
            await EndAsync(ct);
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            if (_story is not null)
                await _story.DisposeAsync();
        }

        private async Task SignInsAsync(CancellationToken ct)
        {
            var (key, codes) = await Server.TurnTwoFactorOnAsync(Owner, ct);
            _secrets.Add(key);
            _secrets.AddRange(codes);
            await Server.TryToSignInAsync(ServerSetUp.Email, "wrong password", ct, address: "203.0.113.77");
            await Server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, codes[0]);
            Server.Time.Advance(TimeSpan.FromMinutes(2));
            var code = Totp.CodeAt(key, Server.Time.GetUtcNow());
            (await Owner.PostAsync("/api/account/two-factor/off", new { code }, ct)).Expect(HttpStatusCode.OK);
            var password = new { current_password = ServerSetUp.Password, new_password = NewPassword };
            (await Owner.PutAsync("/api/account/password", password, ct)).Expect(HttpStatusCode.OK);
            using var elsewhere = await Server.SignInAsync(ServerSetUp.Email, NewPassword, ct);
            var sessions = (await Owner.GetAsync("/api/account/sessions", ct))["sessions"]!.AsArray();
            var other = sessions.Single(static session => !session!["current"]!.GetValue<bool>())!["id"]!.ToString();
            (await Owner.DeleteAsync($"/api/account/sessions/{other}", ct)).Expect(HttpStatusCode.OK);
            using var again = Server.Browser();
            var signedIn = await again.PostAsync("/api/session", new { email = ServerSetUp.Email, password = NewPassword }, ct);
            _secrets.Add(signedIn.Headers["Set-Cookie"].Split('=', ';')[1]);
            (await again.DeleteAsync("/api/session", ct)).Expect(HttpStatusCode.OK);
        }

        private async Task PeopleAsync(CancellationToken ct)
        {
            _secrets.Add(await Owner.InviteAsync("naledi@example.co.za", "viewer", ct));
            var invitation = (await Owner.GetAsync("/api/people", ct))["invitations"]![0]!["id"]!.ToString();
            (await Owner.DeleteAsync($"/api/people/invitations/{invitation}", ct)).Expect(HttpStatusCode.OK);
            using var sipho = await Server.JoinedAsync(Owner, Sipho, "viewer", ct);
            var id = (await Owner.PersonAsync(Sipho, ct))["id"]!.ToString();
            (await Owner.PutAsync($"/api/people/{id}/role", new { role = "accountant" }, ct)).Expect(HttpStatusCode.OK);
            (await Owner.DeleteAsync($"/api/people/{id}", ct)).Expect(HttpStatusCode.OK);
            var made = (await Owner.PostAsync("/api/keys", new { name = "Till", role = "owner" }, ct)).Expect(HttpStatusCode.Created);
            _secrets.Add(made.Get("api_key"));
            using var program = Server.Program(made.Get("api_key"));
            (await program.GetAsync("/api/connections", ct)).Expect(HttpStatusCode.OK);
            (await Owner.DeleteAsync($"/api/keys/{made["key"]!["id"]}", ct)).Expect(HttpStatusCode.OK);
        }

        private async Task ConnectionsAsync(CancellationToken ct)
        {
            var authorize = (await Owner.GetAsync("/auth/start?country=za", ct)).Expect(HttpStatusCode.Found).Location!;
            var refused = await Server.Sandbox.SignIn.DecideAsync(authorize.AbsoluteUri, new SandboxDecision { Allow = false }, ct);
            (await Owner.GetAsync(refused.PathAndQuery, ct)).Expect(HttpStatusCode.BadRequest);
            var connection = await Server.ConnectAsync(Owner, ct);
            (await Owner.PostAsync($"/api/connections/{connection}/refresh", null, ct)).Expect(HttpStatusCode.OK);
            await Server.Sandbox.Control.AddFaultAsync(
                new SandboxFault
                {
                    Kind = "instead",
                    Path = "/token",
                    Status = 503,
                    Times = 1,
                },
                ct
            );
            Assert.NotEqual(HttpStatusCode.OK, (await Owner.PostAsync($"/api/connections/{connection}/refresh", null, ct)).Status);
            await Server.Sandbox.Control.ClearFaultsAsync(ct);
            await Server.Sandbox.Control.RevokeTokensAsync(ct);
            Assert.NotEqual(HttpStatusCode.OK, (await Owner.PostAsync($"/api/connections/{connection}/refresh", null, ct)).Status);
            await Server.ConnectAsync(Owner, ct);
            var business = new { business_id = SandboxSeed.KarooTrading };
            (await Owner.PostAsync("/api/business/select", business, ct)).Expect(HttpStatusCode.OK);
            (await Owner.PostAsync("/api/business/reference/refresh", null, ct)).Expect(HttpStatusCode.OK);
        }

        private async Task BooksAsync(CancellationToken ct)
        {
            var contact = new
            {
                name = "Baobab Lodge",
                email = "naledi.mokoena@example.co.za",
                telephone = "082 555 0199",
                person_name = "Naledi Mokoena",
                address = new
                {
                    line1 = "12 Protea Street",
                    city = "Stellenbosch",
                    postal_code = "7600-QX",
                    country = "ZA",
                },
            };
            var made = (await Owner.PostAsync("/api/sage/contacts", contact, ct)).Expect(HttpStatusCode.Created);
            var customer = made["contact"]!["id"]!.ToString();
            (await Owner.PutAsync($"/api/sage/contacts/{customer}", contact, ct)).Expect(HttpStatusCode.OK);
            var confirmed = (await Owner.ConfirmAsync(await Owner.PreviewAsync(customer, "PO-1", ct), ct)).Expect(HttpStatusCode.Created);
            (await Owner.PostAsync($"/api/sage/sales_invoices/{confirmed.Get("id")}/release", null, ct)).Expect(HttpStatusCode.OK);
            var reason = new { reason = "Written to the wrong customer" };
            (await Owner.PostAsync($"/api/sage/sales_invoices/{confirmed.Get("id")}/void", reason, ct)).Expect(HttpStatusCode.OK);
            await Server.Sandbox.Control.AddFaultAsync(
                new SandboxFault
                {
                    Kind = "instead",
                    Method = "POST",
                    Path = "*sales_invoices",
                    Status = 422,
                    Body = """
                    [{"$severity":"error","$dataCode":"ValidationError","$source":"contact_id",
                      "$message":"is not right for naledi.mokoena@example.co.za"}]
                    """,
                    ContentType = "application/json",
                    Times = 1,
                },
                ct
            );
            await Owner.PostAsync("/api/sage/sales_invoices", ServerSetUp.Invoice(customer, "PO-2"), ct);
            await Server.Sandbox.Control.ClearFaultsAsync(ct);
        }

        private async Task ShopAsync(CancellationToken ct)
        {
            _story = await ShopStory.OnAsync(Server, Owner, ct);
            var shop = _story.Shop;
            var nobody = new { base_url = shop.Url, pairing_code = "0123456789abcdef0123456789abcdef" };
            (await Owner.PostAsync("/api/stores", nobody, ct)).Expect(HttpStatusCode.BadRequest);
            // What is still owed in the books has its credit note set against it.
            await _story.PaymentsGoAsync("unpaid", ct);
            foreach (var happening in new[] { "sell", "refund" })
            {
                await shop.DoAsync(happening, ct);
                await _story.WorkAsync(ct);
            }
            await _story.PaymentsGoAsync("bank", ct);
            await shop.DoAsync("sell", ct);
            var product = await shop.DoAsync("edit-product", ct);
            await _story.WorkAsync(ct);
            // The shop's outbox keeps a second change of the same thing to itself; its operator's command does not.
            await _story.RenameProductAsync(product, ct);
            await _story.WorkAsync(ct);
            foreach (var run in await _story.RunsAsync("?status=synced", ct))
            {
                if (run["event"]!.ToString() is "invoice.paid" or "creditmemo.created")
                    await Owner.PostAsync($"/api/runs/{run["id"]}/undo", new { reason = "Sold to the wrong customer" }, ct);
            }
            var undone = (await _story.RunsAsync("?status=skipped", ct))[0];
            (await Owner.PostAsync($"/api/runs/{undone["id"]}/retry", null, ct)).Expect(HttpStatusCode.OK);
            object backfill = new
            {
                store_id = _story.StoreId,
                @event = "invoice.created",
                from_id = 1,
                to_id = 1,
            };
            (await Owner.PostAsync("/api/runs/backfill", backfill, ct)).Expect(HttpStatusCode.OK);
            await RefuseAndTakeAsync(ct);
        }

        /// <summary>The shop refuses our token until that is written down, takes it again, and is disconnected.</summary>
        private async Task RefuseAndTakeAsync(CancellationToken ct)
        {
            var store = $"/api/stores/{_story!.StoreId}";
            await _story.Shop.FaultAsync(
                new
                {
                    kind = "status",
                    route = "ping",
                    status = 401,
                    times = 3,
                },
                ct
            );
            for (var refusal = 0; refusal < 4; refusal++)
                await Owner.PostAsync($"{store}/ping", null, ct);
            (await Owner.PostAsync($"{store}/disconnect", null, ct)).Expect(HttpStatusCode.OK);
        }

        private async Task SettingsAsync(CancellationToken ct)
        {
            (await Owner.PostAsync("/api/settings/initialize-za-defaults", null, ct)).Expect(HttpStatusCode.OK);
            (await Owner.PutAsync("/api/settings/security/smtp_password", new { value = SettingSecret }, ct)).Expect(HttpStatusCode.OK);
            var nested = new { value = new { host = "mail", client_secret = NestedSecret } };
            (await Owner.PutAsync("/api/settings/automation/bank", nested, ct)).Expect(HttpStatusCode.OK);
            (await Owner.PutAsync("/api/settings/personal/nickname", new { value = "Thandi" }, ct)).Expect(HttpStatusCode.OK);
        }

        private async Task AlertsAsync(CancellationToken ct)
        {
            var settings = new
            {
                recipients = new[] { Sipho },
                webhook_url = "https://hooks.example.co.za/",
                told = new[] { "connection" },
            };
            var saved = (await Owner.PutAsync("/api/alerts/settings", settings, ct)).Expect(HttpStatusCode.OK);
            _secrets.Add(saved.Get("webhook_secret"));
            var changed = (await Owner.PostAsync("/api/alerts/webhook-secret", null, ct)).Expect(HttpStatusCode.OK);
            _secrets.Add(changed.Get("webhook_secret"));
            (await Owner.PostAsync("/api/alerts/test", new { way = "mail" }, ct)).Expect(HttpStatusCode.OK);
        }

        private async Task EndAsync(CancellationToken ct)
        {
            var connections = (await Owner.GetAsync("/api/connections", ct))["connections"]!.AsArray();
            foreach (var connection in connections.Where(static one => one!["status"]!.ToString() == "active"))
                (await Owner.DeleteAsync($"/api/connections/{connection!["id"]}", ct)).Expect(HttpStatusCode.OK);
        }
    }
}
