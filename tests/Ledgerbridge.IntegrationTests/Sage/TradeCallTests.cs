using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sage;

/// <summary>
/// What a store's ledger posts, done with the real sandbox through the neutral face, with each request and each answer held against Sage's
/// description.
/// </summary>
public sealed class TradeCallTests
{
    private const string Business = SandboxSeed.PennineSupplies;
    private static readonly DateOnly Day = new(2026, 3, 16);
    private static readonly Currency Euro = Currency.EUR;
    private static readonly PostalAddress Leeds = new()
    {
        Line1 = "1 High Street",
        City = "Leeds",
        PostalCode = "LS1 1AA",
        CountryCode = "GB",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("foreign_per_base", ExchangeRateQuote.ForeignPerBase)]
    [InlineData("base_per_foreign", ExchangeRateQuote.BasePerForeign)]
    public async Task A_sale_in_a_foreign_currency_is_paid_credited_refunded_and_undone(string direction, ExchangeRateQuote quote)
    {
        await using var story = await StoryAsync();
        await story.Sandbox.Control.ChangeSettingsAsync(new { fx_direction = direction }, Ct);
        story.Options.ExchangeRateQuotes["GB"] = quote;
        var books = story.Books();
        var contact = await CustomerAsync(books);
        var invoice = Given(await books.CreateInvoiceAsync(Invoice(contact.Id), IdempotencyId.Of("invoice"), Ct));
        // 3 × 9.99 less 0.97, 20 % on it, carriage of 5 with its own 20 %.
        Assert.Equal((InvoiceState.Unpaid, 40.80m, 6.80m), (invoice.State, invoice.Gross.Amount, invoice.Vat.Amount));
        Assert.Equal(32.64m, invoice.BaseGross);
        Assert.Equal(invoice.Id, Given(await books.CreateInvoiceAsync(Invoice(contact.Id), IdempotencyId.Of("invoice"), Ct)).Id);

        var note = Given(await books.CreateCreditNoteAsync(CreditNote(contact.Id, invoice.Number!), IdempotencyId.Of("note"), Ct));
        Assert.Equal((12m, 9.6m, InvoiceState.Unpaid), (note.Gross.Amount, note.BaseGross, note.State));
        Assert.Equal(note.Id, Given(await books.FindCreditNotesAsync(contact.Id, "CM-1", Day, Ct)).Single().Id);

        var parts = new AllocationPart[] { new(invoice.Id, Of(12m)), new(note.Id, Of(-12m)) };
        var allocation = new NewBooksAllocation(contact.Id, Day, parts);
        var allocated = Given(await books.CreateAllocationAsync(allocation, IdempotencyId.Of("allocation"), Ct));
        Assert.Equal(parts, allocated.Parts);
        var found = Given(await books.FindAllocationsAsync(contact.Id, Day, Euro, Ct)).Single();
        Assert.Equal((allocated.Id, contact.Id), (found.Id, found.ContactId));
        Assert.Empty(Given(await books.FindAllocationsAsync(contact.Id, Day.AddDays(1), Euro, Ct)));

        var payment = Payment(PaymentDirection.Receipt, contact.Id, 30m, new AllocationPart(invoice.Id, Of(28.8m)));
        var paid = Given(await books.CreatePaymentAsync(payment, IdempotencyId.Of("payment"), Ct));
        Assert.Equal((30m, 28.8m), (paid.Amount.Amount, paid.Allocations.Single().Amount.Amount));
        Assert.Equal(InvoiceState.Paid, Given(await books.GetInvoiceAsync(invoice.Id, Ct)).State);
        Assert.Equal(paid.Id, Given(await books.FindPaymentsAsync(contact.Id, "PAY-1", Day, Ct)).Single().Id);
        var refund = Payment(PaymentDirection.Refund, contact.Id, 1.2m, new AllocationPart(paid.OnAccountId!, Of(1.2m)));
        var refunded = Given(await books.CreatePaymentAsync(refund, IdempotencyId.Of("refund"), Ct));
        Assert.Equal(PaymentDirection.Refund, Given(await books.GetPaymentAsync(refunded.Id, Ct)).Direction);

        foreach (var id in new[] { refunded.Id, paid.Id })
            Assert.True(Given(await books.DeletePaymentAsync(id, Ct)));
        Assert.False(Given(await books.DeletePaymentAsync(paid.Id, Ct)));
        Assert.True(Given(await books.DeleteAllocationAsync(allocated.Id, Ct)));
        Assert.False(Given(await books.DeleteAllocationAsync(allocated.Id, Ct)));
        Assert.Equal(InvoiceState.Void, Given(await books.VoidCreditNoteAsync(note.Id, "Undone", Ct))!.State);
        Assert.Equal(InvoiceState.Void, Given(await books.GetCreditNoteAsync(note.Id, Ct)).State);
        Assert.Equal(InvoiceState.Void, Given(await books.VoidInvoiceAsync(invoice.Id, "Undone", Ct))!.State);
        var balance = await story.Sandbox.Control.TrialBalanceAsync(Business, Ct);
        Assert.Equal((0m, 0m, 0m), (balance.Of(1100), balance.Of(1200), balance.Difference));
        Assert.Empty(story.Described.Deviations);
    }

