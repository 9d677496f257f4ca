using System.Text.Json;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Control;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>The API itself: who is calling, for which business, may they, and what is the answer.</summary>
internal sealed class ApiFace(SandboxWorld world)
{
    /// <summary>
    /// Finds out who is calling and for which business. Returns the refusal, or null when the call may go on. This comes before routing: an
    /// unknown path with a bad token is a bad token.
    /// </summary>
    public ApiAnswer? Identify(ApiRequest request, IHeaderDictionary headers)
    {
        var authorization = headers.Authorization.ToString();
        if (authorization.Length == 0)
            return ApiProblems.NoToken;
        const string scheme = "Bearer ";
        if (!authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return ApiProblems.BadToken;
        if (world.Grants.Find(authorization[scheme.Length..].Trim()) is not { } access)
            return ApiProblems.BadToken;
        if (access.ExpiresAt <= world.Clock.Seconds)
            return ApiProblems.ExpiredToken;
        request.Access = access;
        request.Businesses = access.Person.Of(world.Businesses);
        if (Resources.Catalogue.Find(request.Name) is { OfBusiness: false })
            return null;
        var named = headers["X-Business"].ToString();
        request.Business = named.Length == 0 ? request.Businesses[0] : request.Businesses.FirstOrDefault(business => business.Id == named);
        if (request.Business is null)
            return Unknown();
        return request.Business.SubscriptionActive ? null : ApiProblems.NoSubscription;
    }

    /// <summary>Routes and does an identified call.</summary>
    public async Task<ApiAnswer> AnswerAsync(ApiRequest request, CancellationToken ct)
    {
        if (request.TooDeep || Resources.Catalogue.Find(request.Name) is not { } collection)
            return ApiProblems.NotFound;
        if (request.VerbOn(collection) is not { } verb || !collection.Offers(verb, request.Action))
            return ApiProblems.WrongVerb;
        if (!MayCall(request, collection, verb))
            return ApiProblems.NotAllowed;
        if (verb is not (Verb.List or Verb.Get))
            return await WriteAsync(request, collection, verb, ct);
        var answer = world.File.Read(db => ReadFrom(Scope(db, request), collection, request, verb, mayWrite: false));
        return answer.LeavesTrace
            ? await world.File.WriteAsync(db => ReadFrom(Scope(db, request), collection, request, verb, mayWrite: true), ct)
            : answer;
    }

    /// <summary>Makes a 500 that a fault answered stick to the call's idempotency id.</summary>
    public async Task RememberFailureAsync(ApiRequest request, ApiAnswer answer, CancellationToken ct)
    {
        if (
            request.Business is null
            || Resources.Catalogue.Find(request.Name) is not { IdempotencyNumber: > 0 } collection
            || !request.IsJson
        )
            return;
        using var json = Parse(request.Body);
        if (
            json is null
            || ApiRequest.Unwrap(json.RootElement, collection.Singular, new Violations()) is not { } sent
            || !TryIdempotency(sent, request, new Violations())
            || request.IdempotencyId is not { } id
        )
            return;
        await world.File.WriteAsync(
            db =>
            {
                new Idempotency(Scope(db, request)).Register(id, collection, answer);
                return true;
            },
            ct
        );
    }

    private async Task<ApiAnswer> WriteAsync(ApiRequest request, Collection collection, Verb verb, CancellationToken ct)
    {
        var takesBody = verb is Verb.Create or Verb.Update;
        if ((takesBody || (verb == Verb.Delete && !request.Body.IsEmpty)) && !request.IsJson)
            return ApiProblems.WrongMediaType;
        using var json = verb == Verb.Act || request.Body.IsEmpty ? null : Parse(request.Body);
        if (json is null && !request.Body.IsEmpty && verb != Verb.Act)
            return ApiProblems.Unreadable;
        var violations = new Violations();
        var sent = takesBody ? ApiRequest.Unwrap(json?.RootElement ?? default, collection.Singular, violations) : json?.RootElement;
        if (takesBody && sent is { } wrapped && collection.IdempotencyNumber > 0)
            TryIdempotency(wrapped, request, violations);
        if (violations.Any)
            return violations.Answer();
        var shelfTouched = false;
        var answer = await world.File.WriteAsync(
            db =>
            {
                var scope = Scope(db, request);
                var done = Once(scope, request, collection, () => Do(scope, request, collection, verb, sent));
                shelfTouched = scope.ShelfTouched;
                return done;
            },
            static done => done.Succeeded,
            ct
        );
        if (shelfTouched)
            world.Shelves.Forget();
        return answer;
    }

    /// <summary>
    /// Does the work unless the request's idempotency id was seen before. Writes take turns, so a second call with the same id waits for
    /// the first.
    /// </summary>
    private static ApiAnswer Once(Scope scope, ApiRequest request, Collection collection, Func<ApiAnswer> work)
    {
        if (request.IdempotencyId is not { } id)
            return work();
        var idempotency = new Idempotency(scope);
        if (idempotency.Recall(id, collection) is { } again)
        {
            request.Replayed = true;
            return again;
        }
        var answer = work();
        if (answer.Succeeded && request.RegistersIdempotency)
            idempotency.Register(id, collection, answer);
        return answer;
    }

    private static ApiAnswer Do(Scope scope, ApiRequest request, Collection collection, Verb verb, JsonElement? sent) =>
        verb switch
        {
            Verb.Create => collection.Create(scope, sent!.Value),
            Verb.Update => collection.Update(scope, request.Key ?? collection.Name, sent!.Value),
            Verb.Delete => collection.Delete(scope, request.Key!, sent),
            _ => collection.Act(scope, request.Key!, request.Action!),
        };

    private static ApiAnswer ReadFrom(Scope scope, Collection collection, ApiRequest request, Verb verb, bool mayWrite) =>
        verb == Verb.List ? collection.List(scope) : collection.Get(scope, request.Key ?? collection.Name, mayWrite);

    private Scope Scope(Sqlite db, ApiRequest request) =>
        new(db, request.Business ?? request.Businesses[0], world.Shelves, world.Ids, world.Settings, world.Clock.Seconds)
        {
            Query = request.Query,
            WantsPdf = request.WantsPdf,
            Person = request.Access!.Person,
            Businesses = request.Businesses,
        };

    private static bool MayCall(ApiRequest request, Collection collection, Verb verb)
    {
        if (request.Access!.ReadOnly && verb is not (Verb.List or Verb.Get))
            return false;
        return request.Business is null || request.Access.Person.Rights[request.Business.Id].Allow(collection.Area, verb);
    }

    private static bool TryIdempotency(JsonElement sent, ApiRequest request, Violations violations)
    {
        if (!sent.TryGetProperty("idempotency_id", out var id) || id.ValueKind == JsonValueKind.Null)
            return true;
        var text = id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
        if (text.Length != 32 || !text.All(char.IsAsciiHexDigit))
        {
            violations.Add("idempotency_id", "must be 32 hexadecimal characters");
            return false;
        }
        request.IdempotencyId = text;
        return true;
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return HasHalfCharacter(body.Span) ? null : JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a text has half of a surrogate pair: JSON allows to write it, but it is no text.</summary>
    private static bool HasHalfCharacter(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\\u"u8) < 0)
            return false;
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    _ = reader.GetString();
            }
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private ApiAnswer Unknown() =>
        world.Settings.UnknownBusiness switch
        {
            UnknownBusiness.Forbidden => ApiProblems.NotAllowed,
            UnknownBusiness.NotFound => ApiProblems.NotFound,
            _ => ApiProblems.AccessDenied,
        };
}
