using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Contacts.Internal;

/// <summary>The period of a statement.</summary>
internal sealed class StatementFilter
{
    private const int MonthsUsual = 3;

    /// <summary>The first day; three months before the last when left out.</summary>
    public string? From { get; init; }

    /// <summary>The last day; today when left out.</summary>
    public string? To { get; init; }

    /// <summary>The first and the last day, or what is wrong with them.</summary>
    public Result<(DateOnly FromOn, DateOnly ToOn)> ToPeriod(DateOnly today)
    {
        var fields = new QueryFields();
        var to = fields.Day("to", To) ?? today;
        var from = fields.Day("from", From) ?? (to.Year > 1 ? to.AddMonths(-MonthsUsual) : to);
        if (fields.Problem is null && from > to)
            fields.Add("from", "must not be after the last day.");
        return fields.Problem is { } problem ? problem : (from, to);
    }
}

/// <summary>A line of a statement.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Sage's id.</param>
/// <param name="Name">The number; empty for a payment.</param>
/// <param name="Reference">The reference; may be empty.</param>
/// <param name="DueDate">When an invoice is due; null for all else.</param>
/// <param name="Amount">What the customer owes more by it; below nothing what he owes less.</param>
/// <param name="Balance">What the customer owes after it.</param>
internal sealed record StatementEntryResponse(
    DateOnly Date,
    AccountEntryKind Kind,
    string Id,
    string Name,
    string Reference,
    DateOnly? DueDate,
    decimal Amount,
    decimal Balance
);

/// <summary>What a customer was invoiced and paid over a period, and owes after each.</summary>
internal sealed record StatementResponse
{
    /// <summary>The customer.</summary>
    public required ContactResponse Contact { get; init; }

    /// <summary>The currency of all amounts, the customer's one.</summary>
    public required string Currency { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What the customer owed when the period began.</summary>
    public required decimal OpeningBalance { get; init; }

    /// <summary>The invoices of the period.</summary>
    public required decimal InvoicedAmount { get; init; }

    /// <summary>The credit notes of the period.</summary>
    public required decimal CreditedAmount { get; init; }

    /// <summary>The payments of the period, less what went back.</summary>
    public required decimal PaidAmount { get; init; }

    /// <summary>What the customer owes at its end.</summary>
    public required decimal ClosingBalance { get; init; }

    /// <summary>The documents and payments, oldest first; drafts and void documents are not among them.</summary>
    public required IReadOnlyList<StatementEntryResponse> Entries { get; init; }

    /// <summary>Everything that changed in Sage before this moment is in it; null while the copies were never complete.</summary>
    public required DateTimeOffset? FreshAt { get; init; }
}

/// <summary>Statements of customers, from the copies.</summary>
internal sealed class ReadStatement(Businesses businesses, ContactCopies contacts, ContactAccounts accounts, TimeProvider time)
{
    private static readonly Problem NotForSuppliers = new(
        ProblemCode.NotSupported,
        "A statement shows what a customer owes. Suppliers’ invoices are not copied from Sage; see the supplier’s page there."
    );

    /// <summary>The statement of one customer.</summary>
    public async Task<Result<StatementResponse>> RunAsync(
        WorkspaceId workspace,
        string contactId,
        StatementFilter filter,
        CancellationToken ct
    )
    {
        if (!filter.ToPeriod(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Succeeded(out var period, out var problem))
            return problem;
        var opened = await businesses.OpenCurrentAsync(workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out problem))
            return problem;
        if (!(await contacts.GetAsync(books, contactId, ct)).Succeeded(out var copy, out problem))
            return problem;
        if (copy.Contact.Details.Kind == ContactKind.Supplier)
            return NotForSuppliers;
        var read = await accounts.ReadAsync(books.Key, contactId, period.FromOn, period.ToOn, ct);
        if (!read.Succeeded(out var account, out problem))
            return problem;
        var currency = copy.Contact.Details.Currency ?? books.Reference.Currency;
        var zero = Money.Zero(currency).Amount;
        var opening = zero + Rounding.HalfAwayFromZero.Apply(account.Opening, currency.Exponent);
        var (balance, entries) = (opening, new List<StatementEntryResponse>(account.Entries.Count));
        foreach (var entry in account.Entries)
        {
            balance += entry.Amount.Amount;
            entries.Add(ToResponse(entry, balance));
        }
        decimal Sum(params AccountEntryKind[] kinds) =>
            zero + account.Entries.Where(entry => kinds.Contains(entry.Kind)).Sum(static entry => entry.Amount.Amount);
        return new StatementResponse
        {
            Contact = ContactResponse.Of(copy.Contact, copy.ReadAt),
            Currency = currency.Code,
            From = period.FromOn,
            To = period.ToOn,
            OpeningBalance = opening,
            InvoicedAmount = Sum(AccountEntryKind.Invoice),
            CreditedAmount = -Sum(AccountEntryKind.CreditNote),
            PaidAmount = -Sum(AccountEntryKind.Payment, AccountEntryKind.Refund),
            ClosingBalance = balance,
            Entries = entries,
            FreshAt = account.FreshAt,
        };
    }

    private static StatementEntryResponse ToResponse(AccountEntry entry, decimal balance) =>
        new(entry.BookedOn, entry.Kind, entry.Id, entry.Name, entry.Reference, entry.DueOn, entry.Amount.Amount, balance);
}

/// <summary>Statements in a spreadsheet, with the opening balance as the first line.</summary>
internal static class StatementCsv
{
    public static string[] Columns { get; } = ["date", "kind", "number", "reference", "due_date", "currency", "amount", "balance", "id"];

    public static IEnumerable<string[]> Lines(StatementResponse statement)
    {
        yield return
        [
            CsvAnswer.Cell(statement.From),
            "opening_balance",
            "",
            "",
            "",
            statement.Currency,
            "",
            CsvAnswer.Cell(statement.OpeningBalance),
            "",
        ];
        foreach (var entry in statement.Entries)
        {
            yield return
            [
                CsvAnswer.Cell(entry.Date),
                QueryFields.Word(entry.Kind),
                entry.Name,
                entry.Reference,
                CsvAnswer.Cell(entry.DueDate),
                statement.Currency,
                CsvAnswer.Cell(entry.Amount),
                CsvAnswer.Cell(entry.Balance),
                entry.Id,
            ];
        }
    }
}
