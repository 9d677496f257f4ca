using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>References as answers carry them: <c>{"id","displayed_as","$path"}</c>.</summary>
internal static class Links
{
    /// <summary>A reference to a record of a collection.</summary>
    public static JsonObject To(string collection, string id, string? displayedAs) =>
        new()
        {
            ["id"] = id,
            ["displayed_as"] = displayedAs,
            ["$path"] = $"/{collection}/{id}",
        };

    /// <summary>
    /// A link to the page of a record in Sage's own web application. The host is invented: the sandbox has no such pages.
    /// </summary>
    public static JsonArray Web(string path) =>
        [
            new JsonObject
            {
                ["href"] = "https://accounting.sandbox.invalid" + path,
                ["rel"] = "alternate",
                ["type"] = "text/html",
            },
        ];
}
