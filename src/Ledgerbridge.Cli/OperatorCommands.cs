using System.CommandLine;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Storage;
using Spectre.Console;

namespace Ledgerbridge.Cli;

/// <summary>
/// The commands, each named by the feature it belongs to. They answer 0 when all is well, 1 when something needs a person.
/// </summary>
internal static class OperatorCommands
{
    internal const int Fine = 0;
    internal const int NeedsAttention = 1;
    private const int PipeWidth = 400;

    /// <summary>All commands, speaking to <paramref name="output"/>.</summary>
    public static RootCommand Root(TextWriter output)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        // What another program reads has no edge to be cut at.
        if (!screen.Profile.Out.IsTerminal)
            screen.Profile.Width = PipeWidth;
        return new RootCommand("Commands for whoever runs a Ledgerbridge. They use the server's settings (see docs/operating).")
        {
            Audit(screen),
            Connections(screen),
            Keys(screen),
            People(screen),
            StoreCommands.Stores(screen),
            RunCommands.Runs(screen),
            SyncCommands.Sync(screen),
        };
    }

    private static Command Audit(IAnsiConsole screen)
    {
        var verify = new Command("verify", "Work out every workspace's audit chain again and say whether it is whole");
        verify.SetAction(
            async (_, ct) =>
            {
                await using var host = await OperatorHost.OpenAsync(ct);
                var code = Fine;
                foreach (var workspace in await host.Get<Workspaces>().ListAsync(ct))
                {
                    var verdict = await host.Get<AuditVerifier>().VerifyAsync(workspace.Id, ct);
                    screen.WriteLine($"{workspace.Name}: {verdict.Entries} entries, {verdict.Problem ?? "whole"}");
                    code = verdict.Problem is null ? code : NeedsAttention;
                }
                return code;
            }
        );
        return new Command("audit", "The audit log") { verify };
    }

    private static Command Connections(IAnsiConsole screen)
    {
        var status = new Command("status", "How every connection to Sage stands");
        status.SetAction(
            async (_, ct) =>
            {
                await using var host = await OperatorHost.OpenAsync(ct);
                var names = (await host.Get<Workspaces>().ListAsync(ct)).ToDictionary(static w => w.Id, static w => w.Name);
                var table = new Table().AddColumns("Connection", "Workspace", "Country", "Status", "Renewed", "Days left");
                var connections = await host.Get<ConnectionHealth>().ListAsync(ct);
                foreach (var connection in connections)
                {
                    table.AddRow(
                        connection.Id.Text,
                        Markup.Escape(names.GetValueOrDefault(connection.Workspace, "")),
                        connection.Country,
                        Markup.Escape(connection.Problem ?? connection.Status.ToString()),
                        $"{connection.RenewedAt:yyyy-MM-dd HH:mm} UTC",
                        connection.Status == ConnectionStatus.Active ? $"{connection.DaysLeft}" : ""
                    );
                }
                screen.Write(table);
                return connections.Any(static c => c.Status == ConnectionStatus.ReconnectNeeded) ? NeedsAttention : Fine;
            }
        );
        var id = new Argument<string>("connection") { Description = "Its id, such as con_01…" };
        var refresh = new Command("refresh", "Renew one connection's tokens now") { id };
        refresh.SetAction(
            async (parsed, ct) =>
            {
                if (!Kernel.Id<Server.Ids.Connection>.TryParse(parsed.GetValue(id), out var connection))
                    return Refuse(screen, "This is no connection's id. 'connections status' lists them.");
                await using var host = await OperatorHost.OpenAsync(ct);
                var problem = await host.Get<ConnectionHealth>().RenewAsync(connection, ct);
                screen.WriteLine(problem ?? "Renewed.");
                return problem is null ? Fine : NeedsAttention;
            }
        );
        return new Command("connections", "Connections to Sage") { status, refresh };
    }

    private static Command Keys(IAnsiConsole screen)
    {
        var rotate = new Command("rotate", "Add a new encryption key and seal everything stored with it again");
        rotate.SetAction(
            async (_, ct) =>
            {
                await using var host = await OperatorHost.OpenAsync(ct);
                var key = host.Get<KeyRotation>().AddKey();
                if (key is null)
                    return Refuse(screen, "The ring comes from the settings. Put the new key first there, then run 'keys reseal'.");
                screen.WriteLine($"The key {key} seals from now on. Keep a copy of the key ring apart from backups of the database.");
                return await ResealAsync(host, screen, ct);
            }
        );
        var reseal = new Command("reseal", "Seal everything stored with the newest key again, after the ring in the settings was changed");
        reseal.SetAction(
            async (_, ct) =>
            {
                await using var host = await OperatorHost.OpenAsync(ct);
                return await ResealAsync(host, screen, ct);
            }
        );
        return new Command("keys", "The keys that encrypt tokens in the database") { rotate, reseal };
    }

    private static Command People(IAnsiConsole screen)
    {
        var email = new Argument<string>("email") { Description = "The person's e-mail address" };
        var reset = new Command("reset-password", "Give a person who is locked out a new password, and turn the authenticator app off")
        {
            email,
        };
        reset.SetAction(
            async (parsed, ct) =>
            {
                await using var host = await OperatorHost.OpenAsync(ct);
                var password = await host.Get<PasswordReset>().RunAsync(parsed.GetValue(email)!, ct);
                if (password is null)
                    return Refuse(screen, "Nobody has an account with this e-mail address.");
                screen.WriteLine($"The new password is {password}. It is shown this once; all browsers were signed out.");
                return Fine;
            }
        );
        return new Command("people", "People who can sign in") { reset };
    }

    private static async Task<int> ResealAsync(OperatorHost host, IAnsiConsole screen, CancellationToken ct)
    {
        screen.WriteLine($"{await host.Get<KeyRotation>().ResealAsync(ct)} texts were sealed again.");
        return Fine;
    }

    /// <summary>Says why nothing was done.</summary>
    internal static int Refuse(IAnsiConsole screen, string problem)
    {
        screen.WriteLine(problem);
        return NeedsAttention;
    }
}
