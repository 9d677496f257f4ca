using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.OAuth;

/// <summary>What an access token gives.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="ReadOnly">True when the scope is <c>readonly</c>.</param>
/// <param name="Grant">The grant it belongs to.</param>
/// <param name="ExpiresAt">Seconds since 1970 by the sandbox's clock.</param>
internal sealed record Access(Person Person, bool ReadOnly, long Grant, long ExpiresAt);

/// <summary>What an authorization code stands for until it is exchanged, once, within its 60 seconds.</summary>
internal sealed record CodeGrant
{
    public required string Client { get; init; }
    public required string PersonId { get; init; }
    public required string RedirectUri { get; init; }
    public required string Scope { get; init; }
    public required string Country { get; init; }
    public string? Challenge { get; init; }
    public string? ChallengeMethod { get; init; }
    public long ExpiresAt { get; init; }
}

/// <summary>One grant as the control API shows it; never the tokens.</summary>
internal sealed record GrantView(
    long Number,
    string Client,
    string Person,
    string Scope,
    bool Revoked,
    long Refreshes,
    string RefreshExpiresAt
);

/// <summary>A new pair of tokens, in the answer's own words.</summary>
internal sealed record TokenPair(
    string AccessToken,
    string Scope,
    string TokenType,
    int ExpiresIn,
    string RefreshToken,
    int RefreshTokenExpiresIn,
    string RequestedById
);

/// <summary>
/// Codes, tokens and their rotation. Of each grant only the latest refresh token works: using one makes the next and kills it, at once and
/// without grace. Access tokens cannot be revoked, they run out.
/// </summary>
internal sealed class Grants(SandboxWorld world)
{
    private const int CacheMax = 4_096;
    private readonly ConcurrentDictionary<string, Access> _cache = new(StringComparer.Ordinal);

    /// <summary>What the access token gives, or null when it was never issued. It may have run out.</summary>
    public Access? Find(string token)
    {
        if (_cache.TryGetValue(token, out var access))
            return access;
        access = world.File.Read(db => Load(db, Hash(token)));
        if (access is not null)
        {
            if (_cache.Count >= CacheMax)
                _cache.Clear();
            _cache[token] = access;
        }
        return access;
    }

    /// <summary>Stores a code and remembers that the person has consented to this application.</summary>
    public Task<string> IssueCodeAsync(CodeGrant grant, CancellationToken ct) =>
        world.File.WriteAsync(
            db =>
            {
                // Sage's codes carry the country and a slash, which clients have to keep and to encode again.
                var code = $"{grant.Country}/{RandomNumberGenerator.GetHexString(40, lowercase: true)}";
                db.Use("delete from codes where expires_at < ?").With(world.Clock.Seconds - 86_400).Run();
                db.Use(
                        "insert into codes (code, client, person, redirect_uri, scope, country, challenge, challenge_method, expires_at) "
                            + "values (?,?,?,?,?,?,?,?,?)"
                    )
                    .With(code)
                    .With(grant.Client)
                    .With(grant.PersonId)
                    .With(grant.RedirectUri)
                    .With(grant.Scope)
                    .With(grant.Country)
                    .With(grant.Challenge)
                    .With(grant.ChallengeMethod)
                    .With(world.Clock.Seconds + world.Settings.CodeSeconds)
                    .Run();
                db.Use("insert or ignore into consents (client, person) values (?, ?)").With(grant.Client).With(grant.PersonId).Run();
                return code;
            },
            ct
        );

    /// <summary>Whether the person was asked for this application before, and has not revoked it since.</summary>
    public bool Consented(string client, string person) =>
        world.File.Read(db => db.Use("select 1 from consents where client=? and person=?").With(client).With(person).Number()) is not null;

    /// <summary>
    /// Exchanges a code for a grant and its first pair: null when the code is unknown, run out, used, or does not fit the request. A code
    /// works once; trying it wrongly uses it up too.
    /// </summary>
    public async Task<TokenPair?> ExchangeAsync(string code, Func<CodeGrant, bool> fits, CancellationToken ct)
    {
        if (world.File.Read(db => FindCode(db, code)) is not { } grant)
            return null;
        var good = fits(grant) && grant.ExpiresAt > world.Clock.Seconds;
        var pair = good ? await MintAsync(People.Find(grant.PersonId)!, grant.Client, grant.Scope) : null;
        return await world.File.WriteAsync(
            db =>
            {
                var taken = db.Use("delete from codes where code=? returning expires_at").With(code).Number();
                if (pair is null || taken is null)
                    return null;
                SaveGrant(db, grant, pair);
                return pair;
            },
            ct
        );
    }

    /// <summary>Opens a grant without a code, for the control API.</summary>
    public async Task<TokenPair> OpenAsync(CodeGrant grant, CancellationToken ct)
    {
        var pair = await MintAsync(People.Find(grant.PersonId)!, grant.Client, grant.Scope);
        return await world.File.WriteAsync(
            db =>
            {
                SaveGrant(db, grant, pair);
                return pair;
            },
            ct
        );
    }

