using System.Net;
using Ledgerbridge.IntegrationTests.People;
using Ledgerbridge.IntegrationTests.Sandbox;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>
/// No request reaches another workspace's rows, whichever of its real ids is sent, and wherever in the request it stands.
/// </summary>
public sealed class OtherWorkspaceTests(OtherWorkspaceTests.TwoWorkspaces two) : IClassFixture<OtherWorkspaceTests.TwoWorkspaces>
{
    /// <summary>What changes whoever calls: when somebody was last seen.</summary>
    private static readonly string[] LastSeen = ["people_sessions", "people_api_keys"];

    private static readonly string[] TriedTables = ["audit_entries", "audit_heads", "posting_journal"];

    /// <summary>Parameters that are no ids, each with the reason.</summary>
    private static readonly Dictionary<string, string> NoIds = new()
    {
        ["GET /api/settings/{scope}"] = "a scope is one of five words, and rows are the caller's workspace's",
        ["POST /api/sync/{resource}"] = "a resource is one of a few words, and the business is the caller's workspace's",
        ["PUT /api/settings/{scope}/{key}"] = "a scope and a key are words, and rows are the caller's workspace's",
        ["GET /api/invitations/{token}"] = "the link's secret text is what gives access",
        ["POST /api/invitations/{token}/accept-as-me"] = "the link's secret text is what gives access, for its own person",
        ["GET /openapi/{documentName}.json"] = "holds no data",
        ["POST /webhooks/magento/{tenant}/{event}"] = "the shop's own token is what gives access",
        ["GET /embed/{tenant}"] = "tells nothing to people of other workspaces, as if they were not signed in",
    };

    [Fact]
    public void Every_address_with_an_id_is_tried()
    {
        var withIds = MappedEndpoint
            .Of(two.Server)
            .Where(static endpoint =>
                endpoint.Pattern.Contains('{', StringComparison.Ordinal) && !endpoint.Pattern.Contains("{**", StringComparison.Ordinal)
            )
            .Select(static endpoint => endpoint.Name)
            .Except(NoIds.Keys);

        Assert.Equal([], withIds.Except(two.Cases().Select(static one => one.Name)));
    }