    [Fact]
    public async Task Price_lists_and_rates_of_exchange_are_read()
    {
        await using var story = await StoryAsync();
        var books = story.Books();
        var reference = Given(await books.ReadReferenceAsync(Ct));
        Assert.Equal(["Sales Price", "Trade", "Wholesale"], reference.ProductPriceTypes.Select(static type => type.Name));
        Assert.Equal(["Rate"], reference.ServiceRateTypes.Select(static type => type.Name));
        Assert.Contains(
            Given(await books.GetExchangeRatesAsync(Ct)),
            static rate => rate.Currency == Euro && rate.BasePerForeign is > 0.8m and < 0.9m
        );
        Assert.Empty(story.Described.Deviations);
    }

    private static async Task<BooksContact> CustomerAsync(IBooks books)
    {
        var details = new ContactDetails
        {
            Kind = ContactKind.Customer,
            Name = "Rhein Handel",
            Reference = "G0001E",
            Email = "kauf@rhein.example",
            Currency = Euro,
            Address = Leeds,
            DeliveryAddress = Leeds with { Line1 = "4 Mill Lane", City = "York" },
        };
        var contact = Given(await books.CreateContactAsync(details, IdempotencyId.Of("contact"), Ct));
        contact = Given(await books.FindContactsByReferenceAsync("G0001E", Ct)).Single(found => found.Id == contact.Id);
        Assert.Empty(Given(await books.FindContactsByReferenceAsync("G0001", Ct)));
        Assert.Equal("York", contact.Details.DeliveryAddress!.City);
        var moved = details with { DeliveryAddress = Leeds with { Line1 = "9 Ring Road" } };
        Given(await books.UpdateContactAsync(contact, moved, IdempotencyId.Of("moved"), Ct));
        Assert.Equal("9 Ring Road", Given(await books.GetContactAsync(contact.Id, Ct)).Details.DeliveryAddress!.Line1);
        return contact;
    }

