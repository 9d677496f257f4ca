using System.Collections.Frozen;
using System.Reflection;

namespace Ledgerbridge.Server.Audit;

/// <summary>The texts of the closed lists, both ways.</summary>
internal static class AuditWords
{
    private static readonly FrozenDictionary<AuditAction, string> Texts = Enum.GetValues<AuditAction>()
        .ToFrozenDictionary(
            static action => action,
            static action => typeof(AuditAction).GetField(action.ToString())!.GetCustomAttribute<AuditTextAttribute>()!.Text
        );

    /// <summary>The action's text, such as <c>invoice.preview</c>.</summary>
    public static string Text(this AuditAction action) => Texts[action];

    /// <summary>The status's text, such as <c>preview</c>.</summary>
    public static string Text(this AuditStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>
    /// The actions a filter means: the action of that text, or all whose first or last word it is, so that <c>preview</c> and
    /// <c>invoice</c> work as well as <c>invoice.preview</c>. Empty when it means none.
    /// </summary>
    public static IReadOnlyList<string> Matching(string filter) =>
        [
            .. Texts.Values.Where(text =>
                text == filter
                || text.StartsWith(filter + ".", StringComparison.Ordinal)
                || text.EndsWith("." + filter, StringComparison.Ordinal)
            ),
        ];
}
