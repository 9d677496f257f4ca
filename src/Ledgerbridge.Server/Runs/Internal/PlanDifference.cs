using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>What differs between what became of a run and what would become of it under other rules.</summary>
/// <param name="Kinds">At least one.</param>
/// <param name="Sentence">What would be otherwise, in a bookkeeper's words.</param>
internal sealed record PlanChange(IReadOnlyList<ChangeKind> Kinds, string Sentence);

/// <summary>Compares two plans of one document. A function of the two, of how the run ended, and of the names in the books.</summary>
internal sealed class PlanDifference(BooksReference books)
{
    private const string NothingPosted = " Nothing was posted.";

    /// <summary>The names of contacts by the ids plans give them, for the sentences.</summary>
    public Dictionary<string, string> ContactNames { get; } = new(StringComparer.Ordinal);

    /// <summary>What would change; null when nothing would that the books show.</summary>
    public PlanChange? Of(ReplayRun run, Plan before, Plan after)
    {
        Remember(before);
        Remember(after);
        switch (before, after)
        {
            case (Plan.Planned old, Plan.Planned wanted):
                return Of(run, old, wanted);
            case (_, Plan.Planned wanted):
                return run.State == RunState.Synced
                    ? null
                    : new PlanChange([ChangeKind.Posted], $"{Ended(run)}; it would go into the books. {Told(wanted)}".TrimEnd());
            case (Plan.Skipped, Plan.Skipped):
                return null;
            case (_, Plan.Skipped skipped):
                return new PlanChange([ChangeKind.Skipped], $"{Ended(run)}; it would be left out. {skipped.Sentence}");
            case (Plan.Failed old, Plan.Failed failed) when old.Cause == failed.Cause && old.Sentence == failed.Sentence:
                return null;
            case (Plan.Failed, Plan.Failed failed):
                return new PlanChange([ChangeKind.Failed], $"{Ended(run)}; it would fail of something else. {Because(failed)}");
            case (_, Plan.Failed failed):
                return new PlanChange([ChangeKind.Failed], $"{Ended(run)}; it would fail. {Because(failed)}");
            case (not Plan.Waits, Plan.Waits waits):
                return new PlanChange([ChangeKind.Waiting], $"{Ended(run)}; it would wait. {waits.Sentence}");
            default:
                return null;
        }
    }

    private PlanChange? Of(ReplayRun run, Plan.Planned before, Plan.Planned after)
    {
        var found = new Found();
        Contacts(before, after, found);
        if (Papers(before) is { } old && Papers(after) is { } wanted)
            Compare(old, wanted, found);
        Compare(Payments(before), Payments(after), found);
        if (Items(before) is { } item && Items(after) is { } wantedItem)
            Compare(item, wantedItem, found);
        if (found.Kinds.Count == 0 && Sent(before) != Sent(after))
            found.Add(ChangeKind.Other, "Texts, numbers or lines would be otherwise.");
        return found.Kinds.Count == 0
            ? null
            : new PlanChange([.. found.Kinds.Order()], $"{Ended(run)}. {string.Join(" ", found.Sentences)}");
    }

    private void Contacts(Plan.Planned before, Plan.Planned after, Found found)
    {
        var (old, wanted) = (ContactIdOf(before), ContactIdOf(after));
        if (old is not null && wanted is not null && old != wanted)
        {
            found.Add(ChangeKind.Contact, $"It would go to the contact {NameOf(wanted)} instead of {NameOf(old)}.");
            return;
        }
        var (was, now) = (DetailsOf(before), DetailsOf(after));
        if (was is null || now is null || was == now)
            return;
        found.Add(
            ChangeKind.Contact,
            was.Name != now.Name ? $"The contact would be called '{now.Name}' instead of '{was.Name}'."
                : was.Reference != now.Reference ? $"The contact's reference would be {now.Reference} instead of {was.Reference}."
                : "The contact's particulars would be otherwise."
        );
    }

