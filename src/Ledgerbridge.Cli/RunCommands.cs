using System.CommandLine;
using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Spectre.Console;

namespace Ledgerbridge.Cli;

/// <summary>The commands about runs. What they begin, the servers that share the database carry out.</summary>
internal static class RunCommands
{
    private const int ListMax = 50;
    private static readonly JsonSerializerOptions Readable = new(ApiJson.Options) { WriteIndented = true };

    /// <summary>All of them.</summary>
    public static Command Runs(IAnsiConsole screen) =>
        new("runs", "The events of shops on their way into the books")
        {
            ListAll(screen),
            Show(screen),
            Retry(screen),
            Undo(screen),
            Backfill(screen),
            DryRun(screen),
        };

    private static Command ListAll(IAnsiConsole screen)
    {
        var status = new Option<string>("--status") { Description = "queued, running, waiting, synced, skipped or failed" };
        var list = new Command("list", "The newest runs of every workspace") { status };
        list.SetAction(
            async (parsed, ct) =>
            {
                await using var host = await OperatorHost.OpenAsync(ct);
                if (
                    !new RunFilter { Status = parsed.GetValue(status), Limit = $"{ListMax}" }
                        .ToQuery()
                        .Succeeded(out var query, out var wrong)
                )
                    return OperatorCommands.Refuse(screen, wrong.Errors[0].Message);
                var table = new Table().AddColumns("Run", "Workspace", "Event", "Document", "Status", "What came of it");
                foreach (var workspace in await host.Get<Workspaces>().ListAsync(ct))
                {
                    foreach (var run in (await host.Get<RunQueries>().ListAsync(workspace.Id, query, ct)).Items)
                    {
                        table.AddRow(
                            run.Id,
                            Markup.Escape(workspace.Name),
                            run.Event,
                            Markup.Escape(run.Number.Length > 0 ? run.Number : $"{run.EntityId}"),
                            QueryFields.Word(run.Status),
                            Markup.Escape(run.Sentence)
                        );
                    }
                }
                screen.Write(table);
                return OperatorCommands.Fine;
            }
        );
        return list;
    }

    private static Command Show(IAnsiConsole screen)
    {
        var id = RunArgument();
        var show = new Command("show", "One run with attempts, decisions and postings") { id };
        show.SetAction(
            (parsed, ct) =>
                WithRunAsync(
                    screen,
                    parsed.GetValue(id),
                    async (host, workspace, run) =>
                    {
                        var found = await host.Get<RunQueries>().FindAsync(workspace, run, ct);
                        screen.WriteLine(JsonSerializer.Serialize(found, Readable));
                        return OperatorCommands.Fine;
                    },
                    ct
                )
        );
        return show;
    }

    private static Command Retry(IAnsiConsole screen)
    {
        var id = RunArgument();
        var retry = new Command("retry", "Try one run again under the shop's present rules") { id };
        retry.SetAction(
            (parsed, ct) =>
                WithRunAsync(
                    screen,
                    parsed.GetValue(id),
                    async (host, workspace, run) =>
                        Tell(screen, await host.Get<RunOperations>().RetryAsync(workspace, Actor.System, run, ct), "It is tried again."),
                    ct
                )
        );
        return retry;
    }

    private static Command Undo(IAnsiConsole screen)
    {
        var id = RunArgument();
        var reason = new Option<string>("--reason") { Description = "Why, 3 to 200 characters; Sage shows it", Required = true };
        var undo = new Command("undo", "Take back what one run posted, last first") { id, reason };
        undo.SetAction(
            (parsed, ct) =>
                WithRunAsync(
                    screen,
                    parsed.GetValue(id),
                    async (host, workspace, run) =>
                        parsed.GetValue(reason) is { Length: >= 3 and <= 200 } why
                            ? Tell(
                                screen,
                                await host.Get<RunOperations>().UndoAsync(workspace, Actor.System, run, why, ct),
                                "What it posted was taken back."
                            )
                            : OperatorCommands.Refuse(screen, "The reason has 3 to 200 characters."),
                    ct
                )
        );
        return undo;
    }

