using System.Globalization;
using System.Text.Json;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Control;
using Ledgerbridge.Sandbox.Faults;
using Ledgerbridge.Sandbox.OAuth;
using Ledgerbridge.Sandbox.Seeds;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox;

/// <summary>Everything one sandbox consists of, whoever hosts it.</summary>
internal sealed class SandboxWorld : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private volatile SandboxSettings _settings = new();
    private volatile IReadOnlyList<Business> _businesses = [];
    private volatile IdMint _ids = new(0);

    private SandboxWorld(SandboxOptions options, string folder)
    {
        Options = options;
        Clock = new SandboxClock(options.Time);
        File = new BookFile(folder);
        Grants = new Grants(this);
    }

    public SandboxOptions Options { get; }
    public SandboxClock Clock { get; }
    public BookFile File { get; }
    public Shelves Shelves { get; } = new();
    public FaultBoard Faults { get; } = new();
    public RateLimiter Limiter { get; } = new();
    public RequestLog Log { get; } = new();
    public Grants Grants { get; }

    /// <summary>Cancelled when the sandbox is stopped, and by nothing else.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public SandboxSettings Settings => _settings;
    public IReadOnlyList<Business> Businesses => _businesses;
    public IdMint Ids => _ids;

    /// <summary>The seed profile of the books.</summary>
    public string Profile { get; private set; } = "";

    /// <summary>Opens the file in the folder; a new file gets the default client and the books of the profile.</summary>
    public static async Task<SandboxWorld> OpenAsync(SandboxOptions options, string folder, CancellationToken ct)
    {
        var world = new SandboxWorld(options, folder);
        try
        {
            await world.File.WriteAsync(
                db =>
                {
                    world.Load(db);
                    if (world.Profile.Length == 0)
                        world.Start(db, options.Profile, epoch: 1);
                    Clients.Ensure(db, options.RedirectUris);
                    return true;
                },
                ct
            );
            return world;
        }
        catch
        {
            world.Dispose();
            throw;
        }
    }

    /// <summary>A scope for work of the sandbox's own, without a person.</summary>
    public Scope Scope(Sqlite db, Business business) => new(db, business, Shelves, Ids, Settings, Clock.Seconds);

    /// <summary>
    /// Empties the books and seeds them anew; faults, limits, log, settings and clock start afresh. Clients and tokens stay.
    /// </summary>
    public Task ResetAsync(string profile, CancellationToken ct) =>
        File.WriteAsync(
            db =>
            {
                var epoch = int.Parse(Fact(db, "epoch")!, CultureInfo.InvariantCulture);
                foreach (var table in Schema.BookTables)
                    db.Run($"delete from {table}");
                Faults.Clear();
                Log.Clear();
                Clock.Offset = TimeSpan.Zero;
                SaveFact(db, "clock_offset", "0");
                ApplySettings(db, new SandboxSettings());
                Start(db, profile, epoch + 1);
                return true;
            },
            ct
        );

    /// <summary>Stores settings and puts them in force.</summary>
    public Task SaveSettingsAsync(SandboxSettings settings, CancellationToken ct) =>
        File.WriteAsync(
            db =>
            {
                ApplySettings(db, settings);
                return true;
            },
            ct
        );

    /// <summary>Stores how far the clock is off and moves it.</summary>
    public Task MoveClockAsync(Func<SandboxClock, TimeSpan> offset, CancellationToken ct) =>
        File.WriteAsync(
            db =>
            {
                Clock.Offset = offset(Clock);
                SaveFact(db, "clock_offset", Clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture));
                return true;
            },
            ct
        );

    /// <summary>Stores a changed business and shows it from now on.</summary>
    public void SaveBusiness(Sqlite db, Business business)
    {
        db.Use("insert into businesses (number, id, body) values (?, ?, ?) on conflict (number) do update set body=excluded.body")
            .With(business.Number)
            .With(business.Id)
            .WithUtf8(JsonSerializer.SerializeToUtf8Bytes(business, JsonText.Options))
            .Run();
        _businesses = [.. _businesses.Where(other => other.Number != business.Number).Append(business).OrderBy(static one => one.Number)];
    }

    /// <summary>Lets go of everything that waits.</summary>
    public Task StopAsync() => _stopping.CancelAsync();

    public void Dispose()
    {
        File.Dispose();
        _stopping.Dispose();
    }

    private void Start(Sqlite db, string profile, int epoch)
    {
        Shelves.Forget();
        _businesses = [];
        _ids = new IdMint(epoch);
        SaveFact(db, "epoch", epoch.ToString(CultureInfo.InvariantCulture));
        SaveFact(db, "profile", profile);
        Profile = profile;
        new Seeder(this, db).Plant(profile);
        Shelves.Forget();
    }

    private void Load(Sqlite db)
    {
        Profile = Fact(db, "profile") ?? "";
        if (Fact(db, "settings") is { } settings)
            _settings = JsonSerializer.Deserialize<SandboxSettings>(settings, JsonText.Options)!;
        if (Fact(db, "clock_offset") is { } offset)
            Clock.Offset = TimeSpan.FromTicks(long.Parse(offset, CultureInfo.InvariantCulture));
        if (Fact(db, "epoch") is { } epoch)
            _ids = new IdMint(int.Parse(epoch, CultureInfo.InvariantCulture));
        var businesses = new List<Business>();
        using (var rows = db.Use("select body from businesses order by number"))
        {
            while (rows.Step())
                businesses.Add(JsonSerializer.Deserialize<Business>(rows.Bytes(0), JsonText.Options)!);
        }
        _businesses = businesses;
    }

    private void ApplySettings(Sqlite db, SandboxSettings settings)
    {
        SaveFact(db, "settings", JsonSerializer.Serialize(settings, JsonText.Options));
        _settings = settings;
    }

    private static string? Fact(Sqlite db, string name) => db.Use("select value from facts where name=?").With(name).OneText();

    private static void SaveFact(Sqlite db, string name, string value) =>
        db.Use("insert into facts (name, value) values (?, ?) on conflict (name) do update set value=excluded.value")
            .With(name)
            .With(value)
            .Run();
}
