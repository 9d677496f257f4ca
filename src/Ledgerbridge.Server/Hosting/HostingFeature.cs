using System.Net;
using Ledgerbridge.Server.Hosting.Internal;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Hosting;

/// <summary>Everything about being a web server that has nothing to do with books.</summary>
internal static class HostingFeature
{
    private const string NamedOrigins = "named-origins";

    /// <summary>Adds the feature.</summary>
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<HostingOptions>().BindConfiguration(HostingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<HostingOptions>, HostingOptionsCheck>();
        services.AddSingleton<PublicAddress>();
        services.ConfigureHttpJsonOptions(static json => ApiJson.Configure(json.SerializerOptions));
        services.AddExceptionHandler<Failures>();
        services.AddProblemDetails();
        services.AddAccess();
        services.AddClientRateLimit();
        services.AddResponseCompression(static compression => compression.EnableForHttps = true);
        services.AddCors();
        services
            .AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>()
            .Configure(
                static (Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions cors, IOptions<HostingOptions> hosting) =>
                    cors.AddPolicy(
                        NamedOrigins,
                        policy => policy.WithOrigins([.. hosting.Value.AllowedOrigins]).AllowAnyHeader().AllowAnyMethod()
                    )
            );
        services
            .AddOptions<KestrelServerOptions>()
            .Configure(
                static (KestrelServerOptions kestrel, IConfiguration configuration) =>
                {
                    // Read from the configuration itself: the server is made before options are validated all together.
                    var hosting = configuration.GetSection(HostingOptions.Section).Get<HostingOptions>() ?? new HostingOptions();
                    kestrel.AddServerHeader = false;
                    kestrel.Limits.MaxRequestBodySize = hosting.RequestBytesMax;
                }
            );
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure(
                static (ForwardedHeadersOptions forwarded, IOptions<HostingOptions> hosting) =>
                {
                    forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
                    foreach (var proxy in hosting.Value.TrustedProxies)
                        forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
                }
            );
        services.AddApiDocument();
        builder.AddTelemetry();
    }

    /// <summary>Puts the middleware in order: everything that may refuse a request stands before everything that acts on it.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseResponseCompression();
        app.UseWebAppFiles();
        app.UseApiPage();
        app.UseRouting();
        app.UseCors(NamedOrigins);
        app.UseMiddleware<OriginCheck>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    /// <summary>Puts the routes together; call it when all are mapped, and wait for it before requests are answered.</summary>
    public static Task BuildRoutesAsync(this WebApplication app) => BuiltRoutes.BuildAsync(app);

    /// <summary>
    /// The group of all API routes: bodies are checked before an endpoint sees them, unknown paths answer problem details.
    /// </summary>
    public static RouteGroupBuilder MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.AddEndpointFilter<BlankPartFilter>();
        api.AddEndpointFilter<BodyFilter>();
        api.Map("/{**rest}", UnknownAddresses.Answer).ForEveryone().ExcludeFromDescription();
        app.MapApiDocument();
        app.MapWebAppPages();
        return api;
    }
}
