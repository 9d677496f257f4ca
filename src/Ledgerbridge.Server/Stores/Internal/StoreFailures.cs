using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>What a shop's answers mean, and the sentences about those that are no use.</summary>
internal static class StoreFailures
{
    private const int MessageMax = 200;

    /// <summary>There is no key to ask with.</summary>
    public static StoreFailure NotConnected { get; } =
        new(StoreFailureKind.NotConnected, "This shop is not connected. Pair it again with a new code from its admin.", Status: null);

    /// <summary>The key is there and cannot be read.</summary>
    public static StoreFailure KeyGone { get; } =
        new(
            StoreFailureKind.NotConnected,
            "The key that sealed this shop's key is not in the key ring. Whoever runs the server can restore it (keys.json); otherwise "
                + "pair the shop again.",
            Status: null
        );

    /// <summary>Our own deadline ended.</summary>
    public static StoreFailure TimedOut { get; } =
        new(StoreFailureKind.Unreachable, "The shop did not answer in time. It is tried again by itself.", Status: null);

    /// <summary>Nobody took the connection.</summary>
    public static StoreFailure NoConnection { get; } =
        NeverSent(StoreFailureKind.Unreachable, "Nobody answers at the shop's address. It is tried again by itself.");

    /// <summary>An answer that is not what the extension answers.</summary>
    public static StoreFailure Unreadable(int status) =>
        new(
            StoreFailureKind.Unreadable,
            $"The shop's address answered (HTTP {status}) with something that does not come from the extension; a firewall or a page of "
                + "the host may be in between.",
            status
        );

    /// <summary>An exchange that broke.</summary>
    public static StoreFailure Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is ForbiddenTargetException)
            {
                return NeverSent(
                    StoreFailureKind.Forbidden,
                    "The shop's address leads into a private network, where this server may not go. Whoever runs it can allow that with "
                        + $"{StoresOptions.Section}:AllowPrivateTargets."
                );
            }
            if (cause is AuthenticationException)
                return NeverSent(StoreFailureKind.Unreachable, "The shop's certificate is not valid for its address, so nothing was sent.");
            if (cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain })
                return NeverSent(StoreFailureKind.Unreachable, "The shop's address is not known to the network: it may be mistyped.");
        }
        return
            failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
            ? NoConnection
            : new StoreFailure(StoreFailureKind.Unreachable, "The line to the shop broke. It is tried again by itself.", Status: null);
    }

    /// <summary>What an answer of the extension means.</summary>
    /// <param name="response">Status and headers.</param>
    /// <param name="body">The body; null when it is larger than allowed.</param>
    public static StoreAnswer<ReadOnlyMemory<byte>> Of(HttpResponseMessage response, ReadOnlyMemory<byte>? body)
    {
        var status = (int)response.StatusCode;
        if (body is not { } text)
            return new StoreFailure(StoreFailureKind.TooLarge, "The shop's answer is larger than any document has reason to be.", status);
        if (response.StatusCode == HttpStatusCode.OK)
            return IsJson(text) ? text : Unreadable(status);
        var told = MessageOf(text);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new StoreFailure(StoreFailureKind.Refused, Refusal(told), status),
            HttpStatusCode.NotFound when told is not null => new StoreFailure(
                StoreFailureKind.NotFound,
                $"The shop has no such document: {told}",
                status
            ),
            HttpStatusCode.BadRequest when told is not null => new StoreFailure(
                StoreFailureKind.Rejected,
                $"The shop refused what it was sent: {told}",
                status
            ),
            HttpStatusCode.ServiceUnavailable => new StoreFailure(
                StoreFailureKind.Maintenance,
                "The shop is being looked after and does not answer for now. It is tried again by itself.",
                status
            ),
            >= HttpStatusCode.InternalServerError => new StoreFailure(
                StoreFailureKind.Failing,
                $"The shop failed inside (HTTP {status}). Its own log has the details; it is tried again by itself.",
                status
            ),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new StoreFailure(
                StoreFailureKind.Moved,
                Redirection(response.Headers.Location),
                status
            ),
            _ => Unreadable(status),
        };
    }

    private static StoreFailure NeverSent(StoreFailureKind kind, string sentence) =>
        new(kind, sentence, Status: null) { MayHaveArrived = false };

    private static string Refusal(string? told) =>
        told is null
            ? "The shop's address asks for a name and a password that are not ours: its host protects it."
            : "The shop refused our token: it may have been disconnected or paired with another ledger, or take https only.";

    /// <summary>Where it leads is told only as far as a person needs it to correct the address.</summary>
    private static string Redirection(Uri? target) =>
        target is { IsAbsoluteUri: true } && (target.Scheme == Uri.UriSchemeHttp || target.Scheme == Uri.UriSchemeHttps)
            ? $"The shop's address leads on to {target.GetLeftPart(UriPartial.Authority)}. Connect the shop by the address it is really at."
            : "The shop's address leads on to another one. Connect the shop by the address it is really at.";

    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The message of one of Magento's errors with its values put in; null when it is none.</summary>
    internal static string? MessageOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (
                document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("message", out var message)
                || message.ValueKind != JsonValueKind.String
            )
            {
                return null;
            }
            var text = message.GetString()!;
            if (document.RootElement.TryGetProperty("parameters", out var parameters))
                text = Filled(text, parameters);
            return OneLine(text);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Filled(string text, JsonElement parameters)
    {
        if (parameters.ValueKind == JsonValueKind.Array)
        {
            var place = parameters.GetArrayLength();
            // From the last, so that %1 does not spoil %10.
            foreach (var value in parameters.EnumerateArray().Reverse())
                text = text.Replace($"%{place--}", value.ToString(), StringComparison.Ordinal);
        }
        else if (parameters.ValueKind == JsonValueKind.Object)
        {
            foreach (var value in parameters.EnumerateObject().OrderByDescending(static value => value.Name.Length))
                text = text.Replace($"%{value.Name}", value.Value.ToString(), StringComparison.Ordinal);
        }
        return text;
    }

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= MessageMax ? line : $"{TextCut.At(line, MessageMax - 1)}…";
    }
}
