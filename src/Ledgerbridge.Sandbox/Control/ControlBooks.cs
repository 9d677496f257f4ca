using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;
using Ledgerbridge.Sandbox.Seeds;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Control;

/// <summary>The part of the control API that looks into the books of a business, and fills them.</summary>
internal sealed class ControlBooks(SandboxWorld world)
{
    /// <summary>Answers what stands under <c>/_sandbox/businesses</c>.</summary>
    public Task<ApiAnswer> AnswerAsync(HttpRequest request, string[] words, CancellationToken ct) =>
        (request.Method, words) switch
        {
            ("GET", []) => Task.FromResult(ControlFace.Json(200, new { businesses = world.Businesses.Select(Summary) })),
            ("GET", [var id]) => Task.FromResult(ControlFace.Json(200, Summary(Business(id)))),
            ("PUT", [var id]) => ChangeAsync(Business(id), request, ct),
            ("GET", [var id, "trial_balance"]) => Task.FromResult(TrialBalance(Business(id))),
            ("GET", [var id, "documents", var collection]) => Task.FromResult(
                Documents(Business(id), collection, new ApiQuery(request.Query))
            ),
            ("POST", [var id, "payments"]) => PayAsync(Business(id), request, ct),
            ("POST", [var id, "seed"]) => SeedAsync(Business(id), request, ct),
            _ => throw new ControlException(404, $"There is no {request.Method} /_sandbox/businesses/{string.Join('/', words)}."),
        };

    /// <summary>How many live documents each resource of a business has, and how many transactions and entries.</summary>
    public SortedDictionary<string, long> Counts(Business business) =>
        world.File.Read(db =>
        {
            var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
            using (
                var rows = db.Use("select resource, count(*) from documents where business=? and deleted_at is null group by resource")
                    .With(business.Number)
            )
            {
                while (rows.Step())
                    counts[Catalogue.TypeOf((int)rows.Long(0)).Collection] = rows.Long(1);
            }
            counts["transactions"] = db.Use("select count(*) from transactions where business=?").With(business.Number).Number() ?? 0;
            counts["ledger_entries"] = db.Use("select count(*) from entries where business=?").With(business.Number).Number() ?? 0;
            return counts;
        });

    private object Summary(Business business) =>
        new
        {
            business.Id,
            business.Name,
            business.Country,
            business.Currency,
            business.SubscriptionActive,
            business.TaxReconciledThrough,
            Counts = Counts(business),
        };

    private ApiAnswer TrialBalance(Business business)
    {
        var rows = world.File.Read(db => world.Scope(db, business).Ledger.TrialBalance());
        var (debit, credit) = (rows.Sum(static row => row.Debit), rows.Sum(static row => row.Credit));
        return ControlFace.Json(
            200,
            new
            {
                business.Currency,
                debit = Money(debit),
                credit = Money(credit),
                difference = Money(debit - credit),
                accounts = rows.Select(static row => new
                {
                    id = row.Account.Id,
                    nominal_code = row.Account.NominalCode,
                    name = row.Account.DisplayedAs,
                    debit = Money(row.Debit),
                    credit = Money(row.Credit),
                    balance = Money(row.Debit - row.Credit),
                }),
            }
        );
    }

    /// <summary>Documents in full, deleted ones too, without the traces that reading through the API leaves.</summary>
    private ApiAnswer Documents(Business business, string collection, ApiQuery query)
    {
        var type = Catalogue.Type(collection) ?? throw new ControlException(404, $"There are no stored {collection}.");
        var (limit, offset) = (Math.Clamp(query.Whole("limit", 100), 1, 10_000), Math.Max(0, query.Whole("offset", 0)));
        return new ApiAnswer(
            200,
            world.File.Read(db =>
                JsonText.Write(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteStartArray("documents");
                    using var rows = db.Use(
                            "select b.body from bodies b where b.seq in (select seq from documents where business=? and resource=? "
                                + "order by seq limit ? offset ?) order by b.seq"
                        )
                        .With(business.Number)
                        .With(type.Number)
                        .With(limit)
                        .With(offset);
                    while (rows.Step())
                        writer.WriteRawValue(rows.Bytes(0), skipInputValidation: true);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                })
            )
        );
    }

    private async Task<ApiAnswer> ChangeAsync(Business business, HttpRequest request, CancellationToken ct)
    {
        var sent = await ControlFace.BodyAsync<BusinessRequest>(request, ct);
        var through = sent.TaxReconciledThrough is { } date ? SandboxClock.Text(date) : business.TaxReconciledThrough;
        var changed = business with
        {
            SubscriptionActive = sent.SubscriptionActive ?? business.SubscriptionActive,
            TaxReconciledThrough = through,
        };
        await world.File.WriteAsync(
            db =>
            {
                world.SaveBusiness(db, changed);
                if (through is not null)
                    Reconcile(db, business, through);
                return true;
            },
            ct
        );
        return ControlFace.Json(200, Summary(changed));
    }

    private static void Reconcile(Sqlite db, Business business, string through) =>
        db.Use(
                "update bodies set body=json_set(body, '$.tax_reconciled', json('true'), '$.editable', json('false')) where seq in "
                    + "(select seq from documents where business=? and resource>=? and date<=? and status not in ('DRAFT', 'PRO_FORMA'))"
            )
            .With(business.Number)
            .With(ResourceType.FirstArtefact)
            .With(through)
            .Run();

    private async Task<ApiAnswer> PayAsync(Business business, HttpRequest request, CancellationToken ct)
    {
        var sent = await ControlFace.BodyAsync<PaymentRequest>(request, ct);
        var paid = await world.File.WriteAsync(
            db =>
            {
                var scope = world.Scope(db, business);
                var invoice =
                    scope.Documents.Find(SalesShapes.Invoices, sent.SalesInvoice)
                    ?? throw new ControlException(404, $"There is no sales invoice {sent.SalesInvoice}.");
                var amount = sent.Amount ?? invoice.Body.Amount("outstanding_amount");
                return SalesSettlement.Pay(scope, invoice, amount, sent.Date ?? scope.Today);
            },
            ct
        );
        return new ApiAnswer(200, paid.Json);
    }

    private async Task<ApiAnswer> SeedAsync(Business business, HttpRequest request, CancellationToken ct)
    {
        var sent = await ControlFace.BodyAsync<SeedRequest>(request, ct);
        await new BulkSeeder(world, business).PlantAsync(sent.Contacts, sent.Invoices, ct);
        return ControlFace.Json(200, Summary(business));
    }

    private Business Business(string id) =>
        world.Businesses.FirstOrDefault(business => business.Id == id) ?? throw new ControlException(404, $"There is no business {id}.");

    private static string Money(long cents) => Amounts.Text(Amounts.FromMinor(cents));
}
