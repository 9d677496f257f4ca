using System.Text.Json;

namespace Ledgerbridge.Server.Posting.Plans;

/// <summary>The words of closed lists as they are stored and sent.</summary>
internal static class SnakeCase
{
    /// <summary>The member's name in snake_case, such as <c>zero_value</c>.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString());
}
