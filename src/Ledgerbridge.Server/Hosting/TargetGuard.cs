using System.Net;
using System.Net.Sockets;

namespace Ledgerbridge.Server.Hosting;

/// <summary>
/// Refuses to connect into private networks, for requests whose addresses come from people. Looked at when connecting, after names were
/// resolved: a name proves nothing.
/// </summary>
internal sealed class TargetGuard(bool allowPrivate)
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        }.Select(static network => IPNetwork.Parse(network)),
    ];

    /// <summary>The one part of IPv6 that is handed out to the world; tunnels to IPv4 and examples inside of it are left out.</summary>
    private static readonly IPNetwork Public = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublicInside =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(static network => IPNetwork.Parse(network)),
    ];

    /// <summary>True when a request may go there.</summary>
    public bool Allows(IPAddress address)
    {
        if (allowPrivate)
            return true;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(NotPublic, network => network.Contains(plain))
            : Public.Contains(plain) && !Array.Exists(NotPublicInside, network => network.Contains(plain));
    }

    /// <summary>Connects to the first allowed address of a host.</summary>
    /// <exception cref="ForbiddenTargetException">All its addresses are forbidden.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);
        IPAddress[] allowed = [.. addresses.Where(Allows)];
        if (allowed.Length == 0 && addresses.Length > 0)
            throw new ForbiddenTargetException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>An address leads where this server may not go.</summary>
internal sealed class ForbiddenTargetException : IOException
{
    public ForbiddenTargetException()
        : base("The address leads into a private network.") { }

    public ForbiddenTargetException(string message)
        : base(message) { }

    public ForbiddenTargetException(string message, Exception innerException)
        : base(message, innerException) { }
}
