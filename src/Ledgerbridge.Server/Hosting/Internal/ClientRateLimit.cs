using System.Threading.RateLimiting;
using Ledgerbridge.Kernel;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>
/// Holds back clients that call too often: each person, key or, before signing in, address has a bucket that fills steadily. Only the API
/// counts, never the files of the web app, health probes or a store's events.
/// </summary>
internal static class ClientRateLimit
{
    public static void AddClientRateLimit(this IServiceCollection services)
    {
        services.AddRateLimiter(static _ => { });
        services
            .AddOptions<RateLimiterOptions>()
            .Configure(
                static (RateLimiterOptions limiter, IOptions<HostingOptions> hosting) =>
                {
                    limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(context, hosting.Value));
                    limiter.OnRejected = static (rejected, ct) => RefuseAsync(rejected);
                }
            );
    }

    private static RateLimitPartition<string> Bucket(HttpContext context, HostingOptions options)
    {
        if (options.RequestsPerMinute == 0 || !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return RateLimitPartition.GetNoLimiter("");
        var client = Caller.From(context.User)?.SubjectId ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
        return RateLimitPartition.GetTokenBucketLimiter(
            client,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.RequestBurst,
                // One at a time, so that whoever is held back waits for the next one and not for the next minute.
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / options.RequestsPerMinute,
                QueueLimit = 0,
            }
        );
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        var problem = new Problem(ProblemCode.TooMany, $"Too many requests. Try again in {seconds} seconds. Nothing was changed.")
        {
            RetryAfter = wait,
        };
        await problem.ToHttp().ExecuteAsync(rejected.HttpContext);
    }
}
