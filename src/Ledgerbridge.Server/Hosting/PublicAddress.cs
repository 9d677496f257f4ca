using System.ComponentModel.DataAnnotations;
using System.Net;
using Ledgerbridge.Kernel;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Hosting;

/// <summary>
/// How the world reaches this server. Links and the OAuth callback are made from it. Without a setting the address the browser used is
/// taken, but only on this machine: elsewhere a Host header proves nothing.
/// </summary>
internal sealed class PublicAddress(IOptions<HostingOptions> options)
{
    /// <summary>
    /// The address, without a path; or the problem that it is not known, because it is not set and the request did not come from this
    /// machine.
    /// </summary>
    public Result<Uri> Of(HttpRequest request)
    {
        if (options.Value.PublicUrl is { } configured)
            return configured;
        var host = request.Host.Host;
        return host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))
            ? new Uri($"{request.Scheme}://{request.Host}/")
            : new Problem(
                ProblemCode.Conflict,
                $"This server does not know the address people use for it. Whoever runs it has to set {HostingOptions.Section}:PublicUrl, "
                    + "such as https://books.example.co.za. Nothing was changed."
            );
    }
}

/// <summary>The web face of the server. Section <c>Ledgerbridge:Hosting</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ledgerbridge:Hosting";

    /// <summary>
    /// The address people use, such as <c>https://books.example.co.za</c>. May be left out while the server is only used from its own
    /// machine.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Requests a minute for one person or key, on average. Default 60; 0 for no limit.</summary>
    [Range(0, 1_000_000, ErrorMessage = "Ledgerbridge:Hosting:RequestsPerMinute must be 0 to 1000000.")]
    public int RequestsPerMinute { get; set; } = 60;

    /// <summary>
    /// Requests that may come at once after a pause, before <see cref="RequestsPerMinute"/> holds them back. Default 240: a few screens.
    /// </summary>
    [Range(1, 1_000_000, ErrorMessage = "Ledgerbridge:Hosting:RequestBurst must be 1 to 1000000.")]
    public int RequestBurst { get; set; } = 240;

    /// <summary>
    /// Other sites whose pages may call the API from a browser, such as <c>https://reports.example.co.za</c>. None by default.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Addresses of reverse proxies whose X-Forwarded headers are believed. None by default but this machine.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>Where traces and metrics are sent (OTLP over HTTP), such as <c>http://collector:4318</c>. None by default.</summary>
    public Uri? TelemetryEndpoint { get; set; }

    /// <summary>The largest request body, in bytes. Default 1 MiB.</summary>
    [Range(1024, 104_857_600, ErrorMessage = "Ledgerbridge:Hosting:RequestBytesMax must be 1024 to 104857600.")]
    public int RequestBytesMax { get; set; } = 1024 * 1024;
}
