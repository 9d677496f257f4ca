using Ledgerbridge.Sandbox.Api;

namespace Ledgerbridge.Sandbox.Books;

/// <summary>
/// Remembers what an <c>idempotency_id</c> led to. A replay answers with the document as it is now; an error that stuck is answered word
/// for word. Ids belong to a business.
/// </summary>
internal sealed class Idempotency(Scope scope)
{
    private const long Day = 86_400;

    /// <summary>The answer to repeat, a refusal, or null when the id is new (or older than it is remembered).</summary>
    public ApiAnswer? Recall(string id, Collection collection)
    {
        int resource;
        int status;
        string? document;
        byte[]? body;
        using (
            var row = scope
                .Db.Use("select resource, status, document, body from idempotency where business=? and id=? and at > ?")
                .With(scope.Business.Number)
                .With(id)
                .With(Oldest)
        )
        {
            if (!row.Step())
                return null;
            (resource, status, document) = ((int)row.Long(0), (int)row.Long(1), row.MaybeText(2));
            body = row.IsNull(3) ? null : row.Bytes(3).ToArray();
        }
        if (resource != collection.IdempotencyNumber)
            return ApiProblems.IdempotencyMismatch;
        if (body is not null)
            return new ApiAnswer(status, body);
        var type = Resources.Catalogue.TypeOf(resource);
        return scope.Documents.FindAny(type, document!) is { } found ? new ApiAnswer(status, found.Json) : ApiProblems.NotFound;
    }

    /// <summary>Remembers what the id led to.</summary>
    public void Register(string id, Collection collection, ApiAnswer answer)
    {
        scope.Db.Use("delete from idempotency where business=? and id=?").With(scope.Business.Number).With(id).Run();
        using var row = scope.Db.Use("insert into idempotency (business, id, resource, status, document, body, at) values (?,?,?,?,?,?,?)");
        row.With(scope.Business.Number).With(id).With(collection.IdempotencyNumber).With(answer.Status).With(answer.DocumentId);
        (answer.DocumentId is null ? row.WithUtf8(answer.Body.Span) : row.With((string?)null)).With(scope.Now).Step();
    }

    private long Oldest => scope.Now - (scope.Settings.IdempotencyDays * Day);
}