    [Theory]
    [InlineData(ItemKind.Product)]
    [InlineData(ItemKind.Service)]
    [InlineData(ItemKind.StockItem)]
    public async Task An_item_is_made_found_changed_and_sold(ItemKind kind)
    {
        await using var story = await StoryAsync();
        var books = story.Books();
        var wanted = Item(kind) with { PriceTypeId = null };
        var made = Given(await books.CreateItemAsync(wanted, IdempotencyId.Of("item"), Ct));
        Assert.Equal((19.99m, kind), (made.Details.SalesPrice, made.Details.Kind));
        Assert.Equal(made.Id, Given(await books.FindItemsAsync(kind, "SKU-1", Ct)).Single().Id);
        var anywhere = Given(await books.FindItemsAsync(null, "SKU-1", Ct)).Single();
        Assert.Equal((made.Id, kind), (anywhere.Id, anywhere.Details.Kind));
        Assert.Empty(Given(await books.FindItemsAsync(kind, "SKU-", Ct)));
        var dearer = made.Details with { SalesPrice = 24.5m, Description = "Mug, large" };
        var changed = Given(await books.UpdateItemAsync(made, dearer, IdempotencyId.Of("dearer"), Ct));
        Assert.Equal((24.5m, "Mug, large"), (changed.Details.SalesPrice, changed.Details.Description));
        Assert.Equal(changed.Details, Given(await books.GetItemAsync(kind, made.Id, Ct)).Details);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            books.UpdateItemAsync(
                made,
                dearer with
                {
                    Kind = kind == ItemKind.Service ? ItemKind.Product : ItemKind.Service,
                },
                IdempotencyId.Of("x"),
                Ct
            )
        );
        if (kind == ItemKind.StockItem)
            await StockAsync(books, made.Id);
        var contact = Given(await books.CreateContactAsync(Shop, IdempotencyId.Of("contact"), Ct));
        var line = Line(Currency.GBP) with { ItemId = made.Id, ItemKind = kind, Supply = SupplyKind.Goods };
        var invoice = new NewBooksInvoice(contact.Id, Day, Day, "ORD-1", "", AsDraft: false, Currency.GBP, [line]);
        Given(await books.CreateInvoiceAsync(invoice, IdempotencyId.Of("invoice"), Ct));
        if (kind == ItemKind.StockItem)
            Assert.Equal(4m, Given(await books.GetItemAsync(kind, made.Id, Ct)).QuantityInStock);
        Assert.Empty(story.Described.Deviations);
    }

    private static async Task StockAsync(IBooks books, string item)
    {
        var opening = new NewStockMovement(item, Day, 10m, 8.25m, "Opening stock");
        var movement = Given(await books.CreateStockMovementAsync(opening, IdempotencyId.Of("opening"), Ct));
        Assert.Equal((item, 10m, "Opening stock"), (movement.ItemId, movement.Quantity, movement.Details));
        Given(await books.CreateStockMovementAsync(opening with { Quantity = -3m, Details = "Down" }, IdempotencyId.Of("down"), Ct));
        var moved = Given(await books.FindStockMovementsAsync(item, Day, Ct));
        Assert.Equal([10m, -3m], moved.Select(static one => one.Quantity));
        Assert.Empty(Given(await books.FindStockMovementsAsync(item, Day.AddDays(1), Ct)));
        var tooMuch = await books.CreateStockMovementAsync(opening with { Quantity = -8m }, IdempotencyId.Of("too much"), Ct);
        Assert.False(tooMuch.Succeeded(out _, out var failure));
        Assert.Equal(SageFailureKind.Refused, failure.Kind);
    }

    [Fact]
    public async Task A_person_without_the_right_to_see_items_can_still_use_the_business()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        using var described = new SageDescriptionHandler(new SocketsHttpHandler());
        using var gateway = new SageGateway(SageSetUp.OptionsFor(sandbox), sandbox.Time, described);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Status = 403,
                Path = "/v3.1/*_types",
            },
            Ct
        );
        var tokens = new TokensOfOneGrant(gateway.OAuth, await sandbox.Control.IssueTokensAsync(SandboxSeed.OwnerId, "full_access", Ct));
        var reference = Given(await gateway.Account(tokens).Open(Business, CallPriority.Interactive).ReadReferenceAsync(Ct));
        Assert.Empty(reference.ProductPriceTypes);
        Assert.NotEmpty(reference.TaxRates);
    }

    private static NewBooksInvoice Invoice(string contact) =>
        new(contact, Day, Day.AddDays(30), "ORD-1001", "Thank you", AsDraft: false, Euro, [Line(Euro)])
        {
            Terms = Terms with { Carriage = new NewBooksCarriage(Of(5m), "GB_STANDARD", Of(1m)) },
        };

    private static NewBooksCreditNote CreditNote(string contact, string invoice) =>
        new(
            contact,
            Day,
            "CM-1",
            "",
            Euro,
            [new NewBooksLine("Mug", 1m, 10m, "GB_STANDARD", SandboxSeed.LedgerAccount(Business, SandboxSeed.SalesCode), Of(2m))]
        )
        {
            Terms = Terms,
            InvoiceNumber = invoice,
            InvoiceIssuedOn = Day,
        };

    private static TradeTerms Terms =>
        new()
        {
            BillingAddress = Leeds,
            DeliveryAddress = Leeds with { Line1 = "4 Mill Lane" },
            ExchangeRate = 0.8m,
        };

    private static NewBooksLine Line(Currency currency) =>
        new("Mug", 3m, 9.99m, "GB_STANDARD", SandboxSeed.LedgerAccount(Business, SandboxSeed.SalesCode), new Money(5.8m, currency))
        {
            Discount = new Money(0.97m, currency),
        };

    private static NewBooksPayment Payment(PaymentDirection direction, string contact, decimal amount, AllocationPart part) =>
        new(direction, contact, SandboxSeed.BankAccount(Business, SandboxSeed.BankCode), Day, Of(amount), "PAY-1", [part])
        {
            PaymentMethodId = "CREDIT_DEBIT",
            ExchangeRate = 0.8m,
        };

    private static ItemDetails Item(ItemKind kind) =>
        new()
        {
            Kind = kind,
            Code = "SKU-1",
            Description = "Mug",
            SalesAccountId = SandboxSeed.LedgerAccount(Business, SandboxSeed.SalesCode),
            PurchaseAccountId = SandboxSeed.LedgerAccount(Business, 5000),
            SalesTaxRateId = "GB_STANDARD",
            SalesPrice = 19.99m,
            SalesPriceIncludesVat = true,
            CostPrice = 8.25m,
            Notes = "Blue",
        };

    private static ContactDetails Shop { get; } =
        new()
        {
            Kind = ContactKind.Customer,
            Name = "Corner Shop",
            Reference = "C000000001",
            Address = Leeds,
        };

    private static Money Of(decimal amount) => new(amount, Euro);

    private static T Given<T>(SageAnswer<T> answer) =>
        answer.Succeeded(out var value, out var failure)
            ? value
            : throw new InvalidOperationException($"{failure.Kind}: {failure.Message}");

    private static async Task<Story> StoryAsync()
    {
        var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var options = SageSetUp.OptionsFor(sandbox);
        var described = new SageDescriptionHandler(new SocketsHttpHandler());
        var gateway = new SageGateway(options, sandbox.Time, described);
        var tokens = new TokensOfOneGrant(gateway.OAuth, await sandbox.Control.IssueTokensAsync(SandboxSeed.OwnerId, "full_access", Ct));
        return new Story(sandbox, options, described, gateway, tokens);
    }

    private sealed record Story(
        SandboxFixture Sandbox,
        SageOptions Options,
        SageDescriptionHandler Described,
        SageGateway Gateway,
        TokensOfOneGrant Tokens
    ) : IAsyncDisposable
    {
        public IBooks Books() => Gateway.Account(Tokens).Open(Business, CallPriority.Posting, "GB");

        public async ValueTask DisposeAsync()
        {
            Gateway.Dispose();
            Described.Dispose();
            await Sandbox.DisposeAsync();
        }
    }
}
