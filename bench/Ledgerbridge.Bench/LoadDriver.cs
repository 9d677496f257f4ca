using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ledgerbridge.Bench;

/// <summary>What a load came to.</summary>
/// <param name="Requests">How many requests were answered.</param>
/// <param name="Wrong">How many answers had another status than expected.</param>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Half of them took at most so long.</param>
/// <param name="P95">95 of 100 took at most so long.</param>
/// <param name="P99">99 of 100 took at most so long.</param>
internal sealed record LoadResult(int Requests, int Wrong, double PerSecond, TimeSpan P50, TimeSpan P95, TimeSpan P99);

/// <summary>
/// Sends one prepared request over and over on some kept connections, each waiting for its answer before it sends again. It reads no
/// more of an answer than it must, because it shares the machine with what it measures.
/// </summary>
internal sealed class LoadDriver(int port, int connections)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Sends for so long, and says what it came to.</summary>
    public async Task<LoadResult> RunAsync(Func<int, byte[]> request, int expectedStatus, TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        var until = began + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var lanes = await Task.WhenAll(Enumerable.Range(0, connections).Select(lane => LaneAsync(lane, request, expectedStatus, until)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        List<long> times = [.. lanes.SelectMany(static lane => lane.Times).Order()];
        return new LoadResult(
            times.Count,
            lanes.Sum(static lane => lane.Wrong),
            times.Count / seconds,
            At(times, 0.50),
            At(times, 0.95),
            At(times, 0.99)
        );
    }

    private async Task<(List<long> Times, int Wrong)> LaneAsync(int lane, Func<int, byte[]> request, int expectedStatus, long until)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var (times, wrong, buffer) = (new List<long>(), 0, new byte[BufferBytes]);
        var expected = Encoding.ASCII.GetBytes($"HTTP/1.1 {expectedStatus}");
        for (var i = lane; Stopwatch.GetTimestamp() < until; i += connections)
        {
            var began = Stopwatch.GetTimestamp();
            await socket.SendAsync(request(i));
            if (!await ReadAsync(socket, buffer, expected))
                wrong++;
            times.Add(Stopwatch.GetTimestamp() - began);
        }
        return (times, wrong);
    }

    /// <summary>Reads one answer to its end; true when it has the expected status.</summary>
    private static async Task<bool> ReadAsync(Socket socket, byte[] buffer, byte[] expected)
    {
        var read = 0;
        int head;
        while ((head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0)
            read += await ReceiveAsync(socket, buffer.AsMemory(read));
        var isExpected = buffer.AsSpan(0, read).StartsWith(expected);
        var headers = Encoding.ASCII.GetString(buffer, 0, head);
        if (ContentLength(headers) is { } length)
        {
            for (var left = head + 4 + length - read; left > 0; )
                left -= await ReceiveAsync(socket, buffer.AsMemory(0, Math.Min(left, buffer.Length)));
            return isExpected;
        }
        // Chunked: the last five bytes of the body are an empty chunk.
        var tail = buffer.AsSpan(Math.Max(head + 4, read - 5), Math.Min(5, read - head - 4)).ToArray();
        while (!tail.AsSpan().SequenceEqual("0\r\n\r\n"u8))
        {
            read = await ReceiveAsync(socket, buffer);
            tail = [.. tail.Concat(buffer.AsSpan(0, read).ToArray()).TakeLast(5)];
        }
        return isExpected;
    }

    private static async Task<int> ReceiveAsync(Socket socket, Memory<byte> buffer)
    {
        var read = await socket.ReceiveAsync(buffer);
        return read > 0 ? read : throw new IOException("The server closed the connection.");
    }

    private static int? ContentLength(string headers)
    {
        const string Name = "Content-Length: ";
        var at = headers.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var end = headers.IndexOf('\r', at);
        return int.Parse(headers.AsSpan(at + Name.Length, (end < 0 ? headers.Length : end) - at - Name.Length));
    }

    private static TimeSpan At(List<long> sorted, double share) =>
        sorted.Count == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))]);
}
