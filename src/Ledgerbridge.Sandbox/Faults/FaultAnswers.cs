using System.Text;
using Ledgerbridge.Sandbox.Api;

namespace Ledgerbridge.Sandbox.Faults;

/// <summary>What a fault answers.</summary>
internal static class FaultAnswers
{
    private const string Torn = """[{"$severity":"error","$dataCode":"Unexp""";

    /// <summary>The answer of a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="usual">The status when the fault names none.</param>
    public static ApiAnswer Of(Fault fault, int usual)
    {
        var status = fault.Status ?? usual;
        var answer =
            fault.Body is { } body ? new ApiAnswer(status, Encoding.UTF8.GetBytes(body)) { ContentType = fault.ContentType }
            : fault.Malformed ? new ApiAnswer(status, Encoding.UTF8.GetBytes(Torn))
            : Usual(status);
        return answer with { RetryAfterSeconds = fault.RetryAfter };
    }

    private static ApiAnswer Usual(int status) =>
        status switch
        {
            401 => ApiProblems.BadToken,
            403 => ApiProblems.NotAllowed,
            404 => ApiProblems.NotFound,
            429 => ApiProblems.TooMany,
            500 => ApiProblems.Unexpected,
            503 => ApiProblems.Maintenance,
            < 400 => new ApiAnswer(status, ReadOnlyMemory<byte>.Empty),
            _ => ApiProblems.Of(status, "UnexpectedError", "An unexpected error occurred."),
        };
}
