using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Ledgerbridge.Sage.Auth;
using Polly;

namespace Ledgerbridge.Sage.Http;

/// <summary>One call to Sage's API before it is made.</summary>
/// <param name="Method">The verb; everything but GET counts as a write.</param>
/// <param name="Path">Path below the version root with its query, such as <c>/contacts?page=2</c>.</param>
internal sealed record SageCall(HttpMethod Method, string Path)
{
    /// <summary>The business it is for; null only for the two endpoints that have none.</summary>
    public string? BusinessId { get; init; }

    /// <summary>The JSON body, or null.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The media type asked for.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Who waits.</summary>
    public CallPriority Priority { get; init; }

    public bool IsWrite => Method != HttpMethod.Get;
}

/// <summary>
/// Makes calls: allowance, token, one renewal after a 401, deadline, size limit, error shapes, and the proof that the business that was
/// asked is the one that answered. It repeats reads (in <see cref="ReadRetry"/>) and never writes: whether a write may be sent again is
/// its owner's decision.
/// </summary>
internal sealed class SageTransport(HttpClient http, SageOptions options, CallBudget budget, IAccessTokenSource tokens, TimeProvider time)
{
    private const string AccountWide = "(account)";
    private const string BusinessHeader = "X-Business";
    private static readonly ActivitySource Activities = new("Ledgerbridge.Sage");

    // Made with the first read: books are opened for every preview and every write, and most of them read nothing.
    private ResiliencePipeline<SageAnswer<SageReply>>? _readRetry;

    public async Task<SageAnswer<T>> SendAsync<T>(SageCall call, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var answer = await SendAsync(call, ct);
        if (!answer.Succeeded(out var reply, out var failure))
            return failure;
        return call.IsWrite ? reply.ReadWritten(type) : reply.Read(type);
    }

    public async Task<SageAnswer<SageReply>> SendAsync(SageCall call, CancellationToken ct) =>
        call.IsWrite
            ? await SendWithinAllowanceAsync(call, ct)
            : await (_readRetry ??= ReadRetry.Pipeline(time)).ExecuteAsync(async token => await SendWithinAllowanceAsync(call, token), ct);

    private async Task<SageAnswer<SageReply>> SendWithinAllowanceAsync(SageCall call, CancellationToken ct)
    {
        TimeSpan? patience = call.Priority switch
        {
            CallPriority.Interactive => options.InteractivePatience,
            CallPriority.Posting => options.PostingPatience,
            CallPriority.Sync => options.SyncPatience,
            _ => null,
        };
        Secret? rejected = null;
        while (true)
        {
            var leave = await budget.EnterAsync(call.BusinessId ?? AccountWide, call.Priority, patience, ct);
            if (!leave.Succeeded(out var permit, out var spent))
                return spent;
            using (permit)
            {
                var token = await tokens.GetAsync(rejected, ct);
                if (!token.Succeeded(out var accessToken, out var refused))
                    return refused with { MayHaveHappened = false };
                var answer = await SendOnceAsync(call, accessToken, ct);
                // A 401 means that nothing was done, so even a write may go again, once, with a token that is not the refused one.
                if (answer.Succeeded(out _, out var failure) || failure.Kind != SageFailureKind.NotSignedIn || rejected is not null)
                    return answer;
                rejected = accessToken;
            }
        }
    }

    private async Task<SageAnswer<SageReply>> SendOnceAsync(SageCall call, Secret accessToken, CancellationToken ct)
    {
        using var activity = Activities.StartActivity($"Sage {call.Method} {RouteOf(call.Path)}", ActivityKind.Client);
        // A write that has begun is never cut short by the caller: half an answer is worse than a late one.
        using var deadline = new CancellationTokenSource(call.IsWrite ? options.WriteTimeout : options.ReadTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, call.IsWrite ? CancellationToken.None : ct);
        ct.ThrowIfCancellationRequested();
        using var request = Request(call, accessToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return await SageNetwork.ReadBoundedAsync(response, options.AnswerBytesMax, both.Token) is { } body
                ? Judge(call, response, body)
                : Unreadable(call, response, "Sage's answer is larger than allowed.");
        }
        catch (OperationCanceledException failure) when (SageNetwork.NotConnectedInTime(failure))
        {
            return new SageFailure(SageFailureKind.Unreachable, "Sage could not be reached in time. Nothing was sent.");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new SageFailure(SageFailureKind.TimedOut, "Sage did not answer in time.") { MayHaveHappened = call.IsWrite };
        }
        catch (HttpRequestException failure)
        {
            return new SageFailure(
                SageFailureKind.Unreachable,
                "Sage could not be reached, or the connection broke before its answer came."
            )
            {
                MayHaveHappened = call.IsWrite && !SageNetwork.NeverConnected(failure),
            };
        }
        catch (InvalidDataException)
        {
            return new SageFailure(SageFailureKind.Unreadable, "Sage's answer could not be unpacked.") { MayHaveHappened = call.IsWrite };
        }
        catch (IOException)
        {
            return new SageFailure(SageFailureKind.Unreachable, "The connection broke in the middle of Sage's answer.")
            {
                MayHaveHappened = call.IsWrite,
            };
        }
    }

    private HttpRequestMessage Request(SageCall call, Secret accessToken)
    {
        var request = new HttpRequestMessage(call.Method, options.ApiUrl.OriginalString.TrimEnd('/') + call.Path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken.Reveal());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(call.Accept));
        if (call.BusinessId is { } business)
            request.Headers.Add(BusinessHeader, business);
        if (call.IsWrite)
        {
            // Even a write without a body has content, if an empty one: a request without any is sent again by the framework itself when
            // a kept connection turns out to be closed, and nobody would learn that it went twice.
            request.Content = new ByteArrayContent(call.Body ?? []);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        return request;
    }

    private SageAnswer<SageReply> Judge(SageCall call, HttpResponseMessage response, byte[] body)
    {
        var requestId = RequestIdOf(response);
        if (!response.IsSuccessStatusCode)
            return SageErrors.Read(response.StatusCode, body, requestId, RetryAfter(response, time.GetUtcNow()), call.IsWrite);
        var answeredFor = Header(response, BusinessHeader);
        if (call.BusinessId is { } asked && answeredFor is not null && answeredFor != asked)
            return Unreadable(call, response, "Sage answered for another business than the one that was asked.");
        return new SageReply(response.StatusCode, body, requestId);
    }

    private static SageFailure Unreadable(SageCall call, HttpResponseMessage response, string sentence) =>
        new(SageFailureKind.Unreadable, sentence)
        {
            Status = (int)response.StatusCode,
            RequestId = RequestIdOf(response),
            MayHaveHappened = call.IsWrite,
        };

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
            _ => null,
        };

    private static string? RequestIdOf(HttpResponseMessage response) =>
        Header(response, "x_request_id") ?? Header(response, "X-Request-Id");

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>The first segment only: ids and search words do not belong into traces.</summary>
    private static string RouteOf(string path) => $"/{path.Split('/', '?')[1]}";
}
