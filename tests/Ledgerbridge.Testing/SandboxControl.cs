using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Testing;

/// <summary>A fault to plan, in the control API's own words: null leaves the sandbox's default.</summary>
public sealed record SandboxFault
{
    /// <summary><c>before</c>, <c>after</c>, <c>instead</c>, <c>slow</c>, <c>cut</c> or <c>created_but_500</c>.</summary>
    public required string Kind { get; init; }

    public string? Method { get; init; }

    /// <summary>A path with <c>*</c> for any text.</summary>
    public string? Path { get; init; }

    public string? Business { get; init; }
    public int? Skip { get; init; }

    /// <summary>How many calls it hits; null for every one.</summary>
    public int? Times { get; init; }
    public double? Probability { get; init; }
    public int? Seed { get; init; }
    public int? Status { get; init; }
    public int? RetryAfter { get; init; }
    public bool? Malformed { get; init; }
    public string? Body { get; init; }
    public string? ContentType { get; init; }
    public int? DelayMs { get; init; }

    /// <summary><c>real</c> or <c>injected</c>.</summary>
    public string? Clock { get; init; }
    public bool? RegisterIdempotency { get; init; }
}

/// <summary>A fault as it is planned.</summary>
public sealed record SandboxPlannedFault(int Id, string Kind, int Hits);

/// <summary>One call the sandbox has answered (or cut: then the status is null).</summary>
public sealed record SandboxRequest
{
    public long Number { get; init; }
    public required string At { get; init; }
    public required string Method { get; init; }
    public required string Path { get; init; }
    public required string Query { get; init; }
    public string? Business { get; init; }
    public int? Status { get; init; }
    public required string RequestId { get; init; }
    public int? Fault { get; init; }
    public string? IdempotencyId { get; init; }
    public bool Replayed { get; init; }
    public string? Body { get; init; }
    public string? Answer { get; init; }
}

/// <summary>How many calls of one kind there were.</summary>
public sealed record SandboxRequestCount(string Method, string Route, long Count);

/// <summary>The calls the sandbox has seen.</summary>
public sealed record SandboxRequests(IReadOnlyList<SandboxRequestCount> Counts, IReadOnlyList<SandboxRequest> Requests)
{
    /// <summary>How many calls there were of a method on a route such as <c>/v3.1/sales_invoices/{key}</c>.</summary>
    public long Of(string method, string route) =>
        Counts.FirstOrDefault(count => count.Method == method && count.Route == route)?.Count ?? 0;
}

/// <summary>One account of a trial balance; debits less credits is the balance.</summary>
public sealed record SandboxBalance(string Id, int NominalCode, string Name, decimal Debit, decimal Credit, decimal Balance);

/// <summary>What stands in the books.</summary>
public sealed record SandboxTrialBalance(
    string Currency,
    decimal Debit,
    decimal Credit,
    decimal Difference,
    IReadOnlyList<SandboxBalance> Accounts
)
{
    /// <summary>The balance of an account; zero when it was never posted to.</summary>
    public decimal Of(int nominalCode) => Accounts.FirstOrDefault(account => account.NominalCode == nominalCode)?.Balance ?? 0m;
}

/// <summary>How often a business was called.</summary>
public sealed record SandboxUsage(int Minute, int Day, int Refused, int ConcurrentMax);

/// <summary>A grant of the sandbox; never its tokens.</summary>
public sealed record SandboxGrant(
    long Number,
    string Client,
    string Person,
    string Scope,
    bool Revoked,
    long Refreshes,
    string RefreshExpiresAt
);

/// <summary>How many grants there are and how often they were refreshed.</summary>
public sealed record SandboxTokens(long Grants, long Refreshes, IReadOnlyList<SandboxGrant> Items);

/// <summary>A pair of tokens as the token endpoint answers it.</summary>
public sealed record SandboxTokenPair
{
    public required string AccessToken { get; init; }
    public required string Scope { get; init; }
    public required string TokenType { get; init; }
    public required int ExpiresIn { get; init; }
    public required string RefreshToken { get; init; }
    public required int RefreshTokenExpiresIn { get; init; }
    public required string RequestedById { get; init; }
}

