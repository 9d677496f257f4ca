using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ledgerbridge.Server.Hosting;

/// <summary>
/// The OpenAPI document and the page to browse it. The document is checked in as <c>contracts/ledgerbridge/openapi.json</c>, and a test
/// fails when the two differ; the web app's types are made from that file.
/// </summary>
internal static class ApiDocument
{
    private const string Name = "v1";
    private const string KeyScheme = "api_key";

    /// <summary>Adds the document.</summary>
    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            static options =>
            {
                options.AddDocumentTransformer(DescribeAsync);
                options.AddOperationTransformer(TellProblemsAsync);
                options.AddSchemaTransformer(PlainTypesAsync);
                options.CreateSchemaReferenceId = static type => OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            }
        );

    /// <summary>Serves the page to browse the document, from this server's own files.</summary>
    public static void UseApiPage(this WebApplication app) =>
        app.UseSwaggerUI(static page =>
        {
            page.RoutePrefix = "docs/api";
            page.SwaggerEndpoint("/openapi/v1.json", "Ledgerbridge");
            page.DocumentTitle = "Ledgerbridge API";
        });

    /// <summary>Maps the document, which is open to everybody: it holds no data.</summary>
    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").ForEveryone();

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Ledgerbridge",
            Version = Name,
            Description =
                "Work with Sage Accounting from one place. Sign in with the session cookie or send an API key as "
                + "`Authorization: Bearer lbk_…`. Amounts travel as text (`\"115.00\"`); requests may also send plain JSON numbers. "
                + "Failures are RFC 9457 problem details, with the fields under `errors`.",
        };
        // The address the document was asked at is not part of the contract.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>Every operation can fail in the same way; which status goes with which kind is said once, in the docs.</summary>
    private static async Task TellProblemsAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken ct
    )
    {
        // Parameters that are gathered in a type are bound whatever their case, and written small like everything else.
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name ?? "");
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "It was not done. The body says why.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new()
                {
                    Schema = await context.GetOrCreateSchemaAsync(typeof(ProblemResponse), parameterDescription: null, ct),
                },
            },
        };
    }

    private static Task PlainTypesAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var isNullable = type != context.JsonTypeInfo.Type;
        if (type == typeof(decimal))
        {
            schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Format = "decimal";
            schema.Pattern = null;
        }
        if (type == typeof(DateOnly))
            schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        return Task.CompletedTask;
    }
}

/// <summary>RFC 9457 problem details as this API answers them.</summary>
/// <param name="Type">The page of the docs that explains the kind.</param>
/// <param name="Title">The kind, in a few words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What failed, what was kept, what to do.</param>
/// <param name="Code">The kind as a word for programs.</param>
/// <param name="Errors">What is wrong with which field.</param>
/// <param name="TraceId">What the server's log calls this request.</param>
internal sealed record ProblemResponse(
    string Type,
    string Title,
    int Status,
    string Detail,
    string? Code,
    Dictionary<string, string[]>? Errors,
    string? TraceId
);
