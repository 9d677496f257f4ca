using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>Sends bodies in which one field holds something else, each as somebody of whom the operation may be expected.</summary>
/// <param name="server">The server everything is sent to.</param>
internal sealed class FieldSender(PreparedServer server)
{
    /// <summary>Attempts at a password or code, which are counted or written down whatever comes of them.</summary>
    private static readonly string[] Counted =
    [
        "signIn",
        "changePassword",
        "turnTwoFactorOff",
        "acceptInvitation",
        "connectStore",
        "pairStore",
    ];

    private readonly Baselines _baselines = new(server);

    /// <summary>True when each attempt is counted, so that something is written whatever comes of it.</summary>
    public static bool IsCounted(string operationId) => Counted.Contains(operationId);

    public static string NameOf(string field) => field.Split('.')[^1];

    public static void Remove(JsonObject body, string field) => ParentOf(body, field).Remove(NameOf(field));

    public Operation Find(string id) => server.Operations.Single(operation => operation.Id == id);

    /// <summary>The right body with a hole in the place of a field.</summary>
    public BodyWithHole WithHole(string operationId, string field)
    {
        var body = _baselines.Of(operationId)!;
        ParentOf(body, field)[NameOf(field)] = BodyWithHole.Mark;
        return new BodyWithHole(body.ToJsonString());
    }

    public async Task<ServerAnswer> SendAsync(Operation operation, string body)
    {
        var ct = TestContext.Current.CancellationToken;
        if (IsCounted(operation.Id))
            await server.Server.ExecuteAsync("DELETE FROM people_sign_in_failures", ct);
        // Signing in would sign the Owner's browser in anew, and joining too, so these come from elsewhere.
        if (operation.Id is not ("signIn" or "acceptInvitation" or "firstRun"))
        {
            var answer = await server.Owner.SendAsync(operation.Method, server.PathOf(operation), body, ct);
            if (operation.Id == "changePassword" && answer.Status == HttpStatusCode.OK)
                await server.Server.ExecuteAsync($"UPDATE people_persons SET password_hash = '{server.PasswordHash}'", ct);
            return answer;
        }
        using var browser = server.Server.Browser();
        return await browser.SendAsync(operation.Method, server.PathOf(operation), body, ct);
    }

    private static JsonObject ParentOf(JsonObject body, string field)
    {
        JsonNode parent = body;
        foreach (var step in field.Split('.')[..^1])
            parent = step.EndsWith("[0]", StringComparison.Ordinal) ? parent[step[..^3]]![0]! : parent[step]!;
        return parent.AsObject();
    }
}

/// <summary>A body with a hole for a value.</summary>
/// <param name="Text">JSON with the mark in the value's place.</param>
internal sealed record BodyWithHole(string Text)
{
    public const string Mark = "@@hole@@";

    /// <summary>The body with a value, given as raw JSON, in its hole.</summary>
    public string Holding(string value) => Text.Replace($"\"{Mark}\"", value, StringComparison.Ordinal);
}
