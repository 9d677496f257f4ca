using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>
/// Who a contact is for, and its reference in Sage: at most 10 characters, the same each time, different for each customer, store and
/// currency. A registered customer's is readable (<c>C11</c>, in euro <c>C11E</c>); a guest's is <c>G</c>, eight characters of a hash and
/// a mark of the currency.
/// </summary>
internal static class ContactReferences
{
    /// <summary>What Sage keeps of a reference.</summary>
    public const int LengthMax = 10;

    /// <summary>The customer part of the key of the contact small buyers share.</summary>
    public const string Shared = "shared";

    private const int HashLength = 8;
    private const int Tries = 5;
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>One letter for each of the currencies shops use most; no letter twice. Other currencies are marked by their code.</summary>
    private static readonly (string Code, string Mark)[] Marks =
    [
        ("EUR", "E"),
        ("USD", "U"),
        ("GBP", "G"),
        ("ZAR", "Z"),
        ("JPY", "J"),
        ("AUD", "A"),
        ("CAD", "C"),
        ("CHF", "F"),
        ("NZD", "N"),
        ("SEK", "S"),
        ("NOK", "O"),
        ("DKK", "D"),
        ("PLN", "P"),
        ("INR", "I"),
        ("CNY", "Y"),
        ("HKD", "H"),
    ];

    /// <summary>
    /// Who the customer is: by id when registered; a guest by e-mail, else by name, telephone and post code, else by the order.
    /// </summary>
    public static string CustomerOf(StoreCustomer customer, StoreAddress? billing, string storeKey, string document)
    {
        if (!customer.IsGuest)
            return $"customer:{customer.Id}";
        var email = customer.Email.Trim().ToLowerInvariant();
        var person = string.Join('|', customer.PersonName, customer.Company, customer.Phone, billing?.Postcode).ToLowerInvariant();
        var identity =
            email.Length > 0 ? $"email:{email}"
            : person.Trim('|').Length > 0 ? $"person:{person}"
            : $"document:{document}";
        return $"guest:{Convert.ToHexStringLower(Hash(storeKey, identity).AsSpan(0, 12))}";
    }

    /// <summary>The references to try for a contact, best first.</summary>
    public static IReadOnlyList<string> For(ContactKey key, StorePolicy policy, string storeKey, Currency books)
    {
        var mark = MarkOf(key.Currency, books);
        var readable = key.Customer.Split(':') switch
        {
            [Shared] => policy.Consolidation.Reference + mark,
            ["customer", var id] => policy.Commercial.ContactPrefix + id + mark,
            _ => "",
        };
        var letter = key.Customer.StartsWith("guest:", StringComparison.Ordinal) ? 'G' : 'K';
        var hashed = Enumerable.Range(0, Tries).Select(attempt => Hashed(letter, key, storeKey, mark, attempt));
        return readable.Length is > 0 and <= LengthMax ? [readable, .. hashed.Take(Tries - 1)] : [.. hashed];
    }

    private static string Hashed(char letter, ContactKey key, string storeKey, string mark, int attempt)
    {
        var hash = Hash(storeKey, $"{key.Text}:{attempt}");
        var text = new StringBuilder(LengthMax).Append(letter);
        for (var i = 0; i < HashLength; i++)
            text.Append(Digits[hash[i] & 31]);
        // The last place is always the currency's: a hash in one currency never reads like one in another.
        return text.Append(
                mark.Length switch
                {
                    0 => '0',
                    1 => mark[0],
                    _ => 'X',
                }
            )
            .ToString();
    }

    private static string MarkOf(Currency currency, Currency books) =>
        currency == books ? "" : Marks.FirstOrDefault(row => row.Code == currency.Code).Mark ?? currency.Code;

    private static byte[] Hash(string storeKey, string text) => SHA256.HashData(Encoding.UTF8.GetBytes($"{storeKey}\n{text}"));
}
