using System.CommandLine;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Stores;
using Spectre.Console;

namespace Ledgerbridge.Cli;

/// <summary>The commands about shops.</summary>
internal static class StoreCommands
{
    /// <summary>All of them.</summary>
    public static Command Stores(IAnsiConsole screen) => new("stores", "Shops that post into the books") { ListAll(screen), Ping(screen) };

    private static Command ListAll(IAnsiConsole screen)
    {
        var list = new Command("list", "Every shop and how it stands");
        list.SetAction(
            async (_, ct) =>
            {
                await using var host = await OperatorHost.OpenAsync(ct);
                var names = (await host.Get<Workspaces>().ListAsync(ct)).ToDictionary(static w => w.Id, static w => w.Name);
                var table = new Table().AddColumns(
                    "Shop",
                    "Workspace",
                    "Address",
                    "Status",
                    "Pending",
                    "Failed in 24 h",
                    "Clock",
                    "Last run"
                );
                var stores = await host.Get<StoreHealth>().ListAsync(ct);
                foreach (var store in stores)
                {
                    table.AddRow(
                        store.Id.Text,
                        Markup.Escape(names.GetValueOrDefault(store.Workspace, "")),
                        Markup.Escape(store.BaseUrl),
                        store.Status.ToString(),
                        $"{store.Counts.Open}",
                        $"{store.Counts.FailedLately}",
                        store.ClockSkewSeconds is { } skew ? $"{skew:+0;-0;0} s" : "",
                        store.Counts.LastFinishedAt is { } last ? $"{last:yyyy-MM-dd HH:mm} UTC" : ""
                    );
                }
                screen.Write(table);
                return stores.Any(static s => s.Status == StoreStatus.TokenRevoked || s.Counts.FailedLately > 0)
                    ? OperatorCommands.NeedsAttention
                    : OperatorCommands.Fine;
            }
        );
        return list;
    }

    private static Command Ping(IAnsiConsole screen)
    {
        var id = new Argument<string>("store") { Description = "Its id, such as sto_01…" };
        var ping = new Command("ping", "Ask one shop whether it is there and takes our token") { id };
        ping.SetAction(
            async (parsed, ct) =>
            {
                await using var host = await OperatorHost.OpenAsync(ct);
                var stores = await host.Get<StoreHealth>().ListAsync(ct);
                if (stores.FirstOrDefault(store => store.Id.Text == parsed.GetValue(id)) is not { } known)
                    return OperatorCommands.Refuse(screen, "This is no shop's id. 'stores list' lists them.");
                var answer = await host.Get<StoreReader>().PingAsync(new StoreKey(known.Workspace, known.Id), ct);
                var fine = answer.Succeeded(out var said, out var failure);
                screen.WriteLine(
                    fine
                        ? $"It answers in {said!.Took.TotalMilliseconds:0} ms; its clock is {said.Skew.TotalSeconds:+0;-0;0} s from ours."
                        : failure!.Message
                );
                return fine ? OperatorCommands.Fine : OperatorCommands.NeedsAttention;
            }
        );
        return ping;
    }
}
