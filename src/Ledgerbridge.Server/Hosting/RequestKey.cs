using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Hosting;

/// <summary>
/// The <c>Idempotency-Key</c> header: a program that does not know whether its request arrived sends it again with the same key and gets
/// the first one's outcome. Keys of two callers never meet.
/// </summary>
internal static class RequestKey
{
    private const string Header = "Idempotency-Key";
    private const int LengthMax = 200;

    /// <summary>The key, null when the request has none, or what is wrong with it.</summary>
    public static Result<string?> Read(HttpRequest request, Caller caller)
    {
        var key = request.Headers[Header].ToString();
        if (key.Length == 0)
            return (string?)null;
        return key.Length <= LengthMax && key.All(static c => c is > ' ' and < '\u007f')
            ? $"request:{caller.SubjectId}:{key}"
            : Problem.Invalid(Header, $"The {Header} header may have at most {LengthMax} printable characters without spaces.");
    }
}
