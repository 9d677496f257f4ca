using Ledgerbridge.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Ledgerbridge.IntegrationTests.Hosting;

/// <summary>Options that break their rules keep the server from starting, and say which they are.</summary>
public sealed class OptionsTests
{
    [Fact]
    public async Task All_options_that_are_wrong_are_named_at_once()
    {
        var wrong = new Dictionary<string, string?>
        {
            ["Ledgerbridge:Hosting:PublicUrl"] = "books.example.co.za/app",
            ["Ledgerbridge:Hosting:RequestsPerMinute"] = "-1",
            ["Ledgerbridge:Hosting:RequestBurst"] = "0",
            ["Ledgerbridge:Hosting:RequestBytesMax"] = "1",
            ["Ledgerbridge:Hosting:AllowedOrigins:0"] = "reports.example.co.za",
            ["Ledgerbridge:Hosting:AllowedOrigins:1"] = "https://reports.example.co.za/path",
            ["Ledgerbridge:Hosting:TrustedProxies:0"] = "proxy",
            ["Ledgerbridge:Hosting:TelemetryEndpoint"] = "ftp://collector",
            ["Ledgerbridge:People:SessionIdle"] = "00:00:01",
            ["Ledgerbridge:People:SessionMax"] = "365.00:00:00",
            ["Ledgerbridge:People:InvitationLife"] = "00:00:00",
            ["Ledgerbridge:Connections:RenewAfter"] = "31.00:00:00",
            ["Ledgerbridge:Connections:ReferenceLife"] = "00:00:01",
            ["Ledgerbridge:Alerts:Timeout"] = "00:00:00",
            ["Ledgerbridge:Alerts:Mail:Host"] = "mail.example.co.za",
            ["Ledgerbridge:Alerts:Mail:Port"] = "465",
            ["Ledgerbridge:Alerts:Mail:From"] = "the books",
            ["Ledgerbridge:Alerts:Mail:Password"] = "without a name",
        };

        var said = await RefusalAsync(wrong);

        // Whoever gives a password forgot the name, and a server's name alone cannot be wrong.
        string[] right = ["Ledgerbridge:Alerts:Mail:Host", "Ledgerbridge:Alerts:Mail:Password"];
        foreach (var name in wrong.Keys.Except(right).Append("Ledgerbridge:Alerts:Mail:User"))
            Assert.Contains(name, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ledgerbridge:Hosting:RequestBurst", "many")]
    [InlineData("Ledgerbridge:Storage:Database", "Oracle")]
    [InlineData("Ledgerbridge:People:SetupCodeRequired", "perhaps")]
    [InlineData("Ledgerbridge:People:SessionIdle", "twelve hours")]
    public async Task A_value_of_another_kind_is_named(string name, string value) =>
        Assert.Contains(name, await RefusalAsync(new Dictionary<string, string?> { [name] = value }), StringComparison.Ordinal);

    [Fact]
    public async Task Options_that_are_right_let_it_start()
    {
        var right = new Dictionary<string, string?>
        {
            ["Ledgerbridge:Hosting:PublicUrl"] = "https://books.example.co.za",
            ["Ledgerbridge:Hosting:AllowedOrigins:0"] = "https://reports.example.co.za:8443",
            ["Ledgerbridge:Hosting:TrustedProxies:0"] = "10.0.0.5",
            ["Ledgerbridge:Hosting:TrustedProxies:1"] = "::1",
            ["Ledgerbridge:Alerts:Mail:Host"] = "mail.example.co.za",
            ["Ledgerbridge:Alerts:Mail:From"] = "books@example.co.za",
        };

        Assert.Equal("", await RefusalAsync(right));
    }

    private static async Task<string> RefusalAsync(Dictionary<string, string?> settings)
    {
        var folder = Directory.CreateTempSubdirectory("ledgerbridge-test-").FullName;
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["urls"] = "http://127.0.0.1:0",
                    ["Ledgerbridge:Storage:DataDirectory"] = folder,
                    ["Ledgerbridge:Storage:RunSchedules"] = "false",
                }
            );
            builder.Configuration.AddInMemoryCollection(settings);
            builder.AddLedgerbridge();
            await using var app = builder.Build();
            app.UseLedgerbridge();
            await app.StartLedgerbridgeAsync();
            return "";
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            return refusal.ToString();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
