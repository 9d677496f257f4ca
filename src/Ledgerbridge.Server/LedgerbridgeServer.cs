using Ledgerbridge.Server.Alerts;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Completeness;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Contacts;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Invoicing;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Overview;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Settings;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server;

/// <summary>The product put together: the list of its features, and the three steps every way of starting it takes.</summary>
public static class LedgerbridgeServer
{
    /// <summary>Adds all features.</summary>
    public static void AddLedgerbridge(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Ids>();
        services.AddStorage(builder.Configuration);
        builder.AddHosting();
        services.AddAudit();
        services.AddPeople();
        services.AddSettings();
        // Called by its full name: the framework has a method of the same name for something else.
        ConnectionsFeature.AddConnections(services);
        services.AddMirror(builder.Configuration);
        services.AddPosting();
        services.AddInvoicing();
        services.AddContacts();
        services.AddStores();
        services.AddRuns(builder.Configuration);
        services.AddAlerts(builder.Configuration);
        services.AddCompleteness();
        services.AddOverview();
    }

    /// <summary>Maps all features.</summary>
    public static void UseLedgerbridge(this WebApplication app)
    {
        // Before anything reads an option, so that all that are wrong are told at once and nothing has been touched.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.UseHosting();
        app.MapHealth();
        app.MapConnectionPages();
        app.MapStoreWire();
        var api = app.MapApi();
        api.MapPeople();
        api.MapSettings();
        api.MapConnections();
        api.MapInvoicing();
        api.MapContacts();
        api.MapMirror();
        api.MapStores();
        api.MapRuns();
        api.MapAlerts();
        api.MapCompleteness();
        api.MapAudit();
        api.MapOverview();
    }

    /// <summary>Brings the database to this version and begins to serve; returns once requests are answered.</summary>
    public static async Task StartLedgerbridgeAsync(this WebApplication app)
    {
        // Putting the routes together takes about as long as opening the database, and needs nothing of it.
        var routes = app.BuildRoutesAsync();
        await app.PrepareStorageAsync(CancellationToken.None);
        await routes;
        await app.StartAsync();
        await app.TellSetupCodeAsync(CancellationToken.None);
    }
}
