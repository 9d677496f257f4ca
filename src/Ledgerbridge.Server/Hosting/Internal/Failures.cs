using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>
/// What is answered when something throws: a request that broke a rule of HTTP gets its own status, a fault of ours a 500 without
/// details.
/// </summary>
internal sealed partial class Failures(ILogger<Failures> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;
        var (status, title, detail) = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (
                413,
                "Too large",
                "The request is larger than this server accepts. Nothing was changed."
            ),
            BadHttpRequestException bad => (
                bad.StatusCode,
                "Something needs to be corrected",
                "The request could not be read. Nothing was changed."
            ),
            _ => (
                500,
                "A fault of ours",
                "Something went wrong inside Ledgerbridge. What was confirmed before is kept and is looked after; "
                    + "the server's log has the details."
            ),
        };
        if (status >= 500)
            LogFault(
                exception,
                httpContext.Request.Method,
                httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? ""
            );
        var details = new ProblemDetails
        {
            Type = $"/docs/problems#{status}",
            Title = title,
            Status = status,
            Detail = detail,
        };
        if (Activity.Current?.TraceId is { } trace)
            details.Extensions["trace_id"] = trace.ToString();
        await Results.Problem(details).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(1001, LogLevel.Error, "Answering {Method} {Endpoint} failed")]
    private partial void LogFault(Exception fault, string method, string endpoint);
}
