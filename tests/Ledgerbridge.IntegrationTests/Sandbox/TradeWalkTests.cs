using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

/// <summary>
/// Hundreds of random sales, credits, payments, refunds, allocations and their undoing, in two currencies and at any rate of exchange.
/// After each the books balance, and what customers owe is what their open documents say. A failure names its seed.
/// </summary>
[Trait("Work", "Long")]
public sealed class TradeWalkTests
{
    private const string Business = SandboxSeed.PennineSupplies;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3)]
    [InlineData(20260317)]
    [InlineData(77)]
    public async Task Whatever_is_sold_paid_and_undone_the_books_balance(int seed)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var walk = new Walk(sandbox, await sandbox.ClientAsync(Business, Ct), new Random(seed));
        for (var step = 0; step < 250; step++)
        {
            var did = await walk.StepAsync();
            var balance = await sandbox.Control.TrialBalanceAsync(Business, Ct);
            var where = $"seed {seed}, step {step}, after {did}";
            Assert.True(balance.Difference == 0m, $"{where}: debits and credits differ by {balance.Difference}");
            var (open, bank) = await walk.AuditAsync();
            Assert.True(balance.Of(1100) == open, $"{where}: debtors {balance.Of(1100)}, open documents {open}");
            Assert.True(balance.Of(1200) == bank, $"{where}: bank {balance.Of(1200)}, the bank account says {bank}");
        }
        Assert.True(walk.Done.Count >= 8, $"seed {seed} only did {string.Join(", ", walk.Done)}");
    }

    private sealed class Walk(SandboxFixture sandbox, SandboxClient client, Random random)
    {
        private readonly List<(string Id, string Currency)> _contacts = [];
        private readonly List<string> _payments = [];
        private readonly List<string> _allocations = [];

        /// <summary>The kinds of steps that were taken with success.</summary>
        public HashSet<string> Done { get; } = new(StringComparer.Ordinal);

        public async Task<string> StepAsync()
        {
            sandbox.Time.Advance(TimeSpan.FromSeconds(random.Next(0, 3)));
            var (did, answer) = await OneAsync();
            if ((int)answer.Status < 300)
                Done.Add(did);
            else
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            return $"{did} ({(int)answer.Status})";
        }

        /// <summary>What open documents sum to in the business's currency, and what the bank account says it holds.</summary>
        public async Task<(decimal Open, decimal Bank)> AuditAsync()
        {
            var open = 0m;
            foreach (var (collection, sign) in new[] { ("sales_invoices", 1), ("sales_credit_notes", -1), ("payments_on_account", -1) })
            {
                foreach (var document in await sandbox.Control.DocumentsAsync(Business, collection, Ct))
                    open += sign * Amount(document, "base_currency_outstanding_amount");
            }
            var bank = await client.GetAsync($"/bank_accounts/{SandboxSeed.BankAccount(Business, SandboxSeed.BankCode)}", Ct);
            return (open, bank.Amount("balance"));
        }

        private Task<(string, SandboxAnswer)> OneAsync()
        {
            if (_contacts.Count < 3)
                return ContactAsync();
            return random.Next(15) switch
            {
                < 4 => SellAsync("/sales_invoices"),
                4 or 5 => SellAsync("/sales_credit_notes"),
                6 or 7 or 8 => PayAsync("CUSTOMER_RECEIPT", "/sales_invoices"),
                9 => PayAsync("CUSTOMER_REFUND", "/sales_credit_notes"),
                10 or 11 => AllocateAsync(),
                12 => UndoAsync(_payments, "/contact_payments"),
                13 => UndoAsync(_allocations, "/contact_allocations"),
                _ => random.Next(2) == 0 ? ReallocateAsync() : VoidAsync(),
            };
        }

        private async Task<(string, SandboxAnswer)> ContactAsync()
        {
            var currency = _contacts.Count == 1 ? "GBP" : "EUR";
            var made = await client.PostAsync("/contacts", Sent.Contact($"Customer {_contacts.Count}").And(("currency_id", currency)), Ct);
            _contacts.Add((made.Id, currency));
            return ("adding a contact", made);
        }

        private async Task<(string, SandboxAnswer)> SellAsync(string path)
        {
            var (contact, currency) = _contacts[random.Next(_contacts.Count)];
            var net = random.Next(1, 100_000) / 100m;
            var tax = Math.Round(net * 0.2m, 2, MidpointRounding.AwayFromZero);
            var line = Sent.Line(Business, "GB_STANDARD", "1", Text(net), Text(tax));
            var body = path == "/sales_invoices" ? Sent.Invoice(contact, line) : SentTrade.CreditNote(contact, line);
            if (currency == "EUR")
                body.And(("exchange_rate", Rate()));
            return ($"POST {path}", await client.PostAsync(path, body, Ct));
        }

        private async Task<(string, SandboxAnswer)> PayAsync(string type, string path)
        {
            var (contact, currency) = _contacts[random.Next(_contacts.Count)];
            var parts = await OpenAsync(path, contact, random.Next(0, 4));
            var sum = parts.Sum(static part => part.Amount);
            var total = sum + (type == "CUSTOMER_RECEIPT" && random.Next(3) == 0 ? random.Next(1, 5_000) / 100m : 0m);
            var given = parts.Select(static part => (part.Id, Text(part.Amount))).ToArray();
            var body =
                type == "CUSTOMER_RECEIPT"
                    ? SentTrade.Receipt(Business, contact, Text(total), given)
                    : SentTrade.Refund(Business, contact, Text(total), given);
            if (currency == "EUR" && random.Next(5) > 0)
                body.And(("exchange_rate", Rate()));
            var made = await client.PostAsync("/contact_payments", body, Ct);
            if (made.Status == HttpStatusCode.Created)
                _payments.Add(made.Id);
            return (type, made);
        }

        private async Task<(string, SandboxAnswer)> AllocateAsync()
        {
            var contact = _contacts[random.Next(_contacts.Count)].Id;
            var invoices = await OpenAsync("/sales_invoices", contact, 1);
            var credits = random.Next(2) == 0 ? await OpenAsync("/sales_credit_notes", contact, 1) : await RestsAsync(contact);
            var amount = invoices.Concat(credits).Select(static part => part.Amount).DefaultIfEmpty(1m).Min();
            var parts = invoices.Select(part => (part.Id, Text(amount))).Concat(credits.Take(1).Select(part => (part.Id, Text(-amount))));
            var made = await client.PostAsync("/contact_allocations", SentTrade.Allocation(contact, [.. parts]), Ct);
            if (made.Status == HttpStatusCode.Created)
                _allocations.Add(made.Id);
            return ("allocating", made);
        }

        private async Task<(string, SandboxAnswer)> ReallocateAsync()
        {
            if (_payments.Count == 0)
                return await ContactAsync();
            var id = _payments[random.Next(_payments.Count)];
            var change = new JsonObject { ["allocated_artefacts"] = new JsonArray(), ["exchange_rate"] = Rate() };
            return ("clearing", await client.PutAsync($"/contact_payments/{id}", new JsonObject { ["contact_payment"] = change }, Ct));
        }

        private async Task<(string, SandboxAnswer)> UndoAsync(List<string> made, string path)
        {
            if (made.Count == 0)
                return await ContactAsync();
            var id = made[random.Next(made.Count)];
            var answer = await client.DeleteAsync($"{path}/{id}", Ct);
            if (answer.Status == HttpStatusCode.NoContent)
                made.Remove(id);
            return ($"DELETE {path}", answer);
        }

        private async Task<(string, SandboxAnswer)> VoidAsync()
        {
            var path = random.Next(2) == 0 ? "/sales_invoices" : "/sales_credit_notes";
            var items = (await client.GetAsync($"{path}?items_per_page=200", Ct)).Items;
            if (items.Count == 0)
                return await ContactAsync();
            var id = items[random.Next(items.Count)]["id"]!.GetValue<string>();
            return ($"DELETE {path}", await client.DeleteAsync($"{path}/{id}?void_reason=walked", Ct));
        }

        /// <summary>Up to so many open documents of a contact, each with all or a part of what is outstanding.</summary>
        private async Task<List<(string Id, decimal Amount)>> OpenAsync(string path, string contact, int count)
        {
            var items = (await client.GetAsync($"{path}?contact_id={contact}&attributes=all&items_per_page=200", Ct)).Items;
            return
            [
                .. items
                    .Select(static item => (item["id"]!.GetValue<string>(), Amount(item, "outstanding_amount")))
                    .Where(static item => item.Item2 > 0m)
                    .OrderBy(_ => random.Next())
                    .Take(count)
                    .Select(item => (item.Item1, Part(item.Item2))),
            ];
        }

        private async Task<List<(string Id, decimal Amount)>> RestsAsync(string contact)
        {
            var payments = (await client.GetAsync($"/contact_payments?contact_id={contact}&attributes=all&items_per_page=200", Ct)).Items;
            return
            [
                .. payments
                    .Select(static payment => payment["payment_on_account"] as JsonObject)
                    .OfType<JsonObject>()
                    .Select(static rest => (rest["id"]!.GetValue<string>(), Amount(rest, "outstanding_amount")))
                    .Where(static rest => rest.Item2 > 0m)
                    .Take(1),
            ];
        }

        private decimal Part(decimal outstanding) =>
            random.Next(2) == 0 ? outstanding : Math.Max(0.01m, Math.Round(outstanding / random.Next(2, 5), 2, MidpointRounding.ToZero));

        private string Rate() => (0.6m + (random.Next(0, 9_000) / 10_000m)).ToString("0.0000", CultureInfo.InvariantCulture);

        private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

        private static decimal Amount(JsonObject node, string key) =>
            decimal.Parse(node[key]!.GetValue<string>(), CultureInfo.InvariantCulture);
    }
}
