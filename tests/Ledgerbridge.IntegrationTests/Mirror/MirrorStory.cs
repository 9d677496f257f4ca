using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sage;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Mirror;

/// <summary>A connected workspace whose copies are held against the sandbox, field by field and without our own reading of Sage.</summary>
internal sealed class MirrorStory : IAsyncDisposable
{
    public const string Business = SandboxSeed.KarooTrading;

    private MirrorStory(ServerFixture server, ServerClient owner, SandboxClient sage) => (Server, Owner, Sage) = (server, owner, sage);

    public ServerFixture Server { get; }

    public ServerClient Owner { get; }

    /// <summary>Somebody who works in Sage itself.</summary>
    public SandboxClient Sage { get; private set; }

    public static async Task<MirrorStory> StartAsync(DatabaseKind database, CancellationToken ct, string profile = "demo") =>
        await StartAsync(await ServerFixture.StartAsync(database, ct), profile, ct);

    /// <summary>One that processes of their own share, which go by the machine's time: the grant is of now and not long over.</summary>
    public static async Task<MirrorStory> StartByTheMachinesTimeAsync(DatabaseKind database, CancellationToken ct)
    {
        var server = await ServerFixture.StartAsync(database, ct);
        server.GoByTheMachinesTime();
        return await StartAsync(server, "demo", ct);
    }

    private static async Task<MirrorStory> StartAsync(ServerFixture server, string profile, CancellationToken ct)
    {
        await server.Sandbox.Control.ResetAsync(profile, ct);
        using var browser = await server.ReadyAsync(ct);
        // A browser would be signed out on the way.
        var owner = await server.KeyAsync(browser, "owner", ct);
        return new MirrorStory(server, owner, await server.Sandbox.ClientAsync(Business, ct));
    }

    /// <summary>Time goes on; tokens of whoever works in Sage are renewed.</summary>
    public async Task WaitAsync(TimeSpan by, CancellationToken ct)
    {
        Server.Time.Advance(by);
        Sage = await Server.Sandbox.ClientAsync(Business, ct);
    }

    /// <summary>Asks for a pass and lets it run; returns how many passes came to their end.</summary>
    public async Task<int> SyncAsync(CancellationToken ct, string what = "all", bool full = false)
    {
        (await Owner.PostAsync($"/api/sync/{what}{(full ? "?full=true" : "")}", null, ct)).Expect(HttpStatusCode.Accepted);
        return await Server.Get<MirrorSync>().RunDueAsync(ct);
    }

    /// <summary>The calls a piece of work makes, as method, path and query.</summary>
    public async Task<IReadOnlyList<string>> CallsOfAsync(Func<Task> work, CancellationToken ct)
    {
        await Server.Sandbox.Control.ClearRequestsAsync(ct);
        await work();
        var requests = (await Server.Sandbox.Control.RequestsAsync(ct)).Requests;
        return
        [
            .. requests
                .Where(static call => call.Path.StartsWith("/v3.1/", StringComparison.Ordinal))
                .Select(static c => $"{c.Path}{c.Query}"),
        ];
    }

    public async Task<JsonObject> ResourceAsync(string resource, CancellationToken ct)
    {
        var status = (await Owner.GetAsync("/api/sync/status", ct)).Expect(HttpStatusCode.OK);
        return status["resources"]!.AsArray().Single(one => one!["resource"]!.ToString() == resource)!.AsObject();
    }

    /// <summary>Fails unless the copies and the sandbox are equal in every field, balances included.</summary>
    public async Task EqualAsync(CancellationToken ct)
    {
        foreach (var resource in MirrorSync.Resources)
        {
            var expected = await ExpectedAsync(resource, ct);
            var actual = await ActualAsync(resource, ct);
            Assert.Equal(Ids(resource, expected), Ids(resource, actual));
            foreach (var (id, text) in expected)
                Assert.Equal($"{resource} {id}: {text}", $"{resource} {id}: {actual[id]}");
        }
    }

    public async Task<bool> IsEqualAsync(CancellationToken ct)
    {
        foreach (var resource in MirrorSync.Resources)
        {
            var (expected, actual) = (await ExpectedAsync(resource, ct), await ActualAsync(resource, ct));
            if (expected.Count != actual.Count || expected.Any(pair => actual.GetValueOrDefault(pair.Key) != pair.Value))
                return false;
        }
        return true;
    }

    public Task<List<RecordRow>> RowsAsync(BooksResource resource, CancellationToken ct) =>
        Server
            .Get<Database>()
            .ReadAllAsync(async db =>
            {
                var feed = await db.Rows<FeedRow>().SingleAsync(row => row.BusinessId == Business && row.Resource == resource, ct);
                return await db.Rows<RecordRow>().AsNoTracking().Where(row => row.FeedId == feed.Id).ToListAsync(ct);
            });