    [Fact]
    public async Task An_id_of_another_workspace_answers_as_if_it_did_not_exist_and_changes_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        var before = await two.Server.HashesAsync(ct, LastSeen);
        var ofTheFirst = await two.RowsOfTheFirstAsync(ct);
        foreach (var (name, path, body) in two.Cases())
        {
            foreach (var (who, caller) in new[] { ("an Owner", two.Stranger), ("a key", two.StrangersKey) })
            {
                if (who == "a key" && AccessTable.Rules[name].StartsWith("people:", StringComparison.Ordinal))
                    continue;
                var answer = await caller.SendAsync(new HttpMethod(name.Split(' ')[0]), path, body, ct);

                Assert.True(answer.Status == HttpStatusCode.NotFound, $"{name} for {who} answered {(int)answer.Status} {answer.Text}");
                Assert.Equal("not_found", answer.Get("code"));
                // An attempt at Sage is written down in the log of whoever made it, and nowhere else.
                var tried = name.EndsWith("/release", StringComparison.Ordinal) || name.EndsWith("/void", StringComparison.Ordinal);
                AssertSame(before, await two.Server.HashesAsync(ct, LastSeen), tried ? TriedTables : []);
                Assert.Equal(ofTheFirst, await two.RowsOfTheFirstAsync(ct));
                before = await two.Server.HashesAsync(ct, LastSeen);
            }
        }
    }

    [Fact]
    public async Task An_id_of_another_workspace_answers_just_like_one_that_never_existed()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (var (name, path, body) in two.Cases())
        {
            var id = two.OwnIds.Single(own => path.Contains(own, StringComparison.Ordinal));
            // Ids of ours have a prefix; those of Sage are asked for at Sage, whose refusal carries the number of the call.
            if (!id.Contains('_', StringComparison.Ordinal))
                continue;
            var invented = id[..^1] + (id[^1] == '0' ? '1' : '0');
            var method = new HttpMethod(name.Split(' ')[0]);

            var real = await two.Stranger.SendAsync(method, path, body, ct);
            var never = await two.Stranger.SendAsync(method, path.Replace(id, invented, StringComparison.Ordinal), body, ct);

            Assert.Equal((never.Status, never.Get("detail")), (real.Status, real.Get("detail")));
        }
    }

    [Fact]
    public async Task A_contact_of_another_workspace_cannot_be_invoiced()
    {
        var ct = TestContext.Current.CancellationToken;
        var before = await two.Server.HashesAsync(ct, LastSeen);
        foreach (var path in new[] { "/api/sage/sales_invoices/preview", "/api/sage/sales_invoices" })
        {
            var answer = await two.Stranger.PostAsync(path, ServerSetUp.Invoice(two.Contact), ct);

            Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("contact_id"));
        }
        Assert.Equal(before, await two.Server.HashesAsync(ct, LastSeen));
    }

    [Fact]
    public async Task A_preview_of_another_workspace_cannot_be_confirmed()
    {
        var ct = TestContext.Current.CancellationToken;
        var before = await two.Server.HashesAsync(ct, LastSeen);

        var answer = await two.Stranger.PostAsync("/api/sage/sales_invoices", new { preview_id = two.Preview }, ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(before, await two.Server.HashesAsync(ct, LastSeen));
    }

    [Fact]
    public async Task Nobody_goes_to_a_workspace_of_others_by_its_id()
    {
        var ct = TestContext.Current.CancellationToken;

        var answer = await two.Stranger.PutAsync("/api/session/workspace", new { workspace_id = two.Workspace }, ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("Elsewhere", (await two.Stranger.GetAsync("/api/session", ct))["workspace"]!["name"]!.ToString());
    }

    [Fact]
    public async Task Lists_show_nothing_of_another_workspace_whatever_they_are_asked_for()
    {
        var ct = TestContext.Current.CancellationToken;
        string[] lists =
        [
            "/api/people",
            "/api/keys",
            "/api/connections",
            "/api/stores",
            "/api/alerts",
            "/api/alerts/settings",
            "/api/runs",
            $"/api/runs?store={two.Store}",
            "/api/account/sessions",
            "/api/settings/workspace",
            "/api/settings/personal",
            "/api/sage/contacts",
            "/api/sage/contacts?live=true&limit=200",
            $"/api/sage/contacts?search={two.ContactName}",
            "/api/sage/sales_invoices",
            $"/api/sage/sales_invoices?contact_id={two.Contact}",
            "/api/sage/sales_invoices.csv",
            "/api/sage/sales_credit_notes",
            "/api/sage/contact_payments",
            "/api/sage/contacts.csv",
            "/api/sync/status",
            "/api/sage/audit-logs?limit=500",
            $"/api/sage/audit-logs?actor={two.Person}",
            $"/api/sage/audit-logs.csv?actor={two.Person}",
            "/api/sage/audit-logs.csv",
        ];
        foreach (var list in lists)
        {
            var answer = (await two.Stranger.GetAsync(list, ct)).Expect(HttpStatusCode.OK);

            // The filter itself may be repeated in links to further pages, so a Sage id in the question proves nothing in the answer.
            foreach (var theirs in two.OwnIds.Append(two.ContactName).Where(id => !list.Contains(id, StringComparison.Ordinal)))
                Assert.False(answer.Text.Contains(theirs, StringComparison.Ordinal), $"{list} shows {theirs}");
        }
    }

    [Fact]
    public async Task A_callback_of_another_persons_walk_to_Sage_changes_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        var authorize = (await two.Owner.GetAsync("/auth/start?country=za", ct)).Expect(HttpStatusCode.Found).Location!;
        var callback = await two.Server.Sandbox.SignIn.AllowAsync(authorize.AbsoluteUri, ct);
        var before = await two.Server.HashesAsync(ct, LastSeen);

        var answer = await two.Stranger.GetAsync(callback.PathAndQuery, ct);

        Assert.Contains("can no longer be used", answer.Expect(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
        Assert.Equal(before, await two.Server.HashesAsync(ct, LastSeen));
    }

    private static void AssertSame(
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after,
        IReadOnlyCollection<string> except
    ) => Assert.Equal(before.Where(pair => !except.Contains(pair.Key)), after.Where(pair => !except.Contains(pair.Key)));

    /// <summary>One server with two workspaces that have everything, in different books.</summary>
    public sealed class TwoWorkspaces : IAsyncLifetime
    {
        private string _invoice = "";
        private string _note = "";
        private string _payment = "";
        private string _audit = "";
        private string _invitation = "";
        private string _key = "";
        private string _session = "";
        private string _connection = "";
        private string _store = "";
        private string _run = "";
        private DemoStoreFixture? _shop;

        /// <summary>The server.</summary>
        public ServerFixture Server { get; private set; } = null!;

        /// <summary>The Owner of the workspace whose ids are sent.</summary>
        public ServerClient Owner { get; private set; } = null!;

        /// <summary>The Owner of the other one, who sends them.</summary>
        public ServerClient Stranger { get; private set; } = null!;

        /// <summary>An Owner's key of the other one.</summary>
        public ServerClient StrangersKey { get; private set; } = null!;

        public string Workspace { get; private set; } = "";

        public string Person { get; private set; } = "";

        public string Contact { get; private set; } = "";

        public string ContactName => "Baobab";

        public string Store => _store;

        public string Preview { get; private set; } = "";

        /// <summary>Every id that belongs to the first workspace.</summary>
        public IReadOnlyList<string> OwnIds =>
            [
                Workspace,
                Person,
                Contact,
                Preview,
                _invoice,
                _note,
                _payment,
                _audit,
                _invitation,
                _key,
                _session,
                _connection,
                _store,
                _run,
            ];

        /// <summary>All that the first workspace has in the log and the journal.</summary>
        internal async Task<string> RowsOfTheFirstAsync(CancellationToken ct)
        {
            var rows = new List<string>();
            foreach (var table in new[] { "audit_entries", "posting_journal" })
                rows.AddRange(
                    (await Server.RowsAsync($"SELECT * FROM {table} WHERE workspace_id = '{Workspace}'", ct)).Select(static row =>
                        string.Join('\t', row)
                    )
                );
            return string.Join('\n', rows.Order(StringComparer.Ordinal));
        }

        /// <summary>Each endpoint with one of the first workspace's ids in its address.</summary>
        internal IReadOnlyList<(string Name, string Path, object? Body)> Cases() =>
            [
                ("DELETE /api/people/invitations/{id}", $"/api/people/invitations/{_invitation}", null),
                ("PUT /api/people/{id}/role", $"/api/people/{Person}/role", new { role = "viewer" }),
                ("DELETE /api/people/{id}", $"/api/people/{Person}", null),
                ("DELETE /api/keys/{id}", $"/api/keys/{_key}", null),
                ("DELETE /api/account/sessions/{id}", $"/api/account/sessions/{_session}", null),
                ("POST /api/connections/{id}/refresh", $"/api/connections/{_connection}/refresh", null),
                ("DELETE /api/connections/{id}", $"/api/connections/{_connection}", null),
                ("GET /api/stores/{id}", $"/api/stores/{_store}", null),
                ("POST /api/stores/{id}/pair", $"/api/stores/{_store}/pair", new { pairing_code = "0123456789abcdef0123456789abcdef" }),
                ("POST /api/stores/{id}/ping", $"/api/stores/{_store}/ping", null),
                ("POST /api/stores/{id}/disconnect", $"/api/stores/{_store}/disconnect", null),
                ("GET /api/stores/{id}/payment-methods", $"/api/stores/{_store}/payment-methods", null),
                ("GET /api/stores/{id}/policy", $"/api/stores/{_store}/policy", null),
                ("PUT /api/stores/{id}/policy", $"/api/stores/{_store}/policy", new { }),
                ("POST /api/stores/{id}/policy/preview", $"/api/stores/{_store}/policy/preview", new { }),
                ("GET /api/stores/{id}/completeness", $"/api/stores/{_store}/completeness", null),
                ("GET /api/stores/{id}/completeness.csv", $"/api/stores/{_store}/completeness.csv", null),
                ("POST /api/stores/{id}/dry-run", $"/api/stores/{_store}/dry-run", new { @event = "invoice.created", entity_id = 1 }),
                ("GET /api/runs/{id}", $"/api/runs/{_run}", null),
                ("POST /api/runs/{id}/retry", $"/api/runs/{_run}/retry", null),
                ("POST /api/runs/{id}/undo", $"/api/runs/{_run}/undo", new { reason = "Not mine" }),
                ("GET /api/business/list", $"/api/business/list?connection_id={_connection}", null),
                (
                    "POST /api/business/select",
                    $"/api/business/select?connection_id={_connection}",
                    new { business_id = SandboxSeed.KarooTrading }
                ),
                ("GET /api/sage/sales_invoices/preview/{id}", $"/api/sage/sales_invoices/preview/{Preview}", null),
                ("GET /api/sage/sales_invoices/{id}", $"/api/sage/sales_invoices/{_invoice}", null),
                ("GET /api/sage/sales_invoices/{id}/pdf", $"/api/sage/sales_invoices/{_invoice}/pdf", null),
                ("POST /api/sage/sales_invoices/{id}/release", $"/api/sage/sales_invoices/{_invoice}/release", null),
                ("POST /api/sage/sales_invoices/{id}/void", $"/api/sage/sales_invoices/{_invoice}/void", new { reason = "Not mine" }),
                ("GET /api/sage/sales_credit_notes/{id}", $"/api/sage/sales_credit_notes/{_note}", null),
                ("GET /api/sage/contact_payments/{id}", $"/api/sage/contact_payments/{_payment}", null),
                ("GET /api/sage/contacts/{id}", $"/api/sage/contacts/{Contact}", null),
                ("PUT /api/sage/contacts/{id}", $"/api/sage/contacts/{Contact}", new { name = "Taken over" }),
                .. PartsOfTheContact(),
                ("GET /api/sage/audit-logs/{id}", $"/api/sage/audit-logs/{_audit}", null),
            ];

        private IEnumerable<(string Name, string Path, object? Body)> PartsOfTheContact()
        {
            var (contact, name) = ($"/api/sage/contacts/{Contact}", new { name = "Mine now", address = new { city = "Elsewhere" } });
            return
            [
                ("GET /api/sage/contacts/{id}/statement", $"{contact}/statement", null),
                ("GET /api/sage/contacts/{id}/statement.csv", $"{contact}/statement.csv", null),
                ("PUT /api/sage/contacts/{id}/active", $"{contact}/active", new { active = false }),
                ("GET /api/sage/contacts/{id}/parts", $"{contact}/parts", null),
                ("POST /api/sage/contacts/{id}/addresses", $"{contact}/addresses", name),
                ("PUT /api/sage/contacts/{id}/addresses/{address}", $"{contact}/addresses/any", name),
                ("DELETE /api/sage/contacts/{id}/addresses/{address}", $"{contact}/addresses/any", null),
                ("POST /api/sage/contacts/{id}/persons", $"{contact}/persons", name),
                ("PUT /api/sage/contacts/{id}/persons/{person}", $"{contact}/persons/any", name),
                ("DELETE /api/sage/contacts/{id}/persons/{person}", $"{contact}/persons/any", null),
            ];
        }

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            var ct = TestContext.Current.CancellationToken;
            Server = await ServerFixture.StartAsync(ct);
            Owner = await Server.ReadyAsync(ct);
            Contact = await Owner.CustomerAsync($"{ContactName} Lodge", ct);
            var made = await Owner.PostAsync("/api/sage/sales_invoices", ServerSetUp.Invoice(Contact), ct);
            _invoice = made.Expect(HttpStatusCode.Created).Get("id");
            Preview = await Owner.PreviewAsync(Contact, "PO-2002", ct);
            var sage = await Server.Sandbox.ClientAsync(SandboxSeed.KarooTrading, ct);
            _note = (await sage.PostAsync("/sales_credit_notes", SentTrade.CreditNote(Contact), ct)).Id;
            _payment = (await sage.PostAsync("/contact_payments", SentTrade.Receipt(SandboxSeed.KarooTrading, Contact, "100"), ct)).Id;
            var session = await Owner.GetAsync("/api/session", ct);
            (Workspace, Person) = (session["workspace"]!["id"]!.ToString(), session["person"]!["id"]!.ToString());
            (await Owner.PutAsync("/api/settings/personal/colour", new { value = "green of Karoo" }, ct)).Expect(HttpStatusCode.OK);
            _audit = (await Owner.GetAsync("/api/sage/audit-logs?action=workspace.created", ct))["logs"]![0]!["id"]!.ToString();
            _key = (await Owner.PostAsync("/api/keys", new { name = "Key", role = "owner" }, ct))["key"]!["id"]!.ToString();
            _session = (await Owner.GetAsync("/api/account/sessions", ct))["sessions"]![0]!["id"]!.ToString();
            _connection = (await Owner.GetAsync("/api/connections", ct))["connections"]![0]!["id"]!.ToString();
            (_shop, _store) = await Server.PairedShopAsync(Owner, ct);
            await _shop.DoAsync("sell", ct);
            await _shop.TickAsync(ct);
            _run = (await Owner.GetAsync("/api/runs", ct))["items"]![0]!["id"]!.ToString();
            await LetTheStrangerInAsync(ct);
            var invitation = await Owner.PostAsync("/api/people/invitations", new { email = "late@example.co.za", role = "viewer" }, ct);
            _invitation = invitation["invitation"]!["id"]!.ToString();
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            Owner.Dispose();
            Stranger.Dispose();
            StrangersKey.Dispose();
            await Server.DisposeAsync();
            if (_shop is not null)
                await _shop.DisposeAsync();
        }

        /// <summary>
        /// Somebody who once belonged to the first workspace, was removed, and has a workspace and other books of the own.
        /// </summary>
        private async Task LetTheStrangerInAsync(CancellationToken ct)
        {
            Stranger = await Server.JoinedAsync(Owner, "stranger@example.co.za", "owner", ct);
            var made = (await Stranger.PostAsync("/api/account/workspaces", new { name = "Elsewhere" }, ct)).Expect(HttpStatusCode.Created);
            (await Stranger.PutAsync("/api/session/workspace", new { workspace_id = made.Get("id") }, ct)).Expect(HttpStatusCode.OK);
            var id = (await Owner.PersonAsync("stranger@example.co.za", ct))["id"]!.ToString();
            (await Owner.DeleteAsync($"/api/people/{id}", ct)).Expect(HttpStatusCode.OK);
            await Server.ConnectAsync(Stranger, ct);
            var business = new { business_id = SandboxSeed.PennineSupplies };
            (await Stranger.PostAsync("/api/business/select", business, ct)).Expect(HttpStatusCode.OK);
            StrangersKey = await Server.KeyAsync(Stranger, "owner", ct);
        }
    }
}
