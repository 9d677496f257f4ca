namespace Ledgerbridge.Server.Hosting;

/// <summary>Lets one other site show one answer in a frame. Every other answer stays out of all frames.</summary>
internal static class Framing
{
    private const string Key = "framed-by";

    /// <summary>Allows it for this answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">An address of the site; all of its origin may, and nothing else.</param>
    public static void Allow(HttpContext context, Uri address) => context.Items[Key] = address.GetLeftPart(UriPartial.Authority);

    /// <summary>The origin that may; null when none does.</summary>
    public static string? OriginOf(HttpContext context) => context.Items[Key] as string;
}
