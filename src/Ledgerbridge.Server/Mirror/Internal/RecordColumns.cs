using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>What of a record is kept beside its content, by the kind of record.</summary>
internal static class RecordColumns
{
    private const int NameMax = 80;
    private const decimal Parts = 10_000m;
    private const decimal Largest = 900_000_000_000_000m;

    /// <summary>The record as it is kept.</summary>
    public static string ContentOf(object record) => JsonSerializer.Serialize(record, record.GetType(), ApiJson.Options);

    /// <summary>The record that was kept.</summary>
    public static TRecord Read<TRecord>(this RecordRow row) => JsonSerializer.Deserialize<TRecord>(row.Content, ApiJson.Options)!;

    /// <summary>Fills the columns of a row from its record.</summary>
    public static void Fill(this RecordRow row, object record)
    {
        switch (record)
        {
            case BooksInvoice invoice:
                Fill(row, invoice.State, invoice.ContactId, invoice.ContactName, invoice.Reference, invoice.IssuedOn);
                row.DueOn = invoice.DueOn ?? DateOnly.MaxValue;
                (row.Amount, row.Outstanding, row.Currency) = (Key(invoice.Gross), Key(invoice.Outstanding), CodeOf(invoice.Gross));
                row.SearchText = MirrorWords.Of(invoice.Number, invoice.Reference, invoice.ContactName);
                break;
            case BooksCreditNote note:
                Fill(row, note.State, note.ContactId, note.ContactName, note.Reference, note.IssuedOn);
                (row.Amount, row.Outstanding, row.Currency) = (Key(note.Gross), Key(note.Outstanding), CodeOf(note.Gross));
                row.SearchText = MirrorWords.Of(note.Number, note.Reference, note.ContactName);
                break;
            case BooksPayment payment:
                Fill(row, payment.Direction, payment.ContactId, payment.ContactName, payment.Reference, payment.PaidOn);
                (row.Amount, row.Currency) = (Key(payment.Amount), CodeOf(payment.Amount));
                row.Outstanding = payment.OnAccount is { } left ? Key(left) : 0;
                row.SearchText = MirrorWords.Of(payment.Reference, payment.ContactName);
                break;
            case BooksContact contact:
                var details = contact.Details;
                (row.State, row.Code, row.Email) = (details.Kind.ToString(), details.Reference, details.Email.ToLowerInvariant());
                row.NameKey = NameKey(details.Name);
                row.Amount = row.Outstanding = Key(contact.Balance ?? 0m);
                row.SearchText = MirrorWords.Of(details.Name, details.Reference, details.Email, details.PersonName);
                row.Shown = contact is { Active: true, System: false };
                break;
            case BooksItem item:
                (row.State, row.Code, row.NameKey) = (item.Details.Kind.ToString(), item.Details.Code, NameKey(item.Details.Description));
                row.Amount = Key(item.Details.SalesPrice ?? 0m);
                row.Outstanding = Key(item.QuantityInStock ?? 0m);
                row.SearchText = MirrorWords.Of(item.Details.Code, item.Details.Description);
                row.Shown = item.Active;
                break;
            default:
                throw new ArgumentException($"A {record.GetType().Name} is not mirrored.", nameof(record));
        }
    }

    /// <summary>
    /// Whether two readings of a record tell different things about the record itself. What hangs on other records, a contact's balance or
    /// a count of stock, changes without the record being changed.
    /// </summary>
    public static bool DiffersInItself(string content, object record) =>
        record switch
        {
            BooksContact contact => ContentOf(Deserialize<BooksContact>(content) with { Balance = contact.Balance }) != ContentOf(contact),
            BooksItem item => ContentOf(Deserialize<BooksItem>(content) with { QuantityInStock = item.QuantityInStock }) != ContentOf(item),
            _ => content != ContentOf(record),
        };

    private static T Deserialize<T>(string content) => JsonSerializer.Deserialize<T>(content, ApiJson.Options)!;

    private static void Fill<TState>(RecordRow row, TState state, string contactId, string name, string reference, DateOnly dated)
        where TState : struct, Enum
    {
        (row.State, row.ContactId, row.NameKey, row.Code) = (state.ToString(), contactId, NameKey(name), reference);
        (row.DatedOn, row.Shown) = (dated, true);
    }

    private static string NameKey(string name)
    {
        var key = name.ToLowerInvariant();
        return key.Length <= NameMax ? key : key[..(char.IsHighSurrogate(key[NameMax - 1]) ? NameMax - 1 : NameMax)];
    }

    private static string CodeOf(Money money) => money.Currency.Code;

    private static long Key(Money money) => Key(money.Amount);

    /// <summary>A figure to sort by; one beyond what fits is taken for the largest there is.</summary>
    private static long Key(decimal amount) => (long)(Rounding.HalfAwayFromZero.Apply(Math.Clamp(amount, -Largest, Largest), 4) * Parts);
}
