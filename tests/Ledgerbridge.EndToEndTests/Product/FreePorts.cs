using System.Net;
using System.Net.Sockets;

namespace Ledgerbridge.EndToEndTests.Product;

/// <summary>
/// Finds three consecutive ports nobody listens on: app, sandbox, and one to spare. They lie below the range from which the system takes
/// ports for outgoing calls, so that no browser takes one by chance.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Triples = 3_000;
    private const int Together = 3;
    private static readonly Lock Gate = new();

    // Test runs side by side begin at different places.
    private static int _next = Environment.ProcessId % Triples;

    /// <summary>The first of three; never the same twice in one run.</summary>
    /// <exception cref="InvalidOperationException">Everything in the range is taken.</exception>
    public static int Take()
    {
        lock (Gate)
        {
            for (var tried = 0; tried < Triples; tried++)
            {
                var port = First + (_next * Together);
                _next = (_next + 1) % Triples;
                if (Enumerable.Range(port, Together).All(IsFree))
                    return port;
            }
        }
        throw new InvalidOperationException($"No three consecutive ports are free from {First} on.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
