using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;
using PostingId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Posting>;
using RunId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Run>;

namespace Ledgerbridge.IntegrationTests.Posting;

/// <summary>A server with Karoo Trading's books, whose journal is used directly, as a run does.</summary>
internal sealed class JournalStory : IAsyncDisposable
{
    private readonly ServerClient _owner;

    private JournalStory(ServerFixture server, ServerClient owner, BooksKey key, IBooks books)
    {
        (Server, _owner, Key, Books) = (server, owner, key, books);
        Run = server.Get<Ids>().New<Ids.Run>();
    }

    public ServerFixture Server { get; }

    /// <summary>Whose books.</summary>
    public BooksKey Key { get; }

    /// <summary>The books, to put into them what a test needs without the journal.</summary>
    public IBooks Books { get; }

    /// <summary>The run that posts.</summary>
    public RunId Run { get; }

    public PostingJournal Journal => Server.Get<PostingJournal>();

    public SandboxControl Sandbox => Server.Sandbox.Control;

    public static async Task<JournalStory> StartAsync(DatabaseKind database, CancellationToken ct)
    {
        var server = await ServerFixture.StartAsync(database, ct);
        var owner = await server.ReadyAsync(ct);
        var key = await server
            .Get<Database>()
            .ReadAllAsync(db =>
                db.Rows<CurrentBusinessRow>()
                    .Select(static row => new BooksKey(row.WorkspaceId, row.ConnectionId, row.BusinessId))
                    .SingleAsync(ct)
            );
        var opened = await server.Get<Businesses>().OpenForPostingAsync(key, CallPriority.Interactive, ct);
        return new JournalStory(server, owner, key, Given(opened));
    }

    /// <summary>Stores an intent and follows it to its end, moving time on to each next attempt.</summary>
    public async Task<PostingStatus> PostAsync(PostingIntent intent, CancellationToken ct)
    {
        var id = await Journal.StoreOnceAsync(intent, ct);
        return await ToItsEndAsync(id, ct);
    }

    /// <summary>Follows a posting to its end.</summary>
    public async Task<PostingStatus> ToItsEndAsync(PostingId id, CancellationToken ct)
    {
        while (true)
        {
            var status = await Journal.CarryOutAsync(Key.Workspace, id, TimeSpan.Zero, ct);
            if (status.State.IsFinal())
                return status;
            var wait = status.NextAttemptAt!.Value - Server.Time.GetUtcNow();
            Server.Time.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        }
    }

    /// <summary>How many calls of a method went to a collection.</summary>
    public async Task<int> CallsAsync(string method, string collection, CancellationToken ct) =>
        (await Sandbox.RequestsAsync(ct)).Requests.Count(call =>
            call.Method == method && call.Path.StartsWith($"/v3.1/{collection}", StringComparison.Ordinal)
        );

    /// <summary>The records of a collection in Karoo Trading's books.</summary>
    public Task<IReadOnlyList<JsonObject>> DocumentsAsync(string collection, CancellationToken ct) =>
        Sandbox.DocumentsAsync(SandboxSeed.KarooTrading, collection, ct);

    public static T Given<T>(SageAnswer<T> answer) =>
        answer.Succeeded(out var value, out var failure)
            ? value
            : throw new InvalidOperationException($"{failure.Kind}: {failure.Message}");

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>What the store ledger posts, ready to be posted: everything it refers to is in the books.</summary>
internal static class StorePostings
{
    public const string Street = "17 Protea Avenue";
    public const string Engraving = "Engraved for Naledi";
    private const string Karoo = SandboxSeed.KarooTrading;

    public static DateOnly Day { get; } = new(2026, 3, 16);

    /// <summary>The kinds that people do not use.</summary>
    public static IReadOnlyList<PostingKind> Kinds { get; } =
    [
        PostingKind.CreditNoteCreate,
        PostingKind.CreditNoteVoid,
        PostingKind.PaymentCreate,
        PostingKind.PaymentDelete,
        PostingKind.AllocationCreate,
        PostingKind.AllocationDelete,
        PostingKind.ItemCreate,
        PostingKind.ItemUpdate,
        PostingKind.StockMove,
    ];

