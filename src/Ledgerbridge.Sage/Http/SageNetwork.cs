using System.Net.Sockets;

namespace Ledgerbridge.Sage.Http;

/// <summary>What a broken connection says about the work behind it.</summary>
internal static class SageNetwork
{
    /// <summary>True when the connection was never made, so that Sage cannot have seen the request.</summary>
    public static bool NeverConnected(HttpRequestException failure) =>
        failure.HttpRequestError
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
        || failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
}
