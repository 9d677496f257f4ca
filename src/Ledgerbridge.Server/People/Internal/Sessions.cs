using System.Collections.Concurrent;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>Signed-in browsers and API keys: who is behind a cookie or a bearer text.</summary>
internal sealed class Sessions(Database database, Stamps stamps, Ids ids, TimeProvider time, IOptions<PeopleOptions> options)
{
    public const string KeyPrefix = "lbk_";
    private const string SessionPrefix = "lbs_";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, KnownKey> _keys = new(StringComparer.Ordinal);

    /// <summary>
    /// Opens a session in the caller's transaction and returns the text for the cookie. The person's sessions that have run out go.
    /// </summary>
    public async Task<string> OpenAsync(LedgerDb db, PersonId person, WorkspaceId workspace, string device)
    {
        var token = RandomTokens.New(SessionPrefix);
        var now = time.GetUtcNow();
        var (seenSince, begunSince) = (now - options.Value.SessionIdle, now - options.Value.SessionMax);
        await db.Rows<SessionRow>()
            .Where(row => row.PersonId == person && (row.LastSeenAt < seenSince || row.CreatedAt < begunSince))
            .ExecuteDeleteAsync();
        db.Add(
            new SessionRow
            {
                Id = ids.New<Ids.Session>(),
                TokenHash = RandomTokens.HashOf(token),
                PersonId = person,
                CurrentWorkspaceId = workspace,
                CreatedAt = now,
                LastSeenAt = now,
                Device = device,
            }
        );
        return token;
    }

    /// <summary>Who is behind a cookie; null when nobody is.</summary>
    public async Task<Caller?> CallerOfCookieAsync(string token, CancellationToken ct)
    {
        var hash = RandomTokens.HashOf(token);
        var found = await database.ReadAllAsync(db =>
            (
                from session in db.Rows<SessionRow>().AsNoTracking()
                where session.TokenHash == hash
                join membership in db.Rows<MembershipRow>()
                    on new { Workspace = session.CurrentWorkspaceId, session.PersonId } equals new
                    {
                        Workspace = membership.WorkspaceId,
                        membership.PersonId,
                    }
                select new
                {
                    session.Id,
                    session.PersonId,
                    session.CurrentWorkspaceId,
                    session.CreatedAt,
                    session.LastSeenAt,
                    membership.Role,
                }
            ).FirstOrDefaultAsync(ct)
        );
        var now = time.GetUtcNow();
        if (found is null || now - found.LastSeenAt > options.Value.SessionIdle || now - found.CreatedAt > options.Value.SessionMax)
            return null;
        if (now - found.LastSeenAt > SeenEvery)
        {
            await database.WriteAllAsync(
                db =>
                    db.Rows<SessionRow>()
                        .Where(row => row.Id == found.Id)
                        .ExecuteUpdateAsync(update => update.SetProperty(static row => row.LastSeenAt, now), CancellationToken.None),
                CancellationToken.None
            );
        }
        return new Caller(found.CurrentWorkspaceId, found.Role, IsPerson: true, found.PersonId.Text, found.Id);
    }

    /// <summary>Who is behind an API key; null when nobody is.</summary>
    public async Task<Caller?> CallerOfKeyAsync(string token, CancellationToken ct)
    {
        if (!token.StartsWith(KeyPrefix, StringComparison.Ordinal))
            return null;
        var hash = RandomTokens.HashOf(token);
        if (!_keys.TryGetValue(hash, out var known) || known.Stamp != await stamps.ReadAsync(known.Key.WorkspaceId, ct))
        {
            known = await FindKeyAsync(hash, ct);
            if (known is null)
                return null;
            _keys[hash] = known;
        }
        var (key, now) = (known.Key, time.GetUtcNow());
        if (key.RevokedAt is not null || key.ExpiresAt <= now)
            return null;
        if (key.LastUsedAt is null || now - key.LastUsedAt > SeenEvery)
        {
            key.LastUsedAt = now;
            await database.WriteAllAsync(
                db =>
                    db.Rows<ApiKeyRow>()
                        .Where(row => row.Id == key.Id)
                        .ExecuteUpdateAsync(update => update.SetProperty(static row => row.LastUsedAt, now), CancellationToken.None),
                CancellationToken.None
            );
        }
        return new Caller(key.WorkspaceId, key.Role, IsPerson: false, key.Id.Text, SessionId: null);
    }

    /// <summary>The key and the stamp of its workspace as they stood at one moment.</summary>
    private Task<KnownKey?> FindKeyAsync(string hash, CancellationToken ct) =>
        database.ReadAllAsync(db =>
            (
                from key in db.Rows<ApiKeyRow>().AsNoTracking()
                where key.TokenHash == hash
                select new KnownKey(
                    db.Rows<StampRow>().Where(row => row.WorkspaceId == key.WorkspaceId).Select(static row => row.Stamp).FirstOrDefault(),
                    key
                )
            ).FirstOrDefaultAsync(ct)
        );

    /// <summary>The caller's own sessions that have not run out, newest first.</summary>
    public Task<List<SessionRow>> OfPersonAsync(PersonId person, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (seenSince, begunSince) = (now - options.Value.SessionIdle, now - options.Value.SessionMax);
        return database.ReadAllAsync(db =>
            db.Rows<SessionRow>()
                .AsNoTracking()
                .Where(row => row.PersonId == person && row.LastSeenAt >= seenSince && row.CreatedAt >= begunSince)
                .OrderByDescending(static row => row.LastSeenAt)
                .ToListAsync(ct)
        );
    }

    /// <summary>Ends one of the person's sessions; false when there is none of that id.</summary>
    public static async Task<bool> EndAsync(LedgerDb db, PersonId person, SessionId session) =>
        await db.Rows<SessionRow>().Where(row => row.Id == session && row.PersonId == person).ExecuteDeleteAsync() == 1;

    /// <summary>Ends all of the person's sessions but one.</summary>
    public static Task EndOthersAsync(LedgerDb db, PersonId person, SessionId? keep) =>
        db.Rows<SessionRow>().Where(row => row.PersonId == person && row.Id != keep).ExecuteDeleteAsync();

    /// <summary>
    /// A key as it stood at a stamp; good until the stamp moves on, so that a revoked key is refused at once, everywhere.
    /// </summary>
    private sealed record KnownKey(long Stamp, ApiKeyRow Key);
}
