using System.Net;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>The rules of addresses among the options; all that is wrong is told at once, each by its name.</summary>
internal sealed class HostingOptionsCheck : IValidateOptions<HostingOptions>
{
    public ValidateOptionsResult Validate(string? name, HostingOptions options)
    {
        var wrong = new List<string>();
        if (options.PublicUrl is { } url && !(IsWeb(url) && url.PathAndQuery == "/"))
            wrong.Add($"{HostingOptions.Section}:PublicUrl must be an address without a path, such as https://books.example.co.za.");
        if (options.TelemetryEndpoint is { } endpoint && !IsWeb(endpoint))
            wrong.Add($"{HostingOptions.Section}:TelemetryEndpoint must be an address, such as http://collector:4318.");
        for (var i = 0; i < options.AllowedOrigins.Count; i++)
        {
            if (!IsOrigin(options.AllowedOrigins[i]))
                wrong.Add($"{HostingOptions.Section}:AllowedOrigins:{i} must be scheme and host, such as https://reports.example.co.za.");
        }
        for (var i = 0; i < options.TrustedProxies.Count; i++)
        {
            if (!IPAddress.TryParse(options.TrustedProxies[i], out _))
                wrong.Add($"{HostingOptions.Section}:TrustedProxies:{i} must be a network address, such as 10.0.0.5.");
        }
        return wrong.Count > 0 ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsWeb(uri) && uri.GetLeftPart(UriPartial.Authority) == text;

    private static bool IsWeb(Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