    /// <summary>Where Sage keeps what a kind writes, and by which method it is written.</summary>
    public static (string Method, string Collection) Route(PostingKind kind) =>
        kind switch
        {
            PostingKind.CreditNoteCreate => ("POST", "sales_credit_notes"),
            PostingKind.CreditNoteVoid => ("DELETE", "sales_credit_notes"),
            PostingKind.PaymentCreate => ("POST", "contact_payments"),
            PostingKind.PaymentDelete => ("DELETE", "contact_payments"),
            PostingKind.AllocationCreate => ("POST", "contact_allocations"),
            PostingKind.AllocationDelete => ("DELETE", "contact_allocations"),
            PostingKind.ItemCreate => ("POST", "products"),
            PostingKind.ItemUpdate => ("PUT", "products"),
            PostingKind.StockMove => ("POST", "stock_movements"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "People's own kinds have tests of their own."),
        };

    /// <summary>Puts what is needed into the books and returns the intent.</summary>
    public static async Task<PostingIntent> PrepareAsync(this JournalStory story, PostingKind kind, CancellationToken ct)
    {
        var intent = kind switch
        {
            PostingKind.CreditNoteCreate => story.Intent(kind, CreditNote(await story.ContactAsync(ct))),
            PostingKind.CreditNoteVoid => story.Intent(kind, new CreditNoteVoidDocument((await story.CreditedAsync(ct)).Note, "Undone")),
            PostingKind.PaymentCreate => story.Intent(kind, await story.PaymentAsync(ct)),
            PostingKind.PaymentDelete => story.Intent(kind, new PaymentDeleteDocument(await story.PaidAsync(ct))),
            PostingKind.AllocationCreate => story.Intent(kind, await story.AllocationAsync(ct)),
            PostingKind.AllocationDelete => story.Intent(kind, new AllocationDeleteDocument(await story.AllocatedAsync(ct))),
            PostingKind.ItemCreate => story.Intent(kind, Item(ItemKind.Product)),
            PostingKind.ItemUpdate => story.Intent(kind, await story.ItemChangeAsync(ct)),
            PostingKind.StockMove => story.Intent(kind, await story.MovementAsync(ct)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "People's own kinds have tests of their own."),
        };
        await story.Sandbox.ClearRequestsAsync(ct);
        return intent;
    }

    public static PostingIntent Intent<T>(this JournalStory story, PostingKind kind, T document) =>
        new(kind, $"store:one:{kind}", story.Key, Actor.System, ApiJson.Text(document)) { Run = story.Run };

    /// <summary>Writes what an intent wants without the journal, as a process did that was killed before it could tell.</summary>
    public static async Task<string> WriteUntoldAsync(this JournalStory story, PostingIntent intent, CancellationToken ct)
    {
        var id = IdempotencyId.Of("untold");
        return intent.Kind switch
        {
            PostingKind.CreditNoteCreate => Id(
                await story.Books.CreateCreditNoteAsync(Read<NewBooksCreditNote>(intent), id, ct),
                n => n.Id
            ),
            PostingKind.CreditNoteVoid => Id(
                await story.Books.VoidCreditNoteAsync(Read<CreditNoteVoidDocument>(intent).CreditNoteId, "Undone", ct),
                note => note!.Id
            ),
            PostingKind.PaymentCreate => Id(await story.Books.CreatePaymentAsync(Read<NewBooksPayment>(intent), id, ct), p => p.Id),
            PostingKind.AllocationCreate => Id(
                await story.Books.CreateAllocationAsync(Read<NewBooksAllocation>(intent), id, ct),
                static allocation => allocation.Id
            ),
            PostingKind.ItemCreate => Id(await story.Books.CreateItemAsync(Read<ItemDetails>(intent), id, ct), static item => item.Id),
            PostingKind.StockMove => Id(
                await story.Books.CreateStockMovementAsync(Read<NewStockMovement>(intent), id, ct),
                static movement => movement.Id
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(intent), intent.Kind, "It is not looked for."),
        };
    }

    public static NewBooksCreditNote CreditNote(string contact) =>
        new(contact, Day, "CM-77", "", Currency.ZAR, [Line])
        {
            Terms = new TradeTerms
            {
                BillingAddress = new PostalAddress
                {
                    Line1 = Street,
                    City = "Graaff-Reinet",
                    CountryCode = "ZA",
                },
                DeliveryAddress = new PostalAddress
                {
                    Line1 = Street,
                    City = "Graaff-Reinet",
                    CountryCode = "ZA",
                },
            },
            InvoiceNumber = "SI-1",
            InvoiceIssuedOn = Day,
        };