    private void Compare(Paper old, Paper wanted, Found found)
    {
        found.Differs(
            ChangeKind.Account,
            old.Accounts,
            wanted.Accounts,
            id => NameIn(books.LedgerAccounts, id),
            "It would use the account"
        );
        found.Differs(ChangeKind.TaxRate, old.Rates, wanted.Rates, RateName, "It would bear the tax rate");
        if (old.Expected.Gross != wanted.Expected.Gross)
            found.Add(
                ChangeKind.Amount,
                $"It would come to {MoneyText.Screen(wanted.Expected.Gross)} instead of {MoneyText.Screen(old.Expected.Gross)}."
            );
        else if (old.Expected.BaseGross != wanted.Expected.BaseGross)
            found.Add(
                ChangeKind.Amount,
                $"In the books it would come to {MoneyText.Screen(wanted.Expected.BaseGross)} instead of "
                    + $"{MoneyText.Screen(old.Expected.BaseGross)}."
            );
        else if (old.Expected.Vat != wanted.Expected.Vat)
            found.Add(
                ChangeKind.Amount,
                $"Its VAT would be {MoneyText.Screen(wanted.Expected.Vat)} instead of {MoneyText.Screen(old.Expected.Vat)}."
            );
        found.Day("It would be dated", old.IssuedOn, wanted.IssuedOn);
        if (old.DueOn is { } wasDue && wanted.DueOn is { } due)
            found.Day("It would be due on", wasDue, due);
        if (old.Reference != wanted.Reference)
            found.Add(ChangeKind.Other, $"Its reference would be {wanted.Reference} instead of {old.Reference}.");
        if (old.LineCount != wanted.LineCount)
            found.Add(ChangeKind.Other, $"It would have {wanted.LineCount} lines instead of {old.LineCount}.");
    }

    private void Compare(NewBooksPayment? old, NewBooksPayment? wanted, Found found)
    {
        if (old is null || wanted is null)
        {
            if (wanted is not null)
                found.Add(ChangeKind.Amount, $"{MoneyText.Screen(wanted.Amount)} would be booked as money paid, too.");
            else if (old is not null)
                found.Add(ChangeKind.Amount, $"{MoneyText.Screen(old.Amount)} would not be booked as money paid.");
            return;
        }
        found.Differs(
            ChangeKind.Account,
            [old.BankAccountId],
            [wanted.BankAccountId],
            id => books.BankAccounts.FirstOrDefault(account => account.Id == id)?.Name ?? id,
            "The money would go to"
        );
        if (old.Amount != wanted.Amount)
            found.Add(ChangeKind.Amount, $"{MoneyText.Screen(wanted.Amount)} would be booked instead of {MoneyText.Screen(old.Amount)}.");
        found.Day("The money would be dated", old.PaidOn, wanted.PaidOn);
    }

    private void Compare(ItemDetails old, ItemDetails wanted, Found found)
    {
        found.Differs(
            ChangeKind.Account,
            [old.SalesAccountId, old.PurchaseAccountId ?? ""],
            [wanted.SalesAccountId, wanted.PurchaseAccountId ?? ""],
            id => NameIn(books.LedgerAccounts, id),
            "It would use the account"
        );
        found.Differs(
            ChangeKind.TaxRate,
            [old.SalesTaxRateId ?? ""],
            [wanted.SalesTaxRateId ?? ""],
            RateName,
            "It would bear the tax rate"
        );
        if (old.Kind != wanted.Kind)
            found.Add(ChangeKind.Other, $"It would be a {Word(wanted.Kind)} instead of a {Word(old.Kind)}.");
    }

    private void Remember(Plan plan)
    {
        if (plan is Plan.Planned planned)
        {
            foreach (var contact in planned.Steps.OfType<PlanStep.CreateContact>())
                ContactNames.TryAdd(contact.Key.Text, contact.Contact.Name);
        }
    }

    private static string Ended(ReplayRun run) =>
        run.State switch
        {
            RunState.Synced => run.OutcomeReference.Length > 0 ? $"Posted as {run.OutcomeReference}" : "It was posted",
            RunState.Skipped => "It was left out",
            _ => "It failed",
        };

    /// <summary>Of what it would fail: that nothing was posted is true of an attempt, and not of what is in the books already.</summary>
    private static string Because(Plan.Failed failed) =>
        failed.Sentence.EndsWith(NothingPosted, StringComparison.Ordinal) ? failed.Sentence[..^NothingPosted.Length] : failed.Sentence;

    private static string Told(Plan.Planned plan) => string.Join(" ", Deeds(plan).Select(DryRuns.Told));

    private string NameOf(string contactId) => ContactNames.TryGetValue(contactId, out var name) ? $"'{name}'" : "it had before";

    private static string NameIn(IReadOnlyList<BooksLedgerAccount> accounts, string id) =>
        accounts.FirstOrDefault(account => account.Id == id)?.Name ?? id;

    private string RateName(string id) => books.TaxRates.FirstOrDefault(rate => rate.Id == id)?.Name ?? id;

    private static string Word(ItemKind kind) =>
        kind switch
        {
            ItemKind.Service => "service",
            ItemKind.StockItem => "stock item",
            _ => "product",
        };

    private static string? ContactIdOf(Plan.Planned plan) => Papers(plan)?.ContactId ?? Payments(plan)?.ContactId;

