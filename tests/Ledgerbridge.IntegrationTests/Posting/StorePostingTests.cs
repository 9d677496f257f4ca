using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Posting;

/// <summary>
/// Credit notes, payments, allocations, items and stock, through any single fault: each is in the books once, and the log ends in the
/// truth.
/// </summary>
public sealed class StorePostingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Deleting by an id of Sage's and sending the same values again change nothing more; these need no look.</summary>
    private static readonly PostingKind[] Repeatable = [PostingKind.PaymentDelete, PostingKind.AllocationDelete, PostingKind.ItemUpdate];

    public static TheoryData<DatabaseKind, string, SandboxFault> Faults()
    {
        SandboxFault[] done = [new() { Kind = "after" }, new() { Kind = "created_but_500" }];
        SandboxFault[] undone = [new() { Kind = "instead", Status = 503 }];
        var data = new TheoryData<DatabaseKind, string, SandboxFault>();
        foreach (var kind in StorePostings.Kinds)
        {
            foreach (var fault in done.Concat(undone))
                data.Add(DatabaseKind.Sqlite, kind.ToString(), fault);
            data.Add(DatabaseKind.Postgres, kind.ToString(), done[1]);
        }
        return data;
    }

    public static TheoryData<string> LookedFor => [.. StorePostings.Kinds.Except(Repeatable).Select(static kind => kind.ToString())];

    public static TheoryData<string> Made =>
        [
            .. StorePostings
                .Kinds.Except(Repeatable)
                .Where(static kind => kind != PostingKind.CreditNoteVoid)
                .Select(static kind => kind.ToString()),
        ];

    public static TheoryData<string> All => [.. StorePostings.Kinds.Select(static kind => kind.ToString())];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_happens_to_the_first_sending_it_is_done_once_and_what_was_done_is_not_sent_again(
        DatabaseKind database,
        string name,
        SandboxFault fault
    )
    {
        var kind = Enum.Parse<PostingKind>(name);
        var (method, collection) = StorePostings.Route(kind);
        await using var story = await JournalStory.StartAsync(database, Ct);
        var intent = await story.PrepareAsync(kind, Ct);
        var before = (await story.DocumentsAsync(collection, Ct)).Count;
        var path = $"/v3.1/{collection}*";
        await story.Sandbox.AddFaultAsync(fault with { Method = method, Path = path, Times = 1 }, Ct);

        var status = await story.PostAsync(intent, Ct);

        Assert.True(status.State == PostingState.Posted, status.Problem?.Message);
        Assert.Equal(1, (await story.Sandbox.FaultsAsync(Ct)).Single().Hits);
        var sent = fault.Kind == "instead" || Repeatable.Contains(kind) ? 2 : 1;
        Assert.Equal(sent, await story.CallsAsync(method, collection, Ct));
        if (method == "POST")
            Assert.Equal(before + 1, (await story.DocumentsAsync(collection, Ct)).Count);
        var action = Enum.Parse<AuditAction>(name).Text();
        Assert.Equal(
            1,
            await story.Server.NumberAsync($"SELECT COUNT(*) FROM audit_entries WHERE action = '{action}' AND status = 'Success'", Ct)
        );
        var record = await story.Journal.FindByKeyAsync(story.Key.Workspace, intent.Key, Ct);
        Assert.Equal((status.SageId, 2, story.Run), (record!.SageId, record.Attempts, record.Run));
    }

    [Theory]
    [MemberData(nameof(LookedFor))]
    public async Task What_a_killed_process_had_sent_is_found_by_the_sweep_and_not_sent_again(string name)
    {
        var kind = Enum.Parse<PostingKind>(name);
        var (method, collection) = StorePostings.Route(kind);
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var intent = await story.PrepareAsync(kind, Ct);
        var id = await story.Journal.StoreOnceAsync(intent, Ct);
        var written = await story.WriteUntoldAsync(intent, Ct);
        await story.Server.ExecuteAsync("UPDATE posting_journal SET held_by = 'a process that was killed'", Ct);

        Assert.Equal(1, await story.Server.Get<PostingSweep>().RunAsync(Ct));

        var status = await story.Journal.FindAsync(story.Key.Workspace, id, Ct);
        Assert.Equal((PostingState.Posted, written), (status!.State, status.SageId));
        Assert.Equal(1, await story.CallsAsync(method, collection, Ct));
    }

    [Theory]
    [MemberData(nameof(Made))]
    public async Task What_belongs_to_another_posting_is_not_taken_for_ones_own(string name)
    {
        var kind = Enum.Parse<PostingKind>(name);
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var intent = await story.PrepareAsync(kind, Ct);
        var first = await story.PostAsync(intent, Ct);
        var second = await story.Journal.StoreOnceAsync(intent with { Key = "another" }, Ct);
        await story.Server.ExecuteAsync($"UPDATE posting_journal SET held_by = 'killed' WHERE id = '{second.Text}'", Ct);

        var status = await story.ToItsEndAsync(second, Ct);

        Assert.NotEqual(first.SageId, status.SageId);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_Sage_refuses_ends_in_a_sentence_and_the_same_may_be_wanted_again(string name)
    {
        var kind = Enum.Parse<PostingKind>(name);
        var (method, collection) = StorePostings.Route(kind);
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var intent = await story.PrepareAsync(kind, Ct);
        var refusal = new SandboxFault
        {
            Kind = "instead",
            Method = method,
            Path = $"/v3.1/{collection}*",
            Times = 1,
            Status = 422,
            ContentType = "application/json",
            Body = """[{"$severity":"error","$dataCode":"RecordInvalid","$message":"The period is closed.","$source":"date"}]""",
        };
        await story.Sandbox.AddFaultAsync(refusal, Ct);

        var refused = await story.PostAsync(intent, Ct);

        Assert.Equal(PostingState.Refused, refused.State);
        Assert.Contains("The period is closed.", refused.Problem!.Message, StringComparison.Ordinal);
        Assert.False(refused.ReferenceTaken);
        var told = (await story.Server.RowsAsync("SELECT summary FROM audit_entries ORDER BY seq DESC LIMIT 1", Ct))[0][0];
        Assert.Matches(@"^\p{Lu}.* was not \w+.*\. Sage refused it: The period is closed\.", told);
        Assert.Equal(PostingState.Posted, (await story.PostAsync(intent, Ct)).State);
        var both = await story.Journal.OfRunAsync(story.Key.Workspace, story.Run, Ct);
        Assert.Equal(
            [(intent.Key, false), (intent.Key, true)],
            both.OrderBy(static p => p.HoldsKey).Select(static p => (p.Key, p.HoldsKey))
        );
    }

    [Theory]
    [InlineData(nameof(PostingKind.PaymentDelete))]
    [InlineData(nameof(PostingKind.AllocationDelete))]
    public async Task What_somebody_deleted_in_Sage_already_is_told_as_gone(string name)
    {
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var intent = await story.PrepareAsync(Enum.Parse<PostingKind>(name), Ct);
        Assert.True((await story.PostAsync(intent, Ct)).Read<DeletedRecord>().WasThere);

        var again = await story.PostAsync(intent with { Key = "again" }, Ct);

        Assert.Equal((PostingState.Posted, false), (again.State, again.Read<DeletedRecord>().WasThere));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_a_customer_would_call_their_own_is_in_the_log(string name)
    {
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var status = await story.PostAsync(await story.PrepareAsync(Enum.Parse<PostingKind>(name), Ct), Ct);

        Assert.Equal(PostingState.Posted, status.State);
        var kept = await story.Server.EverythingAsync(Ct, "audit_entries");
        foreach (var own in new[] { StorePostings.Street, StorePostings.Engraving, "Naledi", "Graaff-Reinet" })
            Assert.DoesNotContain(own, kept, StringComparison.Ordinal);
    }
}
