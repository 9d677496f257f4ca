using System.Globalization;
using System.Text;
using System.Text.Json;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Seeds;

/// <summary>
/// Fills a business with many contacts and invoices for performance work: by the same rules as a client's requests, but thousands to a
/// transaction. Invoices are spread over the last year and over up to a thousand customers.
/// </summary>
internal sealed class BulkSeeder(SandboxWorld world, Business business)
{
    private const int Batch = 2_000;
    private const int CustomersMax = 1_000;
    private readonly ContactRules _contacts = new();
    private readonly SalesRules _invoices = new(SalesKind.Invoice);

    /// <summary>Plants so many more contacts and invoices.</summary>
    public async Task PlantAsync(int contacts, int invoices, CancellationToken ct)
    {
        await InBatchesAsync(contacts, PlantContact, ct);
        var customers = invoices == 0 ? [] : Customers();
        if (invoices > 0 && customers.Count == 0)
        {
            await InBatchesAsync(1, PlantContact, ct);
            customers = Customers();
        }
        await InBatchesAsync(invoices, (scope, index) => PlantInvoice(scope, index, customers), ct);
    }

    private async Task InBatchesAsync(int count, Action<Scope, int> plant, CancellationToken ct)
    {
        for (var from = 0; from < count; from += Batch)
        {
            var (first, past) = (from, Math.Min(from + Batch, count));
            await world.File.WriteAsync(
                db =>
                {
                    for (var index = first; index < past; index++)
                        plant(world.Scope(db, business), index);
                    return true;
                },
                ct
            );
        }
    }

    private void PlantContact(Scope scope, int index)
    {
        var number = scope.NextNumber("bulk_contact");
        var name = string.Create(CultureInfo.InvariantCulture, $"Bulk Customer {number:d6}");
        var sent = $$$"""
            {"name":"{{{name}}}","contact_type_ids":["CUSTOMER"],"reference":"B{{{number}}}","credit_days":{{{index % 4 * 15}}},
             "main_address":{"address_line_1":"{{{number}}} Long Road","city":"{{{business.City}}}",
             "region":"{{{business.Region}}}","postal_code":"{{{business.PostalCode}}}"},
             "main_contact_person":{"name":"{{{name}}}","email":"bulk{{{number}}}@example.org"}}
            """;
        Seeder.Accepted(_contacts.Create(scope, Json(sent)));
    }

    private void PlantInvoice(Scope scope, int index, List<string> customers)
    {
        var number = scope.NextNumber("bulk_invoice");
        var date = scope.Today.AddDays(-(index * 37 % 365));
        var rate = Rate(scope);
        var quantity = 1 + (index % 7);
        var price = 10m + (index % 500);
        var tax = Amounts.Text(Amounts.Cents(quantity * price * rate.Percentage / 100m));
        var sent = $$$"""
            {"contact_id":"{{{customers[index % customers.Count]}}}","date":"{{{SandboxClock.Text(date)}}}","reference":"BULK-{{{number}}}",
             "invoice_lines":[{"description":"Bulk goods","ledger_account_id":"{{{SandboxSeed.LedgerAccount(
                business.Id,
                SandboxSeed.SalesCode
            )}}}",
             "quantity":"{{{quantity}}}","unit_price":"{{{Amounts.Text(price)}}}","tax_rate_id":"{{{rate.Id}}}","tax_amount":"{{{tax}}}"}]}
            """;
        Seeder.Accepted(_invoices.Create(scope, Json(sent)));
    }

    private Rate Rate(Scope scope)
    {
        var seed = BusinessSeed.All[business.Number - 1];
        return scope.Shelf.Rate(scope.Shelf.TaxRegistered ? seed.Rates[0].Id : seed.Rates[^1].Id)!;
    }

    /// <summary>Customers at home, so that no cross-border rule applies.</summary>
    private List<string> Customers() =>
        world.File.Read(db =>
        {
            var found = new List<string>();
            using var rows = db.Use(
                    "select id from documents where business=? and resource=? and kind='CUSTOMER' and status='ACTIVE' and deleted_at "
                        + "is null "
                        + "order by seq limit ?"
                )
                .With(business.Number)
                .With(ContactShapes.Contacts.Number)
                .With(CustomersMax);
            while (rows.Step())
                found.Add(rows.Text(0));
            return found;
        });

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetBytes(text));
}