    private static ContactDetails? DetailsOf(Plan.Planned plan) =>
        plan
            .Steps.Select(static step =>
                step switch
                {
                    PlanStep.CreateContact create => create.Contact,
                    PlanStep.UpdateContact update => update.Wanted,
                    _ => null,
                }
            )
            .FirstOrDefault(static details => details is not null);

    private static Paper? Papers(Plan.Planned plan) =>
        plan
            .Steps.Select(static step =>
                step switch
                {
                    PlanStep.CreateInvoice create => Paper.Of(create.Invoice, create.Expected),
                    PlanStep.CreateCreditNote create => Paper.Of(create.CreditNote, create.Expected),
                    _ => null,
                }
            )
            .FirstOrDefault(static paper => paper is not null);

    private static NewBooksPayment? Payments(Plan.Planned plan) => plan.Steps.OfType<PlanStep.CreatePayment>().FirstOrDefault()?.Payment;

    private static ItemDetails? Items(Plan.Planned plan) => plan.Steps.OfType<PlanStep.CreateItem>().FirstOrDefault()?.Item;

    private static string Sent(Plan.Planned plan) => ApiJson.Text(Deeds(plan).Select(DryRuns.ToResponse));

    /// <summary>The steps without the contact, which an earlier run of one world may have made already.</summary>
    private static IEnumerable<PlanStep> Deeds(Plan.Planned plan) =>
        plan.Steps.Where(static step => step is not (PlanStep.KnownContact or PlanStep.CreateContact));

    /// <summary>What invoices and credit notes have in common.</summary>
    private sealed record Paper(string ContactId, DateOnly IssuedOn, DateOnly? DueOn, string Reference, ExpectedTotals Expected)
    {
        public required IReadOnlyList<string> Accounts { get; init; }

        public required IReadOnlyList<string> Rates { get; init; }

        public required int LineCount { get; init; }

        public static Paper Of(NewBooksInvoice invoice, ExpectedTotals expected) =>
            Of(invoice.ContactId, invoice.IssuedOn, invoice.DueOn, invoice.Reference, expected, invoice.Lines, invoice.Terms);

        public static Paper Of(NewBooksCreditNote note, ExpectedTotals expected) =>
            Of(note.ContactId, note.IssuedOn, null, note.Reference, expected, note.Lines, note.Terms);

        private static Paper Of(
            string contact,
            DateOnly issuedOn,
            DateOnly? dueOn,
            string reference,
            ExpectedTotals expected,
            IReadOnlyList<NewBooksLine> lines,
            TradeTerms? terms
        )
        {
            string[] carriage = terms?.Carriage is { } charged ? [charged.TaxRateId] : [];
            return new Paper(contact, issuedOn, dueOn, reference, expected)
            {
                Accounts = [.. lines.Select(static line => line.LedgerAccountId)],
                Rates = [.. lines.Select(static line => line.TaxRateId), .. carriage],
                LineCount = lines.Count,
            };
        }
    }

    /// <summary>The differences found, in the order they are told.</summary>
    private sealed class Found
    {
        public HashSet<ChangeKind> Kinds { get; } = [];

        public List<string> Sentences { get; } = [];

        public void Add(ChangeKind kind, string sentence)
        {
            Kinds.Add(kind);
            Sentences.Add(sentence);
        }

        public void Day(string what, DateOnly old, DateOnly wanted)
        {
            if (old != wanted)
                Add(
                    ChangeKind.Day,
                    string.Create(CultureInfo.InvariantCulture, $"{what} {wanted:d MMM yyyy} instead of {old:d MMM yyyy}.")
                );
        }

        public void Differs(
            ChangeKind kind,
            IReadOnlyList<string> old,
            IReadOnlyList<string> wanted,
            Func<string, string> name,
            string what
        )
        {
            if (old.SequenceEqual(wanted, StringComparer.Ordinal))
                return;
            var gone = Names(old.Except(wanted, StringComparer.Ordinal), name);
            var come = Names(wanted.Except(old, StringComparer.Ordinal), name);
            if (come.Length > 0)
                Add(kind, gone.Length > 0 ? $"{what} {come} instead of {gone}." : $"{what} {come} as well.");
            else if (gone.Length > 0)
                Add(kind, $"{what} {Names(wanted.Distinct(StringComparer.Ordinal), name)} in place of {gone}.");
        }

        private static string Names(IEnumerable<string> ids, Func<string, string> name) =>
            string.Join(", ", ids.Where(static id => id.Length > 0).Select(id => $"'{name(id)}'"));
    }
}
