using System.Globalization;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Makes a product, service or stock item. Codes are unique in Sage, so the code finds it again.</summary>
internal sealed class ItemCreation : IPostingKind
{
    public PostingKind Kind => PostingKind.ItemCreate;

    public AuditAction Action => AuditAction.ItemCreate;

    public string Target => "item";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct) =>
        (await books.CreateItemAsync(posting.Read<ItemDetails>(), id, ct)).Map(static item => ItemWords.ToWritten(item, "made"));

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var wanted = posting.Read<ItemDetails>();
        var answer = await books.FindItemsAsync(wanted.Kind, wanted.Code, ct);
        if (!answer.Succeeded(out var found, out var failure))
            return failure;
        var item = await found.Where(one => posting.MayBeOurs(one.UpdatedAt)).FirstFreeAsync(static one => one.Id, isTaken);
        return item is null ? (Written?)null : ItemWords.ToWritten(item, "made");
    }

    public string ForAudit(PostingRow posting) => ItemWords.AuditText(posting.Read<ItemDetails>());

    public string Failed(PostingRow posting) => $"The {ItemWords.NameOf(posting.Read<ItemDetails>())} was not made.";
}

/// <summary>Changes an item. Sending the same values again changes nothing, so there is nothing to look for.</summary>
internal sealed class ItemUpdating : IPostingKind
{
    public PostingKind Kind => PostingKind.ItemUpdate;

    public AuditAction Action => AuditAction.ItemUpdate;

    public string Target => "item";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var document = posting.Read<ItemChangeDocument>();
        return (await books.UpdateItemAsync(document.Present, document.Wanted, id, ct)).Map(static item =>
            ItemWords.ToWritten(item, "changed")
        );
    }

    public Task<SageAnswer<Written?>> LookAsync(IBooks books, PostingRow posting, Func<string, Task<bool>> isTaken, CancellationToken ct) =>
        Task.FromResult<SageAnswer<Written?>>((Written?)null);

    public string ForAudit(PostingRow posting) => ItemWords.AuditText(posting.Read<ItemChangeDocument>().Wanted);

    public string Failed(PostingRow posting) => $"The {ItemWords.NameOf(posting.Read<ItemChangeDocument>().Wanted)} was not changed.";
}

/// <summary>
/// Changes how many of a stock item the books count. A movement has no number of its own: the text that says why it was made ends in
/// something unique, and it is found again by that text.
/// </summary>
internal sealed class StockMoving : IPostingKind
{
    public PostingKind Kind => PostingKind.StockMove;

    public AuditAction Action => AuditAction.StockMove;

    public string Target => "stock_movement";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var plan = posting.Read<NewStockMovement>();
        return (await books.CreateStockMovementAsync(plan, id, ct)).Map(movement => ToWritten(movement, plan));
    }

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var plan = posting.Read<NewStockMovement>();
        var answer = await books.FindStockMovementsAsync(plan.ItemId, plan.MovedOn, ct);
        if (!answer.Succeeded(out var found, out var failure))
            return failure;
        var movement = await found
            .Where(one => one.Details.Trim() == plan.Details.Trim() && one.Quantity == plan.Quantity)
            .FirstFreeAsync(static one => one.Id, isTaken);
        return movement is null ? (Written?)null : ToWritten(movement, plan);
    }

    public string ForAudit(PostingRow posting)
    {
        var plan = posting.Read<NewStockMovement>();
        return ApiJson.Text(
            new
            {
                item_id = plan.ItemId,
                moved_on = plan.MovedOn,
                quantity = plan.Quantity,
                cost_price = plan.CostPrice,
                details = plan.Details,
                run = posting.RunId,
            }
        );
    }

    public string Failed(PostingRow posting) => $"Stock was not {Change(posting.Read<NewStockMovement>().Quantity)}.";

    private static Written ToWritten(BooksStockMovement movement, NewStockMovement plan) =>
        new(
            movement.Id,
            ApiJson.Text(movement),
            ApiJson.Text(
                new
                {
                    id = movement.Id,
                    item_id = movement.ItemId,
                    quantity = movement.Quantity,
                }
            ),
            $"Stock was {Change(movement.Quantity)}.",
            movement.Quantity == plan.Quantity
                ? null
                : $"In Sage stock was {Change(movement.Quantity)}, but it was to be {Change(plan.Quantity)}. Look at the item in Sage."
        );

    private static string Change(decimal quantity) =>
        quantity < 0m ? $"lowered by {ItemWords.Number(-quantity)}" : $"raised by {ItemWords.Number(quantity)}";
}

/// <summary>Items in words.</summary>
internal static class ItemWords
{
    public static string NameOf(ItemDetails item) =>
        item.Kind switch
        {
            ItemKind.Service => $"service {item.Code}",
            ItemKind.StockItem => $"stock item {item.Code}",
            _ => $"product {item.Code}",
        };

    /// <summary>A count as people write it, without zeros that say nothing.</summary>
    public static string Number(decimal count) => count.ToString("#,0.####", CultureInfo.InvariantCulture);

    public static string AuditText(ItemDetails item) =>
        ApiJson.Text(
            new
            {
                kind = item.Kind,
                code = item.Code,
                sales_account_id = item.SalesAccountId,
                purchase_account_id = item.PurchaseAccountId,
                sales_tax_rate_id = item.SalesTaxRateId,
                sales_price = item.SalesPrice,
                cost_price = item.CostPrice,
            }
        );

    public static Written ToWritten(BooksItem item, string done) =>
        new(
            item.Id,
            ApiJson.Text(item),
            ApiJson.Text(
                new
                {
                    id = item.Id,
                    kind = item.Details.Kind,
                    code = item.Details.Code,
                }
            ),
            $"The {NameOf(item.Details)} was {done}.",
            Difference: null
        );
}
