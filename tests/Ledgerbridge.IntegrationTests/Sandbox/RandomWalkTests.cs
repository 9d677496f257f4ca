using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

/// <summary>
/// Hundreds of random operations, the bad ones included. After each, the books balance; at the end they are what an auditor who only
/// watched the answers expects. A failure names its seed.
/// </summary>
[Trait("Work", "Long")]
public sealed class RandomWalkTests
{
    private const string Business = SandboxSeed.PennineSupplies;
    private static readonly (string Id, decimal Percentage)[] Rates =
    [
        ("GB_STANDARD", 20m),
        ("GB_LOWER", 5m),
        ("GB_ZERO", 0m),
        ("GB_EXEMPT", 0m),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(20260316)]
    public async Task Whatever_happens_the_books_balance(int seed)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var walk = new Walk(sandbox, await sandbox.ClientAsync(Business, Ct), new Random(seed));
        for (var step = 0; step < 250; step++)
        {
            var did = await walk.StepAsync();
            var balance = await sandbox.Control.TrialBalanceAsync(Business, Ct);
            Assert.True(
                balance.Difference == 0m,
                $"seed {seed}, step {step}, after {did}: debits and credits differ by {balance.Difference}"
            );
            Assert.True(
                balance.Of(1100) == walk.Owed,
                $"seed {seed}, step {step}, after {did}: debtors {balance.Of(1100)}, the auditor expects {walk.Owed}"
            );
        }
        await walk.AuditAsync();
    }

    private sealed class Walk(SandboxFixture sandbox, SandboxClient client, Random random)
    {
        private readonly List<(string Id, string Currency)> _contacts = [];
        private readonly Dictionary<string, (string Status, decimal Base)> _invoices = new(StringComparer.Ordinal);

        /// <summary>What all customers owe, in the business's currency, by the answers seen.</summary>
        public decimal Owed => _invoices.Values.Where(static one => one.Status == "UNPAID").Sum(static one => one.Base);

        public async Task<string> StepAsync()
        {
            sandbox.Time.Advance(TimeSpan.FromSeconds(random.Next(0, 3)));
            if (_contacts.Count == 0 || random.Next(12) == 0)
                return await AddContactAsync();
            return random.Next(10) switch
            {
                < 5 => await AddInvoiceAsync(),
                5 => await ReleaseAsync(),
                6 or 7 => await ChangeAsync(),
                8 => await VoidAsync(),
                _ => await RenameAsync(),
            };
        }

        public async Task AuditAsync()
        {
            var seen = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
            for (var page = 1; ; page++)
            {
                var list = await client.GetAsync($"/sales_invoices?items_per_page=13&attributes=all&page={page}", Ct);
                foreach (var item in list.Items)
                    Assert.True(seen.TryAdd(item["id"]!.GetValue<string>(), item), "an item came on two pages");
                if (list.Object["$next"] is null)
                    break;
            }
            Assert.Equal(_invoices.Keys.Order(StringComparer.Ordinal), seen.Keys.Order(StringComparer.Ordinal));
            foreach (var (id, invoice) in seen)
            {
                Assert.Equal(_invoices[id].Status, invoice["status"]!["id"]!.GetValue<string>());
                AssertTotals(invoice);
            }
            var numbers = seen
                .Values.Select(static one => one["invoice_number"]!.GetValue<string>())
                .Where(static number => number != "SI-DRAFT")
                .ToList();
            Assert.Equal(numbers.Count, numbers.Distinct().Count());
            await AuditEntriesAsync();
        }

        private async Task AuditEntriesAsync()
        {
            var ids = new HashSet<string>(StringComparer.Ordinal);
            decimal debit = 0m;
            decimal credit = 0m;
            for (var page = 1; ; page++)
            {
                var list = await client.GetAsync($"/ledger_entries?items_per_page=200&attributes=all&page={page}", Ct);
                foreach (var entry in list.Items)
                {
                    Assert.True(ids.Add(entry["id"]!.GetValue<string>()));
                    debit += Amount(entry, "debit");
                    credit += Amount(entry, "credit");
                }
                if (list.Object["$next"] is null)
                    break;
            }
            Assert.Equal(debit, credit);
            Assert.Equal(debit, (await sandbox.Control.TrialBalanceAsync(Business, Ct)).Debit);
        }

        private static void AssertTotals(JsonObject invoice)
        {
            var lines = invoice["invoice_lines"]!.AsArray().Select(static line => line!.AsObject()).ToList();
            Assert.Equal(
                Amount(invoice, "net_amount"),
                lines.Sum(static line => Amount(line, "net_amount")) + Amount(invoice, "shipping_net_amount")
            );
            Assert.Equal(
                Amount(invoice, "tax_amount"),
                lines.Sum(static line => Amount(line, "tax_amount")) + Amount(invoice, "shipping_tax_amount")
            );
            Assert.Equal(Amount(invoice, "total_amount"), Amount(invoice, "net_amount") + Amount(invoice, "tax_amount"));
            var analysis = invoice["tax_analysis"]!.AsArray().Select(static one => one!.AsObject());
            Assert.Equal(Amount(invoice, "total_amount"), analysis.Sum(static one => Amount(one, "total_amount")));
            Assert.Equal(
                Amount(invoice, "base_currency_total_amount"),
                lines.Sum(static line => Amount(line, "base_currency_total_amount"))
                    + Amount(invoice, "base_currency_shipping_total_amount")
            );
        }

        private async Task<string> AddContactAsync()
        {
            var currency = random.Next(3) == 0 ? "EUR" : "GBP";
            var made = await client.PostAsync("/contacts", Sent.Contact($"Customer {_contacts.Count}").And(("currency_id", currency)), Ct);
            _contacts.Add((made.Id, currency));
            return "adding a contact";
        }

        private async Task<string> AddInvoiceAsync()
        {
            var (contact, currency) = _contacts[random.Next(_contacts.Count)];
            var body = Sent.Invoice(contact, Lines());
            if (currency == "EUR")
                body.And(("exchange_rate", (1m + (random.Next(1, 5000) / 10_000m)).ToString("0.0000")));
            if (random.Next(3) == 0)
                body.And(("shipping_net_amount", Price()), ("shipping_tax_rate_id", "GB_STANDARD"));
            if (random.Next(4) == 0)
                body.And(("status_id", "DRAFT"));
            if (random.Next(8) == 0)
                body.And(("due_date", "2001-01-01"));
            return "adding an invoice" + Note(await client.PostAsync("/sales_invoices", body, Ct));
        }

        private async Task<string> ReleaseAsync()
        {
            if (Pick() is not { } id)
                return "nothing";
            return "releasing" + Note(await client.PostAsync($"/sales_invoices/{id}/release", null, Ct));
        }

        private async Task<string> ChangeAsync()
        {
            if (Pick() is not { } id)
                return "nothing";
            var change = new JsonObject { ["sales_invoice"] = new JsonObject { ["invoice_lines"] = new JsonArray([.. Lines()]) } };
            return "changing" + Note(await client.PutAsync($"/sales_invoices/{id}", change, Ct));
        }

        private async Task<string> VoidAsync()
        {
            if (Pick() is not { } id)
                return "nothing";
            var answer = await client.DeleteAsync($"/sales_invoices/{id}?void_reason=walked", Ct);
            if (answer.Status == HttpStatusCode.OK && answer.LinkId("status") == "DRAFT")
                _invoices.Remove(id);
            else
                Note(answer);
            return $"voiding ({(int)answer.Status})";
        }

        private async Task<string> RenameAsync()
        {
            var (id, _) = _contacts[random.Next(_contacts.Count)];
            var change = new JsonObject { ["contact"] = new JsonObject { ["name"] = $"Renamed {random.Next(1000)}" } };
            Assert.Equal(HttpStatusCode.OK, (await client.PutAsync($"/contacts/{id}", change, Ct)).Status);
            return "renaming";
        }

        private string Note(SandboxAnswer answer)
        {
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.UnprocessableEntity, answer.Text);
            if ((int)answer.Status < 300)
                _invoices[answer.Id] = (answer.LinkId("status")!, answer.Amount("base_currency_total_amount"));
            return $" ({(int)answer.Status})";
        }

        private string? Pick() => _invoices.Count == 0 ? null : _invoices.Keys.ElementAt(random.Next(_invoices.Count));

        private JsonObject[] Lines() => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Line())];

        private JsonObject Line()
        {
            var (rate, percentage) = Rates[random.Next(Rates.Length)];
            var quantity = random.Next(1, 400) / 100m;
            var price = decimal.Parse(Price());
            var net = Math.Round(quantity * price, 2, MidpointRounding.AwayFromZero);
            // Now and then a cent off: Sage books what is sent.
            var tax =
                Math.Round(net * percentage / 100m, 2, MidpointRounding.AwayFromZero)
                + (random.Next(5) == 0 && percentage > 0m ? 0.01m : 0m);
            return Sent.Line(Business, rate, quantity.ToString("0.00"), price.ToString("0.0000"), tax.ToString("0.00"));
        }

        private string Price() => (random.Next(1, 2_000_000) / 10_000m).ToString("0.0000");

        private static decimal Amount(JsonObject node, string key) => decimal.Parse(node[key]!.GetValue<string>());
    }
}
