using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>An event on its way to the ledger.</summary>
internal sealed record OutboxRow
{
    public required long Id { get; init; }

    public required string Event { get; init; }

    public required long EntityId { get; init; }

    public required string Body { get; init; }

    /// <summary><c>pending</c>, <c>succeeded</c> or <c>dead</c>.</summary>
    public required string State { get; init; }

    public int Failures { get; init; }

    public required DateTimeOffset NextAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What the ledger said last when it did not take it.</summary>
    public string LastError { get; init; } = "";

    /// <summary>The same for ever for the same entity.</summary>
    public string Key => $"{Event}:{EntityId}";
}

/// <summary>The shop's outbox with its own retry ladder, sent by a cron that takes what is due, one after another.</summary>
internal sealed class Outbox : IDisposable
{
    private const string Kind = "outbox";
    private const int BatchMax = 50;
    private const int ErrorMax = 8192;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>The wait after each failure; after the last one the event is dead.</summary>
    private static readonly TimeSpan[] Ladder =
    [
        TimeSpan.FromSeconds(60),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
        TimeSpan.FromHours(24),
        TimeSpan.FromHours(24),
    ];

    private readonly ShopWorld _world;
    private readonly ShopFile _file;
    private readonly LedgerLine _line;
    private readonly SortedDictionary<long, OutboxRow> _rows = [];
    private readonly SortedSet<long> _pending = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private long _lastId;
    private readonly SemaphoreSlim _running = new(1, 1);

    public Outbox(ShopWorld world, ShopFile file)
    {
        (_world, _file) = (world, file);
        _line = new LedgerLine(world);
        foreach (var (_, body) in file.All(Kind))
            Remember(ShopFile.Read<OutboxRow>(body));
    }

    /// <summary>All rows, oldest first.</summary>
    public IReadOnlyCollection<OutboxRow> Rows => _rows.Values;

    /// <summary>How many are on their way.</summary>
    public int Pending => _pending.Count;

    /// <summary>
    /// Queues an event. False when the shop is not paired, or a row of the same key is there in whatever state: then the event is dropped
    /// without a word, as the extension does it.
    /// </summary>
    public bool Queue(string name, long entityId, int websiteId, int storeId, JsonObject payload)
    {
        if (!_world.IsPaired)
            return false;
        Purge();
        var row = new OutboxRow
        {
            Id = _lastId + 1,
            Event = name,
            EntityId = entityId,
            Body = BodyOf(entityId, websiteId, storeId, payload),
            State = "pending",
            NextAt = _world.Now,
        };
        Touch(name, entityId);
        if (!_keys.Add(row.Key))
            return false;
        Write(row);
        return true;
    }

    /// <summary>One run of the cron; returns how many were sent and how many of those the ledger took.</summary>
    public async Task<(int Sent, int Taken)> RunAsync(CancellationToken ct)
    {
        await _running.WaitAsync(ct);
        try
        {
            OutboxRow[] due;
            lock (_world.Gate)
            {
                var now = _world.Now;
                due = _world.IsPaired ? [.. _pending.Select(id => _rows[id]).Where(row => row.NextAt <= now).Take(BatchMax)] : [];
            }
            var taken = 0;
            foreach (var row in due)
            {
                var reply = await _line.PostEventAsync(row.Event, row.Key, row.Body, ct);
                lock (_world.Gate)
                {
                    Write(After(row, reply));
                    taken += reply.Status is >= 200 and < 300 ? 1 : 0;
                }
            }
            return (due.Length, taken);
        }
        finally
        {
            _running.Release();
        }
    }

    /// <summary>Sends an event at once, past the outbox, as the operator's command does; what the ledger answered.</summary>
    public Task<LedgerReply> SendNowAsync(
        string name,
        long entityId,
        int websiteId,
        int storeId,
        JsonObject payload,
        CancellationToken ct
    ) => _line.PostEventAsync(name, $"{name}:{entityId}", BodyOf(entityId, websiteId, storeId, payload), ct);

    /// <summary>Any other call to the ledger.</summary>
    public Task<LedgerReply> CallAsync(HttpMethod method, string path, string? key, string? body, CancellationToken ct) =>
        _line.SendAsync(method, path, key, body, ct);

    /// <summary>Revives the dead, as the operator's command does; returns how many.</summary>
    public int Requeue()
    {
        OutboxRow[] dead = [.. _rows.Values.Where(static row => row.State == "dead")];
        foreach (var row in dead)
        {
            Write(row with { State = "pending", Failures = 0, NextAt = _world.Now });
        }
        return dead.Length;
    }

    public void Dispose()
    {
        _line.Dispose();
        _running.Dispose();
    }

    private OutboxRow After(OutboxRow row, LedgerReply reply)
    {
        if (reply.Status is >= 200 and < 300)
            return row with { State = "succeeded", DeliveredAt = _world.Now, LastError = "" };
        var error = reply.Status == 0 ? reply.Body : $"HTTP {reply.Status}: {reply.Body}";
        error = error.Length > ErrorMax ? error[..ErrorMax] : error;
        var failures = row.Failures + 1;
        var isDead = reply.Status is >= 400 and < 500 || failures > Ladder.Length;
        return row with
        {
            State = isDead ? "dead" : "pending",
            Failures = failures,
            NextAt = isDead ? row.NextAt : _world.Now + Ladder[failures - 1],
            LastError = error,
        };
    }

    private string BodyOf(long entityId, int websiteId, int storeId, JsonObject payload) =>
        new JsonObject
        {
            ["magento_entity_id"] = entityId,
            ["website_id"] = websiteId,
            ["store_id"] = storeId,
            ["occurred_at"] = ShopTime.Text(_world.Now),
            ["payload"] = payload.DeepClone(),
        }.ToJsonString();

    /// <summary>The grid's row is pending from the first event on; later ones only move its time.</summary>
    private void Touch(string name, long entityId)
    {
        var type = name[..name.IndexOf('.', StringComparison.Ordinal)];
        var at = ShopTime.Text(_world.Now);
        _world.Report(
            _world.MirrorOf(type, entityId) is { } known
                ? known with
                {
                    LastSyncAt = at,
                }
                : new MirrorRow
                {
                    EntityType = type,
                    EntityId = entityId,
                    Status = "pending",
                    LastSyncAt = at,
                }
        );
    }

    private void Purge()
    {
        var before = _world.Now - KeptFor;
        foreach (var row in _rows.Values.TakeWhile(row => row.DeliveredAt is null || row.DeliveredAt < before).ToArray())
        {
            if (row.State != "succeeded")
                continue;
            _rows.Remove(row.Id);
            _keys.Remove(row.Key);
            _file.Remove(Kind, $"{row.Id}");
        }
    }

    private void Write(OutboxRow row)
    {
        Remember(row);
        _file.Put(Kind, $"{row.Id}", ShopFile.ToNode(row));
    }

    private void Remember(OutboxRow row)
    {
        _rows[row.Id] = row;
        _lastId = Math.Max(_lastId, row.Id);
        _keys.Add(row.Key);
        if (row.State == "pending")
            _pending.Add(row.Id);
        else
            _pending.Remove(row.Id);
    }
}
