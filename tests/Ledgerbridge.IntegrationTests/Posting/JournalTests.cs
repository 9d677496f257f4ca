using Ledgerbridge.Sage;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using PostingId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Posting>;

namespace Ledgerbridge.IntegrationTests.Posting;

/// <summary>What a run asks the journal.</summary>
public sealed class JournalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Databases => new(DatabaseKind.Sqlite, DatabaseKind.Postgres);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_run_has_its_postings_in_the_order_of_their_steps(DatabaseKind database)
    {
        await using var story = await JournalStory.StartAsync(database, Ct);
        var item = story.Intent(PostingKind.ItemCreate, StorePostings.Item(ItemKind.Product));
        await story.Journal.StoreOnceAsync(item with { Key = "third", Step = 2 }, Ct);
        await story.Journal.StoreOnceAsync(item with { Key = "first", Step = 0 }, Ct);
        await story.Journal.StoreOnceAsync(item with { Key = "second", Step = 1 }, Ct);
        await story.Journal.StoreOnceAsync(item with { Key = "by hand", Run = null }, Ct);
        story.Server.Time.Advance(TimeSpan.FromMinutes(1));
        await story.Journal.StoreOnceAsync(item with { Key = "fourth" }, Ct);

        var postings = await story.Journal.OfRunAsync(story.Key.Workspace, story.Run, Ct);

        Assert.Equal(["first", "second", "third", "fourth"], postings.Select(static posting => posting.Key));
        Assert.All(postings, posting => Assert.Equal(story.Run, posting.Run));
        Assert.Equal("SKU-77", postings[0].ReadDocument<ItemDetails>().Code);
        Assert.Null((await story.Journal.FindByKeyAsync(story.Key.Workspace, "by hand", Ct))!.Run);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Postings_are_found_by_their_keys_in_their_own_workspace(DatabaseKind database)
    {
        await using var story = await JournalStory.StartAsync(database, Ct);
        var item = story.Intent(PostingKind.ItemCreate, StorePostings.Item(ItemKind.Product));
        foreach (var key in new[] { "shop:mug", "shop:MUG", "shop:mug-2" })
            await story.Journal.StoreOnceAsync(item with { Key = key }, Ct);

        var named = await story.Journal.FindByKeysAsync(story.Key.Workspace, ["shop:mug", "shop:MUG", "shop:nowhere"], Ct);
        var elsewhere = await story.Journal.FindByKeysAsync(story.Server.Get<Ids>().New<Ids.Workspace>(), ["shop:mug"], Ct);

        Assert.Equal(["shop:MUG", "shop:mug"], named.Keys.Order(StringComparer.Ordinal));
        Assert.All(named, static pair => Assert.Equal(pair.Key, pair.Value.Key));
        Assert.Null(await story.Journal.FindByKeyAsync(story.Key.Workspace, "shop:", Ct));
        Assert.Empty(elsewhere);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_key_that_was_given_back_can_be_posted_again_and_what_it_wrote_stays_taken(DatabaseKind database)
    {
        await using var story = await JournalStory.StartAsync(database, Ct);
        var intent = await story.PrepareAsync(PostingKind.CreditNoteCreate, Ct);
        var first = await story.PostAsync(intent, Ct);
        Assert.Equal(first.Id, await story.Journal.StoreOnceAsync(intent, Ct));
        await FreeAsync(story, first.Id);
        await FreeAsync(story, first.Id);
        story.Server.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await story.Journal.FindByKeyAsync(story.Key.Workspace, intent.Key, Ct));
        await story.Sandbox.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Method = "POST",
                Status = 503,
                Times = 1,
            },
            Ct
        );

        var second = await story.PostAsync(intent, Ct);

        Assert.NotEqual((first.Id, first.SageId), (second.Id, second.SageId));
        Assert.Equal(2, (await story.DocumentsAsync("sales_credit_notes", Ct)).Count);
        var records = await story.Journal.OfRunAsync(story.Key.Workspace, story.Run, Ct);
        Assert.Equal([(first.Id, intent.Key, false), (second.Id, intent.Key, true)], records.Select(static r => (r.Id, r.Key, r.HoldsKey)));
    }

    [Fact]
    public async Task A_posting_that_may_still_write_keeps_its_key()
    {
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var id = await story.Journal.StoreOnceAsync(await story.PrepareAsync(PostingKind.ItemCreate, Ct), Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(() => FreeAsync(story, id));
    }

    [Fact]
    public async Task A_reference_that_a_deleted_contact_keeps_is_told_apart_from_other_refusals()
    {
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var gone = await story.ContactAsync(Ct);
        var sandbox = await story.Server.Sandbox.ClientAsync(Ct);
        await sandbox.DeleteAsync($"/contacts/{gone}", Ct);
        Assert.Empty(JournalStory.Given(await story.Books.FindContactsByReferenceAsync("C77", Ct)));
        var wanted = new ContactDetails
        {
            Kind = ContactKind.Customer,
            Name = "Naledi Dlamini",
            Reference = "C77",
        };

        var taken = await story.PostAsync(story.Intent(PostingKind.ContactCreate, wanted), Ct);
        var wrong = await story.PostAsync(story.Intent(PostingKind.ContactCreate, wanted with { Name = "" }), Ct);
        var next = await story.PostAsync(story.Intent(PostingKind.ContactCreate, wanted with { Reference = "C77-2" }), Ct);

        Assert.Equal((PostingState.Refused, true), (taken.State, taken.ReferenceTaken));
        Assert.Equal((PostingState.Refused, false), (wrong.State, wrong.ReferenceTaken));
        Assert.Equal((PostingState.Posted, false), (next.State, next.ReferenceTaken));
        var records = await story.Journal.OfRunAsync(story.Key.Workspace, story.Run, Ct);
        Assert.Equal(1, records.Count(static record => record.ReferenceTaken));
    }

    [Theory]
    [InlineData("after")]
    [InlineData("created_but_500")]
    public async Task A_contact_whose_answer_was_lost_is_found_by_its_reference(string fault)
    {
        await using var story = await JournalStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var wanted = new ContactDetails
        {
            Kind = ContactKind.Customer,
            Name = "Naledi Dlamini",
            Reference = "C77",
        };
        await story.Sandbox.AddFaultAsync(
            new SandboxFault
            {
                Kind = fault,
                Method = "POST",
                Path = "/v3.1/contacts",
                Times = 1,
            },
            Ct
        );

        var status = await story.PostAsync(story.Intent(PostingKind.ContactCreate, wanted), Ct);

        Assert.Equal(PostingState.Posted, status.State);
        Assert.Equal(1, await story.CallsAsync("POST", "contacts", Ct));
    }

    private static Task FreeAsync(JournalStory story, PostingId id) =>
        story.Server.Get<Database>().WriteAsync(story.Key.Workspace, db => PostingJournal.FreeKeyAsync(db, id), Ct);
}
