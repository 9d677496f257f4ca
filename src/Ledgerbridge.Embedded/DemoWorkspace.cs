using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ledgerbridge.Sandbox;

namespace Ledgerbridge.Embedded;

/// <summary>
/// Sets the demo workspace up from outside, through the same doors as everybody: the first-run address, the OAuth walk with the sandbox's
/// consent page, the API.
/// </summary>
internal sealed partial class DemoWorkspace(EmbeddedOptions options) : IDisposable
{
    private const string Email = "demo@ledgerbridge.example";
    private const int PasswordBytes = 9;

    private readonly HttpClient _browser = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }
    )
    {
        BaseAddress = options.App,
    };

    /// <summary>
    /// Makes the demo person and, unless nothing is to be connected, walks to Sage and back. Returns the sign-in to print.
    /// </summary>
    public async Task<DemoSignIn> PrepareAsync(CancellationToken ct)
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
        await PostAsync(
            "/api/first-run",
            new
            {
                name = "Thandi Demo",
                email = Email,
                password,
                workspace_name = "Demo workspace",
                country = "ZA",
            },
            ct
        );
        // Written before anything else can fail, so that the account is never one that nobody can enter.
        var signIn = new DemoSignIn(Email, password, ApiKey: null, options.App.AbsoluteUri, options.Beginning == Beginning.Connected);
        await signIn.WriteAsync(options.DataDirectory, ct);
        return await FinishAsync(signIn, ct);
    }

    /// <summary>Does what is left to do for a person who exists: key, connection, business, defaults.</summary>
    public async Task<DemoSignIn> FinishAsync(DemoSignIn signIn, CancellationToken ct)
    {
        await PostAsync("/api/session", new { email = signIn.Email, password = signIn.Password }, ct);
        if (signIn.Connected)
        {
            await ConnectAsync(ct);
            await PostAsync("/api/business/select", new { business_id = SandboxSeed.KarooTrading }, ct);
            await PostAsync("/api/settings/initialize-za-defaults", new { }, ct);
            await PairShopAsync(ct);
        }
        var key = await PostAsync("/api/keys", new { name = "Demo key", role = "owner" }, ct);
        var complete = signIn with { ApiKey = key.GetProperty("api_key").GetString() };
        await complete.WriteAsync(options.DataDirectory, ct);
        return complete;
    }

    /// <inheritdoc />
    public void Dispose() => _browser.Dispose();

    private async Task ConnectAsync(CancellationToken ct)
    {
        var authorize = await RedirectAsync(await _browser.GetAsync("/auth/start", ct), ct);
        using var page = await _browser.GetAsync(authorize, ct);
        var html = await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync(ct);
        var fields = HiddenFields()
            .Matches(html)
            .Select(static match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))
            .Append(KeyValuePair.Create("person", SandboxSeed.OwnerId))
            .Append(KeyValuePair.Create("decision", "allow"));
        using var form = new FormUrlEncodedContent(fields);
        var callback = await RedirectAsync(await _browser.PostAsync(new Uri(authorize.GetLeftPart(UriPartial.Path)), form, ct), ct);
        await RedirectAsync(await _browser.GetAsync(callback, ct), ct);
    }

    /// <summary>Connects the demo shop by a code of its admin's, as a merchant does, and buys something there.</summary>
    private async Task PairShopAsync(CancellationToken ct)
    {
        var code = await PostAsync(new Uri(options.Shop, "/_store/pairing-code").AbsoluteUri, new { }, ct);
        var store = await PostAsync(
            "/api/stores",
            new { base_url = options.Shop.GetLeftPart(UriPartial.Authority), pairing_code = code.GetProperty("pairing_code").GetString() },
            ct
        );
        await MapPaymentsAsync(store.GetProperty("id").GetString()!, ct);
        await PostAsync(new Uri(options.Shop, "/_store/sell").AbsoluteUri, new { }, ct);
    }

    /// <summary>Says where card money arrives, as a bookkeeper does in the shop's settings: nobody can guess it.</summary>
    private async Task MapPaymentsAsync(string store, CancellationToken ct)
    {
        var lists = await _browser.GetFromJsonAsync<JsonElement>("/api/business/reference", ct);
        var bank = lists.GetProperty("bank_accounts")[0].GetProperty("id").GetString();
        var address = $"/api/stores/{store}/policy";
        var policy = (await _browser.GetFromJsonAsync<JsonNode>(address, ct))!["policy"]!;
        foreach (var rule in policy["payments"]!["methods"]!.AsArray().Where(static rule => (string?)rule!["outcome"] == "fail"))
            (rule!["outcome"], rule["bank_account_id"]) = ("bank", bank);
        policy["sync"]!["stock"] = true;
        using var saved = await _browser.PutAsJsonAsync(address, policy, ct);
        saved.EnsureSuccessStatusCode();
    }

    private static async Task<Uri> RedirectAsync(HttpResponseMessage response, CancellationToken ct)
    {
        using (response)
        {
            if (response.Headers.Location is { } location)
                return new Uri(response.RequestMessage!.RequestUri!, location);
            var path = response.RequestMessage?.RequestUri?.AbsolutePath;
            var answer = await response.Content.ReadAsStringAsync(ct);
            throw new InvalidOperationException($"{path} did not lead on ({(int)response.StatusCode}): {answer}");
        }
    }

    private async Task<JsonElement> PostAsync(string path, object body, CancellationToken ct)
    {
        using var response = await _browser.PostAsJsonAsync(path, body, ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}: {answer}");
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenFields();
}
