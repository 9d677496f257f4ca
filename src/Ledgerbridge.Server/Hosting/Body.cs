using System.Reflection;
using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting.Internal;
using Microsoft.AspNetCore.Http.Metadata;

namespace Ledgerbridge.Server.Hosting;

/// <summary>A bound body, whatever its type.</summary>
internal interface IBody
{
    /// <summary>The answer to give in the endpoint's place; null when nothing is wrong with it.</summary>
    IResult? Refusal { get; }
}

/// <summary>
/// A JSON body. Every field is read by itself, so that all that is wrong is told at once and by name, wrong types included. Endpoints see
/// it only when nothing is wrong (<see cref="BodyFilter"/>).
/// </summary>
internal sealed class Body<T> : IBody, IEndpointParameterMetadataProvider
    where T : class
{
    private readonly T? _value;

    private Body(T? value, IResult? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>The body.</summary>
    public T Value => _value ?? throw new InvalidOperationException("A body with a problem reached an endpoint.");

    /// <inheritdoc />
    public IResult? Refusal { get; }

    /// <summary>Called by the framework.</summary>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            return new Body<T>(null, HttpRefusal.WrongMediaType.ToHttp());
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, BodyReader.Strict, context.RequestAborted);
            var errors = new List<FieldError>();
            var value = (T?)BodyReader.Read(document.RootElement, typeof(T), errors);
            return errors.Count == 0 ? new Body<T>(value, null) : new Body<T>(null, Problem.Invalid(errors).ToHttp());
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // A name that holds half a character is no JSON either, but the parser says so in another way.
            return new Body<T>(null, BodyReader.NotJson.ToHttp());
        }
    }

    /// <inheritdoc />
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}

/// <summary>Answers in the endpoint's place when a body has a problem.</summary>
internal sealed class BodyFilter : IEndpointFilter
{
    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IBody { Refusal: { } refusal })
                return ValueTask.FromResult<object?>(refusal);
        }
        return next(context);
    }
}
