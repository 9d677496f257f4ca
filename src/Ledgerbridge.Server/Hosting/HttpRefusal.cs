using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Ledgerbridge.Server.Hosting;

/// <summary>
/// What is refused, or fails, before it is anybody's business: HTTP's own reasons, told as problem details like all others. Each has a
/// section in <c>docs/problems.md</c>, named by its status.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The kind as a word for programs.</param>
/// <param name="Title">The kind, in a few words.</param>
/// <param name="Detail">What failed, what was kept, what to do.</param>
internal sealed record HttpRefusal(int Status, string Code, string Title, string Detail)
{
    /// <summary>The address exists, but not for this method.</summary>
    public static HttpRefusal WrongMethod { get; } =
        new(
            StatusCodes.Status405MethodNotAllowed,
            "wrong_method",
            "Not with this method",
            "This address takes other HTTP methods; the Allow header lists them. Nothing was changed."
        );

    /// <summary>The body is larger than the server accepts.</summary>
    public static HttpRefusal TooLarge { get; } =
        new(
            StatusCodes.Status413PayloadTooLarge,
            "too_large",
            "Too large",
            "The request is larger than this server accepts. Nothing was changed."
        );

    /// <summary>The body is no JSON by its own account.</summary>
    public static HttpRefusal WrongMediaType { get; } =
        new(
            StatusCodes.Status415UnsupportedMediaType,
            "wrong_media_type",
            "Send JSON",
            "Send JSON in UTF-8: the Content-Type header must be application/json. Nothing was changed."
        );

    /// <summary>A fault of ours.</summary>
    public static HttpRefusal Fault { get; } =
        new(
            StatusCodes.Status500InternalServerError,
            "fault",
            "A fault of ours",
            "Something went wrong inside Ledgerbridge. What was confirmed before is kept and is looked after; "
                + "the server's log has the details."
        );

    /// <summary>All that have a section of their own.</summary>
    public static IReadOnlyList<HttpRefusal> All { get; } = [WrongMethod, TooLarge, WrongMediaType, Fault];

    /// <summary>A request that breaks a rule of HTTP which has no kind of its own.</summary>
    public static HttpRefusal Unreadable(int status) =>
        new(status, "unreadable", "Something needs to be corrected", "The request could not be read. Nothing was changed.");

    /// <summary>The refusal as an answer.</summary>
    public IResult ToHttp()
    {
        var details = new ProblemDetails
        {
            Type = $"/docs/problems#{Status}",
            Title = Title,
            Status = Status,
            Detail = Detail,
        };
        details.Extensions["code"] = Code;
        if (Activity.Current?.TraceId is { } trace)
            details.Extensions["trace_id"] = trace.ToString();
        return Results.Problem(details);
    }
}
