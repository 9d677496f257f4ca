using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ledgerbridge.IntegrationTests.Alerts;

/// <summary>A mail as it arrived.</summary>
/// <param name="To">The address of the envelope.</param>
/// <param name="SignedInAs">The name the sender signed in with; empty when it did not.</param>
/// <param name="Text">Headers and body.</param>
internal sealed record ReceivedMail(string To, string SignedInAs, string Text)
{
    /// <summary>A header's value; empty when there is none.</summary>
    public string Header(string name) =>
        Text.Split("\r\n\r\n", 2)[0]
            .Replace("\r\n ", " ", StringComparison.Ordinal)
            .Split("\r\n")
            .FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))
            ?.Split(": ", 2)[1]
        ?? "";

    /// <summary>The subject as people read it; it stands in one or several encoded words (RFC 2047).</summary>
    public string Subject =>
        string.Concat(
            Header("Subject")
                .Split(' ')
                .Select(static word =>
                    word.StartsWith("=?utf-8?B?", StringComparison.OrdinalIgnoreCase)
                        ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Split('?')[3]))
                        : word
                )
        );

    /// <summary>The body as people read it.</summary>
    public string Body
    {
        get
        {
            var body = Text.Split("\r\n\r\n", 2)[1];
            return Header("Content-Transfer-Encoding") switch
            {
                "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
                "quoted-printable" => Unquoted(body),
                _ => body,
            };
        }
    }

    private static string Unquoted(string text)
    {
        var bytes = new List<byte>();
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var index = 0; index < joined.Length; index++)
        {
            if (joined[index] == '=')
            {
                bytes.Add(Convert.ToByte(joined.Substring(index + 1, 2), 16));
                index += 2;
            }
            else
                bytes.Add((byte)joined[index]);
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}

/// <summary>
/// A mail server on this machine that speaks as much SMTP as a sender needs, and can refuse, want a password, hang up or say nothing.
/// </summary>
internal sealed class SmallMailServer : IAsyncDisposable
{
    private const string Good = "250 OK";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly Task _listening;
    private int _callers;

    public SmallMailServer()
    {
        _listener.Start();
        _listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Everything that was taken, in order.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>How many connections were made to it.</summary>
    public int Callers => _callers;

    /// <summary>Name and password it wants; null for none.</summary>
    public (string User, string Password)? Wants { get; set; }

    /// <summary>What it answers to a command that begins with a word instead of what it would: such as <c>RCPT</c> with a 550.</summary>
    public Dictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>The command at which it hangs up; empty for none.</summary>
    public string HangsUpAt { get; set; } = "";

    /// <summary>True to take connections and never say a word.</summary>
    public bool IsSilent { get; set; }

    /// <summary>From now on nobody listens at its port.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _listening;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        Interlocked.Increment(ref _callers);
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                if (IsSilent)
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
                await writer.WriteLineAsync("220 small.test");
                await ConverseAsync(reader, writer);
            }
            catch (Exception over) when (over is OperationCanceledException or IOException)
            {
                // The sender, or the test, has gone.
            }
        }
    }

    private async Task ConverseAsync(StreamReader reader, StreamWriter writer)
    {
        var (to, name) = ("", "");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var command = line.Split(' ', 2)[0].ToUpperInvariant();
            if (command == HangsUpAt)
                return;
            if (Answers.TryGetValue(command, out var answer))
            {
                await writer.WriteLineAsync(answer);
                continue;
            }
            switch (command)
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-small.test\r\n250 AUTH LOGIN");
                    break;
                case "AUTH":
                    name = await SignInAsync(line, reader, writer);
                    break;
                case "RCPT":
                    to = line.Split('<', '>')[1];
                    await writer.WriteLineAsync(Good);
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    _mails.Enqueue(new ReceivedMail(to, name, await TextAsync(reader)));
                    await writer.WriteLineAsync("250 queued");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync(Wants is not null && name.Length == 0 ? "530 sign in first" : Good);
                    break;
            }
        }
    }

    private async Task<string> SignInAsync(string line, StreamReader reader, StreamWriter writer)
    {
        var user = line.Split(' ') is [_, _, var given] ? given : await AskAsync("334 VXNlcm5hbWU6");
        var password = await AskAsync("334 UGFzc3dvcmQ6");
        var isRight = Wants == (Text(user), Text(password));
        await writer.WriteLineAsync(isRight ? "235 welcome" : "535 5.7.8 wrong");
        return isRight ? Text(user) : "";

        async Task<string> AskAsync(string question)
        {
            await writer.WriteLineAsync(question);
            return await reader.ReadLineAsync(_stop.Token) ?? "";
        }

        static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }

    private async Task<string> TextAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return text.ToString();
    }
}