    public Task ChangeRowsAsync(Func<LedgerDb, Task> change, CancellationToken ct) => Server.Get<Database>().WriteAllAsync(change, ct);

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await Server.DisposeAsync();
    }

    private async Task<Dictionary<string, string>> ActualAsync(BooksResource resource, CancellationToken ct) =>
        (await RowsAsync(resource, ct))
            .Where(static row => row.GoneAt is null && row.Content.Length > 0)
            .ToDictionary(static row => row.RecordId, row => TextOf(row, resource));

    private static string TextOf(RecordRow row, BooksResource resource)
    {
        switch (resource)
        {
            case BooksResource.SalesInvoices:
                var i = row.Read<BooksInvoice>();
                var due = i.DueOn is { } on ? Day(on) : "";
                return $"{i.Number}|{i.State}|{i.ContactId}|{i.ContactName}|{Day(i.IssuedOn)}|{due}|{i.Reference}|{i.Notes}|{i.VoidReason}|"
                    + $"{Text(i.Gross.Amount)}|{Text(i.Vat.Amount)}|{Text(i.Outstanding.Amount)}|{i.Gross.Currency.Code}|{i.Sent}|"
                    + $"{Second(i.UpdatedAt)}|{Lines(i.Lines)}";
            case BooksResource.SalesCreditNotes:
                var n = row.Read<BooksCreditNote>();
                return $"{n.Number}|{n.State}|{n.ContactId}|{n.ContactName}|{Day(n.IssuedOn)}|{n.Reference}|{n.Notes}|"
                    + $"{Text(n.Gross.Amount)}|"
                    + $"{Text(n.Vat.Amount)}|{Text(n.Outstanding.Amount)}|{n.Gross.Currency.Code}|{Second(n.UpdatedAt)}|{Lines(n.Lines)}";
            case BooksResource.ContactPayments:
                var p = row.Read<BooksPayment>();
                var parts = p.Allocations.Select(static part => $"{part.DocumentId}:{Text(part.Amount.Amount)}");
                return $"{p.Direction}|{p.ContactId}|{Day(p.PaidOn)}|{p.Reference}|{Text(p.Amount.Amount)}|{p.Amount.Currency.Code}|"
                    + $"{string.Join(',', parts)}|{p.OnAccountId}|{Second(p.UpdatedAt)}";
            case BooksResource.Contacts:
                var c = row.Read<BooksContact>();
                var a = c.Details.Address;
                return $"{c.Details.Name}|{c.Details.Kind}|{c.Details.Reference}|{c.Details.VatNumber}|"
                    + $"{c.Details.Email}|{a.Line1}|{a.City}|"
                    + $"{a.PostalCode}|{c.Details.CreditDays}|{c.Details.Notes}|{c.Active}|{Text(c.Balance)}|{Second(c.UpdatedAt)}";
            default:
                var m = row.Read<BooksItem>();
                return $"{m.Details.Code}|{m.Details.Description}|{m.Details.SalesAccountId}|{Text(m.Details.SalesPrice)}|"
                    + $"{Text(m.QuantityInStock)}|{m.Active}|{Second(m.UpdatedAt)}";
        }
    }

    private async Task<Dictionary<string, string>> ExpectedAsync(BooksResource resource, CancellationToken ct)
    {
        var collection = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(resource.ToString());
        var documents = await Server.Sandbox.Control.DocumentsAsync(Business, collection, ct);
        var live = documents
            .Where(static body => body["deleted_at"] is null && body["system"]?.GetValue<bool>() != true)
            // The list of products shows the stock items as well; they have a list of their own.
            .Where(body => resource != BooksResource.Products || Link(body, "catalog_item_type") != "STOCK_ITEM")
            .ToList();
        var balances = resource == BooksResource.Contacts ? await BalancesAsync(ct) : [];
        var related = resource == BooksResource.Contacts ? await PartsOfContactsAsync(ct) : [];
        return live.ToDictionary(Id, body => TextOf(body, resource, balances, related));
    }

    private static string TextOf(
        JsonObject b,
        BooksResource resource,
        Dictionary<string, string> balances,
        Dictionary<string, JsonObject> related
    )
    {
        switch (resource)
        {
            case BooksResource.SalesInvoices:
                var number = Link(b, "status") == "DRAFT" ? "" : Str(b, "invoice_number");
                return $"{number}|{State(b)}|{Link(b, "contact")}|{Str(b, "contact_name")}|{Str(b, "date")}|{Str(b, "due_date")}|"
                    + $"{Str(b, "reference")}|{Str(b, "notes")}|{Str(b, "void_reason")}|{Num(b, "total_amount")}|{Num(b, "tax_amount")}|"
                    + $"{Num(b, "outstanding_amount")}|{Link(b, "currency")}|{b["sent"]!.GetValue<bool>()}|{Str(b, "updated_at")}|"
                    + Lines(b["invoice_lines"]!.AsArray());
            case BooksResource.SalesCreditNotes:
                return $"{Str(b, "credit_note_number")}|{State(b)}|{Link(b, "contact")}|{Str(b, "contact_name")}|{Str(b, "date")}|"
                    + $"{Str(b, "reference")}|{Str(b, "notes")}|{Num(b, "total_amount")}|{Num(b, "tax_amount")}|"
                    + $"{Num(b, "outstanding_amount")}|{Link(b, "currency")}|{Str(b, "updated_at")}|"
                    + Lines(b["credit_note_lines"]!.AsArray());
            case BooksResource.ContactPayments:
                var parts = b["allocated_artefacts"]!
                    .AsArray()
                    .Select(static p => $"{p!["artefact"]!["id"]}:{Num(p.AsObject(), "amount")}");
                var way = Link(b, "transaction_type").EndsWith("REFUND", StringComparison.Ordinal) ? "Refund" : "Receipt";
                return $"{way}|{Link(b, "contact")}|{Str(b, "date")}|{Str(b, "reference")}|{Num(b, "total_amount")}|{Link(b, "currency")}|"
                    + $"{string.Join(',', parts)}|{Link(b, "payment_on_account")}|{Str(b, "updated_at")}";
            case BooksResource.Contacts:
                var kind = b["contact_types"]!.AsArray().Any(static t => t!["id"]!.ToString() == "VENDOR") ? "Supplier" : "Customer";
                var address = related.GetValueOrDefault(Link(b, "main_address")) ?? [];
                var person = related.GetValueOrDefault(Link(b, "main_contact_person")) ?? [];
                return $"{Str(b, "name")}|{kind}|{Str(b, "reference")}|{Str(b, "tax_number")}|{Str(person, "email")}|"
                    + $"{Str(address, "address_line_1")}|{Str(address, "city")}|{Str(address, "postal_code")}|{Str(b, "credit_days")}|"
                    + $"{Str(b, "notes")}|{b["is_active"]!.GetValue<bool>()}|{balances[Id(b)]}|{Str(b, "updated_at")}";
            default:
                var prices = (b["sales_prices"] ?? b["sales_rates"])?.AsArray();
                var price = prices is [{ } first, ..] ? Num(first.AsObject(), b["sales_prices"] is null ? "rate" : "price") : "";
                var stock = resource == BooksResource.StockItems ? Num(b, "quantity_in_stock") : "";
                return $"{Str(b, "item_code")}|{Str(b, "description")}|{Link(b, "sales_ledger_account")}|{price}|{stock}|"
                    + $"{b["active"]!.GetValue<bool>()}|{Str(b, "updated_at")}";
        }
    }

    private async Task<Dictionary<string, string>> BalancesAsync(CancellationToken ct)
    {
        var balances = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var page = 1; ; page++)
        {
            var answer = await Sage.GetAsync($"/contacts?show_balance=true&attributes=name&items_per_page=200&page={page}", ct);
            foreach (var contact in answer.Object["$items"]!.AsArray())
                balances[contact!["id"]!.ToString()] = Num(contact.AsObject(), "balance");
            if (answer.Object["$next"] is null)
                return balances;
        }
    }

    private async Task<Dictionary<string, JsonObject>> PartsOfContactsAsync(CancellationToken ct)
    {
        var addresses = await Server.Sandbox.Control.DocumentsAsync(Business, "addresses", ct);
        var persons = await Server.Sandbox.Control.DocumentsAsync(Business, "contact_persons", ct);
        return addresses.Concat(persons).ToDictionary(Id);
    }

    private static string State(JsonObject body) =>
        Link(body, "status") switch
        {
            "DRAFT" => nameof(InvoiceState.Draft),
            "UNPAID" => nameof(InvoiceState.Unpaid),
            "PART_PAID" => nameof(InvoiceState.PartPaid),
            "PAID" => nameof(InvoiceState.Paid),
            "VOID" => nameof(InvoiceState.Void),
            _ => nameof(InvoiceState.Other),
        };

    private static string Lines(JsonArray lines) =>
        string.Join(
            ';',
            lines.Select(static line =>
            {
                var l = line!.AsObject();
                return $"{Str(l, "description")},{Num(l, "quantity")},{Num(l, "unit_price")},{Link(l, "tax_rate")},"
                    + $"{Link(l, "ledger_account")},{Num(l, "net_amount")},{Num(l, "tax_amount")}";
            })
        );

    private static string Lines(IReadOnlyList<BooksLine> lines) =>
        string.Join(
            ';',
            lines.Select(static l =>
                $"{l.Description},{Text(l.Quantity)},{Text(l.UnitPrice)},{l.TaxRateId},{l.LedgerAccountId},"
                + $"{Text(l.Net.Amount)},{Text(l.Vat.Amount)}"
            )
        );

    private static string Ids(BooksResource resource, Dictionary<string, string> texts) =>
        $"{resource}: {string.Join(' ', texts.Keys.Order(StringComparer.Ordinal))}";

    private static string Id(JsonObject body) => Str(body, "id");

    private static string Str(JsonObject body, string key) => body[key]?.ToString() ?? "";

    private static string Link(JsonObject body, string key) => body[key]?["id"]?.ToString() ?? "";

    private static string Num(JsonObject body, string key) =>
        body[key] is { } value ? Text(decimal.Parse(value.ToString(), CultureInfo.InvariantCulture)) : "";

    private static string Text(decimal? value) => value?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Second(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";
}
