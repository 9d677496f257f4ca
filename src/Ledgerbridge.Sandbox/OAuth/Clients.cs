using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.OAuth;

/// <summary>An application registered with the sandbox.</summary>
/// <param name="Id">Its id; may contain a slash.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="Name">What the consent page calls it.</param>
/// <param name="RedirectUris">Where codes may be sent, matched character for character.</param>
internal sealed record Client(string Id, string Secret, string Name, IReadOnlyList<string> RedirectUris)
{
    /// <summary>Compares the secret without telling by time how much of it was right.</summary>
    public bool SecretIs(string? secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret ?? ""), Encoding.UTF8.GetBytes(Secret));
}

/// <summary>The registered applications.</summary>
internal static class Clients
{
    /// <summary>Registers the default client when it is missing and adds redirect URIs to it.</summary>
    public static void Ensure(Sqlite db, IReadOnlyList<string> redirectUris)
    {
        var client = Find(db, SandboxSeed.ClientId) ?? new Client(SandboxSeed.ClientId, SandboxSeed.ClientSecret, "Ledgerbridge", []);
        Save(db, client with { RedirectUris = [.. client.RedirectUris.Union(redirectUris, StringComparer.Ordinal)] });
    }

    public static Client? Find(Sqlite db, string? id)
    {
        using var row = db.Use("select id, secret, name, redirect_uris from clients where id=?").With(id);
        return row.Step() ? Read(row) : null;
    }

    public static IReadOnlyList<Client> All(Sqlite db)
    {
        var all = new List<Client>();
        using var rows = db.Use("select id, secret, name, redirect_uris from clients order by id");
        while (rows.Step())
            all.Add(Read(rows));
        return all;
    }

    public static void Save(Sqlite db, Client client) =>
        db.Use(
                "insert into clients (id, secret, name, redirect_uris) values (?, ?, ?, ?) on conflict (id) do update set "
                    + "secret=excluded.secret, "
                    + "name=excluded.name, redirect_uris=excluded.redirect_uris"
            )
            .With(client.Id)
            .With(client.Secret)
            .With(client.Name)
            .With(JsonSerializer.Serialize(client.RedirectUris))
            .Run();

    private static Client Read(Statement row) =>
        new(row.Text(0), row.Text(1), row.Text(2), JsonSerializer.Deserialize<List<string>>(row.Bytes(3))!);
}
