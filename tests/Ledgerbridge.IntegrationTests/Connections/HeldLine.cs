using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ledgerbridge.IntegrationTests.Connections;

/// <summary>
/// A line to the token endpoint that never brings an answer back: it passes the question on and keeps the answer, or keeps both.
/// </summary>
internal sealed class HeldLine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HeldLine(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Completes once a question has come and, when it is passed on, was answered.</summary>
    public Task Held => _held.Task;

    /// <summary>Opens one.</summary>
    /// <param name="sage">Where questions are passed on to.</param>
    /// <param name="passesOn">False keeps the question too.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<HeldLine> StartAsync(Uri sage, bool passesOn, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var line = new HeldLine(builder.Build());
        line._app.Run(context => line.HoldAsync(context, passesOn ? sage : null));
        await line._app.StartAsync(ct);
        return line;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task HoldAsync(HttpContext context, Uri? sage)
    {
        if (sage is not null)
        {
            using var question = new StreamContent(context.Request.Body);
            question.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
            using var answer = await _http.PostAsync(new Uri(sage, context.Request.Path.Value), question, CancellationToken.None);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException($"Sage answered {answer.StatusCode}.");
        }
        _held.TrySetResult();
        var gone = new TaskCompletionSource();
        await using var _ = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
