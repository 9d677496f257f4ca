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

    public string SealVerifier(Secret verifier, string stateHash) => keys.Seal(verifier.Reveal(), $"verifier:{stateHash}");

    public Secret OpenVerifier(string sealedText, string stateHash) => new(keys.Open(sealedText, $"verifier:{stateHash}"));

    /// <inheritdoc />
    public Task<int> ResealAsync(CancellationToken ct) =>
        database.WriteAllAsync(
            async db =>
            {
                var old = (
                    await db.Rows<ConnectionRow>().Where(static row => row.RefreshTokenSealed != "").ToListAsync(CancellationToken.None)
                )
                    .Where(row => keys.IsOld(row.RefreshTokenSealed))
                    .ToList();
                foreach (var row in old)
                {
                    row.AccessTokenSealed = Seal(Open(row.AccessTokenSealed, row.Id, TokenKind.Access), row.Id, TokenKind.Access);
                    row.RefreshTokenSealed = Seal(Open(row.RefreshTokenSealed, row.Id, TokenKind.Refresh), row.Id, TokenKind.Refresh);
                }
                return old.Count * 2;
            },
            ct
        );

    private static string Purpose(ConnectionId connection, TokenKind kind) => $"{kind}:{connection}";
}
