using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Control;
using Ledgerbridge.Sandbox.Faults;
using Ledgerbridge.Sandbox.OAuth;
using Ledgerbridge.Sandbox.Pages;

namespace Ledgerbridge.Sandbox;

/// <summary>The way of every request: faults and limits, then the face that answers it, then the log.</summary>
internal sealed class Front
{
    private const int BodyMax = 10 * 1024 * 1024;
    private readonly SandboxWorld _world;
    private readonly ApiFace _api;
    private readonly TokenFace _tokens;
    private readonly AuthorizeFace _authorize;
    private readonly ControlFace _control;
    private readonly BooksPage _page;

    public Front(SandboxWorld world)
    {
        _world = world;
        _api = new ApiFace(world);
        _tokens = new TokenFace(world);
        _authorize = new AuthorizeFace(world);
        _control = new ControlFace(world);
        _page = new BooksPage(world);
    }

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var requestId = new Guid(RandomNumberGenerator.GetBytes(16)).ToString();
        http.Response.Headers["x_request_id"] = requestId;
        if (path.StartsWith("/_sandbox", StringComparison.Ordinal))
            await SendAsync(http, await _control.AnswerAsync(http.Request, path, http.RequestAborted));
        else if (path == "/")
            await SendAsync(http, _page.Show(http.Request.Query));
        else
            await HandleSageAsync(http, path, requestId);
    }

    private async Task HandleSageAsync(HttpContext http, string path, string requestId)
    {
        // Only reading the request depends on the caller: Sage finishes what it has begun, whether or not somebody still waits for it.
        var ct = _world.Stopping;
        var call = new Call(http, path) { At = _world.Clock.Seconds };
        if (call.Segments is { } segments)
        {
            if (await ReadBodyAsync(http.Request, http.RequestAborted) is not { } body)
            {
                await FinishAsync(http, call, ApiProblems.BodyTooLarge, null, requestId);
                return;
            }
            call.Api = new ApiRequest(http.Request, segments) { Body = body };
            call.Refusal = _api.Identify(call.Api, http.Request.Headers);
        }
        if (call.Api is null || call.Refusal is not null)
        {
            await WorkAsync(http, call, requestId, ct);
            return;
        }
        var business = call.Api.Business?.Id ?? "";
        var limits = _world.Settings.RateLimits;
        if (_world.Limiter.Enter(business, limits, call.At) is { } wait)
        {
            await FinishAsync(
                http,
                call,
                ApiProblems.TooMany with
                {
                    RetryAfterSeconds = limits.RetryAfter ? wait : null,
                },
                null,
                requestId
            );
            return;
        }
        try
        {
            await WorkAsync(http, call, requestId, ct);
        }
        finally
        {
            _world.Limiter.Leave(business);
        }
    }

    private async Task WorkAsync(HttpContext http, Call call, string requestId, CancellationToken ct)
    {
        if (_world.Settings.LatencyMs is > 0 and var latency)
            await Task.Delay(TimeSpan.FromMilliseconds(latency), TimeProvider.System, ct);
        var business = call.Api?.Business?.Id ?? http.Request.Headers["X-Business"].ToString();
        var fault = _world.Faults.Pick(http.Request.Method, call.Path, business);
        ApiAnswer? answer;
        try
        {
            answer = await WithFaultAsync(http, call, fault, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _world.Options.OnFailure?.Invoke($"{http.Request.Method} {call.Path} ({requestId}) failed: {failure}");
            answer = ApiProblems.Unexpected;
        }
        await FinishAsync(http, call, answer, fault, requestId);
    }

    /// <summary>The answer under a fault; null cuts the connection.</summary>
    private async Task<ApiAnswer?> WithFaultAsync(HttpContext http, Call call, Fault? fault, CancellationToken ct)
    {
        switch (fault?.Kind)
        {
            case null:
                return await AnswerAsync(http, call, ct);
            case FaultKind.Cut:
                return null;
            case FaultKind.Before or FaultKind.Instead:
                return await FailAsync(call, fault, ct);
            case FaultKind.Slow:
                var time = fault.Clock == DelayClock.Injected ? _world.Options.Time : TimeProvider.System;
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, ct);
                return await AnswerAsync(http, call, ct);
            case FaultKind.CreatedBut500:
                if (call.Api is not null)
                    call.Api.RegistersIdempotency = fault.RegisterIdempotency;
                await AnswerAsync(http, call, ct);
                return FaultAnswers.Of(fault, 500);
            default:
                await AnswerAsync(http, call, ct);
                return fault.Status is null && fault.Body is null && !fault.Malformed ? null : FaultAnswers.Of(fault, 200);
        }
    }

    private async Task<ApiAnswer> FailAsync(Call call, Fault fault, CancellationToken ct)
    {
        var answer = FaultAnswers.Of(fault, fault.Malformed ? 200 : 503);
        if (answer.Status == 500 && _world.Settings.IdempotencyReplaysErrors && call.Api is { } request)
            await _api.RememberFailureAsync(request, answer, ct);
        return answer;
    }

    private async Task<ApiAnswer> AnswerAsync(HttpContext http, Call call, CancellationToken ct)
    {
        if (call.Api is not { } request)
            return await OAuthAsync(http.Request, call.Path, ct);
        return call.Refusal ?? await _api.AnswerAsync(request, ct);
    }

    private async Task<ApiAnswer> OAuthAsync(HttpRequest request, string path, CancellationToken ct) =>
        (path, request.Method) switch
        {
            ("/oauth2/auth/central", "GET") => _authorize.Show(request.Query),
            ("/oauth2/auth/central", "POST") => await _authorize.DecideAsync(request, ct),
            ("/token", "POST") => await _tokens.TokenAsync(request, ct),
            ("/revoke", "POST") => await _tokens.RevokeAsync(request, ct),
            ("/oauth2/auth/central" or "/token" or "/revoke", _) => ApiProblems.WrongVerb,
            _ => ApiProblems.NotFound,
        };

    private async Task FinishAsync(HttpContext http, Call call, ApiAnswer? answer, Fault? fault, string requestId)
    {
        var keepsBodies = _world.Settings.LogBodies && call.Api is not null;
        _world.Log.Add(
            new RequestRecord
            {
                At = SandboxClock.Text(call.At),
                Method = http.Request.Method,
                Path = call.Path,
                Query = call.Api is null ? "" : http.Request.QueryString.Value ?? "",
                Business = call.Api?.Business?.Id,
                Status = answer?.Status,
                RequestId = requestId,
                Fault = fault?.Id,
                IdempotencyId = call.Api?.IdempotencyId,
                Replayed = call.Api?.Replayed ?? false,
                Body = keepsBodies ? Encoding.UTF8.GetString(call.Api!.Body.Span) : null,
                Answer = keepsBodies && answer?.ContentType == "application/json" ? Encoding.UTF8.GetString(answer.Body.Span) : null,
            },
            _world.Settings.RequestsKept
        );
        if (answer is null)
        {
            http.Abort();
            return;
        }
        if (call.Api?.Business is { } business)
            http.Response.Headers["X-Business"] = business.Id;
        await SendAsync(http, answer);
    }

    private static async Task SendAsync(HttpContext http, ApiAnswer answer)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        if (answer.Location is { } location)
            response.Headers.Location = location;
        if (answer.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (answer.ContentType == Html.MediaType)
            Html.Protect(response.Headers);
        using var rented = answer.Rented;
        if (answer.Body.IsEmpty)
            return;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
            return ReadOnlyMemory<byte>.Empty;
        if (request.ContentLength is { } length)
        {
            if (length > BodyMax)
                return null;
            var exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, ct);
            return exact;
        }
        using var all = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await request.Body.ReadAsync(part, ct) is var read and > 0)
        {
            if (all.Length + read > BodyMax)
                return null;
            all.Write(part, 0, read);
        }
        return all.ToArray();
    }

    /// <summary>One call to what plays Sage, on its way through.</summary>
    private sealed class Call(HttpContext http, string path)
    {
        private const string Version = "/v3.1/";

        public string Path { get; } = path;

        /// <summary>When it came, in seconds since 1970 by the sandbox's clock.</summary>
        public long At { get; init; }

        /// <summary>The words of the path after the version; null when it is no call to the API.</summary>
        public string[]? Segments { get; } =
            path.StartsWith(Version, StringComparison.Ordinal) ? http.Request.Path.Value![Version.Length..].Split('/') : null;

        public ApiRequest? Api { get; set; }

        public ApiAnswer? Refusal { get; set; }
    }
}
