using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sage;

/// <summary>The library alone before a real sandbox.</summary>
internal static class SageSetUp
{
    /// <summary>Options that lead to the sandbox; without limits, so that tests of other things never wait.</summary>
    public static SageOptions OptionsFor(SandboxFixture sandbox)
    {
        var address = sandbox.BaseAddress.GetLeftPart(UriPartial.Authority);
        return new SageOptions
        {
            ClientId = SandboxSeed.ClientId,
            ClientSecret = SandboxSeed.ClientSecret,
            AuthorizeUrl = new Uri($"{address}/oauth2/auth/central"),
            TokenUrl = new Uri($"{address}/token"),
            RevokeUrl = new Uri($"{address}/revoke"),
            ApiUrl = new Uri($"{address}/v3.1"),
            CallsPerMinute = 0,
            CallsPerDay = 0,
        };
    }
}

/// <summary>One grant whose tokens are kept in memory and renewed when the sandbox refuses them.</summary>
internal sealed class TokensOfOneGrant(SageOAuth oauth, SandboxTokenPair first) : IAccessTokenSource
{
    private Secret _access = new(first.AccessToken);
    private Secret _refresh = new(first.RefreshToken);

    /// <summary>How often the grant was renewed.</summary>
    public int Renewals { get; private set; }

    public async ValueTask<SageAnswer<Secret>> GetAsync(Secret? rejected, CancellationToken ct)
    {
        if (rejected != _access)
            return _access;
        if (!(await oauth.RefreshAsync(_refresh, ct)).Succeeded(out var tokens, out var failure))
            return failure;
        (_access, _refresh, Renewals) = (tokens.AccessToken, tokens.RefreshToken, Renewals + 1);
        return _access;
    }
}