/// <summary>The sandbox's control API, typed. A refusal throws with the sandbox's own sentence.</summary>
public sealed class SandboxControl(HttpClient http)
{
    /// <summary>How the sandbox's records are written as JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>Name, version, protocol, profile and clock of the sandbox.</summary>
    public Task<JsonObject> HandshakeAsync(CancellationToken ct) => SendAsync<JsonObject>(HttpMethod.Get, "", null, ct);

    /// <summary>Empties the books and seeds a profile: <c>demo</c> or <c>empty</c>.</summary>
    public Task ResetAsync(string profile, CancellationToken ct) => SendAsync<JsonObject>(HttpMethod.Post, "/reset", new { profile }, ct);

    /// <summary>The sandbox's clock.</summary>
    public async Task<DateTimeOffset> ClockAsync(CancellationToken ct) =>
        NowOf(await SendAsync<JsonObject>(HttpMethod.Get, "/clock", null, ct));

    /// <summary>Sets the sandbox's clock.</summary>
    public async Task<DateTimeOffset> SetClockAsync(DateTimeOffset now, CancellationToken ct) =>
        NowOf(await SendAsync<JsonObject>(HttpMethod.Put, "/clock", new { now }, ct));

    /// <summary>Moves the sandbox's clock.</summary>
    public async Task<DateTimeOffset> AdvanceClockAsync(TimeSpan by, CancellationToken ct) =>
        NowOf(await SendAsync<JsonObject>(HttpMethod.Post, "/clock/advance", new { seconds = (long)by.TotalSeconds }, ct));

    /// <summary>Plans a fault and returns its id.</summary>
    public async Task<int> AddFaultAsync(SandboxFault fault, CancellationToken ct) =>
        (await SendAsync<SandboxPlannedFault>(HttpMethod.Post, "/faults", fault, ct)).Id;

    /// <summary>The planned faults with their hits.</summary>
    public async Task<IReadOnlyList<SandboxPlannedFault>> FaultsAsync(CancellationToken ct) =>
        (await SendAsync<JsonObject>(HttpMethod.Get, "/faults", null, ct))["faults"].Deserialize<List<SandboxPlannedFault>>(Json)!;

    /// <summary>Removes every fault.</summary>
    public Task ClearFaultsAsync(CancellationToken ct) => SendAsync<JsonObject>(HttpMethod.Delete, "/faults", null, ct);

    /// <summary>Removes one fault.</summary>
    public Task RemoveFaultAsync(int id, CancellationToken ct) => SendAsync<JsonObject>(HttpMethod.Delete, $"/faults/{id}", null, ct);

    /// <summary>The sandbox's settings.</summary>
    public Task<JsonObject> SettingsAsync(CancellationToken ct) => SendAsync<JsonObject>(HttpMethod.Get, "/settings", null, ct);

    /// <summary>Changes settings: an object of the keys to change, such as <c>new { latency_ms = 5 }</c>.</summary>
    public Task<JsonObject> ChangeSettingsAsync(object changes, CancellationToken ct) =>
        SendAsync<JsonObject>(HttpMethod.Put, "/settings", changes, ct);

    /// <summary>Registers an application, or replaces its redirect URIs.</summary>
    public Task SaveClientAsync(string id, IReadOnlyList<string> redirectUris, string? secret, CancellationToken ct) =>
        SendAsync<JsonObject>(
            HttpMethod.Put,
            "/clients",
            new Dictionary<string, object?>
            {
                ["id"] = id,
                ["redirect_uris"] = redirectUris,
                ["secret"] = secret,
            },
            ct
        );

    /// <summary>The calls the sandbox has seen: counters of all and the last thousand.</summary>
    public Task<SandboxRequests> RequestsAsync(CancellationToken ct) =>
        SendAsync<SandboxRequests>(HttpMethod.Get, "/requests?limit=1000", null, ct);

    /// <summary>Forgets the calls.</summary>
    public Task ClearRequestsAsync(CancellationToken ct) => SendAsync<JsonObject>(HttpMethod.Delete, "/requests", null, ct);

