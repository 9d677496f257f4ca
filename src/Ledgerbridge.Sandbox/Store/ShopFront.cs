using System.Globalization;
using System.Text;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Pages;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>The way of every request to the shop: faults, then the face that answers it.</summary>
internal sealed class ShopFront(ShopWorld world)
{
    private const string Routes = "/V1/byte8/";
    private const int BodyMax = 10 * 1024 * 1024;
    private const int ChunkBytes = 64 * 1024;
    private readonly ShopRest _rest = new(world);
    private readonly ShopControl _control = new(world);
    private readonly ShopPage _page = new(world);

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        try
        {
            if (path.StartsWith("/_store", StringComparison.Ordinal))
                await SendAsync(http, await _control.AnswerAsync(http.Request, path, http.RequestAborted));
            else if (path == "/" && HttpMethods.IsGet(http.Request.Method))
                await SendAsync(http, _page.Show(http.Request.Query));
            else if (path.StartsWith("/actions/", StringComparison.Ordinal) && HttpMethods.IsPost(http.Request.Method))
                await SendAsync(http, _page.Act(path["/actions/".Length..]));
            else
                await HandleRouteAsync(http, RouteOf(path));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            world.Options.OnFailure?.Invoke($"{http.Request.Method} {path} failed: {failure}");
            if (!http.Response.HasStarted)
                await SendAsync(http, ShopRest.Error(500, "Internal Error. Details are available in Magento log file."));
        }
    }

    /// <summary>The route below the extension's root; null when the address is none of it.</summary>
    private string? RouteOf(string path)
    {
        var at = path.IndexOf(Routes, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var root = path[..at].Trim('/').Split('/');
        var isPlain = root[0] == "rest";
        // A store view's code may stand after "rest".
        return (isPlain && world.Settings.Rewrites && root.Length <= 2) || (root is ["index.php", "rest", ..] && root.Length <= 3)
            ? path[(at + Routes.Length)..]
            : null;
    }

    private async Task HandleRouteAsync(HttpContext http, string? route)
    {
        if (route is null)
        {
            await SendAsync(http, NoSuchPage());
            return;
        }
        if (world.Settings.Maintenance)
        {
            await SendAsync(http, Page(503, "Service Temporarily Unavailable"));
            return;
        }
        var body = await ReadAsync(http.Request, http.RequestAborted);
        var fault = world.Faults.Pick(route);
        if (fault is null)
            await SendAsync(http, _rest.Answer(http.Request, route, body));
        else
            await FailAsync(http, fault, route, body);
    }

    private async Task FailAsync(HttpContext http, ShopFault fault, string route, string body)
    {
        switch (fault.Kind)
        {
            case ShopFaultKind.Status:
                await SendAsync(http, ShopRest.Error(fault.Status, Words(fault.Status)));
                break;
            case ShopFaultKind.Html:
                await SendAsync(http, Page(fault.Status, "Blocked by the firewall"));
                break;
            case ShopFaultKind.Garbage:
                await SendAsync(http, new ApiAnswer(200, "<!-- cached -->{\"magento_id\":"u8.ToArray()));
                break;
            case ShopFaultKind.Huge:
                await FloodAsync(http, fault.Bytes);
                break;
            case ShopFaultKind.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), TimeProvider.System, http.RequestAborted);
                await SendAsync(http, _rest.Answer(http.Request, route, body));
                break;
            case ShopFaultKind.Lost:
                _rest.Answer(http.Request, route, body);
                http.Abort();
                break;
            case ShopFaultKind.Redirect:
                await SendAsync(http, new ApiAnswer(301, ReadOnlyMemory<byte>.Empty) { Location = fault.Location });
                break;
            case ShopFaultKind.Silence:
                http.Response.StatusCode = 200;
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
                break;
            default:
                http.Abort();
                break;
        }
    }

    private static string Words(int status) =>
        status switch
        {
            401 => ShopRest.NotAuthorized,
            404 => "The entity that was requested doesn't exist. Verify the entity and try again.",
            _ => "Internal Error. Details are available in Magento log file. Report ID: webapi-0123456789",
        };

    private ApiAnswer NoSuchPage() =>
        world.Settings.Rewrites ? ShopRest.Error(404, "Request does not match any route.") : Page(404, "404 Not Found");

    private static ApiAnswer Page(int status, string heading) =>
        new(
            status,
            Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>{heading}</title></head><body><h1>{heading}</h1></body></html>")
        )
        {
            ContentType = Html.MediaType,
        };

    private static async Task FloodAsync(HttpContext http, long bytes)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        var chunk = new byte[ChunkBytes];
        Array.Fill(chunk, (byte)' ');
        for (var sent = 0L; sent < bytes && !http.RequestAborted.IsCancellationRequested; sent += chunk.Length)
            await http.Response.Body.WriteAsync(chunk, http.RequestAborted);
    }

    private async Task SendAsync(HttpContext http, ApiAnswer answer)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        // A ledger measures the shop's clock by it, so it is the shop's and not this machine's.
        response.Headers.Date = world.Now.ToString("r", CultureInfo.InvariantCulture);
        if (answer.Location is { } location)
            response.Headers.Location = location;
        if (answer.ContentType == Html.MediaType)
            Html.Protect(response.Headers);
        if (answer.Body.IsEmpty)
            return;
        response.ContentType = answer.ContentType == "application/json" ? "application/json; charset=utf-8" : answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    private static async Task<string> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(ct);
        return text.Length <= BodyMax ? text : "";
    }
}
