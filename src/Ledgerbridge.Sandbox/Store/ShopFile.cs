using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>Keeps the shop's things across restarts: each by its kind and name, as JSON. Without a folder it keeps nothing.</summary>
internal sealed class ShopFile : IDisposable
{
    private const string FileName = "shop.db";
    private readonly Sqlite? _db;

    public ShopFile(string? folder)
    {
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        _db = new Sqlite(Path.Combine(folder, FileName));
        _db.Run("create table if not exists things (kind text, name text, body text, primary key (kind, name)) without rowid");
    }

    /// <summary>Writes a thing, over the one of its name.</summary>
    public void Put(string kind, string name, JsonNode body)
    {
        if (_db is null)
            return;
        using var statement = _db.Use("insert into things values (?, ?, ?) on conflict (kind, name) do update set body = excluded.body");
        statement.With(kind).With(name).With(body.ToJsonString()).Run();
    }

    /// <summary>Removes a thing.</summary>
    public void Remove(string kind, string name)
    {
        if (_db is null)
            return;
        using var statement = _db.Use("delete from things where kind = ? and name = ?");
        statement.With(kind).With(name).Run();
    }

    /// <summary>All things of a kind.</summary>
    public IReadOnlyList<(string Name, JsonObject Body)> All(string kind)
    {
        var all = new List<(string, JsonObject)>();
        if (_db is null)
            return all;
        using var statement = _db.Use("select name, body from things where kind = ?");
        statement.With(kind);
        while (statement.Step())
            all.Add((statement.Text(0), JsonNode.Parse(statement.Text(1))!.AsObject()));
        return all;
    }

    /// <summary>Reads a record that was written with <see cref="ToNode"/>.</summary>
    public static T Read<T>(JsonObject body) => body.Deserialize<T>(Api.JsonText.Options)!;

    /// <summary>A record as JSON.</summary>
    public static JsonNode ToNode<T>(T record) => JsonSerializer.SerializeToNode(record, Api.JsonText.Options)!;

    public void Dispose() => _db?.Dispose();
}
