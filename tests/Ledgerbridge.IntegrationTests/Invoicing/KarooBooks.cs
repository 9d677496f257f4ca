using System.Net;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Invoicing;

/// <summary>
/// Books with twelve invoices of two customers, a month apart: the last three are drafts, and one of the booked ones is void. What a test
/// adds carries a reference that begins otherwise.
/// </summary>
public sealed class KarooBooks : IAsyncLifetime
{
    /// <summary>How many invoices there are with <see cref="Own"/>.</summary>
    public const int Count = 12;

    /// <summary>What their references begin with.</summary>
    public const string Own = "LIST-";

    private const int Drafts = 3;

    /// <summary>The server.</summary>
    public ServerFixture Server { get; private set; } = null!;

    /// <summary>The Owner's browser.</summary>
    public ServerClient Owner { get; private set; } = null!;

    /// <summary>Of every odd invoice.</summary>
    public string Baobab { get; private set; } = "";

    /// <summary>Of every even invoice.</summary>
    public string Protea { get; private set; } = "";

    /// <summary>The ids at Sage by number, from 1.</summary>
    public IReadOnlyList<string> Ids { get; private set; } = [];

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        Server = await ServerFixture.StartAsync(ct);
        Owner = await Server.ReadyAsync(ct);
        Baobab = await Owner.CustomerAsync("Baobab Lodge", ct);
        Protea = await Owner.CustomerAsync("Protea Interiors", ct);
        var ids = new List<string>();
        for (var number = 1; number <= Count; number++)
        {
            var id = await CreateAsync(number % 2 == 1 ? Baobab : Protea, $"{Own}{number:D2}", DateOf(number), ct);
            if (number <= Count - Drafts)
                (await Owner.PostAsync($"/api/sage/sales_invoices/{id}/release", null, ct)).Expect(HttpStatusCode.OK);
            ids.Add(id);
        }
        (await Owner.PostAsync($"/api/sage/sales_invoices/{ids[0]}/void", new { reason = "Written twice" }, ct)).Expect(HttpStatusCode.OK);
        Ids = ids;
    }

    /// <summary>The day of an invoice.</summary>
    public static DateOnly DateOf(int number) => new DateOnly(2025, 3, 1).AddMonths(number - 1);

    /// <summary>Makes an invoice of 100.00 that is due ten days later and returns its id.</summary>
    public async Task<string> CreateAsync(string contact, string reference, DateOnly date, CancellationToken ct)
    {
        var invoice = new
        {
            contact_id = contact,
            reference,
            date,
            due_date = date.AddDays(10),
            line_items = new[]
            {
                new
                {
                    description = "Consulting",
                    quantity = 1,
                    unit_price = "100.00",
                },
            },
        };
        return (await Owner.PostAsync("/api/sage/sales_invoices", invoice, ct)).Expect(HttpStatusCode.Created).Get("id");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await Server.DisposeAsync();
    }
}
