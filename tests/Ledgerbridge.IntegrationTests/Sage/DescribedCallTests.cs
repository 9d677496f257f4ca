using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Sage.V31;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sage;

/// <summary>
/// Everything the library can do, done once with the real sandbox, with each request and each answer held against Sage's description.
/// </summary>
public sealed class DescribedCallTests
{
    private static readonly DateOnly Day = new(2026, 3, 16);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_for_the_books_of_a_business_is_as_Sage_describes_it()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        using var described = new SageDescriptionHandler(new SocketsHttpHandler());
        using var gateway = new SageGateway(SageSetUp.OptionsFor(sandbox), sandbox.Time, described);
        var account = gateway.Account(await TokensAsync(sandbox, gateway));
        Assert.Contains(Given(await account.ListBusinessesAsync(Ct)), static business => business.Id == SandboxSeed.KarooTrading);
        var books = account.Open(SandboxSeed.KarooTrading, CallPriority.Interactive);
        var reference = Given(await books.ReadReferenceAsync(Ct));

        var contact = Given(await books.CreateContactAsync(Customer, IdempotencyId.Of("contact"), Ct));
        contact = Given(await books.GetContactAsync(contact.Id, Ct));
        var moved = Customer with { Telephone = "+27 44 000 0000", Address = Customer.Address with { City = "Knysna" } };
        Given(await books.UpdateContactAsync(contact, moved, IdempotencyId.Of("moved"), Ct));
        var contacts = new ContactQuery
        {
            Search = "Baobab",
            Email = Customer.Email,
            Kind = ContactKind.Customer,
            ChangedSince = sandbox.Time.GetUtcNow().AddDays(-1),
        };
        Assert.Single(Given(await books.ListContactsAsync(contacts, Ct)).Items);

        var draft = Given(await books.CreateInvoiceAsync(Invoice(contact.Id, reference), IdempotencyId.Of("invoice"), Ct));
        Assert.Equal((InvoiceState.Draft, 115m), (draft.State, draft.Gross.Amount));
        var released = Given(await books.ReleaseInvoiceAsync(draft.Id, Ct));
        Assert.Equal(InvoiceState.Unpaid, Given(await books.GetInvoiceAsync(released.Id, Ct)).State);
        var invoices = new InvoiceQuery
        {
            Search = "PO-1001",
            ContactId = contact.Id,
            State = InvoiceState.Unpaid,
            FromOn = Day,
            ToOn = Day,
            ChangedSince = sandbox.Time.GetUtcNow().AddDays(-1),
        };
        Assert.Single(Given(await books.ListInvoicesAsync(invoices, Ct)).Items);
        Assert.Single(Given(await books.FindInvoicesAsync(contact.Id, "PO-1001", Day, Ct)));
        Assert.NotEmpty(Given(await books.GetInvoicePdfAsync(released.Id, Ct)));
        Assert.Equal(InvoiceState.Void, Given(await books.VoidInvoiceAsync(released.Id, "Wrong customer", Ct))!.State);

        Assert.Empty(described.Deviations);
    }

    [Fact]
    public async Task Every_list_of_a_business_is_read_as_Sage_describes_it()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        using var described = new SageDescriptionHandler(new SocketsHttpHandler());
        using var gateway = new SageGateway(SageSetUp.OptionsFor(sandbox), sandbox.Time, described);
        var client = gateway.Client(await TokensAsync(sandbox, gateway));
        Assert.NotEmpty(Given(await client.GetUserAsync(Ct)).Email!);
        var business = client.ForBusiness(SandboxSeed.KarooTrading);

        Given(await business.GetBusinessAsync(Ct));
        Given(await business.GetFinancialSettingsAsync(Ct));
        Given(await business.GetInvoiceSettingsAsync(Ct));
        await ReadAsync(business.SalesInvoices, static invoice => invoice.Id);
        await ReadAsync(business.Contacts, static contact => contact.Id);
        await ReadAsync(business.Addresses, static address => address.Id);
        await ReadAsync(business.ContactPersons, static person => person.Id);
        await ReadAsync(business.TaxRates, static rate => rate.Id);
        await ReadAsync(business.LedgerAccounts, static account => account.Id);
        await ReadAsync(business.BankAccounts, static account => account.Id);
        await ReadAsync(business.Currencies, static currency => currency.Id);
        await ReadAsync(business.Countries, static country => country.Id);
        await ReadAsync(business.ArtefactStatuses, static status => status.Id);
        await ReadAsync(business.PaymentMethods, static method => method.Id);
        await ReadAsync(business.ContactPayments, static payment => payment.Id);
        await ReadAsync(business.Products, static item => item.Id);
        await ReadAsync(business.Services, static item => item.Id);
        await ReadAsync(business.StockItems, static item => item.Id);
        await ReadAsync(business.StockMovements, static movement => movement.Id);
        await ReadAsync(business.ProductSalesPriceTypes, static type => type.Id);
        await ReadAsync(business.ServiceRateTypes, static type => type.Id);

        Assert.Empty(described.Deviations);
        Assert.True(SageDescription.Current is null || described.Kinds.Count() >= 21, string.Join(", ", described.Kinds));
    }

    private static ContactDetails Customer { get; } =
        new()
        {
            Kind = ContactKind.Customer,
            Name = "Baobab Lodge (Pty) Ltd",
            Reference = "BAOBAB",
            Email = "accounts@baobab.example",
            Telephone = "+27 15 000 0000",
            PersonName = "Lindiwe Mokoena",
            CreditDays = 30,
            Notes = "Pays by EFT",
            Address = new PostalAddress
            {
                Line1 = "R40 Farm Road",
                City = "Hoedspruit",
                Region = "Limpopo",
                PostalCode = "1380",
                CountryCode = "ZA",
            },
        };

    private static NewBooksInvoice Invoice(string contact, BooksReference reference)
    {
        var rate = reference.TaxRates.First(static rate => rate.Treatment == VatTreatment.Standard);
        var sales = reference.LedgerAccounts.First(static account => account.ForSales);
        var line = new NewBooksLine("Consulting", 1m, 100m, rate.Id, sales.Id, new Money(15m, reference.Currency));
        return new NewBooksInvoice(contact, Day, Day.AddDays(30), "PO-1001", "Thank you", AsDraft: true, reference.Currency, [line]);
    }

    private static async Task ReadAsync<T>(SageCollection<T> collection, Func<T, string?> idOf)
        where T : class
    {
        var page = Given(await collection.ListAsync(new SageQuery { ItemsPerPage = 5 }, Ct));
        Assert.NotEmpty(page.Items);
        Given(await collection.GetAsync(idOf(page.Items[0])!, Ct));
    }

    private static async Task<TokensOfOneGrant> TokensAsync(SandboxFixture sandbox, SageGateway gateway) =>
        new(gateway.OAuth, await sandbox.Control.IssueTokensAsync(SandboxSeed.OwnerId, "full_access", Ct));

    private static T Given<T>(SageAnswer<T> answer) =>
        answer.Succeeded(out var value, out var failure)
            ? value
            : throw new InvalidOperationException($"{failure.Kind}: {failure.Message}");
}
