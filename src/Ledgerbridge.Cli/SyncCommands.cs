using System.CommandLine;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.People;
using Spectre.Console;

namespace Ledgerbridge.Cli;

/// <summary>The commands about the copies of Sage's records.</summary>
internal static class SyncCommands
{
    private const string Everything = "all";

    /// <summary>All of them.</summary>
    public static Command Sync(IAnsiConsole screen) => new("sync", "Copies of what Sage knows") { Status(screen), Start(screen) };

    private static Command Status(IAnsiConsole screen)
    {
        var status = new Command("status", "How the copies of every business stand");
        status.SetAction(
            async (_, ct) =>
            {
                await using var host = await OperatorHost.OpenAsync(ct);
                var names = (await host.Get<Workspaces>().ListAsync(ct)).ToDictionary(static w => w.Id, static w => w.Name);
                var table = new Table().AddColumns(
                    "Workspace",
                    "Business",
                    "Resource",
                    "State",
                    "Records",
                    "Fresh at",
                    "Unreadable",
                    "Problem"
                );
                var code = OperatorCommands.Fine;
                foreach (var books in await host.Get<Businesses>().ListReachableAsync(ct))
                {
                    var read = await host.Get<SyncStatus>().ReadAsync(books.Key, ct);
                    if (read.State == SyncState.Never && !books.IsCurrent)
                        continue;
                    foreach (var one in read.Resources)
                    {
                        table.AddRow(
                            Markup.Escape(names.GetValueOrDefault(books.Key.Workspace, "")),
                            books.Key.BusinessId,
                            QueryFields.Word(one.Resource),
                            QueryFields.Word(one.State),
                            $"{one.Records}",
                            one.FreshAt is { } fresh ? $"{fresh:yyyy-MM-dd HH:mm} UTC" : "",
                            one.Unreadable > 0 ? $"{one.Unreadable}" : "",
                            Markup.Escape(one.Problem ?? "")
                        );
                        if (one.State == SyncState.Failing)
                            code = OperatorCommands.NeedsAttention;
                    }
                }
                screen.Write(table);
                return code;
            }
        );
        return status;
    }

    private static Command Start(IAnsiConsole screen)
    {
        var what = new Argument<string>("resource")
        {
            Description = "all, or one resource such as sales_invoices or contacts",
            DefaultValueFactory = static _ => Everything,
        };
        var full = new Option<bool>("--full") { Description = "Compare everything, and not only ask what changed" };
        var start = new Command("start", "Ask for a pass over every workspace's current business; a running server makes it")
        {
            what,
            full,
        };
        start.SetAction(
            async (parsed, ct) =>
            {
                var wanted = parsed.GetValue(what);
                var resources = MirrorSync.Resources.Where(one => wanted == Everything || wanted == QueryFields.Word(one)).ToArray();
                if (resources.Length == 0)
                    return OperatorCommands.Refuse(screen, "There is no such resource. 'sync status' lists them.");
                await using var host = await OperatorHost.OpenAsync(ct);
                var asked = 0;
                foreach (var books in (await host.Get<Businesses>().ListReachableAsync(ct)).Where(static books => books.IsCurrent))
                {
                    await host.Get<MirrorSync>().RequestAsync(books.Key, resources, parsed.GetValue(full), ct);
                    asked++;
                }
                screen.WriteLine($"Asked for {asked} businesses. 'sync status' shows how far the server has come.");
                return OperatorCommands.Fine;
            }
        );
        return start;
    }
}
