using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>References and notes of documents, as long as Sage surely keeps.</summary>
internal static class DocumentTexts
{
    /// <summary>Sage's descriptions say 25 for documents' references.</summary>
    public const int ReferenceMax = 25;

    private const int NotesMax = 2000;

    /// <summary>The shop's number with the prefix, which is not put before a number that begins so already.</summary>
    public static string ReferenceOf(string number, string prefix, List<string> notes)
    {
        var full = number.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? number : prefix + number;
        var reference = StoreText.Cut(full, ReferenceMax);
        if (reference.Length < full.Length)
            notes.Add($"Number in the shop: {full}");
        return reference;
    }

    /// <summary>The notes as one text, a line each.</summary>
    public static string NotesOf(IEnumerable<string> notes) => StoreText.Cut(string.Join('\n', notes), NotesMax);
}
