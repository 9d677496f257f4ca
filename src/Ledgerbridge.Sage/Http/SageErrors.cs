using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ledgerbridge.Sage.Http;

/// <summary>
/// Turns the three shapes of Sage's error bodies into one failure: an array of remarks (v3.1), the same array under <c>$diagnoses</c> (v1
/// and v2 routes), and an object with <c>error</c> (no authorisation header). Anything else is told by its status alone.
/// </summary>
internal static partial class SageErrors
{
    /// <summary>Remarks of Sage's that a bookkeeper would not understand, by a part of their text, and what they mean.</summary>
    private static readonly (string Part, string Sentence)[] Known =
    [
        ("find supplier", "Sage has no such supplier. A document needs a contact of its own kind."),
        ("find customer", "Sage has no such customer. A document needs a contact of its own kind."),
        ("must be the same", "All lines must be of the same kind: goods, or services."),
        ("business is not registered for tax", "This business is not registered for VAT in Sage, so nothing it sells may carry VAT."),
        ("VAT reconciled", "This document is part of a VAT return that has been reconciled in Sage, so it cannot be changed any more."),
        ("enough stock", "Sage counts fewer of an item than this sells, so nothing was booked. Book the missing stock in first."),
        (
            "must be 'Zero Rated'",
            "Sage wants the zero rate on every line, because the customer is outside the country's VAT area. Another rate was used."
        ),
        ("only pay unpaid or part-paid", "Only invoices that are unpaid or partly paid can be paid, and this one is not."),
    ];

    /// <summary>Fields that our callers know by another name, by Sage's own; an address and a person are sent alone as well.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["tax_number"] = "vat_number",
        ["contact_type_ids"] = "kind",
        ["currency_id"] = "currency",
        ["void_reason"] = "reason",
        ["address_line_1"] = "address.line1",
        ["address_line_2"] = "address.line2",
        ["city"] = "address.city",
        ["region"] = "address.region",
        ["postal_code"] = "address.postal_code",
        ["country_id"] = "address.country",
        ["main_contact_person.name"] = "person_name",
        ["main_contact_person.email"] = "email",
        ["main_contact_person.telephone"] = "telephone",
    };

    /// <summary>What people call a field where its name with spaces would not do.</summary>
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["vat_number"] = "VAT number",
        ["line1"] = "street",
        ["line2"] = "second line of the address",
        ["person_name"] = "contact person",
    };

    public static SageFailure Read(HttpStatusCode status, byte[] body, string? requestId, TimeSpan? retryAfter, bool isWrite)
    {
        var remarks = Remarks(body);
        var kind = Kind(status, remarks);
        return new SageFailure(kind, Sentence(kind, remarks))
        {
            Remarks = remarks,
            Status = (int)status,
            RequestId = requestId,
            RetryAfter = retryAfter,
            MayHaveHappened = isWrite && (int)status >= 500,
        };
    }

    private static SageFailureKind Kind(HttpStatusCode status, SageRemark[] remarks) =>
        (int)status switch
        {
            401 when Array.Exists(remarks, static r => r.Code == "AuthorizationFailure") => SageFailureKind.SubscriptionEnded,
            401 => SageFailureKind.NotSignedIn,
            403 => SageFailureKind.NotPermitted,
            404 => SageFailureKind.NotFound,
            429 => SageFailureKind.TooManyCalls,
            >= 500 => SageFailureKind.Unavailable,
            >= 400 => SageFailureKind.Refused,
            _ => SageFailureKind.Unreadable,
        };

    private static string Sentence(SageFailureKind kind, SageRemark[] remarks) =>
        kind switch
        {
            SageFailureKind.SubscriptionEnded =>
                "Sage says that this business has no active subscription. Renew it in Sage, then try again.",
            SageFailureKind.NotSignedIn => "Sage does not accept our sign-in for this business.",
            SageFailureKind.NotPermitted =>
                "The person who connected Sage may not do this there. Somebody with that right has to connect, or give it to them in Sage.",
            SageFailureKind.NotFound => "Sage could not find the record, or one that the request names.",
            SageFailureKind.TooManyCalls => "Sage asks us to call less often. Nothing was done; it is tried again later.",
            SageFailureKind.Unavailable => "Sage has a fault of its own, or is being maintained.",
            SageFailureKind.Refused when remarks.Length > 0 =>
                $"Sage refused it: {string.Join(" ", remarks.Select(static r => r.Message).Distinct())}",
            SageFailureKind.Refused => "Sage refused it and gave no reason.",
            _ => "Sage answered in a way that its description does not foresee.",
        };

    private static SageRemark[] Remarks(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("$diagnoses", out var diagnoses))
                root = diagnoses;
            return root.ValueKind switch
            {
                JsonValueKind.Array => [.. root.EnumerateArray().Where(static r => r.ValueKind == JsonValueKind.Object).Select(Remark)],
                JsonValueKind.Object when Text(root, "error") is { Length: > 0 } error => [new SageRemark("", error, "", "")],
                JsonValueKind.Object when Text(root, "$message").Length > 0 => [Remark(root)],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static SageRemark Remark(JsonElement remark)
    {
        var source = Text(remark, "$source");
        var field = OurField(source);
        return new SageRemark(field, Plain(Text(remark, "$message"), field), Text(remark, "$dataCode"), source);
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    /// <summary>
    /// Sage names fields by its inner names (<c>line_items.currency_tax_amount</c>,
    /// <c>purchase_invoice[invoice_lines][0][description]</c>); the ones our callers know are returned.
    /// </summary>
    private static string OurField(string source)
    {
        if (source is "" or "base" or "Authorization")
            return "";
        var field = source;
        if (Bracketed().Match(source) is { Success: true } bracketed)
        {
            var parts = bracketed.Groups["part"].Captures.Select(static c => c.Value);
            field = string.Join('.', parts.Select(static p => p.All(char.IsAsciiDigit) ? $"[{p}]" : p))
                .Replace(".[", "[", StringComparison.Ordinal);
        }
        field = field
            .Replace("invoice_lines", "line_items", StringComparison.Ordinal)
            .Replace("credit_note_lines", "line_items", StringComparison.Ordinal);
        field = InnerAmount().Replace(field, "");
        const string Main = "main_address.";
        var bare = field.StartsWith(Main, StringComparison.Ordinal) ? field[Main.Length..] : field;
        return Renamed.GetValueOrDefault(bare, field);
    }

    private static string Plain(string message, string field)
    {
        if (Array.Find(Known, known => message.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Sentence is { } sentence)
            return sentence;
        var last = field[(field.LastIndexOf('.') + 1)..];
        var name = Spoken.GetValueOrDefault(last) ?? last.Replace("_id", "", StringComparison.Ordinal).Replace('_', ' ');
        return message switch
        {
            "This field is required." or "is required" when name.Length > 0 => $"Sage wants a {name}, and it was missing.",
            "" => "Sage gave no reason.",
            _ when char.IsLower(message[0]) && name.Length > 0 => $"{char.ToUpperInvariant(name[0])}{name[1..]} {message.TrimEnd('.')}.",
            _ => message,
        };
    }

    /// <summary>Amounts in the document's currency are called <c>currency_…</c> inside; the currency itself is not meant.</summary>
    [GeneratedRegex(@"(?<=^|\.)currency_(?!id$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InnerAmount();

    [GeneratedRegex(@"^\w+(\[(?<part>\w+)\])+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();
}
