namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>
/// Answers to a shop. It gives an event up for good on every 4xx and shows the merchant the text as it is, so each of those is one line
/// for people; whatever may pass is 503, which the shop tries again for days.
/// </summary>
internal static class WireAnswers
{
    /// <summary>There never was such a tenant.</summary>
    public static IResult UnknownTenant { get; } =
        Line(StatusCodes.Status404NotFound, "This Ledgerbridge does not know this shop. Pair it with a code from this admin.");

    /// <summary>The request is not the shop's.</summary>
    public static IResult NotSigned { get; } =
        Line(StatusCodes.Status401Unauthorized, "The token was not made with this shop's key. Pair the shop with Ledgerbridge again.");

    /// <summary>The token was used before.</summary>
    public static IResult UsedToken { get; } = Line(StatusCodes.Status401Unauthorized, "This token was used before.");

    /// <summary>It was disconnected; paired again it is heard again.</summary>
    public static IResult Disconnected { get; } =
        Line(StatusCodes.Status503ServiceUnavailable, "This shop is disconnected from Ledgerbridge. Pair it again and this is sent again.");

    /// <summary>Something on our side stands in the way for now.</summary>
    public static IResult Later { get; } =
        Line(StatusCodes.Status503ServiceUnavailable, "Ledgerbridge cannot take this just now. It is sent again by itself.");

    /// <summary>Nothing of that number was ever told.</summary>
    public static IResult NoRun { get; } =
        Line(StatusCodes.Status404NotFound, "Ledgerbridge has not been told of anything with this number.");

    /// <summary>A token whose content is wrong.</summary>
    public static IResult Refused(string sentence) => Line(StatusCodes.Status401Unauthorized, sentence);

    /// <summary>Something that can never be worked on.</summary>
    public static IResult Unusable(string sentence) => Line(StatusCodes.Status422UnprocessableEntity, sentence);

    private static IResult Line(int status, string sentence) => Results.Text(sentence, "text/plain; charset=utf-8", statusCode: status);
}
