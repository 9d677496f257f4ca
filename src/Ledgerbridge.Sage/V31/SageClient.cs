using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Sage.Http;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>
/// API v3.1 for one grant. Only what belongs to the person is here; everything else needs a business first (<see cref="ForBusiness"/>),
/// so that no call can leave without <c>X-Business</c> and land in the person's lead business.
/// </summary>
public sealed class SageClient
{
    private const int DetailedMax = 20;

    private readonly SageTransport _transport;

    /// <summary>Makes a client.</summary>
    /// <param name="http">Sends the requests; shared by all clients of a process, so that connections are reused.</param>
    /// <param name="options">Addresses, deadlines and limits.</param>
    /// <param name="budget">The allowance; one for the whole process.</param>
    /// <param name="tokens">The grant's access tokens.</param>
    /// <param name="time">The clock.</param>
    public SageClient(HttpClient http, SageOptions options, CallBudget budget, IAccessTokenSource tokens, TimeProvider time) =>
        _transport = new SageTransport(http, options, budget, tokens, time);

    /// <summary>The person who granted access.</summary>
    public Task<SageAnswer<SageUser>> GetUserAsync(CancellationToken ct) =>
        _transport.SendAsync(new SageCall(HttpMethod.Get, "/user"), WireJson.Default.SageUser, ct);

    /// <summary>
    /// All businesses of the grant: one call for the list, which names them only, and one for each of the first twenty, which tells the
    /// rest. Businesses beyond those keep their names alone.
    /// </summary>
    public async Task<SageAnswer<IReadOnlyList<SageBusiness>>> ListBusinessesAsync(CancellationToken ct)
    {
        var list = await _transport.SendAsync(new SageCall(HttpMethod.Get, "/businesses"), WireJson.Default.SagePageSageBusiness, ct);
        if (!list.Succeeded(out var page, out var failure))
            return failure;
        var details = await Task.WhenAll(page.Items.Take(DetailedMax).Select(business => GetBusinessAsync(business.Id, ct)));
        var businesses = page.Items.ToArray();
        for (var i = 0; i < details.Length; i++)
        {
            if (!details[i].Succeeded(out var business, out failure))
                return failure;
            businesses[i] = business;
        }
        return businesses;
    }

    /// <summary>Calls for one business.</summary>
    public SageBusinessClient ForBusiness(string businessId, CallPriority priority = CallPriority.Interactive)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(businessId);
        return new SageBusinessClient(new BusinessCalls(_transport, businessId, priority));
    }

    private Task<SageAnswer<SageBusiness>> GetBusinessAsync(string id, CancellationToken ct) =>
        _transport.SendAsync(new SageCall(HttpMethod.Get, $"/businesses/{Uri.EscapeDataString(id)}"), WireJson.Default.SageBusiness, ct);
}

/// <summary>API v3.1 for one business.</summary>
public sealed class SageBusinessClient
{
    private readonly BusinessCalls _calls;

    internal SageBusinessClient(BusinessCalls calls)
    {
        _calls = calls;
        var json = WireJson.Default;
        SalesInvoices = new SalesInvoices(calls);
        Contacts = new Contacts(calls);
        Addresses = new SageCollection<SageAddress>(calls, "addresses", json.SageAddress, json.SagePageSageAddress);
        ContactPersons = new SageCollection<SageContactPerson>(
            calls,
            "contact_persons",
            json.SageContactPerson,
            json.SagePageSageContactPerson
        );
        TaxRates = new SageCollection<SageTaxRate>(calls, "tax_rates", json.SageTaxRate, json.SagePageSageTaxRate);
        LedgerAccounts = new SageCollection<SageLedgerAccount>(
            calls,
            "ledger_accounts",
            json.SageLedgerAccount,
            json.SagePageSageLedgerAccount
        );
        BankAccounts = new SageCollection<SageBankAccount>(calls, "bank_accounts", json.SageBankAccount, json.SagePageSageBankAccount);
        Currencies = Names("currencies");
        Countries = Names("countries");
        ArtefactStatuses = Names("artefact_statuses");
        PaymentMethods = Names("payment_methods");
    }

    /// <summary>Sales invoices.</summary>
    public SalesInvoices SalesInvoices { get; }

    /// <summary>Customers and suppliers.</summary>
    public Contacts Contacts { get; }

