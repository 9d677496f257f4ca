using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Connections;

/// <summary>Tokens at rest: nobody who gets hold of the database, a log or an answer can use them.</summary>
public sealed class SealedTokenTests
{
    /// <summary>What every token of the sandbox begins with.</summary>
    private const string TokenStart = "eyJhbGciOiJSUzUxMiIs";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Databases => new(DatabaseKind.Sqlite, DatabaseKind.Postgres);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Over_a_whole_story_no_token_is_in_the_database_the_log_the_audit_log_or_an_answer(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        var secrets = new List<string> { SandboxSecret };
        var told = new StringBuilder();
        var token = await RememberAsync(story, secrets);
        Assert.StartsWith(TokenStart, token.Reveal(), StringComparison.Ordinal);
        await story.TokenAsync(token);
        await RememberAsync(story, secrets);
        foreach (var (kind, status) in new (string, int?)[] { ("before", 503), ("instead", 500), ("cut", null) })
        {
            await story.FaultAsync(kind, status);
            told.Append(await TellAsync(story, HttpMethod.Post, $"/api/connections/{story.Connection}/refresh"));
        }
        told.Append(await TellAsync(story, HttpMethod.Post, $"/api/connections/{story.Connection}/refresh"));
        await RememberAsync(story, secrets);
        told.Append(await TellAsync(story, HttpMethod.Get, "/api/business/list"));
        told.Append(await TellAsync(story, HttpMethod.Get, "/api/business/reference"));
        Assert.True(secrets.Count >= 7);
        await NothingStoredAsync(story, database, secrets);
        await story.FaultAsync("after", status: null);
        told.Append(await TellAsync(story, HttpMethod.Post, $"/api/connections/{story.Connection}/refresh"));
        told.Append(await TellAsync(story, HttpMethod.Post, $"/api/connections/{story.Connection}/refresh"));
        told.Append(await TellAsync(story, HttpMethod.Delete, $"/api/connections/{story.Connection}"));
        told.Append(await TellAsync(story, HttpMethod.Get, "/api/connections"));
        told.Append(await TellAsync(story, HttpMethod.Get, "/api/sage/audit-logs?limit=500"));

        await NothingStoredAsync(story, database, secrets);
        Nothing(story.Server.Log.Text, secrets);
        Nothing(told.ToString(), secrets);
        Assert.DoesNotContain(TokenStart, story.Server.Log.Text + told, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_key_seals_everything_again_and_the_old_one_may_go(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        var rotation = story.Server.Get<KeyRotation>();
        var token = await story.TokenAsync();
        var before = await story.RowAsync();

        var key = rotation.AddKey();
        Assert.Equal(2, await rotation.ResealAsync(Ct));
        Assert.Equal(0, await rotation.ResealAsync(Ct));

        var after = await story.RowAsync();
        Assert.NotEqual(before.RefreshTokenSealed, after.RefreshTokenSealed);
        Assert.StartsWith($"s1.{key}.", after.RefreshTokenSealed, StringComparison.Ordinal);
        Assert.StartsWith($"s1.{key}.", after.AccessTokenSealed, StringComparison.Ordinal);
        // A process that was running all the time knows only the old key and finds the new one in the file.
        await using var other = await story.Server.StartAnotherAsync(Ct);
        Assert.Equal(token, await story.TokenAsync(other, rejected: null));
        story.Server.Time.Advance(TimeSpan.FromMinutes(5));
        await story.TokenAsync();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Sealing_again_never_overwrites_tokens_that_are_renewed_in_the_same_moment(DatabaseKind database)
    {
        await using var story = await TokenStory.BeginAsync(database, Ct);
        var (db, box) = (story.Server.Get<Database>(), story.Server.Get<TokenBox>());
        var rotation = story.Server.Get<KeyRotation>();
        rotation.AddKey();
        var written = new TaskCompletionSource();
        var commit = new TaskCompletionSource();
        var renewal = db.WriteAllAsync(
            async context =>
            {
                var row = await context.Rows<ConnectionRow>().SingleAsync(Ct);
                row.RefreshTokenSealed = box.Seal(new Secret("renewed"), row.Id, TokenKind.Refresh);
                await context.SaveChangesAsync(Ct);
                written.SetResult();
                await commit.Task;
            },
            Ct
        );
        await written.Task;
        var reseal = rotation.ResealAsync(Ct);
        if (database == DatabaseKind.Postgres)
            await Eventually.TrueAsync(() => IsSomebodyWaitingAsync(db), "sealing again waits for the row", Ct);

        commit.SetResult();
        await Task.WhenAll(renewal, reseal);

        Assert.Equal("renewed", box.Open((await story.RowAsync()).RefreshTokenSealed, story.Connection, TokenKind.Refresh).Reveal());
    }

    [Fact]
    public async Task A_sealed_text_cannot_be_moved_to_another_row_or_another_column_and_cannot_be_changed()
    {
        await using var story = await TokenStory.BeginAsync(DatabaseKind.Sqlite, Ct);
        var second = await story.ConnectAsPieterAsync();
        var box = story.Server.Get<TokenBox>();
        var row = await story.RowAsync();

        box.Open(row.RefreshTokenSealed, story.Connection, TokenKind.Refresh);
        Assert.ThrowsAny<CryptographicException>(() => box.Open(row.RefreshTokenSealed, second, TokenKind.Refresh));
        Assert.ThrowsAny<CryptographicException>(() => box.Open(row.RefreshTokenSealed, story.Connection, TokenKind.Access));
        var middle = row.RefreshTokenSealed.Length / 2;
        var changed = row.RefreshTokenSealed.ToCharArray();
        changed[middle] = changed[middle] == 'A' ? 'B' : 'A';
        Assert.ThrowsAny<CryptographicException>(() => box.Open(new string(changed), story.Connection, TokenKind.Refresh));
        foreach (
            var damaged in new[]
            {
                "",
                "s1",
                "s1..",
                "s2.a.b",
                $"s1.{row.RefreshTokenSealed.Split('.')[1]}.!!",
                $"{row.RefreshTokenSealed[..40]}",
            }
        )
            Assert.ThrowsAny<CryptographicException>(() => box.Open(damaged, story.Connection, TokenKind.Refresh));
        Assert.NotEqual(box.Seal(new Secret("same"), second, TokenKind.Access), box.Seal(new Secret("same"), second, TokenKind.Access));
    }

    [Fact]
    public async Task The_file_of_keys_is_its_owners_alone_and_a_ring_in_the_settings_needs_none()
    {
        await using var story = await TokenStory.BeginAsync(DatabaseKind.Sqlite, Ct);
        var file = Path.Combine(story.Server.Place.Folder, "keys.json");
        AssertOwnersAlone(file);
        story.Server.Get<KeyRotation>().AddKey();
        AssertOwnersAlone(file);

        var ring = new Dictionary<string, string?> { ["Ledgerbridge:Keys:Ring:0"] = $"k1:{Convert.ToBase64String(new byte[32])}" };
        await using var server = await ServerFixture.StartAsync(ring, Ct);
        using var owner = await server.ReadyAsync(Ct);
        Assert.StartsWith("s1.k1.", (await server.ConnectionsAsync(Ct)).Single().RefreshTokenSealed, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(server.Place.Folder, "keys.json")));
        Assert.Null(server.Get<KeyRotation>().AddKey());
    }

    private static string SandboxSecret => Ledgerbridge.Sandbox.SandboxSeed.ClientSecret;

    private static void AssertOwnersAlone(string file)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    /// <summary>Adds the present tokens to the list, and gives back the access token.</summary>
    private static async Task<Secret> RememberAsync(TokenStory story, List<string> secrets)
    {
        var (row, box) = (await story.RowAsync(), story.Server.Get<TokenBox>());
        var access = box.Open(row.AccessTokenSealed, row.Id, TokenKind.Access);
        secrets.Add(access.Reveal());
        secrets.Add(box.Open(row.RefreshTokenSealed, row.Id, TokenKind.Refresh).Reveal());
        return access;
    }

    private static async Task<string> TellAsync(TokenStory story, HttpMethod method, string path) =>
        (await story.Owner.SendAsync(method, path, null, Ct)).Text;

    private static void Nothing(string text, List<string> secrets) =>
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));

