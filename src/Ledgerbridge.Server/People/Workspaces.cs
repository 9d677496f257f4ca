using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.People.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.People;

/// <summary>What other features need to know about a workspace.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Its country.</param>
/// <param name="TimeZone">The zone in which its documents are dated.</param>
internal sealed record WorkspaceFacts(WorkspaceId Id, string Name, SageRegion Region, TimeZoneInfo TimeZone)
{
    /// <summary>The day it is in the workspace.</summary>
    public DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZone).DateTime);
}

/// <summary>The workspaces.</summary>
internal sealed class Workspaces(
    Database database,
    Remembered<WorkspaceId, WorkspaceFacts> remembered,
    AuditLog audit,
    Ids ids,
    TimeProvider time
)
{
    private static readonly Dictionary<string, string> ZoneOfCountry = new(StringComparer.Ordinal)
    {
        ["ZA"] = "Africa/Johannesburg",
        ["GB"] = "Europe/London",
        ["IE"] = "Europe/Dublin",
        ["CA"] = "America/Toronto",
        ["US"] = "America/New_York",
        ["FR"] = "Europe/Paris",
        ["ES"] = "Europe/Madrid",
        ["DE"] = "Europe/Berlin",
    };

    /// <summary>A workspace by its id.</summary>
    public Task<WorkspaceFacts> GetAsync(WorkspaceId id, CancellationToken ct) =>
        remembered.GetAsync(
            id,
            id,
            async () =>
                Facts(await database.ReadAllAsync(db => db.Rows<WorkspaceRow>().AsNoTracking().SingleAsync(row => row.Id == id, ct))),
            ct
        );

    /// <summary>All workspaces, by name.</summary>
    public async Task<IReadOnlyList<WorkspaceFacts>> ListAsync(CancellationToken ct) =>
        [
            .. (await database.ReadAllAsync(db => db.Rows<WorkspaceRow>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(ct))).Select(
                Facts
            ),
        ];

    /// <summary>Makes a workspace with its first Owner, in the caller's transaction.</summary>
    public async Task<WorkspaceId> CreateAsync(LedgerDb db, string name, SageRegion region, PersonId owner)
    {
        var row = new WorkspaceRow
        {
            Id = ids.New<Ids.Workspace>(),
            Name = name,
            Country = region.Code,
            TimeZone = ZoneOfCountry[region.Code],
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(row);
        db.Add(
            new MembershipRow
            {
                WorkspaceId = row.Id,
                PersonId = owner,
                Role = Role.Owner,
                CreatedAt = row.CreatedAt,
            }
        );
        await audit.AppendAsync(
            db,
            row.Id,
            new AuditEvent(
                AuditAction.WorkspaceCreated,
                AuditStatus.Success,
                new Actor(ActorKind.Person, owner.Text),
                "The workspace was made."
            )
            {
                Target = new AuditTarget("workspace", row.Id.Text),
                Request = ApiJson.Text(new { name, country = region.Code }),
            }
        );
        return row.Id;
    }

    internal static WorkspaceFacts Facts(WorkspaceRow row) =>
        new(row.Id, row.Name, SageRegions.Find(row.Country) ?? SageRegions.SouthAfrica, TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone));
}
