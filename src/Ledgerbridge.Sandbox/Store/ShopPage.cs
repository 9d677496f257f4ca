using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using static Ledgerbridge.Sandbox.Pages.Html;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>The shop's one page: buttons for everything that can happen, and what the ledger reported about it.</summary>
internal sealed class ShopPage(ShopWorld world)
{
    private const int RowsMax = 50;

    private static readonly (string Name, string Label)[] Buttons =
    [
        ("sell", "Sell something"),
        ("sell-on-account", "Sell on account"),
        ("pay", "Pay the oldest open invoice"),
        ("refund", "Refund the newest paid invoice"),
        ("edit-customer", "Edit a customer"),
        ("edit-product", "Edit a product"),
        ("sell-oddly", "An odd sale"),
    ];

    /// <summary>The page.</summary>
    public ApiAnswer Show(IQueryCollection query)
    {
        lock (world.Gate)
        {
            var body = new StringBuilder();
            body.Append(
                CultureInfo.InvariantCulture,
                $"<header><h1>Karoo Outfitters</h1><p>Demo shop · {Safe(Standing())} · clock {ShopTime.Text(world.Now)}</p></header><main>"
            );
            if (query["said"].ToString() is { Length: > 0 } said)
                body.Append(CultureInfo.InvariantCulture, $"<p role=\"status\">{Safe(said)}</p>");
            Section(body, "What happens in the shop", ButtonsOf(Buttons));
            Section(body, "Ledgerbridge", Connecting(query["code"]));
            Section(body, "Sync", Grid());
            Section(body, "Outbox", OutboxTable());
            body.Append("</main>");
            return new ApiAnswer(200, Encoding.UTF8.GetBytes(Page("Karoo Outfitters · demo shop", body.ToString())))
            {
                ContentType = MediaType,
            };
        }
    }

    /// <summary>A button was pressed: it happens, and the page says what did.</summary>
    public ApiAnswer Act(string action)
    {
        lock (world.Gate)
        {
            if (action == "pairing-code")
                return Back($"code={world.NewCode()}");
            var said = action switch
            {
                "sell" => $"Invoice {world.Till.Sell()} was sold and paid.",
                "sell-on-account" => $"Invoice {world.Till.SellOnAccount()} was sold on account.",
                "sell-oddly" => $"Invoice {world.Till.SellOddly()} was sold, an odd one.",
                "pay" => world.Till.Pay() is { } paid ? $"Invoice {paid} was paid." : "No invoice is open.",
                "refund" => world.Till.Refund() is { } memo ? $"Credit memo {memo} was made." : "There is nothing to refund.",
                "edit-customer" => $"Customer {world.Till.EditCustomer()} was changed. The extension announces a customer once in 30 days.",
                "edit-product" => $"Product {world.Till.EditProduct()} was changed. The extension announces a product once in 30 days.",
                _ => "There is no such button.",
            };
            return Back($"said={Uri.EscapeDataString(said)}");
        }
    }

    private static ApiAnswer Back(string query) => new(303, ReadOnlyMemory<byte>.Empty) { Location = $"/?{query}" };

    private string Standing() => world.IsPaired ? $"paired with {world.Pairing.LedgerUrl}" : "not paired with a ledger";

    private static string Connecting(string? code)
    {
        var button = ButtonsOf([("pairing-code", "Make a pairing code")]);
        return string.IsNullOrEmpty(code)
            ? button
            : $"{button}<p>The code is <code>{Safe(code)}</code>. Enter it in Ledgerbridge within 30 minutes; it is shown this once.</p>";
    }

    private static string ButtonsOf(IEnumerable<(string Name, string Label)> buttons) =>
        $"<div class=\"buttons\">{string.Concat(buttons.Select(static button =>
            $"<form method=\"post\" action=\"/actions/{button.Name}\"><button>{Safe(button.Label)}</button></form>"))}</div>";

    private string Grid() =>
        Table(
            "What the ledger reported, newest first",
            ["Document", "Number", "#Total", "Sync", "Shown", "Last sync (UTC)"],
            [
                .. world
                    .Mirror.OrderByDescending(static row => row.LastSyncAt, StringComparer.Ordinal)
                    .ThenByDescending(static row => row.EntityId)
                    .Take(RowsMax)
                    .Select(Row),
            ],
            "Nothing has been announced yet."
        );

    private string[] Row(MirrorRow row)
    {
        var document = world.Find(row.EntityType, row.EntityId);
        var shown =
            row.ProviderReference
            ?? row.ProviderEntityId
            ?? (row.SkipReason is { } skip ? $"Skipped: {skip}" : null)
            ?? (row.ErrorCode is { } error ? $"Error: {error}" : "");
        return
        [
            $"{row.EntityType} {row.EntityId}",
            NumberOf(document),
            document?["grand_total"] is JsonValue total ? Money(total.GetValue<decimal>()) : "",
            row.Status,
            shown,
            row.LastSyncAt,
        ];
    }

    private static string NumberOf(JsonObject? document) =>
        (string?)document?["increment_id"] ?? (string?)document?["sku"] ?? (string?)document?["email"] ?? "";

    private string OutboxTable() =>
        Table(
            "Events on their way, newest first",
            ["Event", "State", "#Failures", "Next", "Last error"],
            [
                .. world
                    .Outbox.Rows.Reverse()
                    .Where(static row => row.State != "succeeded")
                    .Take(RowsMax)
                    .Select(static row => new[] { row.Key, row.State, $"{row.Failures}", ShopTime.Text(row.NextAt), row.LastError }),
            ],
            "Everything that was announced has been delivered."
        );

    private static void Section(StringBuilder body, string head, string content) =>
        body.Append(CultureInfo.InvariantCulture, $"<section><h2>{Safe(head)}</h2>{content}</section>");
}
