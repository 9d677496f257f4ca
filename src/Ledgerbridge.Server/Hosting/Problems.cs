using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Ledgerbridge.Kernel;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Ledgerbridge.Server.Hosting;

/// <summary>Failures as RFC 9457 problem details. <c>type</c> points at the page of the docs that explains the kind.</summary>
internal static class Problems
{
    /// <summary>The HTTP status of a kind of problem.</summary>
    public static int StatusOf(ProblemCode code) =>
        code switch
        {
            ProblemCode.Invalid => StatusCodes.Status400BadRequest,
            ProblemCode.NotSignedIn => StatusCodes.Status401Unauthorized,
            ProblemCode.NotAllowed => StatusCodes.Status403Forbidden,
            ProblemCode.NotFound => StatusCodes.Status404NotFound,
            ProblemCode.Conflict or ProblemCode.NoBusiness or ProblemCode.ReconnectNeeded => StatusCodes.Status409Conflict,
            ProblemCode.SageRefused or ProblemCode.NotSupported or ProblemCode.Differs => StatusCodes.Status422UnprocessableEntity,
            ProblemCode.TooMany => StatusCodes.Status429TooManyRequests,
            ProblemCode.SageBusy or ProblemCode.SageUnavailable or ProblemCode.StoreUnavailable => StatusCodes.Status503ServiceUnavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Give every kind of problem a status."),
        };

    /// <summary>The kind in words, the same for every problem of the kind.</summary>
    public static string TitleOf(ProblemCode code) =>
        code switch
        {
            ProblemCode.Invalid => "Something needs to be corrected",
            ProblemCode.NotSignedIn => "Sign in first",
            ProblemCode.NotAllowed => "Your role does not allow this",
            ProblemCode.NotFound => "Not found",
            ProblemCode.Conflict => "Not possible in the present state",
            ProblemCode.NoBusiness => "Choose a business first",
            ProblemCode.ReconnectNeeded => "Sage has to be connected again",
            ProblemCode.SageRefused => "Sage refused it",
            ProblemCode.NotSupported => "These books cannot do that",
            ProblemCode.Differs => "Sage booked other figures",
            ProblemCode.TooMany => "Too many attempts",
            ProblemCode.SageBusy => "Sage's call allowance is used up",
            ProblemCode.SageUnavailable => "Sage cannot be reached",
            ProblemCode.StoreUnavailable => "The shop cannot be reached",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Give every kind of problem a title."),
        };

    /// <summary>The problem as an answer.</summary>
    public static IResult ToHttp(this Problem problem) => new ProblemAnswer(problem);

    /// <summary>The problem as RFC 9457 has it, with the fields under <c>errors</c>.</summary>
    public static ProblemDetails ToDetails(this Problem problem)
    {
        var details = new ProblemDetails
        {
            Type = $"/docs/problems#{problem.Code.ToString().ToLowerInvariant()}",
            Title = TitleOf(problem.Code),
            Status = StatusOf(problem.Code),
            Detail = problem.Message,
        };
        if (problem.Errors.Count > 0)
        {
            details.Extensions["errors"] = problem
                .Errors.GroupBy(static error => error.Field)
                .ToDictionary(static group => group.Key, static group => group.Select(static error => error.Message).ToArray());
        }
        details.Extensions["code"] = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(problem.Code.ToString());
        if (Activity.Current?.TraceId is { } trace)
            details.Extensions["trace_id"] = trace.ToString();
        return details;
    }

    private sealed class ProblemAnswer(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (problem.RetryAfter is { } wait)
            {
                var seconds = (long)Math.Ceiling(wait.TotalSeconds);
                httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }
            return Results.Problem(ToDetails(problem)).ExecuteAsync(httpContext);
        }
    }
}

/// <summary>What an endpoint answers: the value, or the problem as problem details. Describes itself for the OpenAPI document.</summary>
internal sealed class Answer<T> : IResult, IEndpointMetadataProvider
{
    private readonly Result<T> _result;
    private readonly int _status;

    private Answer(Result<T> result, int status) => (_result, _status) = (result, status);

    /// <summary>The answer with another status than 200 when it is good, such as 201.</summary>
    public Answer<T> WithStatus(int status) => new(_result, status);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) =>
        _result.Succeeded(out var value, out var problem)
            ? Results.Json(value, ApiJson.Options, statusCode: _status).ExecuteAsync(httpContext)
            : problem.ToHttp().ExecuteAsync(httpContext);

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));

    /// <summary>A result is an answer.</summary>
    public static implicit operator Answer<T>(Result<T> result) => new(result, StatusCodes.Status200OK);

    /// <summary>A value is a good answer.</summary>
    public static implicit operator Answer<T>(T value) => new(value, StatusCodes.Status200OK);

    /// <summary>A problem is an answer too.</summary>
    public static implicit operator Answer<T>(Problem problem) => new(problem, StatusCodes.Status200OK);
}

/// <summary>The answer of something that has nothing to say but that it is done.</summary>
/// <param name="Done">Always true.</param>
internal sealed record DoneResponse(bool Done = true);
