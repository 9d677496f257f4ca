namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>An address with nothing but white space where a name should stand names nothing.</summary>
internal sealed class BlankPartFilter : IEndpointFilter
{
    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.RouteValues.Values.Any(static part => part is string text && string.IsNullOrWhiteSpace(text))
            ? ValueTask.FromResult<object?>(UnknownAddresses.NotFound.ToHttp())
            : next(context);
}
