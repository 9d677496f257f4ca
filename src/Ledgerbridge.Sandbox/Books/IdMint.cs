using System.Globalization;

namespace Ledgerbridge.Sandbox.Books;

/// <summary>What an id was minted for. The number is part of the id, so ids of two kinds never meet.</summary>
internal enum IdKind
{
    Document = 1,
    Transaction = 2,
    Entry = 3,
    Line = 4,
    ArtefactAddress = 5,
    Request = 6,
    Part = 7,
    Price = 8,
}

/// <summary>
/// Makes ids in Sage's form (32 lowercase hex) that look random but are a reversible mix of a kind and a row number: unique without an
/// index, the same in every run, and readable back. A reset starts a new epoch, so ids of the books before it never return.
/// </summary>
internal sealed class IdMint(int epoch)
{
    private const int Rounds = 4;

    /// <summary>The id of this kind and number.</summary>
    public string Mint(IdKind kind, long number)
    {
        var (left, right) = (Label(kind), (ulong)number);
        for (var round = 0; round < Rounds; round++)
            (left, right) = (right, left ^ Mix(right, round));
        return string.Create(CultureInfo.InvariantCulture, $"{left:x16}{right:x16}");
    }

    /// <summary>The number of an id of this kind; false for any other text.</summary>
    public bool TryRead(string id, IdKind kind, out long number)
    {
        number = 0;
        if (
            id.Length != 32
            || !ulong.TryParse(id.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var left)
            || !ulong.TryParse(id.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var right)
        )
            return false;
        for (var round = Rounds - 1; round >= 0; round--)
            (left, right) = (right ^ Mix(left, round), left);
        if (left != Label(kind) || right > long.MaxValue)
            return false;
        number = (long)right;
        return true;
    }

    private ulong Label(IdKind kind) => ((ulong)kind << 56) | ((ulong)(uint)epoch << 8) | 0x5a;

    private static ulong Mix(ulong value, int round)
    {
        unchecked
        {
            var x = value + (0x9e3779b97f4a7c15UL * (ulong)(round + 1));
            x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9UL;
            x = (x ^ (x >> 27)) * 0x94d049bb133111ebUL;
            return x ^ (x >> 31);
        }
    }
}
