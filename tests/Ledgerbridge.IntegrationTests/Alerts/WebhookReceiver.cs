using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledgerbridge.IntegrationTests.Alerts;

/// <summary>A message as it arrived.</summary>
/// <param name="Id">The header that names it.</param>
/// <param name="Signature">The header that proves where it comes from.</param>
/// <param name="Text">The body, byte for byte.</param>
internal sealed record ReceivedMessage(string Id, string Signature, string Text)
{
    public JsonNode Body { get; } = JsonNode.Parse(Text)!;

    /// <summary>What it tells: type, and the alert's title.</summary>
    public string Words => $"{Body["type"]} {Body["alert"]?["title"]}";

    /// <summary>The moment it was signed, in seconds.</summary>
    public long SignedAt => long.Parse(Part("t"), null);

    /// <summary>
    /// Whether a receiver that knows this secret may believe it: one of the signatures is the secret's over the moment, a point and the
    /// body. As <c>docs/alerts.md</c> tells receivers to.
    /// </summary>
    public bool IsSignedWith(string secret)
    {
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{Part("t")}.{Text}"));
        return Signature
            .Split(',')
            .Where(static part => part.StartsWith("v1=", StringComparison.Ordinal))
            .Any(part => CryptographicOperations.FixedTimeEquals(Convert.FromHexString(part[3..]), expected));
    }

    private string Part(string name) =>
        Signature.Split(',').Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
}

/// <summary>A program that takes webhooks, refuses them, or lets the sender wait.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedMessage> _messages = new();
    private volatile TaskCompletionSource? _held;

    private WebhookReceiver(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/hook?key=in-the-address";

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>Where it sends its callers on to, with a redirect's status.</summary>
    public string? Location { get; set; }

    /// <summary>Everything that arrived, whatever was answered, in order.</summary>
    public IReadOnlyList<ReceivedMessage> Messages => [.. _messages];

    public static async Task<WebhookReceiver> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.MapPost("/hook", receiver.TakeAsync);
        await app.StartAsync(ct);
        return receiver;
    }

    /// <summary>From now on nobody is answered until the result is completed.</summary>
    public TaskCompletionSource Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        _messages.Enqueue(
            new ReceivedMessage(
                request.Headers["Ledgerbridge-Delivery"].ToString(),
                request.Headers["Ledgerbridge-Signature"].ToString(),
                text
            )
        );
        if (_held is { } held)
            await held.Task;
        if (Location is not null)
            request.HttpContext.Response.Headers.Location = Location;
        return Results.StatusCode(Status);
    }
}
