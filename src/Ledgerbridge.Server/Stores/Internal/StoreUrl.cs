using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>The address of a shop as a person types or pastes it.</summary>
internal static class StoreUrl
{
    private const string Field = "base_url";
    private const string FrontController = "/index.php";

    /// <summary>The field's own problem, wherever the address turns out to be wrong.</summary>
    public static Problem Wrong(string sentence) => Problem.Invalid(Field, sentence);

    /// <summary>
    /// The address in its one form: scheme and host in small letters, no trailing slash, nothing after the path. Without a scheme it is
    /// taken as https.
    /// </summary>
    public static Result<string> Normalise(string typed)
    {
        var text = typed.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
            text = $"https://{text}";
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.Host.Length == 0
        )
        {
            return Wrong("Enter the shop's address as its customers know it, such as https://shop.example.co.za.");
        }
        if (uri.UserInfo.Length > 0)
            return Wrong("Leave name and password out of the shop's address.");
        var path = uri.AbsolutePath.TrimEnd('/');
        if (path.EndsWith(FrontController, StringComparison.OrdinalIgnoreCase))
            path = path[..^FrontController.Length].TrimEnd('/');
        // Names of other scripts in the form that every header can carry.
        var host = uri.HostNameType == UriHostNameType.Dns ? uri.IdnHost.ToLowerInvariant() : uri.Host;
        return $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{path}";
    }
}
