using Microsoft.AspNetCore.Diagnostics;

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
        var refusal = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => HttpRefusal.TooLarge,
            BadHttpRequestException bad => HttpRefusal.Unreadable(bad.StatusCode),
            _ => HttpRefusal.Fault,
        };
        if (refusal == HttpRefusal.Fault)
            LogFault(
                exception,
                httpContext.Request.Method,
                httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? ""
            );
        await refusal.ToHttp().ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(1001, LogLevel.Error, "Answering {Method} {Endpoint} failed")]
    private partial void LogFault(Exception fault, string method, string endpoint);
}
