using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ledgerbridge.Sage.Http;

/// <summary>A successful answer of Sage's, unread.</summary>
/// <param name="Status">200, 201 or 204.</param>
/// <param name="Body">The bytes; empty with 204.</param>
/// <param name="RequestId">Sage's id of the request.</param>
internal sealed record SageReply(HttpStatusCode Status, byte[] Body, string? RequestId)
{
    /// <summary>Reads the answer to a read.</summary>
    public SageAnswer<T> Read<T>(JsonTypeInfo<T> type)
        where T : class => TryRead(type) is { } value ? Given(value) : Unreadable(mayHaveHappened: false);

    /// <summary>Reads the answer to a write: when it cannot be read the write has happened all the same.</summary>
    public SageAnswer<T> ReadWritten<T>(JsonTypeInfo<T> type)
        where T : class => TryRead(type) is { } value ? Given(value) : Unreadable(mayHaveHappened: true);

    private SageAnswer<T>.Given Given<T>(T value) => new(value) { RequestId = RequestId };

    private T? TryRead<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private SageFailure Unreadable(bool mayHaveHappened) =>
        new(SageFailureKind.Unreadable, "Sage's answer could not be read.")
        {
            Status = (int)Status,
            RequestId = RequestId,
            MayHaveHappened = mayHaveHappened,
        };
}