    /// <summary>Rotates: null when the refresh token is unknown, used, superseded, revoked, run out, or another client's.</summary>
    public async Task<TokenPair?> RefreshAsync(string refreshToken, string client, CancellationToken ct)
    {
        var hash = Hash(refreshToken);
        var found = world.File.Read(db =>
        {
            using var row = db.Use("select person, scope from grants where refresh_hash=? and client=?").With(hash).With(client);
            return row.Step() ? (Person: row.Text(0), Scope: row.Text(1)) : default;
        });
        if (found.Person is null)
            return null;
        var pair = await MintAsync(People.Find(found.Person)!, client, found.Scope);
        return await world.File.WriteAsync<TokenPair?>(
            db =>
            {
                var now = world.Clock.Seconds;
                var grant = db.Use("select number from grants where refresh_hash=? and client=? and revoked=0 and refresh_expires_at > ?")
                    .With(hash)
                    .With(client)
                    .With(now)
                    .Number();
                if (grant is null)
                    return null;
                db.Use("update grants set refresh_hash=?, refresh_expires_at=?, refreshes=refreshes+1 where number=?")
                    .With(Hash(pair.RefreshToken))
                    .With(now + pair.RefreshTokenExpiresIn)
                    .With(grant)
                    .Run();
                db.Use("delete from access_tokens where expires_at < ?").With(now - 86_400).Run();
                SaveAccess(db, pair, grant.Value);
                return pair;
            },
            ct
        );
    }

    /// <summary>Revokes the grant of a refresh token and the consent behind it. Unknown tokens change nothing.</summary>
    public Task RevokeAsync(string refreshToken, string client, CancellationToken ct) =>
        world.File.WriteAsync(
            db =>
            {
                using (
                    var row = db.Use("update grants set revoked=1 where refresh_hash=? and client=? returning person")
                        .With(Hash(refreshToken))
                        .With(client)
                )
                {
                    if (!row.Step())
                        return false;
                    var person = row.Text(0);
                    db.Use("delete from consents where client=? and person=?").With(client).With(person).Run();
                }
                return true;
            },
            ct
        );

    /// <summary>Revokes every grant and forgets every consent, as a person does on Sage's site.</summary>
    public Task RevokeAllAsync(CancellationToken ct) =>
        world.File.WriteAsync(
            db =>
            {
                db.Run("update grants set revoked=1; delete from consents");
                return true;
            },
            ct
        );

    /// <summary>Makes every access token run out now.</summary>
    public async Task ExpireAllAsync(CancellationToken ct)
    {
        await world.File.WriteAsync(
            db =>
            {
                db.Use("update access_tokens set expires_at=min(expires_at, ?)").With(world.Clock.Seconds).Run();
                return true;
            },
            ct
        );
        _cache.Clear();
    }

    /// <summary>Every grant, newest first.</summary>
    public IReadOnlyList<GrantView> All() =>
        world.File.Read(db =>
        {
            var all = new List<GrantView>();
            using var rows = db.Use(
                "select number, client, person, scope, revoked, refreshes, refresh_expires_at from grants order by number desc limit 200"
            );
            while (rows.Step())
            {
                all.Add(
                    new GrantView(
                        rows.Long(0),
                        rows.Text(1),
                        rows.Text(2),
                        rows.Text(3),
                        rows.Long(4) != 0,
                        rows.Long(5),
                        SandboxClock.Text(rows.Long(6))
                    )
                );
            }
            return all;
        });

    /// <summary>How many grants there were and how often tokens were rotated.</summary>
    public (long Grants, long Refreshes) Totals() =>
        world.File.Read(db =>
        {
            using var row = db.Use("select count(*), coalesce(sum(refreshes), 0) from grants");
            row.Step();
            return (row.Long(0), row.Long(1));
        });

    private async Task<TokenPair> MintAsync(Person person, string client, string scope)
    {
        var (now, settings) = (world.Clock.Seconds, world.Settings);
        return new TokenPair(
            await TokenMint.MintAsync("access", person, client, scope, now, now + settings.AccessTokenSeconds),
            scope,
            "bearer",
            settings.AccessTokenSeconds,
            await TokenMint.MintAsync("refresh", person, client, scope, now, now + settings.RefreshTokenSeconds),
            settings.RefreshTokenSeconds,
            person.Id
        );
    }

    private void SaveGrant(Sqlite db, CodeGrant code, TokenPair pair)
    {
        db.Use(
                "insert into grants (client, person, scope, country, created_at, revoked, refresh_hash, refresh_expires_at, refreshes) "
                    + "values (?,?,?,?,?,0,?,?,0)"
            )
            .With(code.Client)
            .With(code.PersonId)
            .With(code.Scope)
            .With(code.Country)
            .With(world.Clock.Seconds)
            .With(Hash(pair.RefreshToken))
            .With(world.Clock.Seconds + pair.RefreshTokenExpiresIn)
            .Run();
        SaveAccess(db, pair, db.LastRow);
    }

    private static CodeGrant? FindCode(Sqlite db, string code)
    {
        using var row = db.Use(
                "select client, person, redirect_uri, scope, country, challenge, challenge_method, expires_at from codes where code=?"
            )
            .With(code);
        return row.Step()
            ? new CodeGrant
            {
                Client = row.Text(0),
                PersonId = row.Text(1),
                RedirectUri = row.Text(2),
                Scope = row.Text(3),
                Country = row.Text(4),
                Challenge = row.MaybeText(5),
                ChallengeMethod = row.MaybeText(6),
                ExpiresAt = row.Long(7),
            }
            : null;
    }

    private void SaveAccess(Sqlite db, TokenPair pair, long grant) =>
        db.Use("insert into access_tokens (hash, grant_number, expires_at) values (?, ?, ?)")
            .With(Hash(pair.AccessToken))
            .With(grant)
            .With(world.Clock.Seconds + pair.ExpiresIn)
            .Run();

    private static Access? Load(Sqlite db, string hash)
    {
        using var row = db.Use(
                "select g.person, g.scope, g.number, t.expires_at from access_tokens t join grants g on g.number = t.grant_number "
                    + "where t.hash=?"
            )
            .With(hash);
        return row.Step() && People.Find(row.Text(0)) is { } person
            ? new Access(person, row.Text(1) == "readonly", row.Long(2), row.Long(3))
            : null;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
