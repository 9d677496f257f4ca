using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Faults;
using Ledgerbridge.Sandbox.Resources;
using static Ledgerbridge.Sandbox.Pages.Html;

namespace Ledgerbridge.Sandbox.Pages;

/// <summary>The page at the root: a look into the books without any client. It shows, it changes nothing.</summary>
internal sealed class BooksPage(SandboxWorld world)
{
    private const int RowsMax = 50;

    /// <summary>The page, of the business that the query names or of the lead business.</summary>
    public ApiAnswer Show(IQueryCollection query)
    {
        var business = world.Businesses.FirstOrDefault(one => one.Id == query["business"]) ?? world.Businesses[0];
        var body = new StringBuilder();
        body.Append(
            CultureInfo.InvariantCulture,
            $"""
            <header><h1>Sage sandbox</h1>
            <p>Profile {Safe(world.Profile)} · clock {SandboxClock.Text(
                world.Clock.Seconds
            )} · control API at <code>/_sandbox</code></p></header>
            <main><nav aria-label="Businesses"><ul>{string.Concat(world.Businesses.Select(one => Tab(one, one == business)))}</ul></nav>
            <p>{Safe(business.AddressLine1)}, {Safe(
                business.City
            )} · {business.Country} · {business.Currency} · <code>X-Business: {business.Id}</code></p>
            """
        );
        world.File.Read(db =>
        {
            var scope = world.Scope(db, business);
            Section(body, "Sales invoices", Invoices(scope));
            Section(body, "Sales credit notes", CreditNotes(scope));
            Section(body, "Payments", Payments(scope));
            Section(body, "Contacts", Contacts(scope));
            Section(body, "Products, services and stock", Items(scope));
            Section(body, "Trial balance", TrialBalance(scope));
            return true;
        });
        Section(body, "Recent requests", Requests());
        Section(body, "Faults", FaultTable());
        body.Append("</main>");
        return new ApiAnswer(200, Encoding.UTF8.GetBytes(Page($"{business.Name} · Sage sandbox", body.ToString())))
        {
            ContentType = MediaType,
        };
    }

