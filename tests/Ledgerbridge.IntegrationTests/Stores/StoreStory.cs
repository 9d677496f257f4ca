using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Internal;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Stores;

/// <summary>What the tests of shops ask again and again.</summary>
internal static class StoreStory
{
    private static int _tokens;

    /// <summary>The rows of all shops, oldest first.</summary>
    public static Task<List<StoreRow>> StoresAsync(this ServerFixture server, CancellationToken ct) =>
        server.Get<Database>().ReadAllAsync(db => db.Rows<StoreRow>().AsNoTracking().OrderBy(static row => row.CreatedAt).ToListAsync(ct));

    /// <summary>All runs, by the time of making; those of one moment in any order.</summary>
    public static Task<List<RunRow>> RunsAsync(this ServerFixture server, CancellationToken ct) =>
        server.Get<Database>().ReadAllAsync(db => db.Rows<RunRow>().AsNoTracking().OrderBy(static row => row.Id).ToListAsync(ct));

    /// <summary>The keys of the only shop.</summary>
    public static async Task<(string Tenant, DerivedKeys Keys)> KeysAsync(this ServerFixture server, CancellationToken ct)
    {
        var row = (await server.StoresAsync(ct)).Single();
        return (row.TenantId, server.Get<StoreKeys>().Open(row.KeySealed, row.Id)!);
    }

    /// <summary>The claims a shop's token has now, with a number of its own.</summary>
    public static JsonObject Claims(this ServerFixture server, string tenant)
    {
        var now = server.Time.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = "magento",
            ["aud"] = "byte8-ledger",
            ["sub"] = tenant,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 60,
            ["jti"] = $"token-{Interlocked.Increment(ref _tokens)}",
        };
    }

    /// <summary>A token of these claims.</summary>
    public static string Sign(JsonObject claims, byte[] key, string header = """{"alg":"HS256","typ":"JWT"}""")
    {
        var signed = $"{Encode(header)}.{Encode(claims.ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Posts an event with a token, from somebody who is neither a browser nor a program of ours.</summary>
    public static async Task<ServerAnswer> EventAsync(
        this ServerFixture server,
        string tenant,
        string name,
        string? token,
        string body,
        CancellationToken ct
    )
    {
        using var shop = server.Browser();
        (string, string)[] headers = token is null ? [] : [("Authorization", $"Bearer {token}")];
        return await shop.SendAsync(HttpMethod.Post, $"/webhooks/magento/{tenant}/{name}", body, ct, headers);
    }

    /// <summary>Posts an event about an entity as the shop would.</summary>
    public static async Task<ServerAnswer> GoodEventAsync(this ServerFixture server, string name, long id, CancellationToken ct)
    {
        var (tenant, keys) = await server.KeysAsync(ct);
        var token = Sign(server.Claims(tenant), keys.Outbound);
        return await server.EventAsync(tenant, name, token, Body(id), ct);
    }

    /// <summary>The run an event was answered with.</summary>
    public static string RunOf(ServerAnswer answer) => answer.Expect(HttpStatusCode.Accepted).Get("sync_run_id");

    /// <summary>An event's body.</summary>
    public static string Body(long id) =>
        $$$"""
            {"magento_entity_id":{{{id}}},"website_id":1,"store_id":1,"occurred_at":"2026-03-16T09:29:00Z",
             "payload":{"increment_id":"0000{{{id}}}"}}
            """;

    /// <summary>Changes a run as the lane that works on it does.</summary>
    public static Task MoveAsync(this ServerFixture server, string run, Action<RunRow> change, CancellationToken ct) =>
        server
            .Get<Database>()
            .WriteAllAsync(
                async db =>
                {
                    var id = Kernel.Id<Server.Ids.Run>.Parse(run);
                    change(await db.Rows<RunRow>().SingleAsync(row => row.Id == id, ct));
                },
                ct
            );

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
