using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Bench;

/// <summary>What posting came to.</summary>
/// <param name="Runs">How many runs there were.</param>
/// <param name="Wrong">How many of them are not in the books.</param>
/// <param name="PerSecond">Runs that came to their end in a second.</param>
/// <param name="Calls">Calls to Sage.</param>
internal sealed record PostingResult(int Runs, int Wrong, double PerSecond, long Calls);

/// <summary>A shop's documents on their way into the books, from the event to its run's end, and what that cost in calls to Sage.</summary>
internal sealed class PostingLoad(BenchShop shop, HttpClient sandbox)
{
    private const int AtOnce = 16;
    private const int WarmUp = 500;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private long _last;

    /// <summary>An invoice of two lines over 115.00 with VAT, to a customer the shop knows.</summary>
    private static string Invoice =>
        $$"""
            {"magento_id":"#","increment_id":"#","order_id":"#","order_increment_id":"#","website_id":1,"store_id":1,"currency":"ZAR",
             "state":"open","customer":{"magento_id":2,"email":"johan@agterplaas.example","first_name":"Johan",
             "last_name":"van der Merwe","phone":"023 555 0164","website_id":1,"addresses":[{{Address("billing")}},{{Address("shipping")}}],
             "created_at":"{{Now}}","updated_at":"{{Now}}","group_id":1},
             "lines":[{"sku":"A","name":"Rooibos","qty":2,"unit_price":30,"line_subtotal":60,"line_tax":9,"line_total":69,"tax_rate":0.15},
             {"sku":"B","name":"Buchu","qty":1,"unit_price":40,"line_subtotal":40,"line_tax":6,"line_total":46,"tax_rate":0.15}],
             "subtotal":100,"tax_amount":15,"shipping_amount":0,"shipping_tax_amount":0,"discount_amount":0,"grand_total":115,
             "created_at":"{{Now}}","payment_method":"payfast","billing_address":{{Address("billing")}},
             "shipping_address":{{Address("shipping")}},"base_to_order_rate":1}
            """.Replace("\"increment_id\":\"#\"", "\"increment_id\":\"N-#\"", StringComparison.Ordinal);

    private static string Now =>
        TimeProvider.System.GetUtcNow().AddMinutes(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Lets the shop have invoices, and says where their money goes.</summary>
    public async Task PrepareAsync()
    {
        shop.Invoice = Invoice;
        var reference = await shop.ApiAsync(HttpMethod.Get, "/api/business/reference", body: null);
        var path = $"/api/stores/{shop.Id}/policy";
        var policy = (await shop.ApiAsync(HttpMethod.Get, path, body: null))["policy"]!;
        policy["payments"]!["methods"] = new JsonArray(
            new JsonObject
            {
                ["method"] = "payfast",
                ["outcome"] = "bank",
                ["bank_account_id"] = reference["bank_accounts"]![0]!["id"]!.DeepClone(),
                ["sage_method_id"] = "",
            }
        );
        await shop.ApiAsync(HttpMethod.Put, path, policy);
        // The customer is made with the first of them; what is measured is a server that has been at work for a while.
        await RunAsync(1, paid: false);
        await RunAsync(WarmUp, paid: true);
    }

    /// <summary>Tells so many invoices, with their payments if they are paid, and waits until all are at their end.</summary>
    public async Task<PostingResult> RunAsync(int invoices, bool paid)
    {
        var calls = await CallsAsync();
        var began = Stopwatch.GetTimestamp();
        var first = _last + 1;
        _last += invoices;
        await TellAsync("invoice.created", first);
        if (paid)
            await TellAsync("invoice.paid", first);
        while (await PendingAsync() > 0)
            await Task.Delay(Look, TimeProvider.System);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var runs = paid ? 2 * invoices : invoices;
        return new PostingResult(runs, await FailedAsync(), runs / seconds, await CallsAsync() - calls);
    }

    private async Task TellAsync(string name, long first) =>
        await Parallel.ForAsync(
            first,
            _last + 1,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (id, _) =>
            {
                if (!await shop.TellAsync(name, id))
                    throw new InvalidOperationException($"{name} {id} was not taken.");
            }
        );

    private async Task<int> PendingAsync() =>
        (int)(await shop.ApiAsync(HttpMethod.Get, $"/api/stores/{shop.Id}", body: null))["pending_count"]!;

    private async Task<int> FailedAsync() =>
        (await shop.ApiAsync(HttpMethod.Get, $"/api/runs?store={shop.Id}&status=failed&limit=200", body: null))["items"]!.AsArray().Count;

    private async Task<long> CallsAsync() =>
        (await sandbox.GetFromJsonAsync<JsonNode>("/_sandbox/requests?limit=1"))!["counts"]!
            .AsArray()
            .Where(static count => ((string)count!["route"]!).StartsWith("/v3.1/", StringComparison.Ordinal))
            .Sum(static count => (long)count!["count"]!);

    private static string Address(string kind) =>
        $$"""
            {"kind":"{{kind}}","street":["3 Kerk Street"],"city":"Montagu","region":"Western Cape","postcode":"6720","country_id":"ZA",
             "telephone":"023 555 0164"}
            """;
}
