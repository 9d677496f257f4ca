using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Faults;
using Ledgerbridge.Sandbox.OAuth;

namespace Ledgerbridge.Sandbox.Control;

/// <summary>
/// The control API under <c>/_sandbox</c>: everything a test or a person does to the sandbox that a client of Sage could not.
/// </summary>
internal sealed class ControlFace(SandboxWorld world)
{
    /// <summary>Grows when a caller of an older protocol would break.</summary>
    public const int Protocol = 1;

    private static readonly JsonSerializerOptions Strict = new(JsonText.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly ControlBooks _books = new(world);

    /// <summary>Answers one control request.</summary>
    public async Task<ApiAnswer> AnswerAsync(HttpRequest request, string path, CancellationToken ct)
    {
        var words = path.TrimEnd('/').Split('/')[2..];
        try
        {
            return await RouteAsync(request, words, ct);
        }
        catch (ControlException refused)
        {
            return Json(refused.Status, new { error = refused.Message });
        }
        catch (ArgumentException refused)
        {
            return Json(400, new { error = refused.Message });
        }
    }

    /// <summary>An answer of JSON.</summary>
    public static ApiAnswer Json(int status, object body) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), JsonText.Options));

    /// <summary>Reads and validates a request's body.</summary>
    public static async Task<T> BodyAsync<T>(HttpRequest request, CancellationToken ct)
        where T : class
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, ct);
            return Valid(body ?? throw new ControlException(400, "The body is empty."));
        }
        catch (JsonException wrong)
        {
            throw new ControlException(400, $"The body cannot be read: {wrong.Message}");
        }
    }

    private Task<ApiAnswer> RouteAsync(HttpRequest request, string[] words, CancellationToken ct) =>
        (request.Method, words) switch
        {
            ("GET", []) => Task.FromResult(Handshake()),
            ("POST", ["reset"]) => ResetAsync(request, ct),
            ("GET", ["clock"]) => Task.FromResult(Clock()),
            ("PUT", ["clock"]) => SetClockAsync(request, ct),
            ("POST", ["clock", "advance"]) => AdvanceClockAsync(request, ct),
            ("GET", ["faults"]) => Task.FromResult(Json(200, new { faults = world.Faults.All })),
            ("POST", ["faults"]) => AddFaultAsync(request, ct),
            ("DELETE", ["faults"]) => Task.FromResult(ClearFaults()),
            ("DELETE", ["faults", var id]) => Task.FromResult(RemoveFault(id)),
            ("GET", ["settings"]) => Task.FromResult(Json(200, world.Settings)),
            ("PUT", ["settings"]) => ChangeSettingsAsync(request, ct),
            ("GET", ["clients"]) => Task.FromResult(ListClients()),
            ("PUT", ["clients"]) => SaveClientAsync(request, ct),
            ("GET", ["requests"]) => Task.FromResult(Requests(new ApiQuery(request.Query))),
            ("DELETE", ["requests"]) => Task.FromResult(ClearRequests()),
            ("GET", ["limits"]) => Task.FromResult(Json(200, new { businesses = world.Limiter.All(world.Clock.Seconds) })),
            ("GET", ["tokens"]) => Task.FromResult(Tokens()),
            ("POST", ["tokens"]) => IssueTokensAsync(request, ct),
            ("POST", ["tokens", "expire"]) => DoneAsync(world.Grants.ExpireAllAsync(ct)),
            ("POST", ["tokens", "revoke"]) => DoneAsync(world.Grants.RevokeAllAsync(ct)),
            (_, ["businesses", ..]) => _books.AnswerAsync(request, words[1..], ct),
            _ => throw new ControlException(404, $"There is no {request.Method} /_sandbox/{string.Join('/', words)}."),
        };

    private ApiAnswer Handshake() =>
        Json(
            200,
            new
            {
                name = "ledgerbridge-sandbox",
                version = typeof(ControlFace).Assembly.GetName().Version?.ToString(3),
                protocol = Protocol,
                api = "v3.1",
                profile = world.Profile,
                now = SandboxClock.Text(world.Clock.Seconds),
                resources = Resources.Catalogue.Names,
            }
        );

    private async Task<ApiAnswer> ResetAsync(HttpRequest request, CancellationToken ct)
    {
        await world.ResetAsync((await BodyAsync<ResetRequest>(request, ct)).Profile, ct);
        return Handshake();
    }

    private ApiAnswer Clock() =>
        Json(200, new { now = SandboxClock.Text(world.Clock.Seconds), offset_seconds = (long)world.Clock.Offset.TotalSeconds });

    private async Task<ApiAnswer> SetClockAsync(HttpRequest request, CancellationToken ct)
    {
        var body = await BodyAsync<ClockRequest>(request, ct);
        return await MoveClockAsync(body.Now - world.Clock.Now, ct);
    }

    private async Task<ApiAnswer> AdvanceClockAsync(HttpRequest request, CancellationToken ct)
    {
        var body = await BodyAsync<AdvanceRequest>(request, ct);
        return await MoveClockAsync(TimeSpan.FromSeconds(body.Seconds), ct);
    }

    private async Task<ApiAnswer> MoveClockAsync(TimeSpan by, CancellationToken ct)
    {
        if (world.Clock.Now.Year + (by.TotalDays / 365) is < 1971 or > 2900)
            throw new ControlException(400, "The clock can be between the years 1971 and 2900.");
        await world.MoveClockAsync(clock => clock.Offset + by, ct);
        return Clock();
    }

    private async Task<ApiAnswer> AddFaultAsync(HttpRequest request, CancellationToken ct) =>
        Json(201, world.Faults.Add(await BodyAsync<Fault>(request, ct)));

    private ApiAnswer ClearFaults()
    {
        world.Faults.Clear();
        return ApiAnswer.NoContent;
    }

    private ApiAnswer RemoveFault(string id) =>
        int.TryParse(id, out var number) && world.Faults.Remove(number)
            ? ApiAnswer.NoContent
            : throw new ControlException(404, $"There is no fault {id}.");

    private async Task<ApiAnswer> ChangeSettingsAsync(HttpRequest request, CancellationToken ct)
    {
        var sent = await BodyAsync<JsonObject>(request, ct);
        var merged = JsonSerializer.SerializeToNode(world.Settings, JsonText.Options)!.AsObject();
        Merge(merged, sent);
        SandboxSettings settings;
        try
        {
            settings = merged.Deserialize<SandboxSettings>(Strict)!;
        }
        catch (JsonException wrong)
        {
            throw new ControlException(400, $"The settings cannot be read: {wrong.Message}");
        }
        Valid(settings.RateLimits);
        await world.SaveSettingsAsync(Valid(settings), ct);
        return Json(200, world.Settings);
    }

    private ApiAnswer ListClients() =>
        Json(
            200,
            new
            {
                clients = world
                    .File.Read(Clients.All)
                    .Select(static client => new
                    {
                        client.Id,
                        client.Name,
                        client.RedirectUris,
                    }),
            }
        );

    private async Task<ApiAnswer> SaveClientAsync(HttpRequest request, CancellationToken ct)
    {
        var sent = await BodyAsync<ClientRequest>(request, ct);
        var client = await world.File.WriteAsync(
            db =>
            {
                var present = Clients.Find(db, sent.Id) ?? new Client(sent.Id, SandboxSeed.ClientSecret, sent.Id, []);
                var saved = present with
                {
                    Secret = sent.Secret ?? present.Secret,
                    Name = sent.Name ?? present.Name,
                    RedirectUris = sent.RedirectUris,
                };
                Clients.Save(db, saved);
                return saved;
            },
            ct
        );
        return Json(
            200,
            new
            {
                client.Id,
                client.Name,
                client.RedirectUris,
            }
        );
    }

    private ApiAnswer Requests(ApiQuery query)
    {
        var (method, path) = (query.Text("method"), query.Text("path"));
        var matching = world
            .Log.Records.Where(record =>
                (method is null || record.Method == method) && (path is null || FaultBoard.Fits(path, record.Path))
            )
            .ToList();
        var limit = Math.Clamp(query.Whole("limit", 100), 0, 100_000);
        return Json(200, new { counts = world.Log.Counts, requests = matching.TakeLast(limit) });
    }

    private ApiAnswer ClearRequests()
    {
        world.Log.Clear();
        return ApiAnswer.NoContent;
    }

    private ApiAnswer Tokens()
    {
        var (grants, refreshes) = world.Grants.Totals();
        return Json(
            200,
            new
            {
                grants,
                refreshes,
                items = world.Grants.All(),
            }
        );
    }

    private async Task<ApiAnswer> IssueTokensAsync(HttpRequest request, CancellationToken ct)
    {
        var sent = await BodyAsync<TokenRequest>(request, ct);
        var person =
            People.Find(sent.Person ?? SandboxSeed.OwnerId) ?? throw new ControlException(404, $"There is no person {sent.Person}.");
        var client = sent.Client ?? SandboxSeed.ClientId;
        if (world.File.Read(db => Clients.Find(db, client)) is null)
            throw new ControlException(404, $"There is no client {client}.");
        if (sent.Scope is not ("full_access" or "readonly"))
            throw new ControlException(400, "scope must be full_access or readonly.");
        var code = new CodeGrant
        {
            Client = client,
            PersonId = person.Id,
            RedirectUri = "",
            Scope = sent.Scope,
            Country = person.Of(world.Businesses)[0].Country,
        };
        return Json(201, await world.Grants.OpenAsync(code, ct));
    }

    private static async Task<ApiAnswer> DoneAsync(Task work)
    {
        await work;
        return ApiAnswer.NoContent;
    }

    private static T Valid<T>(T body)
        where T : class
    {
        var wrong = new List<ValidationResult>();
        return Validator.TryValidateObject(body, new ValidationContext(body), wrong, validateAllProperties: true)
            ? body
            : throw new ControlException(400, string.Join(' ', wrong.Select(static one => one.ErrorMessage)));
    }

    private static void Merge(JsonObject into, JsonObject sent)
    {
        foreach (var (key, value) in sent)
        {
            if (value is JsonObject inner && into[key] is JsonObject present)
                Merge(present, inner);
            else
                into[key] = value?.DeepClone();
        }
    }
}

/// <summary>A control request that cannot be done, with the sentence to answer.</summary>
internal sealed class ControlException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;
}
