using System.Net.Sockets;

namespace Ledgerbridge.Sage.Http;

/// <summary>What a broken connection says about the work behind it.</summary>
internal static class SageNetwork
{
    /// <summary>
    /// True for a connection that was not made in the time the network layer allows, which it tells as a cancellation.
    /// </summary>
    public static bool NotConnectedInTime(OperationCanceledException failure) => failure.InnerException is TimeoutException;

    /// <summary>Reads an answer's body; null when it is larger than allowed, however much more there may be.</summary>
    public static async Task<byte[]?> ReadBoundedAsync(HttpResponseMessage response, int bytesMax, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, ct)) > 0)
        {
            if (buffer.Length + read > bytesMax)
                return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    /// <summary>True when the connection was never made, so that Sage cannot have seen the request.</summary>
    public static bool NeverConnected(HttpRequestException failure) =>
        failure.HttpRequestError
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
        || failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
}
