namespace Ledgerbridge.Sage.Auth;

/// <summary>
/// What Sage returns for a code or a refresh token. The refresh token replaces the one that was sent, which is dead from now on.
/// </summary>
/// <param name="AccessToken">For calls; lives five minutes.</param>
/// <param name="AccessExpiresAt">When it ends.</param>
/// <param name="RefreshToken">For the next refresh; lives 31 days and works once.</param>
/// <param name="RefreshExpiresAt">When it ends.</param>
/// <param name="Scope">What was granted, such as <c>full_access</c>.</param>
/// <param name="SageUserId">Sage's id of the person who granted it; null when Sage does not say.</param>
public sealed record SageTokens(
    Secret AccessToken,
    DateTimeOffset AccessExpiresAt,
    Secret RefreshToken,
    DateTimeOffset RefreshExpiresAt,
    string Scope,
    string? SageUserId
);

/// <summary>Gives out the access token of one connection, fresh. Whoever implements it owns refreshing.</summary>
public interface IAccessTokenSource
{
    /// <summary>
    /// An access token that Sage should accept.
    /// </summary>
    /// <param name="rejected">The token that Sage has just refused, so that it is not given out again; null on a first attempt.</param>
    /// <param name="ct">The caller's patience. It never ends a refresh that others wait for too.</param>
    ValueTask<SageAnswer<Secret>> GetAsync(Secret? rejected, CancellationToken ct);
}
