using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Settings;

/// <summary>Settings in five scopes, typed where Ledgerbridge itself reads them.</summary>
internal static partial class SettingsFeature
{
    private const int ValueLengthMax = 16 * 1024;

    private static readonly FrozenDictionary<string, SettingScope> Scopes = Enum.GetValues<SettingScope>()
        .ToFrozenDictionary(static scope => scope.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Adds the feature.</summary>
    public static void AddSettings(this IServiceCollection services) => services.AddSingleton<SettingsStore>();

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/settings").WithTags("Settings");
        group
            .MapGet("/{scope}", ListAsync)
            .WithName("listSettings")
            .WithSummary("The settings of a scope: workspace, personal, automation, template or security")
            .For(Role.Viewer);
        group
            .MapPut("/{scope}/{key}", SetAsync)
            .WithName("setSetting")
            .WithSummary("Set one value; known keys are checked")
            .For(Role.Viewer);
        group
            .MapPost(
                "/initialize-za-defaults",
                static async (SettingsStore settings, Caller caller, CancellationToken ct) =>
                    (Answer<ZaDefaultsResponse>)
                        new ZaDefaultsResponse(await settings.InitializeZaDefaultsAsync(caller.Workspace, caller.Actor(), ct))
            )
            .WithName("initializeZaDefaults")
            .WithSummary("Put the South African defaults in place; a second call changes nothing")
            .For(Role.Owner);
    }

    private static async Task<Answer<SettingsResponse>> ListAsync(
        string scope,
        SettingsStore settings,
        Caller caller,
        CancellationToken ct
    ) =>
        TryParseScope(scope, out var parsed)
            ? new SettingsResponse(parsed, await settings.ListAsync(caller, parsed, ct))
            : NoSuchScope(scope);

    private static async Task<Answer<SettingResponse>> SetAsync(
        string scope,
        string key,
        Body<SettingRequest> body,
        SettingsStore settings,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!TryParseScope(scope, out var parsed))
            return NoSuchScope(scope);
        if (parsed != SettingScope.Personal && caller.Role < Role.Owner)
            return new Problem(ProblemCode.NotAllowed, "Only an Owner may change settings of the workspace.");
        if (!KeyShape().IsMatch(key))
            return Problem.Invalid(
                "key",
                "A key has 1 to 64 small letters, digits, points, hyphens and underscores, and begins with a letter."
            );
        if (body.Value.Value is not { } value)
            return Problem.Invalid("value", "Value is missing.");
        if (value.GetRawText().Length > ValueLengthMax)
            return Problem.Invalid("value", $"The value may be at most {ValueLengthMax} characters of JSON.");
        var result = await settings.SetAsync(caller, parsed, key, value, ct);
        return result.Succeeded(out _, out var problem) ? new SettingResponse(parsed, key, value) : problem;
    }

    private static bool TryParseScope(string text, out SettingScope scope) => Scopes.TryGetValue(text, out scope);

    private static Problem NoSuchScope(string scope) =>
        new(ProblemCode.NotFound, $"There is no scope '{scope}'. The scopes are workspace, personal, automation, template and security.");

    [GeneratedRegex(@"^[a-z][a-z0-9_.-]{0,63}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShape();
}

/// <summary>A value to set.</summary>
internal sealed class SettingRequest
{
    /// <summary>Any JSON value.</summary>
    [Required]
    public JsonElement? Value { get; init; }
}

/// <summary>The settings of a scope.</summary>
internal sealed record SettingsResponse(SettingScope Scope, IReadOnlyDictionary<string, JsonElement> Settings);

/// <summary>One setting.</summary>
internal sealed record SettingResponse(SettingScope Scope, string Key, JsonElement Value);

/// <summary>Whether the call changed anything.</summary>
internal sealed record ZaDefaultsResponse(bool Changed);