    private static string Tab(Business business, bool current) =>
        $"<li><a href=\"/?business={business.Id}\"{(current ? " aria-current=\"page\"" : "")}>{Safe(business.Name)}</a></li>";

    private static void Section(StringBuilder body, string head, string content) =>
        body.Append(CultureInfo.InvariantCulture, $"<section><h2>{Safe(head)}</h2>{content}</section>");

    private static string Invoices(Scope scope) =>
        Table(
            "Sales invoices, newest first",
            ["Number", "Date", "Due", "Customer", "Reference", "Status", "#Net", "#Tax", "#Total", "#Outstanding"],
            [.. Newest(scope, SalesShapes.Invoices).Select(static body => Document(body, body.Text("due_date")))],
            "No invoices yet. They appear here as soon as a client posts one."
        );

    private static string CreditNotes(Scope scope) =>
        Table(
            "Sales credit notes, newest first",
            ["Number", "Date", "Invoice of", "Customer", "Reference", "Status", "#Net", "#Tax", "#Total", "#Outstanding"],
            [.. Newest(scope, SalesShapes.CreditNotes).Select(static body => Document(body, body.Text("original_invoice_date")))],
            "No credit notes."
        );

    private static string[] Document(JsonObject body, string? otherDate) =>
        [
            body.Text("displayed_as") ?? "",
            body.Text("date") ?? "",
            otherDate ?? "",
            body.Text("contact_name") ?? "",
            body.Text("reference") ?? "",
            (body["status"] as JsonObject)?.Text("displayed_as") ?? "",
            Money(body.Amount("net_amount")),
            Money(body.Amount("tax_amount")),
            Money(body.Amount("total_amount")),
            Money(body.Amount("outstanding_amount")),
        ];

    private static string Payments(Scope scope) =>
        Table(
            "Payments, newest first",
            ["Date", "Type", "Customer", "Reference", "Bank", "Paid for", "#Amount", "#On account"],
            [
                .. Newest(scope, PaymentShapes.Payments)
                    .Select(static body =>
                        new[]
                        {
                            body.Text("date") ?? "",
                            (body["transaction_type"] as JsonObject)?.Text("displayed_as") ?? "",
                            (body["contact"] as JsonObject)?.Text("displayed_as") ?? "",
                            body.Text("reference") ?? "",
                            (body["bank_account"] as JsonObject)?.Text("displayed_as") ?? "",
                            string.Join(", ", Paid(body)),
                            Money(body.Amount("total_amount")),
                            Money((body["payment_on_account"] as JsonObject)?.Amount("outstanding_amount") ?? 0m),
                        }
                    ),
            ],
            "No payments."
        );

    private static IEnumerable<string?> Paid(JsonObject payment) =>
        ((JsonArray)payment["allocated_artefacts"]!).Select(static part => (part!["artefact"] as JsonObject)?.Text("displayed_as"));

    private static string Items(Scope scope) =>
        Table(
            "Products, services and stock items",
            ["Code", "Description", "Kind", "#In stock"],
            [
                .. Newest(scope, ItemShapes.StockItems)
                    .Select(static body => Item(body, "Stock item", Amounts.Text(body.Amount("quantity_in_stock")))),
                .. Newest(scope, ItemShapes.Products)
                    .Where(static body => body.LinkId("catalog_item_type") == "PRODUCT")
                    .Select(static body => Item(body, "Product", "")),
                .. Newest(scope, ItemShapes.Services).Select(static body => Item(body, "Service", "")),
            ],
            "Nothing is listed for sale."
        );

    private static string[] Item(JsonObject body, string kind, string stock) =>
        [body.Text("item_code") ?? "", body.Text("description") ?? "", kind, stock];

    private static string Contacts(Scope scope) =>
        Table(
            "Contacts, newest first",
            ["Name", "Reference", "Type", "E-mail", "Tax number", "#Owes"],
            [
                .. Newest(scope, ContactShapes.Contacts)
                    .Select(body =>
                        new[]
                        {
                            body.Text("name") ?? "",
                            body.Text("reference") ?? "",
                            ContactRules.Kind(body) == "VENDOR" ? "Supplier" : "Customer",
                            body.Text("email") ?? "",
                            body.Text("tax_number") ?? "",
                            Money(scope.Documents.Outstanding(body.Text("id")!)),
                        }
                    ),
            ],
            "No contacts."
        );

    private static string TrialBalance(Scope scope)
    {
        var rows = scope.Ledger.TrialBalance();
        return Table(
            "Trial balance",
            ["Account", "#Debit", "#Credit"],
            [
                .. rows.Select(static row => (row.Account.DisplayedAs, Balance: row.Debit - row.Credit))
                    .Select(static row =>
                        new[] { row.DisplayedAs, row.Balance > 0 ? Money(row.Balance) : "", row.Balance < 0 ? Money(-row.Balance) : "" }
                    ),
            ],
            "Nothing was posted yet.",
            [
                "Sum",
                Money(rows.Sum(static row => Math.Max(row.Debit - row.Credit, 0))),
                Money(rows.Sum(static row => Math.Max(row.Credit - row.Debit, 0))),
            ]
        );
    }

    private string Requests() =>
        Table(
            "Recent requests, newest first",
            ["At", "Method", "Path", "#Status", "Note"],
            [
                .. world
                    .Log.Records.TakeLast(30)
                    .Reverse()
                    .Select(static record =>
                        new[]
                        {
                            record.At,
                            record.Method,
                            record.Path + record.Query,
                            record.Status?.ToString(CultureInfo.InvariantCulture) ?? "cut",
                            record.Fault is { } fault ? $"fault {fault}"
                            : record.Replayed ? "replayed"
                            : "",
                        }
                    ),
            ],
            "Nobody has called yet."
        );

    private string FaultTable() =>
        Table(
            "Planned faults",
            ["#Id", "Kind", "Method", "Path", "#Hits", "#Times"],
            [
                .. world.Faults.All.Select(static fault =>
                    new[]
                    {
                        fault.Id.ToString(CultureInfo.InvariantCulture),
                        Words(fault.Kind),
                        fault.Method ?? "any",
                        fault.Path ?? "any",
                        fault.Hits.ToString(CultureInfo.InvariantCulture),
                        fault.Times?.ToString(CultureInfo.InvariantCulture) ?? "no end",
                    }
                ),
            ],
            "No faults are planned: every call is answered as it should be."
        );

    private static string Words(FaultKind kind) =>
        kind switch
        {
            FaultKind.Before => "status, nothing done",
            FaultKind.After => "done, answer lost",
            FaultKind.Instead => "other answer, nothing done",
            FaultKind.Slow => "slow",
            FaultKind.Cut => "cut, nothing done",
            _ => "done, but 500",
        };

    private static List<JsonObject> Newest(Scope scope, ResourceType type)
    {
        var found = new List<JsonObject>();
        using var rows = scope
            .Db.Use(
                "select b.body from documents d indexed by documents_by_created join bodies b using (seq) where d.business=? and "
                    + "d.resource=? "
                    + "and d.deleted_at is null order by d.created_at desc, d.seq desc limit ?"
            )
            .With(scope.Business.Number)
            .With(type.Number)
            .With(RowsMax);
        while (rows.Step())
            found.Add(JsonText.Object(rows.Bytes(0)));
        return found;
    }
}
