using System.Security.Cryptography;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>Which of a connection's tokens.</summary>
internal enum TokenKind
{
    Access = 1,
    Refresh,
}

/// <summary>Seals tokens for the database, each bound to its connection and kind.</summary>
internal sealed class TokenBox(KeyRing keys, Database database) : ISealedTexts
{
    public string Seal(Secret token, ConnectionId connection, TokenKind kind) => keys.Seal(token.Reveal(), Purpose(connection, kind));

    public Secret Open(string sealedText, ConnectionId connection, TokenKind kind) => new(keys.Open(sealedText, Purpose(connection, kind)));

    /// <summary>False when the key that sealed it is gone, or the text is not this connection's.</summary>
    public bool TryOpen(string sealedText, ConnectionId connection, TokenKind kind, out Secret token)
    {
        try
        {
            token = Open(sealedText, connection, kind);
            return true;
        }
        catch (CryptographicException)
        {
            token = default;
            return false;
        }
    }

    public string SealVerifier(Secret verifier, string stateHash) => keys.Seal(verifier.Reveal(), $"verifier:{stateHash}");

    public Secret OpenVerifier(string sealedText, string stateHash) => new(keys.Open(sealedText, $"verifier:{stateHash}"));

    /// <inheritdoc />
    public Task<int> ResealAsync(CancellationToken ct) =>
        database.WriteAllAsync(
            async db =>
            {
                var rows = await db.Rows<ConnectionRow>()
                    .AsNoTracking()
                    .Where(static row => row.RefreshTokenSealed != "")
                    .ToListAsync(CancellationToken.None);
                var count = 0;
                foreach (var row in rows.Where(row => keys.IsOld(row.RefreshTokenSealed)))
                    count += await ResealAsync(db, row);
                return count;
            },
            ct
        );

    /// <summary>
    /// Only while the row still holds what was read: tokens that were renewed in the meantime are sealed with the newest key already, and
    /// must not be overwritten by the dead ones. Tokens whose key is gone stay as they are.
    /// </summary>
    private async Task<int> ResealAsync(LedgerDb db, ConnectionRow row)
    {
        if (
            !TryOpen(row.AccessTokenSealed, row.Id, TokenKind.Access, out var access)
            || !TryOpen(row.RefreshTokenSealed, row.Id, TokenKind.Refresh, out var refresh)
        )
        {
            return 0;
        }
        var (accessSealed, refreshSealed) = (Seal(access, row.Id, TokenKind.Access), Seal(refresh, row.Id, TokenKind.Refresh));
        return 2
            * await db.Rows<ConnectionRow>()
                .Where(stored => stored.Id == row.Id && stored.RefreshTokenSealed == row.RefreshTokenSealed)
                .ExecuteUpdateAsync(
                    update =>
                        update
                            .SetProperty(static stored => stored.AccessTokenSealed, accessSealed)
                            .SetProperty(static stored => stored.RefreshTokenSealed, refreshSealed),
                    CancellationToken.None
                );
    }

    private static string Purpose(ConnectionId connection, TokenKind kind) => $"{kind}:{connection}";
}
