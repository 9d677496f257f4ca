using System.Text.Json;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Products, services, stock items, their movements, and rates of exchange.</summary>
internal sealed partial class V31Books
{
    public async Task<SageAnswer<IReadOnlyList<BooksExchangeRate>>> GetExchangeRatesAsync(CancellationToken ct) =>
        (await sage.ExchangeRates.ListAllAsync(Everything, ct)).Map(static rates =>
            (IReadOnlyList<BooksExchangeRate>)[.. rates.Select(V31Items.ToRate).OfType<BooksExchangeRate>()]
        );

    public string DescribeRequest(ItemDetails item)
    {
        var sent = V31Items.ToSage(item);
        return item.Kind switch
        {
            ItemKind.Service => JsonSerializer.Serialize(new SendService(sent), WireJson.Default.SendService),
            ItemKind.StockItem => JsonSerializer.Serialize(new SendStockItem(sent), WireJson.Default.SendStockItem),
            _ => JsonSerializer.Serialize(new SendProduct(sent), WireJson.Default.SendProduct),
        };
    }

    public async Task<SageAnswer<BooksItem>> CreateItemAsync(ItemDetails item, IdempotencyId id, CancellationToken ct) =>
        (await Items(item.Kind).CreateAsync(V31Items.ToSage(item), id, ct)).Map(made => V31Items.ToItem(made, item.Kind));

    public async Task<SageAnswer<BooksItem>> UpdateItemAsync(BooksItem present, ItemDetails wanted, IdempotencyId id, CancellationToken ct)
    {
        if (wanted.Kind != present.Details.Kind)
            throw new ArgumentException("Sage cannot turn an item into one of another kind.", nameof(wanted));
        // An emptied text is sent as empty, because a missing key changes nothing.
        var change = V31Items.ToSage(wanted) with
        {
            Notes = wanted.Notes,
        };
        return (await Items(wanted.Kind).UpdateAsync(present.Id, change, id, ct)).Map(item => V31Items.ToItem(item, wanted.Kind));
    }

    public async Task<SageAnswer<IReadOnlyList<BooksItem>>> FindItemsAsync(ItemKind? kind, string code, CancellationToken ct)
    {
        if (kind is { } one)
            return await FindItemsAsync(one, code, ct);
        var products = await sage.Products.ListAsync(WithCode(code), ct);
        if (!products.Succeeded(out var listed, out var failure))
            return failure;
        var found = new List<BooksItem>();
        foreach (var item in listed.Items.Where(item => item.ItemCode == code))
        {
            if (!V31Items.IsStockItem(item))
            {
                found.Add(V31Items.ToItem(item, ItemKind.Product));
                continue;
            }
            if (!(await GetItemAsync(ItemKind.StockItem, item.Id, ct)).Succeeded(out var stocked, out failure))
                return failure;
            found.Add(stocked);
        }
        var services = await FindItemsAsync(ItemKind.Service, code, ct);
        return services.Map(more => (IReadOnlyList<BooksItem>)[.. found, .. more]);
    }

    public async Task<SageAnswer<BooksItem>> GetItemAsync(ItemKind kind, string itemId, CancellationToken ct) =>
        (await Items(kind).GetAsync(itemId, ct)).Map(item => V31Items.ToItem(item, kind));

    public string DescribeRequest(NewStockMovement movement) =>
        JsonSerializer.Serialize(new SendStockMovement(V31Items.ToSage(movement)), WireJson.Default.SendStockMovement);

    public async Task<SageAnswer<BooksStockMovement>> CreateStockMovementAsync(
        NewStockMovement movement,
        IdempotencyId id,
        CancellationToken ct
    ) => (await sage.StockMovements.CreateAsync(V31Items.ToSage(movement), id, ct)).Map(V31Items.ToMovement);

    public async Task<SageAnswer<IReadOnlyList<BooksStockMovement>>> FindStockMovementsAsync(
        string itemId,
        DateOnly movedOn,
        CancellationToken ct
    )
    {
        var query = Everything with
        {
            FromDate = movedOn,
            ToDate = movedOn,
            Filters = new Dictionary<string, string> { ["stock_item_id"] = itemId },
        };
        return (await sage.StockMovements.ListAllAsync(query, ct)).Map(movements =>
            (IReadOnlyList<BooksStockMovement>)
                [.. movements.Where(movement => movement.Date == movedOn).Select(V31Items.ToMovement).Where(m => m.ItemId == itemId)]
        );
    }

    private async Task<SageAnswer<IReadOnlyList<BooksItem>>> FindItemsAsync(ItemKind kind, string code, CancellationToken ct) =>
        (await Items(kind).ListAsync(WithCode(code), ct)).Map(page =>
            (IReadOnlyList<BooksItem>)
                [
                    .. page
                        .Items.Where(item => item.ItemCode == code && (kind != ItemKind.Product || !V31Items.IsStockItem(item)))
                        .Select(item => V31Items.ToItem(item, kind)),
                ]
        );

    /// <summary>Whether Sage looks for a part of the code or all of it is not documented, so this is only a first sieve.</summary>
    private static SageQuery WithCode(string code) => Everything with { Search = code };

    private SageRecords<SageItem, NewSageItem> Items(ItemKind kind) =>
        kind switch
        {
            ItemKind.Service => sage.Services,
            ItemKind.StockItem => sage.StockItems,
            _ => sage.Products,
        };
}
