using System.Security.Cryptography;
using System.Text;

namespace Ledgerbridge.Sage;

/// <summary>
/// Our own id of one intended write, sent along so that Sage answers its first result again when the same write arrives twice within
/// seven days.
/// </summary>
public readonly record struct IdempotencyId
{
    private const int Bytes = 16;

    private readonly string? _hex;

    private IdempotencyId(string hex) => _hex = hex;

    /// <summary>32 hexadecimal digits without hyphens, as Sage wants them.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Hex => _hex ?? throw new InvalidOperationException("This idempotency id was never set.");

    /// <summary>The id that belongs to a text of ours, such as a posting's id: the same text always gives the same id.</summary>
    public static IdempotencyId Of(string ours)
    {
        ArgumentException.ThrowIfNullOrEmpty(ours);
        return new IdempotencyId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ours)).AsSpan(0, Bytes)));
    }

    /// <summary>The digits.</summary>
    public override string ToString() => _hex ?? "";
}