    public static NewBooksInvoice Invoice(string contact) =>
        new(contact, Day, Day, "ORD-77", "", AsDraft: false, Currency.ZAR, [Line]) { Terms = CreditNote(contact).Terms };

    public static ItemDetails Item(ItemKind kind) =>
        new()
        {
            Kind = kind,
            Code = "SKU-77",
            Description = "Enamel mug",
            SalesAccountId = SandboxSeed.LedgerAccount(Karoo, SandboxSeed.SalesCode),
            PurchaseAccountId = SandboxSeed.LedgerAccount(Karoo, 5000),
            SalesPrice = 100m,
        };

    public static async Task<string> ContactAsync(this JournalStory story, CancellationToken ct)
    {
        var details = new ContactDetails
        {
            Kind = ContactKind.Customer,
            Name = "Naledi Dlamini",
            Reference = "C77",
        };
        return Id(await story.Books.CreateContactAsync(details, IdempotencyId.Of("contact"), ct), static contact => contact.Id);
    }

    private static async Task<string> InvoiceAsync(this JournalStory story, string contact, CancellationToken ct) =>
        Id(await story.Books.CreateInvoiceAsync(Invoice(contact), IdempotencyId.Of("invoice"), ct), static invoice => invoice.Id);

    private static async Task<(string Contact, string Note)> CreditedAsync(this JournalStory story, CancellationToken ct)
    {
        var contact = await story.ContactAsync(ct);
        var note = await story.Books.CreateCreditNoteAsync(CreditNote(contact), IdempotencyId.Of("note"), ct);
        return (contact, Id(note, static made => made.Id));
    }

    private static async Task<NewBooksPayment> PaymentAsync(this JournalStory story, CancellationToken ct)
    {
        var contact = await story.ContactAsync(ct);
        var part = new AllocationPart(await story.InvoiceAsync(contact, ct), Rand(115m));
        var bank = SandboxSeed.BankAccount(Karoo, SandboxSeed.BankCode);
        return new NewBooksPayment(PaymentDirection.Receipt, contact, bank, Day, Rand(115m), "PAY-77", [part]);
    }

    private static async Task<string> PaidAsync(this JournalStory story, CancellationToken ct) =>
        Id(await story.Books.CreatePaymentAsync(await story.PaymentAsync(ct), IdempotencyId.Of("payment"), ct), static paid => paid.Id);

    private static async Task<NewBooksAllocation> AllocationAsync(this JournalStory story, CancellationToken ct)
    {
        var (contact, note) = await story.CreditedAsync(ct);
        var invoice = await story.InvoiceAsync(contact, ct);
        return new NewBooksAllocation(contact, Day, [new AllocationPart(invoice, Rand(115m)), new AllocationPart(note, Rand(-115m))]);
    }

    private static async Task<string> AllocatedAsync(this JournalStory story, CancellationToken ct) =>
        Id(
            await story.Books.CreateAllocationAsync(await story.AllocationAsync(ct), IdempotencyId.Of("allocation"), ct),
            static allocation => allocation.Id
        );

    private static async Task<ItemChangeDocument> ItemChangeAsync(this JournalStory story, CancellationToken ct)
    {
        var made = JournalStory.Given(await story.Books.CreateItemAsync(Item(ItemKind.Product), IdempotencyId.Of("item"), ct));
        return new ItemChangeDocument(made, made.Details with { SalesPrice = 120m });
    }

    private static async Task<NewStockMovement> MovementAsync(this JournalStory story, CancellationToken ct)
    {
        var item = await story.Books.CreateItemAsync(Item(ItemKind.StockItem), IdempotencyId.Of("stock"), ct);
        return new NewStockMovement(Id(item, static made => made.Id), Day, 5m, 40m, "Counted in the shop (7k2m9q4x)");
    }

    private static NewBooksLine Line { get; } =
        new(Engraving, 1m, 100m, SandboxSeed.ZaStandard, SandboxSeed.LedgerAccount(Karoo, SandboxSeed.SalesCode), Rand(15m));

    private static Money Rand(decimal amount) => new(amount, Currency.ZAR);

    private static string Id<T>(SageAnswer<T> answer, Func<T, string> idOf) => idOf(JournalStory.Given(answer));

    private static T Read<T>(PostingIntent intent) => JsonSerializer.Deserialize<T>(intent.Document, ApiJson.Options)!;
}