    /// <summary>How often each business was called, by id.</summary>
    public async Task<IReadOnlyDictionary<string, SandboxUsage>> LimitsAsync(CancellationToken ct) =>
        (await SendAsync<JsonObject>(HttpMethod.Get, "/limits", null, ct))["businesses"]
            .Deserialize<Dictionary<string, SandboxUsage>>(Json)!;

    /// <summary>The trial balance of a business.</summary>
    public Task<SandboxTrialBalance> TrialBalanceAsync(string business, CancellationToken ct) =>
        SendAsync<SandboxTrialBalance>(HttpMethod.Get, $"/businesses/{business}/trial_balance", null, ct);

    /// <summary>How many live documents of each resource a business has.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(string business, CancellationToken ct) =>
        (await SendAsync<JsonObject>(HttpMethod.Get, $"/businesses/{business}", null, ct))["counts"]
            .Deserialize<Dictionary<string, long>>(Json)!;

    /// <summary>Stored documents in full, deleted ones too, without the traces that reading through the API leaves.</summary>
    public async Task<IReadOnlyList<JsonObject>> DocumentsAsync(string business, string collection, CancellationToken ct) =>
        (await SendAsync<JsonObject>(HttpMethod.Get, $"/businesses/{business}/documents/{collection}?limit=10000", null, ct))["documents"]
            .Deserialize<List<JsonObject>>(Json)!;

    /// <summary>Changes a business: <c>subscription_active</c>, <c>tax_reconciled_through</c>.</summary>
    public Task ChangeBusinessAsync(string business, object changes, CancellationToken ct) =>
        SendAsync<JsonObject>(HttpMethod.Put, $"/businesses/{business}", changes, ct);

    /// <summary>Lets money come in for an invoice: all that is outstanding when the amount is null.</summary>
    public Task<JsonObject> PayAsync(string business, string salesInvoice, decimal? amount, CancellationToken ct) =>
        SendAsync<JsonObject>(HttpMethod.Post, $"/businesses/{business}/payments", new PayBody(salesInvoice, amount), ct);

    /// <summary>Adds many contacts and invoices.</summary>
    public Task SeedAsync(string business, int contacts, int invoices, CancellationToken ct) =>
        SendAsync<JsonObject>(HttpMethod.Post, $"/businesses/{business}/seed", new { contacts, invoices }, ct);

    /// <summary>Tokens without walking the OAuth path.</summary>
    public Task<SandboxTokenPair> IssueTokensAsync(string person, string scope, CancellationToken ct) =>
        SendAsync<SandboxTokenPair>(HttpMethod.Post, "/tokens", new { person, scope }, ct);

    /// <summary>The grants and how often they were refreshed.</summary>
    public Task<SandboxTokens> TokensAsync(CancellationToken ct) => SendAsync<SandboxTokens>(HttpMethod.Get, "/tokens", null, ct);

    /// <summary>Makes every access token run out now.</summary>
    public Task ExpireTokensAsync(CancellationToken ct) => SendAsync<JsonObject>(HttpMethod.Post, "/tokens/expire", null, ct);

    /// <summary>Revokes every grant and every consent.</summary>
    public Task RevokeTokensAsync(CancellationToken ct) => SendAsync<JsonObject>(HttpMethod.Post, "/tokens/revoke", null, ct);

    /// <summary>Sends any control request and returns the raw answer.</summary>
    public Task<HttpResponseMessage> SendRawAsync(HttpMethod method, string path, HttpContent? body, CancellationToken ct) =>
        http.SendAsync(new HttpRequestMessage(method, "/_sandbox" + path) { Content = body }, ct);

    private sealed record PayBody(string SalesInvoice, decimal? Amount);

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken ct)
        where T : class
    {
        using var content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);
        using var answer = await SendRawAsync(method, path, content, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} /_sandbox{path} answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default! : JsonSerializer.Deserialize<T>(text, Json)!;
    }

    private static DateTimeOffset NowOf(JsonObject clock) => clock["now"]!.GetValue<DateTimeOffset>();
}
