using System.Text.Json;
using CsvHelper;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Audit.Internal;

/// <summary>The log over the API.</summary>
internal static class AuditEndpoints
{
    private const int LimitMax = 500;
    private static readonly Problem NoSuchEntry = new(ProblemCode.NotFound, "There is no such entry in this workspace's audit log.");

    public static void Map(IEndpointRouteBuilder api)
    {
        var logs = api.MapGroup("/sage/audit-logs").WithTags("Audit");
        logs.MapGet("", ListAsync).WithName("listAuditLogs").WithSummary("The audit log, newest first").For(Role.Viewer);
        logs.MapGet("/{id}", FindAsync).WithName("getAuditLog").WithSummary("One entry with what was asked and answered").For(Role.Viewer);
        api.MapGet("/sage/audit-logs.csv", ExportAsync)
            .WithTags("Audit")
            .WithName("exportAuditLogs")
            .WithSummary("The audit log as CSV, with the same filters")
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv")
            .For(Role.Viewer);
        api.MapPost("/audit/verify", VerifyAsync)
            .WithTags("Audit")
            .WithName("verifyAudit")
            .WithSummary("Work the whole chain out again and say whether it is whole")
            .For(Role.Accountant);
    }

    private static async Task<Answer<AuditLogsResponse>> ListAsync(
        [AsParameters] AuditFilter filter,
        AuditQueryStore store,
        AuditFirstPages firstPages,
        IActorNames names,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!filter.ToQuery().Succeeded(out var query, out var problem))
            return problem;
        return query.IsFirstPage ? await firstPages.GetAsync(caller.Workspace, query.Limit, ReadAsync, ct) : await ReadAsync();

        async Task<AuditLogsResponse> ReadAsync()
        {
            var lines = await store.ListAsync(caller.Workspace, query, ct);
            var actors = await NamesAsync(names, lines, ct);
            return new AuditLogsResponse(
                [.. lines.Select(line => ToResponse(line, actors))],
                lines.Count == query.Limit ? lines[^1].Seq : null
            );
        }
    }

    private static async Task<Answer<AuditEntryResponse>> FindAsync(
        string id,
        AuditQueryStore store,
        IActorNames names,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!AuditEntryId.TryParse(id, out var entry) || await store.FindAsync(caller.Workspace, entry, ct) is not { } row)
            return NoSuchEntry;
        var actors = await names.NamesAsync([row.ActorId], ct);
        var line = new AuditLine(
            row.Id,
            row.Seq,
            row.At,
            row.ActorKind,
            row.ActorId,
            row.Action,
            row.Status,
            row.TargetKind,
            row.TargetId,
            row.Thread,
            row.Summary
        );
        return new AuditEntryResponse(ToResponse(line, actors), Json(row.Request), Json(row.Response), row.PreviousHash, row.Hash);
    }

    private static async Task ExportAsync(
        [AsParameters] AuditFilter filter,
        AuditQueryStore store,
        IActorNames names,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!filter.ToQuery().Succeeded(out var query, out var problem))
        {
            await problem.ToHttp().ExecuteAsync(http);
            return;
        }
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"audit-log.csv\"";
        // A cell that begins like a formula is escaped, so that a spreadsheet shows it instead of running it.
        var options = new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        await using var csv = CsvWriter.Create(http.Response.Body, options, leaveOpen: true);
        await csv.WriteRecordAsync(AuditCsv.Columns, ct);
        var actors = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var line in store.AllAsync(caller.Workspace, query with { Limit = LimitMax }, ct))
        {
            if (!actors.TryGetValue(line.ActorId, out var name))
                actors[line.ActorId] = name = (await names.NamesAsync([line.ActorId], ct)).GetValueOrDefault(line.ActorId, "");
            await csv.WriteRecordAsync(AuditCsv.Cells(line, name), ct);
        }
    }

    private static async Task<Answer<AuditVerdictResponse>> VerifyAsync(AuditVerifier verifier, Caller caller, CancellationToken ct)
    {
        var verdict = await verifier.VerifyAsync(caller.Workspace, ct);
        return new AuditVerdictResponse(verdict.Problem is null, verdict.Entries, verdict.Problem);
    }

    private static Task<IReadOnlyDictionary<string, string>> NamesAsync(IActorNames names, List<AuditLine> lines, CancellationToken ct) =>
        names.NamesAsync([.. lines.Select(static line => line.ActorId).Where(static id => id.Length > 0).Distinct()], ct);

    private static AuditLogResponse ToResponse(AuditLine line, IReadOnlyDictionary<string, string> actors) =>
        new(
            line.Id.Text,
            line.Seq,
            line.At,
            line.Action,
            line.Status,
            new ActorResponse(
                line.ActorKind,
                line.ActorId,
                line.ActorKind == ActorKind.System ? "Ledgerbridge" : actors.GetValueOrDefault(line.ActorId, "Somebody who has left")
            ),
            line.TargetKind.Length > 0 ? new TargetResponse(line.TargetKind, line.TargetId) : null,
            line.Thread.Length > 0 ? line.Thread : null,
            line.Summary
        );

    private static JsonElement? Json(string text)
    {
        if (text.Length == 0)
            return null;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
