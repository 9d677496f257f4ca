namespace Ledgerbridge.Sandbox.Store;

/// <summary>Sales as real shops have them and nobody expects them.</summary>
internal static class OddSales
{
    private static readonly Ware[] Wares = [.. Catalogue.Wares];

    /// <summary>The names of the kinds, in the order in which they come.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    ["coupon", "configurable", "bundle", "free item", "store credit", "dollars", "odd letters", "half a kilo", "nothing to pay", "abroad"];

    /// <summary>A sale of one of the kinds, by turns.</summary>
    public static Sale Of(long turn) => Of(Kinds[(int)(turn % Kinds.Count)]);

    /// <summary>A sale of a kind.</summary>
    public static Sale Of(string kind)
    {
        var sale = new Sale { Buyer = Catalogue.Guests[1], Lines = [SaleLine.Of(Wares[2], 2)] };
        return kind switch
        {
            "coupon" => sale with { Lines = [SaleLine.Of(Wares[1], 1, discount: 130.44m), SaleLine.Of(Wares[3], 3, discount: 18.26m)] },
            "configurable" => sale with
            {
                Lines = [SaleLine.Of(Wares[6], 1), new SaleLine("SHIRT-TRAIL-M", "Trail shirt, M", 1, 0, 0, 0, 0)],
            },
            "bundle" => sale with
            {
                // The parent has a price and no money; the children carry it.
                Lines = [new SaleLine("SET-PICNIC", "Picnic set", 1, 339.13m, 0, 0, 0), SaleLine.Of(Wares[2], 1), SaleLine.Of(Wares[3], 1)],
            },
            "free item" => sale with { Lines = [SaleLine.Of(Wares[0], 1), new SaleLine("SAMPLE", "Tea sample", 1, 0, 0, 0, 0)] },
            "store credit" => sale with { Other = -100m },
            "dollars" => sale with
            {
                Buyer = Catalogue.Guests[0] with { Country = "US", Region = "Oregon", City = "Portland", Postcode = "97205" },
                Currency = "USD",
                BaseToOrderRate = 0.0541m,
                Lines = [new SaleLine("HAT-KALAHARI", "Kalahari sun hat", 1, 12.70m, 12.70m, 0m, 0m)],
                Shipping = 9.50m,
                ShippingTaxRate = 0m,
            },
            "odd letters" => sale with
            {
                Lines = [SaleLine.Of(Wares[2] with { Name = "Flask &quot;1 l&quot; – \\ 🫖 <b>steel</b>\ttall", Sku = "FLASK\"1'L" }, 1)],
            },
            "half a kilo" => sale with
            {
                Lines = [SaleLine.Of(Wares[3] with { Name = "Rooibos tea, loose, per kg", Price = 243.4783m }, 0.5m)],
            },
            "nothing to pay" => sale with { Method = "free", Shipping = 0m, Lines = [SaleLine.Of(Wares[3], 1, discount: 60.87m)] },
            "abroad" => sale with
            {
                Buyer = Catalogue.Guests[0] with { Country = "NA", Region = "Khomas", City = "Windhoek", Postcode = "10001" },
                Lines = [SaleLine.Of(Wares[1], 1, rate: 0m)],
                ShippingTaxRate = 0m,
            },
            _ => throw new ArgumentException($"There is no odd sale of the kind '{kind}'.", nameof(kind)),
        };
    }
}
