using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Completeness.Internal;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Server.Completeness;

/// <summary>Whether everything a shop sold is in Sage, to the cent.</summary>
internal static class CompletenessFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddCompleteness(this IServiceCollection services)
    {
        services.AddSingleton<CompareDocuments>();
        services.AddSingleton<CompletenessCheck>();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapCompleteness(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stores/{id}/completeness", ShowAsync)
            .WithTags("Stores")
            .WithName("getCompleteness")
            .WithSummary("A shop's invoices and credit memos of a period held against Sage's, by day, currency and VAT treatment")
            .For(Role.Viewer);
        api.MapGet("/stores/{id}/completeness.csv", WriteAsync)
            .WithTags("Stores")
            .WithName("exportCompleteness")
            .WithSummary("The same as CSV, a line for each day, currency and VAT treatment")
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv")
            .For(Role.Viewer);
    }

    private static async Task<Answer<CompletenessResponse>> ShowAsync(
        string id,
        [AsParameters] CompletenessFilter filter,
        CompareDocuments compare,
        Caller caller,
        CancellationToken ct
    )
    {
        var compared = await RunAsync(id, filter, compare, caller, ct);
        return compared.Succeeded(out var report, out var problem) ? report.ToResponse() : problem;
    }

    private static async Task WriteAsync(
        string id,
        [AsParameters] CompletenessFilter filter,
        CompareDocuments compare,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    )
    {
        var compared = await RunAsync(id, filter, compare, caller, ct);
        if (!compared.Succeeded(out var report, out var problem))
            await problem.ToHttp().ExecuteAsync(http);
        else
            await CsvAnswer.WriteAsync(
                http,
                $"completeness-{CsvAnswer.Cell(report.Period.FromOn)}-{CsvAnswer.Cell(report.Period.ToOn)}.csv",
                CompletenessCsv.Columns,
                report.Rows().ToAsyncEnumerable(),
                row => CompletenessCsv.Cells(row, report.DifferingIn(row)),
                ct
            );
    }

    private static async Task<Result<CompletenessReport>> RunAsync(
        string id,
        CompletenessFilter filter,
        CompareDocuments compare,
        Caller caller,
        CancellationToken ct
    ) =>
        StoreId.TryParse(id, out var store)
            ? await compare.RunAsync(new StoreKey(caller.Workspace, store), filter, ct)
            : StorePolicies.NoSuchStore;
}