    private static async Task NothingStoredAsync(TokenStory story, DatabaseKind database, List<string> secrets)
    {
        var stored = database == DatabaseKind.Sqlite ? SqliteBytes(story) : await PostgresTextAsync(story);
        Assert.Contains(story.Connection.Text, stored, StringComparison.Ordinal);
        Nothing(stored, secrets);
    }

    /// <summary>The file and its write-ahead log, byte by byte.</summary>
    private static string SqliteBytes(TokenStory story) =>
        string.Concat(
            Directory
                .GetFiles(story.Server.Place.Folder, "ledgerbridge.db*")
                .Select(static file =>
                {
                    using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                    using var bytes = new MemoryStream();
                    open.CopyTo(bytes);
                    return Encoding.Latin1.GetString(bytes.ToArray());
                })
        );

    /// <summary>Every row of every table as text.</summary>
    private static async Task<string> PostgresTextAsync(TokenStory story) =>
        await story
            .Server.Get<Database>()
            .ReadAllAsync(async db =>
            {
                var text = new StringBuilder();
                var tables = await db
                    .Database.SqlQueryRaw<string>("SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'")
                    .ToListAsync(Ct);
                foreach (var table in tables)
                {
                    var all = FormattableStringFactory.Create($"SELECT t::text AS \"Value\" FROM \"{table}\" t");
                    var rows = await db.Database.SqlQuery<string>(all).ToListAsync(Ct);
                    text.AppendJoin('\n', rows);
                }
                return text.ToString();
            });

    private static Task<bool> IsSomebodyWaitingAsync(Database db) =>
        db.ReadAllAsync(async context =>
            await context
                .Database.SqlQueryRaw<int>(
                    "SELECT count(*)::int AS \"Value\" FROM pg_stat_activity "
                        + "WHERE wait_event_type = 'Lock' AND datname = current_database()"
                )
                .SingleAsync(Ct) > 0
        );
}
