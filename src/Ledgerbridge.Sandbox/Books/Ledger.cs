using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Books;

/// <summary>One side of a posting, in cents of the business's currency. Exactly one of debit and credit is above zero.</summary>
/// <param name="Account">The account.</param>
/// <param name="Debit">Cents on the debit side.</param>
/// <param name="Credit">Cents on the credit side.</param>
/// <param name="Description">What for.</param>
internal sealed record Entry(Account Account, long Debit, long Credit, string? Description)
{
    public string? TaxRateId { get; init; }
    public string? ContactId { get; init; }

    /// <summary>An entry of this many cents: above zero a debit, below a credit.</summary>
    public static Entry Signed(Account account, long cents, string? description) =>
        new(account, Math.Max(cents, 0), Math.Max(-cents, 0), description);
}

/// <summary>What a transaction says of itself: the document it comes from, its date and its totals.</summary>
internal sealed record TransactionHead
{
    public required string Date { get; init; }
    public string? Reference { get; init; }

    /// <summary>Cents of the business's currency.</summary>
    public required long Total { get; init; }

    /// <summary>Cents of the document's currency.</summary>
    public required long ForeignTotal { get; init; }
    public string? ContactId { get; init; }
    public string? ContactName { get; init; }
    public required string TypeId { get; init; }
    public required int OriginResource { get; init; }
    public required string OriginId { get; init; }
    public string? OriginName { get; init; }
}

/// <summary>One line of a trial balance, in cents.</summary>
internal sealed record BalanceRow(Account Account, long Debit, long Credit);

/// <summary>
/// The double-entry ledger of one business. Entries are only ever added; a correction adds their mirror image. What is added at once must
/// balance.
/// </summary>
internal sealed class Ledger(Scope scope)
{
    /// <summary>Posts a transaction and returns its row.</summary>
    /// <exception cref="InvalidOperationException">Debits and credits differ: a bug in the rules that made the entries.</exception>
    public long Post(TransactionHead head, IReadOnlyList<Entry> entries)
    {
        using (
            var row = scope.Db.Use(
                "insert into transactions (business, created_at, updated_at, date, deleted, reference, total, foreign_total, contact, "
                    + "contact_name, "
                    + "kind, origin_resource, origin_id, origin_name) values (?,?,?,?,0,?,?,?,?,?,?,?,?,?)"
            )
        )
        {
            row.With(scope.Business.Number).With(scope.Now).With(scope.Now);
            BindHead(row, head).With(head.TypeId).With(head.OriginResource).With(head.OriginId).With(head.OriginName).Step();
        }
        var seq = scope.Db.LastRow;
        AddEntries(seq, head.Date, entries);
        return seq;
    }

    /// <summary>Undoes a transaction by mirrored entries; it and all its entries count as deleted from now on.</summary>
    public void Void(long seq)
    {
        Mirror(seq);
        scope.Db.Use("update transactions set deleted=1, updated_at=? where seq=?").With(scope.Now).With(seq).Run();
    }

    /// <summary>Replaces what a transaction booked: mirrors the old entries and adds the new ones.</summary>
    public void Repost(long seq, TransactionHead head, IReadOnlyList<Entry> entries)
    {
        Mirror(seq);
        using (
            var row = scope.Db.Use(
                "update transactions set date=?, reference=?, total=?, foreign_total=?, contact=?, contact_name=?, updated_at=? where seq=?"
            )
        )
            BindHead(row, head).With(scope.Now).With(seq).Step();
        AddEntries(seq, head.Date, entries);
    }

    /// <summary>What stands on every account that was ever posted to, by nominal code.</summary>
    public IReadOnlyList<BalanceRow> TrialBalance()
    {
        var balance = new List<BalanceRow>();
        using var rows = scope
            .Db.Use("select account, sum(debit), sum(credit) from entries where business=? group by account")
            .With(scope.Business.Number);
        while (rows.Step())
            balance.Add(new BalanceRow(AccountOf(rows.Long(0)), rows.Long(1), rows.Long(2)));
        return [.. balance.OrderBy(static row => row.Account.NominalCode)];
    }

    /// <summary>The account of this row.</summary>
    public Account AccountOf(long row) =>
        scope.Shelf.AccountOfRow(row) ?? throw new InvalidOperationException($"Entries name account {row}, which does not exist.");

    private void Mirror(long seq)
    {
        scope
            .Db.Use(
                "insert into entries (business, transaction_seq, account, created_at, updated_at, date, deleted, debit, credit, "
                    + "description, "
                    + "tax_rate, contact) select business, transaction_seq, account, ?, ?, date, 1, credit, debit, description, "
                    + "tax_rate, contact "
                    + "from entries where transaction_seq=? and deleted=0 order by seq"
            )
            .With(scope.Now)
            .With(scope.Now)
            .With(seq)
            .Run();
        scope.Db.Use("update entries set deleted=1, updated_at=? where transaction_seq=? and deleted=0").With(scope.Now).With(seq).Run();
    }

    private void AddEntries(long seq, string date, IReadOnlyList<Entry> entries)
    {
        if (entries.Sum(static entry => entry.Debit - entry.Credit) != 0)
            throw new InvalidOperationException("Debits and credits of a posting differ.");
        foreach (var entry in entries)
        {
            scope
                .Db.Use(
                    "insert into entries (business, transaction_seq, account, created_at, updated_at, date, deleted, debit, credit, "
                        + "description, tax_rate, contact) values (?,?,?,?,?,?,0,?,?,?,?,?)"
                )
                .With(scope.Business.Number)
                .With(seq)
                .With(entry.Account.Seq)
                .With(scope.Now)
                .With(scope.Now)
                .With(date)
                .With(entry.Debit)
                .With(entry.Credit)
                .With(entry.Description)
                .With(entry.TaxRateId)
                .With(entry.ContactId)
                .Run();
        }
    }

    private static Statement BindHead(Statement row, TransactionHead head) =>
        row.With(head.Date).With(head.Reference).With(head.Total).With(head.ForeignTotal).With(head.ContactId).With(head.ContactName);
}
