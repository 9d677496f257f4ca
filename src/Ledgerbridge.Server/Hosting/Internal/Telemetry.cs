using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>
/// Traces and metrics over OTLP when an endpoint is set, and nothing otherwise. Paths with ids stay out: a span carries the route, not
/// the address.
/// </summary>
internal static class Telemetry
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Quartz", "Npgsql", "Ledgerbridge.Sage"];
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting",
        "System.Net.Http",
        "System.Runtime",
        "Quartz",
        "Ledgerbridge.Mirror",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(HostingOptions.Section);
        if (section.GetValue<Uri?>(nameof(HostingOptions.TelemetryEndpoint)) is not { } endpoint)
            return;
        builder.Services.AddSingleton(
            Sdk.CreateTracerProviderBuilder().AddSource(Sources).AddOtlpExporter(options => Aim(options, endpoint, "traces")).Build()
        );
        builder.Services.AddSingleton(
            Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddOtlpExporter(options => Aim(options, endpoint, "metrics")).Build()
        );
        builder.Services.AddHostedService<Started>();
    }

    private static void Aim(OtlpExporterOptions options, Uri endpoint, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(endpoint, $"/v1/{signal}");
    }

    /// <summary>Brings the providers to life with the server; singletons nobody asks for would never be made.</summary>
    private sealed class Started(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush();
            metrics.ForceFlush();
            return Task.CompletedTask;
        }
    }
}