    private static Command Backfill(IAnsiConsole screen)
    {
        var store = StoreArgument();
        var name = EventArgument();
        var from = new Argument<long>("from") { Description = "The shop's number of the first document" };
        var to = new Argument<long>("to") { Description = "The shop's number of the last document" };
        var backfill = new Command("backfill", "Ask a shop for documents by their numbers") { store, name, from, to };
        backfill.SetAction(
            (parsed, ct) =>
                WithStoreAsync(
                    screen,
                    parsed.GetValue(store),
                    parsed.GetValue(name),
                    async (host, key, happened) =>
                    {
                        var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
                        var accepted = await host.Get<RunOperations>().BackfillAsync(key, Actor.System, happened, first, last, ct);
                        return Tell(screen, accepted, "Asked for.");
                    },
                    ct
                )
        );
        return backfill;
    }

    private static Command DryRun(IAnsiConsole screen)
    {
        var store = StoreArgument();
        var name = EventArgument();
        var entity = new Argument<long>("document") { Description = "The shop's number of the document" };
        var dryRun = new Command("dry-run", "What would become of an event, without posting anything") { store, name, entity };
        dryRun.SetAction(
            (parsed, ct) =>
                WithStoreAsync(
                    screen,
                    parsed.GetValue(store),
                    parsed.GetValue(name),
                    async (host, key, happened) =>
                    {
                        var wondered = await host.Get<RunOperations>().WonderAsync(key, happened, parsed.GetValue(entity), ct);
                        if (!wondered.Succeeded(out var result, out var problem))
                            return OperatorCommands.Refuse(screen, problem.Message);
                        screen.WriteLine(JsonSerializer.Serialize(DryRuns.ToResponse(result), Readable));
                        return OperatorCommands.Fine;
                    },
                    ct
                )
        );
        return dryRun;
    }

    private static Argument<string> RunArgument() => new("run") { Description = "Its id, such as run_01…" };

    private static Argument<string> StoreArgument() => new("store") { Description = "The shop's id, such as sto_01…" };

    private static Argument<string> EventArgument() => new("event") { Description = "Such as invoice.created" };

    private static int Tell<T>(IAnsiConsole screen, Result<T> result, string sentence)
    {
        if (!result.Succeeded(out _, out var problem))
            return OperatorCommands.Refuse(screen, problem.Message);
        screen.WriteLine(sentence);
        return OperatorCommands.Fine;
    }

    private static async Task<int> WithRunAsync(
        IAnsiConsole screen,
        string? id,
        Func<OperatorHost, Id<Ids.Workspace>, Id<Ids.Run>, Task<int>> act,
        CancellationToken ct
    )
    {
        await using var host = await OperatorHost.OpenAsync(ct);
        if (!Id<Ids.Run>.TryParse(id, out var run) || await host.Get<RunQueries>().WorkspaceOfAsync(run, ct) is not { } workspace)
            return OperatorCommands.Refuse(screen, "This is no run's id. 'runs list' lists them.");
        return await act(host, workspace, run);
    }

    private static async Task<int> WithStoreAsync(
        IAnsiConsole screen,
        string? id,
        string? name,
        Func<OperatorHost, StoreKey, EventName, Task<int>> act,
        CancellationToken ct
    )
    {
        await using var host = await OperatorHost.OpenAsync(ct);
        var stores = await host.Get<StoreHealth>().ListAsync(ct);
        if (stores.FirstOrDefault(store => store.Id.Text == id) is not { } known)
            return OperatorCommands.Refuse(screen, "This is no shop's id. 'stores list' lists them.");
        return StoreWords.TryParse(name, out var happened)
            ? await act(host, new StoreKey(known.Workspace, known.Id), happened)
            : OperatorCommands.Refuse(screen, "This is none of the events shops send, such as invoice.created.");
    }
}
