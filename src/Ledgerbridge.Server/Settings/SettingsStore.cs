using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Settings.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Settings;

/// <summary>The settings of a workspace as one picture.</summary>
internal sealed class SettingValues(IReadOnlyDictionary<string, JsonElement> values)
{
    /// <summary>The value of a known setting, or <paramref name="otherwise"/> while it is not set.</summary>
    public T Get<T>(KnownSetting setting, T otherwise) =>
        values.TryGetValue(SettingKeys.Of(setting.Scope, setting.Key), out var value)
            ? value.Deserialize<T>(ApiJson.Options) ?? otherwise
            : otherwise;
}

/// <summary>Keeps settings: scope, key and a JSON value.</summary>
internal sealed class SettingsStore(Database database, Remembered<WorkspaceId, SettingValues> remembered, AuditLog audit, TimeProvider time)
{
    /// <summary>All settings of a workspace that are not personal.</summary>
    public Task<SettingValues> ReadAsync(WorkspaceId workspace, CancellationToken ct) =>
        remembered.GetAsync(workspace, workspace, () => ReadNowAsync(workspace, ct), ct);

    private async Task<SettingValues> ReadNowAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            workspace,
            db => db.Rows<SettingRow>().AsNoTracking().Where(static row => row.Owner == "").ToListAsync(ct)
        );
        return new SettingValues(rows.ToDictionary(static row => SettingKeys.Of(row.Scope, row.Key), static row => Parse(row.Value)));
    }

    /// <summary>The settings of a scope, by key.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> ListAsync(Caller caller, SettingScope scope, CancellationToken ct)
    {
        var owner = OwnerOf(caller, scope);
        var rows = await database.ReadAsync(
            caller.Workspace,
            db =>
                db.Rows<SettingRow>()
                    .AsNoTracking()
                    .Where(row => row.Scope == scope && row.Owner == owner)
                    .OrderBy(static row => row.Key)
                    .ToListAsync(ct)
        );
        return rows.ToDictionary(static row => row.Key, static row => Parse(row.Value));
    }

    /// <summary>Sets one value and writes it to the audit log; setting what already holds changes nothing.</summary>
    public async Task<Result<bool>> SetAsync(Caller caller, SettingScope scope, string key, JsonElement value, CancellationToken ct)
    {
        if (
            KnownSetting.All.FirstOrDefault(known => known.Scope == scope && known.Key == key) is { } setting
            && setting.Check(value) is { } wrong
        )
            return Problem.Invalid("value", wrong);
        await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                if (await PutAsync(db, caller, scope, key, value))
                    await AuditAsync(db, caller, scope, key, value);
            },
            ct
        );
        return true;
    }

    /// <summary>Puts the South African defaults in place where nothing is set yet; true when that changed anything.</summary>
    public Task<bool> InitializeZaDefaultsAsync(WorkspaceId workspace, Actor actor, CancellationToken ct) =>
        database.WriteAsync(
            workspace,
            async db =>
            {
                var set = await db.Rows<SettingRow>()
                    .Where(static row => row.Owner == "" && row.Scope == SettingScope.Workspace)
                    .Select(static row => row.Key)
                    .ToListAsync(CancellationToken.None);
                var missing = ZaDefaults.Values.Where(pair => !set.Contains(pair.Setting.Key)).ToList();
                if (missing.Count == 0)
                    return false;
                foreach (var (setting, value) in missing)
                    db.Add(NewRow(workspace, setting.Scope, owner: "", setting.Key, value));
                await audit.AppendAsync(
                    db,
                    workspace,
                    new AuditEvent(
                        AuditAction.SettingsZaDefaults,
                        AuditStatus.Success,
                        actor,
                        "The South African defaults were put in place."
                    )
                    {
                        Request = ApiJson.Text(missing.ToDictionary(static pair => pair.Setting.Key, static pair => Parse(pair.Value))),
                    }
                );
                return true;
            },
            ct
        );

    private async Task<bool> PutAsync(LedgerDb db, Caller caller, SettingScope scope, string key, JsonElement value)
    {
        var (owner, text) = (OwnerOf(caller, scope), value.GetRawText());
        var row = await db.Rows<SettingRow>()
            .FirstOrDefaultAsync(r => r.Scope == scope && r.Owner == owner && r.Key == key, CancellationToken.None);
        if (row?.Value == text)
            return false;
        if (row is null)
            db.Add(NewRow(caller.Workspace, scope, owner, key, text));
        else
            (row.Value, row.ChangedAt) = (text, time.GetUtcNow());
        return true;
    }

    private Task<AuditEntryId> AuditAsync(LedgerDb db, Caller caller, SettingScope scope, string key, JsonElement value) =>
        audit.AppendAsync(
            db,
            caller.Workspace,
            new AuditEvent(
                AuditAction.SettingChanged,
                AuditStatus.Success,
                caller.Actor(),
                $"The setting {key} ({scope.ToString().ToLowerInvariant()}) was changed."
            )
            {
                Target = new AuditTarget("setting", $"{scope.ToString().ToLowerInvariant()}/{key}"),
                // What people keep for themselves is theirs; the log only says that it changed. The key is told with the value, because it
                // can be what says that the value is a secret.
                Request = scope == SettingScope.Personal ? "" : ApiJson.Text(new Dictionary<string, JsonElement> { [key] = value }),
            }
        );

    private SettingRow NewRow(WorkspaceId workspace, SettingScope scope, string owner, string key, string value) =>
        new()
        {
            WorkspaceId = workspace,
            Scope = scope,
            Owner = owner,
            Key = key,
            Value = value,
            ChangedAt = time.GetUtcNow(),
        };

    private static string OwnerOf(Caller caller, SettingScope scope) => scope == SettingScope.Personal ? caller.SubjectId : "";

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
