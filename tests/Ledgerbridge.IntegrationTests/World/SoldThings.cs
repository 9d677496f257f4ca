using System.Text.Json.Nodes;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>Where a document has to be once everything is mended and told.</summary>
internal enum Fate
{
    /// <summary>In the books.</summary>
    Books = 1,

    /// <summary>Left out, by the shop's rules.</summary>
    LeftOut,

    /// <summary>Failed for ever: the shop has no such document any more.</summary>
    Gone,
}

/// <summary>An invoice as its shop remembers it.</summary>
internal sealed class SoldInvoice
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required string Currency { get; init; }

    public required string Method { get; init; }

    public required int Website { get; init; }

    /// <summary>Whoever bought.</summary>
    public required Shopper Buyer { get; init; }

    /// <summary><c>open</c>, <c>paid</c> or <c>cancelled</c>.</summary>
    public string State { get; set; } = "paid";

    public decimal Gross { get; set; }

    public decimal Tax { get; set; }

    public required Sale Sale { get; init; }

    public Fate Fate { get; set; } = Fate.Books;

    /// <summary>The money went to the bank, and the shop told of it.</summary>
    public bool IsPaidIntoBank { get; set; }

    /// <summary>What was refunded, in the order of the shop.</summary>
    public List<SoldRefund> Refunds { get; } = [];

    /// <summary>The document as the wire has it.</summary>
    public JsonObject Paper { get; set; } = [];
}

/// <summary>A credit memo as its shop remembers it.</summary>
internal sealed class SoldRefund
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required decimal Gross { get; init; }

    public required string Currency { get; init; }

    public required Shopper Buyer { get; init; }

    /// <summary>The invoice it names; null for a refund made from the order.</summary>
    public required SoldInvoice? Invoice { get; init; }

    public Fate Fate { get; set; } = Fate.Books;
}

/// <summary>A product as its shop remembers it.</summary>
internal sealed class SoldProduct
{
    public required long Id { get; init; }

    public required string Sku { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public decimal Price { get; set; }

    /// <summary>How many there are; null when nobody counts.</summary>
    public decimal? Stock { get; set; }

    /// <summary>True once the shop told of it.</summary>
    public bool IsTold { get; set; }
}
