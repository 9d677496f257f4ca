using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Auth;

namespace Ledgerbridge.Testing;

/// <summary>Gives out access tokens for the Sage library alone: the next one whenever the one before was rejected.</summary>
public sealed class CountedTokens : IAccessTokenSource
{
    /// <summary>What every token begins with: a text to look for where no token may be.</summary>
    public const string Prefix = "eyJhbGciOiJSUzUxMiJ9.access-";

    private readonly SageFailure? _refused;
    private int _renewals;

    /// <summary>Tokens that can be renewed for ever.</summary>
    public CountedTokens() { }

    /// <summary>Tokens that Sage no longer renews.</summary>
    public CountedTokens(SageFailure refused) => _refused = refused;

    /// <summary>How often a token was renewed.</summary>
    public int Renewals => _renewals;

    /// <summary>The present token's text.</summary>
    public string Present => $"{Prefix}{_renewals}";

    /// <inheritdoc />
    public ValueTask<SageAnswer<Secret>> GetAsync(Secret? rejected, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (rejected is { } old && old.Reveal() == Present)
        {
            if (_refused is not null)
                return ValueTask.FromResult<SageAnswer<Secret>>(_refused);
            Interlocked.Increment(ref _renewals);
        }
        return ValueTask.FromResult<SageAnswer<Secret>>(new Secret(Present));
    }
}
