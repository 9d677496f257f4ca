using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class AccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v3.1/sales_invoices")]
    [InlineData("/v3.1/no_such_thing")]
    [SandboxQuirk("SAGE-26")]
    [SandboxQuirk("SAGE-27")]
    public async Task Without_a_token_the_error_is_an_object(string path)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        using var answer = await sandbox.SignIn.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(
            """{"error":"Authorization missing. Please, add an authorization token at the 'Authorization' HTTP header."}""",
            await answer.Content.ReadAsStringAsync(Ct)
        );
    }

    [Theory]
    [InlineData("/sales_invoices")]
    [InlineData("/no_such_thing")]
    [SandboxQuirk("SAGE-26")]
    [SandboxQuirk("SAGE-27")]
    public async Task A_bad_token_is_judged_before_the_path(string path)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var answer = await sandbox.ClientWith("nonsense").Unchecked.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(
            "[{\"$severity\":\"error\",\"$dataCode\":\"AccessTokenVerificationError\","
                + "\"$message\":\"Access token is invalid (JWT malformed or missing).\",\"$source\":\"Authorization\"}]",
            answer.Text
        );
    }

    [Fact]
    [SandboxQuirk("SAGE-26")]
    public async Task An_expired_token_has_the_same_code_as_a_bad_one()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await sandbox.Control.ExpireTokensAsync(Ct);
        var answer = await client.GetAsync("/user", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("AccessTokenVerificationError", answer.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    [SandboxQuirk("SAGE-31")]
    public async Task Without_X_Business_the_lead_business_answers_and_is_named()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(null, Ct);
        var answer = await client.GetAsync("/financial_settings", Ct);
        Assert.Equal(SandboxSeed.KarooTrading, answer.Headers.GetValues("X-Business").Single());
        Assert.Equal("ZAR", answer.LinkId("base_currency"));
        var other = await client.For(SandboxSeed.PennineSupplies).GetAsync("/financial_settings", Ct);
        Assert.Equal(SandboxSeed.PennineSupplies, other.Headers.GetValues("X-Business").Single());
        Assert.Equal("GBP", other.LinkId("base_currency"));
    }

    [Fact]
    [SandboxQuirk("SAGE-31")]
    public async Task Businesses_and_the_user_belong_to_no_business()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync("nonsense", Ct);
        foreach (var path in new[] { "/businesses", "/businesses/lead", "/user" })
        {
            var answer = await client.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.False(answer.Headers.Contains("X-Business"));
        }
    }

    [Theory]
    [InlineData("unauthorized", HttpStatusCode.Unauthorized, "AuthorizationFailure | Access denied. | ")]
    [InlineData("forbidden", HttpStatusCode.Forbidden, "MultiUserAccessDenied")]
    [InlineData("not_found", HttpStatusCode.NotFound, "RecordNotFound")]
    [SandboxQuirk("SAGE-48")]
    public async Task A_business_that_is_not_the_persons_is_refused_as_the_switch_says(string way, HttpStatusCode status, string problem)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(new { unknown_business = way }, Ct);
        var assistant = await sandbox.ClientAsync(SandboxSeed.LiffeyGoods, SandboxSeed.AssistantId, "full_access", Ct);
        foreach (var client in new[] { assistant, assistant.For("0123456789abcdef0123456789abcdef") })
        {
            var answer = await client.GetAsync("/contacts", Ct);
            Assert.Equal(status, answer.Status);
            Assert.StartsWith(problem, answer.Problems.Single(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("X-Business"));
        }
    }

    [Fact]
    [SandboxQuirk("SAGE-50")]
    public async Task An_ended_subscription_is_401_that_no_refresh_helps()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.ChangeBusinessAsync(SandboxSeed.KarooTrading, new { subscription_active = false }, Ct);
        var client = await sandbox.ClientAsync(Ct);
        var answer = await client.GetAsync("/contacts", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("AuthorizationFailure | No active subscription. (MSE) | ", answer.Problems.Single());
        var business = await client.GetAsync($"/businesses/{SandboxSeed.KarooTrading}", Ct);
        Assert.False(business.Object["subscriptions"]![0]!["active"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.OK, (await client.For(SandboxSeed.LiffeyGoods).GetAsync("/contacts", Ct)).Status);
    }

    [Theory]
    [InlineData("GET", "/sales_invoices", HttpStatusCode.OK)]
    [InlineData("POST", "/sales_invoices", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/contacts", HttpStatusCode.Created)]
    [InlineData("DELETE", "/contacts/{contact}", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/bank_accounts", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/invoice_settings", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/tax_rates", HttpStatusCode.OK)]
    [SandboxQuirk("SAGE-51")]
    public async Task The_assistant_may_do_only_what_the_rights_say(string method, string path, HttpStatusCode status)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var assistant = await sandbox.ClientAsync(SandboxSeed.KarooTrading, SandboxSeed.AssistantId, "full_access", Ct);
        var body =
            method != "POST" ? null
            : path == "/contacts" ? Sent.Contact("New customer")
            : Sent.Invoice();
        var answer = await assistant.SendAsync(
            new HttpMethod(method),
            path.Replace("{contact}", Sent.Customer, StringComparison.Ordinal),
            body,
            Ct
        );
        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.Forbidden)
        {
            Assert.Equal(
                "MultiUserAccessDenied | The current user is not allowed to access that resource with that method. | ",
                answer.Problems.Single()
            );
        }
    }

    [Fact]
    public async Task A_readonly_token_reads_and_writes_nothing()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(SandboxSeed.KarooTrading, SandboxSeed.OwnerId, "readonly", Ct);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/contacts", Ct)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/contacts", Sent.Contact("Nobody"), Ct)).Status);
    }

    [Fact]
    public async Task Every_answer_carries_a_request_id_of_its_own()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var ids = new HashSet<string>();
        foreach (var path in new[] { "/user", "/nothing", "/contacts", "/contacts/nobody" })
            Assert.True(ids.Add((await client.Unchecked.GetAsync(path, Ct)).Headers.GetValues("x_request_id").Single()));
        using var page = await sandbox.SignIn.GetAsync("/", Ct);
        Assert.True(page.Headers.Contains("x_request_id"));
    }

    [Theory]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/customers", HttpStatusCode.NotFound)]
    [InlineData("GET", "/contacts/nobody", HttpStatusCode.NotFound)]
    [InlineData("GET", "/contacts/nobody/at/all", HttpStatusCode.NotFound)]
    [InlineData("PATCH", "/contacts", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/contacts", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/tax_rates", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/sales_invoices/x/explode", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/financial_settings", HttpStatusCode.MethodNotAllowed)]
    public async Task Unknown_paths_are_not_found_and_wrong_verbs_not_allowed(string method, string path, HttpStatusCode status)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = (await sandbox.ClientAsync(Ct)).Unchecked;
        Assert.Equal(status, (await client.SendAsync(new HttpMethod(method), path, null, Ct)).Status);
    }

    [Theory]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "a=b", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{\"contact\":", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("application/json", "{\"name\":\"unwrapped\"}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("application/json", "{\"contact\":\"text\"}", HttpStatusCode.UnprocessableEntity)]
    public async Task Bodies_that_cannot_be_read_are_refused(string mediaType, string text, HttpStatusCode status)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = (await sandbox.ClientAsync(Ct)).Unchecked;
        using var content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
        Assert.Equal(status, (await client.SendAsync(HttpMethod.Post, "/contacts", content, null, Ct)).Status);
    }

    [Fact]
    public async Task A_body_of_eleven_megabytes_is_refused()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = (await sandbox.ClientAsync(Ct)).Unchecked;
        using var content = new StringContent(new string(' ', 11 * 1024 * 1024), Encoding.UTF8, "application/json");
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await client.SendAsync(HttpMethod.Post, "/contacts", content, null, Ct)).Status
        );
    }

    [Fact]
    [SandboxQuirk("SAGE-02")]
    public async Task The_list_of_businesses_has_its_own_page_size_key_and_order_of_keys()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).GetAsync("/businesses", Ct);
        Assert.Equal(["$total", "$page", "$next", "$back", "$items_per_page", "$items"], answer.Object.Select(static key => key.Key));
        Assert.Equal(int.MaxValue, answer.Object["$items_per_page"]!.GetValue<int>());
        Assert.All(answer.Items, static item => Assert.Equal(["displayed_as", "id", "$path"], item.Select(static key => key.Key)));
        Assert.Equal(SandboxSeed.Businesses, answer.Items.Select(static item => item["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_business_tells_its_address_subscription_and_the_persons_rights()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var owner = await sandbox.ClientAsync(Ct);
        var lead = await owner.GetAsync("/businesses/lead", Ct);
        Assert.Equal(SandboxSeed.KarooTrading, lead.Id);
        Assert.Equal("ZA", lead.LinkId("country"));
        Assert.Equal("6280", lead.Object["postal_code"]!.GetValue<string>());
        Assert.All(lead.Object["user_permissions"]!.AsArray(), static one => Assert.Equal("full_access", one!["role"]!.GetValue<string>()));
        var assistant = await sandbox.ClientAsync(null, SandboxSeed.AssistantId, "full_access", Ct);
        var seen = await assistant.GetAsync($"/businesses/{SandboxSeed.KarooTrading}", Ct);
        Assert.Equal("read_only", Role(seen, "accounting_sales"));
        Assert.Equal("no_access", Role(seen, "accounting_bank"));
        Assert.Equal(HttpStatusCode.NotFound, (await assistant.GetAsync($"/businesses/{SandboxSeed.LiffeyGoods}", Ct)).Status);
        Assert.Equal(2, (await assistant.GetAsync("/businesses", Ct)).Items.Count);
    }

    [Fact]
    public async Task The_user_is_the_tokens_person()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var user = await (await sandbox.ClientAsync(null, SandboxSeed.AssistantId, "full_access", Ct)).GetAsync("/user", Ct);
        Assert.Equal("Pieter van Wyk", user.Object["displayed_as"]!.GetValue<string>());
        Assert.Equal("PW", user.Object["initials"]!.GetValue<string>());
    }

    private static string Role(SandboxAnswer answer, string area) =>
        answer.Object["user_permissions"]!.AsArray().Single(one => one!["area"]!.GetValue<string>() == area)!["role"]!.GetValue<string>();
}
