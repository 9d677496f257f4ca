using System.Text.Json;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>One entry of Sage's error array.</summary>
/// <param name="DataCode">Sage's code, such as <c>RecordInvalid</c>.</param>
/// <param name="Message">Sage's English sentence.</param>
/// <param name="Source">Sage's internal field name, or empty.</param>
internal sealed record ApiProblem(string DataCode, string Message, string Source);

/// <summary>
/// The refusals Sage documents or has been seen to give; each is an array of problems, except the one for a missing token.
/// </summary>
internal static class ApiProblems
{
    /// <summary>Sage's body for a request without a token: an object, not the array of every other error.</summary>
    public static readonly ApiAnswer NoToken = new(
        401,
        JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string>
            {
                ["error"] = "Authorization missing. Please, add an authorization token at the 'Authorization' HTTP header.",
            },
            JsonText.Options
        )
    );

    public static readonly ApiAnswer BadToken = Of(
        401,
        "AccessTokenVerificationError",
        "Access token is invalid (JWT malformed or missing).",
        "Authorization"
    );

    public static readonly ApiAnswer ExpiredToken = Of(
        401,
        "AccessTokenVerificationError",
        "Access token is invalid (JWT expired).",
        "Authorization"
    );

    public static readonly ApiAnswer NoSubscription = Of(401, "AuthorizationFailure", "No active subscription. (MSE)");

    public static readonly ApiAnswer AccessDenied = Of(401, "AuthorizationFailure", "Access denied.");

    public static readonly ApiAnswer NotAllowed = Of(
        403,
        "MultiUserAccessDenied",
        "The current user is not allowed to access that resource with that method."
    );

    public static readonly ApiAnswer NotFound = Of(404, "RecordNotFound", "Couldn't find record.");

    public static readonly ApiAnswer WrongVerb = Of(405, "MethodNotAllowed", "The requested method is not allowed for this resource.");

    public static readonly ApiAnswer WrongMediaType = Of(
        415,
        "UnsupportedMediaType",
        "The content type must be application/json.",
        "Content-Type"
    );

    public static readonly ApiAnswer BodyTooLarge = Of(413, "RequestTooLarge", "The request body is too large.");

    public static readonly ApiAnswer Unreadable = Of(400, "ParseError", "The request body is not valid JSON.");

    public static readonly ApiAnswer TooMany = Of(
        429,
        "TooManyRequests",
        "The rate limit was exceeded. Please wait and repeat the request."
    );

    public static readonly ApiAnswer Unexpected = Of(500, "UnexpectedError", "An unexpected error occurred.");

    public static readonly ApiAnswer Maintenance = Of(503, "ServiceUnavailable", "The service is temporarily unavailable.");

    public static readonly ApiAnswer IdempotencyMismatch = Of(422, "IdempotencyResourceMismatch", "Entity type mismatch", "idempotency_id");

    /// <summary>An answer of one problem.</summary>
    public static ApiAnswer Of(int status, string dataCode, string message, string source = "") =>
        Of(status, [new ApiProblem(dataCode, message, source)]);

    /// <summary>An answer of several problems.</summary>
    public static ApiAnswer Of(int status, IReadOnlyList<ApiProblem> problems) =>
        new(
            status,
            JsonText.Write(writer =>
            {
                writer.WriteStartArray();
                foreach (var problem in problems)
                {
                    writer.WriteStartObject();
                    writer.WriteString("$severity", "error");
                    writer.WriteString("$dataCode", problem.DataCode);
                    writer.WriteString("$message", problem.Message);
                    writer.WriteString("$source", problem.Source);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
            })
        );
}
