using System.Buffers;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>
/// A growing buffer of rented memory: a page of two hundred documents is a megabyte, too much to allocate for every request.
/// </summary>
internal sealed class RentedBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _written;

    /// <summary>What was written; valid until disposal.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _written);

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_written);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _written = 0;
    }

    private void Reserve(int sizeHint)
    {
        var wanted = _written + Math.Max(sizeHint, 1);
        if (wanted <= _bytes.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, _bytes.Length * 2));
        _bytes.AsSpan(0, _written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
