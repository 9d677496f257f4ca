using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Contacts;

/// <summary>Customers and suppliers: read from copies, made and changed in Sage exactly once.</summary>
public sealed class ContactTests(ContactTests.Books books) : IClassFixture<ContactTests.Books>
{
    private const string Contacts = "/api/sage/contacts";

    [Fact]
    public async Task A_contact_is_made_with_all_it_has_and_shown_as_it_was_typed()
    {
        var ct = TestContext.Current.CancellationToken;
        var body = new JsonObject
        {
            ["name"] = "Fynbos Traders CC",
            ["kind"] = "supplier",
            ["reference"] = "FYN-1",
            ["vat_number"] = "4123456789",
            ["email"] = "accounts@fynbos.example",
            ["telephone"] = "021 555 0100",
            ["person_name"] = "Naledi Mokoena",
            ["credit_days"] = 14,
            ["notes"] = "Ring twice\nthen wait",
            ["address"] = new JsonObject
            {
                ["line1"] = "12 Protea Street",
                ["city"] = "Stellenbosch",
                ["region"] = "Western Cape",
                ["postal_code"] = "7600",
                ["country"] = "ZA",
            },
        };

        var made = (await books.Owner.PostAsync(Contacts, body, ct)).Expect(HttpStatusCode.Created)["contact"]!;
        var shown = (await books.Owner.GetAsync($"{Contacts}/{made["id"]}", ct)).Expect(HttpStatusCode.OK).Body!;

        foreach (var (field, value) in body.Where(static pair => pair.Key != "address"))
            Assert.Equal(value!.ToString(), shown[field]!.ToString());
        foreach (var (field, value) in body["address"]!.AsObject())
            Assert.Equal(value!.ToString(), shown["address"]![field]!.ToString());
        Assert.True(shown["active"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_changed_contact_keeps_its_kind_and_currency_and_shows_the_rest_as_wanted()
    {
        var ct = TestContext.Current.CancellationToken;
        var id = await books.Owner.CustomerAsync("Before", ct);

        var wanted = new
        {
            name = "After",
            kind = "supplier",
            telephone = "021 555 0111",
        };
        var changed = (await books.Owner.PutAsync($"{Contacts}/{id}", wanted, ct)).Expect(HttpStatusCode.OK)["contact"]!;

        Assert.Equal(("After", "customer", "021 555 0111"), (Text(changed, "name"), Text(changed, "kind"), Text(changed, "telephone")));
        var inSage = await books.Server.Sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, "contacts", ct);
        Assert.Equal("After", inSage.Single(contact => contact["id"]!.ToString() == id)["name"]!.ToString());
    }

    [Fact]
    public async Task What_was_changed_in_Sage_meanwhile_is_not_changed_back_by_an_older_copy()
    {
        var ct = TestContext.Current.CancellationToken;
        var missing = await books.Owner.PutAsync($"{Contacts}/nothing-has-this-id", new { name = "x" }, ct);

        Assert.Equal("not_found", missing.Expect(HttpStatusCode.NotFound).Get("code"));
    }

    [Theory]
    [InlineData("reference", """{"name":"Twin","reference":"DUP-1"}""")]
    [InlineData("email", """{"name":"Twin","email":"Dup@Baobab.Example"}""")]
    public async Task Another_contact_with_the_same_reference_or_address_is_pointed_out_before_anything_is_made(string field, string twin)
    {
        var ct = TestContext.Current.CancellationToken;
        var name = $"First by {field}";
        var first = new
        {
            name,
            reference = "DUP-1",
            email = "dup@baobab.example",
            allow_duplicate = true,
        };
        var made = await books.Owner.PostAsync(Contacts, first, ct);
        Assert.True(made.Status is HttpStatusCode.Created or HttpStatusCode.UnprocessableEntity, made.Text);
        var before = await books.CountAsync(ct);

        var refused = await books.Owner.PostAsync(Contacts, twin, ct);

        Assert.Equal("conflict", refused.Expect(HttpStatusCode.Conflict).Get("code"));
        Assert.NotEmpty(refused.ErrorsOf(field));
        Assert.Contains("First by", refused.Get("detail"), StringComparison.Ordinal);
        Assert.Equal(before, await books.CountAsync(ct));
    }

    [Fact]
    public async Task A_second_contact_with_the_same_address_is_made_when_that_is_wanted()
    {
        var ct = TestContext.Current.CancellationToken;
        var twin = new
        {
            name = "Twins",
            email = "twins@baobab.example",
            allow_duplicate = true,
        };
        (await books.Owner.PostAsync(Contacts, twin, ct)).Expect(HttpStatusCode.Created);
        var before = await books.CountAsync(ct);

        (await books.Owner.PostAsync(Contacts, twin, ct)).Expect(HttpStatusCode.Created);

        Assert.Equal(before + 1, await books.CountAsync(ct));
    }

    [Theory]
    [InlineData("4123456789", true)]
    [InlineData("412345678", false)]
    [InlineData("5123456789", false)]
    [InlineData("41234567890", false)]
    [InlineData("4l23456789", false)]
    public async Task A_South_African_VAT_number_has_ten_digits_and_begins_with_four(string number, bool taken)
    {
        var ct = TestContext.Current.CancellationToken;

        var answer = await books.Owner.PostAsync(Contacts, new { name = $"VAT {number}", vat_number = number }, ct);

        if (taken)
            Assert.Contains(
                answer.Expect(HttpStatusCode.Created)["warnings"]!.AsArray(),
                static w => w!.ToString().Contains("check digit", StringComparison.Ordinal)
            );
        else
            Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("vat_number"));
    }

    [Fact]
    public async Task A_VAT_number_of_another_country_is_not_held_to_the_South_African_rule()
    {
        var ct = TestContext.Current.CancellationToken;
        var abroad = new
        {
            name = "Pennine",
            vat_number = "GB123456789",
            address = new { country = "GB" },
        };

        var answer = await books.Owner.PostAsync(Contacts, abroad, ct);

        // Sage has a rule of its own for it, and says so; ours says nothing.
        Assert.NotEqual(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(answer["warnings"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task What_Sage_refuses_is_said_at_the_forms_own_field_in_its_words()
    {
        var ct = TestContext.Current.CancellationToken;
        var abroad = new
        {
            name = "Pennine",
            vat_number = "GB12",
            address = new { country = "GB" },
        };

        var refused = (await books.Owner.PostAsync(Contacts, abroad, ct)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["VAT number is invalid."], refused.ErrorsOf("vat_number"));
        Assert.DoesNotContain("tax", refused.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("currency", """{"name":"x","currency":"XXQ"}""")]
    [InlineData("address.country", """{"name":"x","address":{"country":"QQ"}}""")]
    public async Task A_currency_or_country_that_does_not_exist_is_named(string field, string body)
    {
        var ct = TestContext.Current.CancellationToken;

        Assert.NotEmpty((await books.Owner.PostAsync(Contacts, body, ct)).Expect(HttpStatusCode.BadRequest).ErrorsOf(field));
    }

    [Fact]
    public async Task The_list_is_read_from_copies_searched_by_words_and_paged_by_name()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (var name in new[] { "Zebra Crossing", "Zebra Alpha", "Zebra Mine" })
            await books.Owner.CustomerAsync(name, ct);
        (await books.Owner.GetAsync(Contacts, ct)).Expect(HttpStatusCode.OK);
        await books.Server.Sandbox.Control.ClearRequestsAsync(ct);

        var all = (await books.Owner.GetAsync($"{Contacts}?search=zebra", ct)).Expect(HttpStatusCode.OK);
        var page = await books.Owner.GetAsync($"{Contacts}?search=ZEBRA&limit=1&skip=1", ct);
        var words = await books.Owner.GetAsync($"{Contacts}?search=mine%20zeb", ct);
        var suppliers = await books.Owner.GetAsync($"{Contacts}?search=zebra&kind=supplier", ct);

        Assert.Equal(["Zebra Alpha", "Zebra Crossing", "Zebra Mine"], NamesOf(all));
        Assert.Equal(["Zebra Crossing"], NamesOf(page));
        Assert.Equal(3, page["total"]!.GetValue<int>());
        Assert.Equal(["Zebra Mine"], NamesOf(words));
        Assert.Empty(NamesOf(suppliers));
        Assert.Empty((await books.Server.Sandbox.Control.RequestsAsync(ct)).Requests);
    }

    [Theory]
    [InlineData("limit", "0")]
    [InlineData("limit", "201")]
    [InlineData("skip", "-1")]
    [InlineData("kind", "friend")]
    [InlineData("live", "perhaps")]
    public async Task A_parameter_that_makes_no_sense_is_named(string name, string value)
    {
        var ct = TestContext.Current.CancellationToken;

        Assert.NotEmpty((await books.Owner.GetAsync($"{Contacts}?{name}={value}", ct)).Expect(HttpStatusCode.BadRequest).ErrorsOf(name));
    }

    private static string[] NamesOf(ServerAnswer answer) =>
        [.. answer["contacts"]!.AsArray().Select(static contact => contact!["name"]!.ToString())];

    private static string Text(JsonNode contact, string field) => contact[field]!.ToString();

    /// <summary>Books whose contacts these tests share.</summary>
    public sealed class Books : IAsyncLifetime
    {
        /// <summary>The server.</summary>
        public ServerFixture Server { get; private set; } = null!;

        /// <summary>The Owner's browser.</summary>
        public ServerClient Owner { get; private set; } = null!;

        /// <summary>How many contacts the books have in Sage.</summary>
        public async Task<int> CountAsync(CancellationToken ct) =>
            (await Server.Sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, "contacts", ct)).Count;

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            var ct = TestContext.Current.CancellationToken;
            Server = await ServerFixture.StartAsync(ct);
            Owner = await Server.ReadyAsync(ct);
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            Owner.Dispose();
            await Server.DisposeAsync();
        }
    }
}