    /// <summary>Addresses of contacts.</summary>
    public SageCollection<SageAddress> Addresses { get; }

    /// <summary>Persons at contacts.</summary>
    public SageCollection<SageContactPerson> ContactPersons { get; }

    /// <summary>Rates of tax.</summary>
    public SageCollection<SageTaxRate> TaxRates { get; }

    /// <summary>Ledger accounts.</summary>
    public SageCollection<SageLedgerAccount> LedgerAccounts { get; }

    /// <summary>Bank accounts.</summary>
    public SageCollection<SageBankAccount> BankAccounts { get; }

    /// <summary>Currencies.</summary>
    public SageCollection<SageReference> Currencies { get; }

    /// <summary>Countries.</summary>
    public SageCollection<SageReference> Countries { get; }

    /// <summary>The states of documents.</summary>
    public SageCollection<SageReference> ArtefactStatuses { get; }

    /// <summary>Payment methods.</summary>
    public SageCollection<SageReference> PaymentMethods { get; }

    /// <summary>The business itself.</summary>
    public Task<SageAnswer<SageBusiness>> GetBusinessAsync(CancellationToken ct) =>
        _calls.ReadAsync($"/businesses/{Uri.EscapeDataString(_calls.BusinessId)}", WireJson.Default.SageBusiness, ct);

    /// <summary>Currency, VAT scheme and the days between which documents may be dated.</summary>
    public Task<SageAnswer<SageFinancialSettings>> GetFinancialSettingsAsync(CancellationToken ct) =>
        _calls.ReadAsync("/financial_settings", WireJson.Default.SageFinancialSettings, ct);

    /// <summary>Numbers, terms and notes of invoices.</summary>
    public Task<SageAnswer<SageInvoiceSettings>> GetInvoiceSettingsAsync(CancellationToken ct) =>
        _calls.ReadAsync("/invoice_settings", WireJson.Default.SageInvoiceSettings, ct);

    /// <summary>Changes an address; only keys that are set are sent.</summary>
    public Task<SageAnswer<SageAddress>> UpdateAddressAsync(
        string id,
        NewSageAddress address,
        IdempotencyId idempotency,
        CancellationToken ct
    ) =>
        _calls.WriteAsync(
            HttpMethod.Put,
            $"/addresses/{Uri.EscapeDataString(id)}",
            new SendAddress(address with { IdempotencyId = idempotency.Hex }),
            WireJson.Default.SendAddress,
            WireJson.Default.SageAddress,
            ct
        );

    /// <summary>Adds an address to a contact; the type, the name and whether it is the main one must be set.</summary>
    public Task<SageAnswer<SageAddress>> CreateAddressAsync(NewSageAddress address, IdempotencyId idempotency, CancellationToken ct) =>
        _calls.WriteAsync(
            HttpMethod.Post,
            "/addresses",
            new SendAddress(address with { IdempotencyId = idempotency.Hex }),
            WireJson.Default.SendAddress,
            WireJson.Default.SageAddress,
            ct
        );

    /// <summary>Changes a person; only keys that are set are sent.</summary>
    public Task<SageAnswer<SageContactPerson>> UpdateContactPersonAsync(
        string id,
        NewSageContactPerson person,
        IdempotencyId idempotency,
        CancellationToken ct
    ) =>
        _calls.WriteAsync(
            HttpMethod.Put,
            $"/contact_persons/{Uri.EscapeDataString(id)}",
            new SendContactPerson(person with { IdempotencyId = idempotency.Hex }),
            WireJson.Default.SendContactPerson,
            WireJson.Default.SageContactPerson,
            ct
        );

    /// <summary>Adds a person to an address; the address, the name and the types must be set.</summary>
    public Task<SageAnswer<SageContactPerson>> CreateContactPersonAsync(
        NewSageContactPerson person,
        IdempotencyId idempotency,
        CancellationToken ct
    ) =>
        _calls.WriteAsync(
            HttpMethod.Post,
            "/contact_persons",
            new SendContactPerson(person with { IdempotencyId = idempotency.Hex }),
            WireJson.Default.SendContactPerson,
            WireJson.Default.SageContactPerson,
            ct
        );

    private SageCollection<SageReference> Names(string collection) =>
        new(_calls, collection, WireJson.Default.SageReference, WireJson.Default.SagePageSageReference);
}
