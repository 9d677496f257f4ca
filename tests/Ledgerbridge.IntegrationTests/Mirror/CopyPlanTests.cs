using Ledgerbridge.Sage;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Mirror;

/// <summary>Lists of copies, and sums over them, walk an index instead of reading and sorting a hundred thousand records.</summary>
public sealed class CopyPlanTests
{
    private static readonly CopyQuery All = new(BooksResource.SalesInvoices);

    [Fact]
    public async Task SQLite_answers_every_order_and_every_sum_from_the_index_made_for_it()
    {
        await using var server = await ServerFixture.StartAsync(TestContext.Current.CancellationToken);
        var from = new DateOnly(2026, 3, 1);
        foreach (var order in Enum.GetValues<CopyOrder>())
        {
            var plan = await PlanAsync(server, db => CopyOrdering.Order(MirrorStore.Shown(db, 1), All with { Order = order }).Take(50));

            Assert.Contains("feed_id=? AND shown=?", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
        var sums = await PlanAsync(
            server,
            db =>
                MirrorStore
                    .Shown(db, 1)
                    .Where(row => row.DatedOn >= from)
                    .Select(static row => new
                    {
                        row.DatedOn,
                        row.Currency,
                        row.Amount,
                    })
        );
        Assert.Contains("USING COVERING INDEX", sums, StringComparison.Ordinal);
        Assert.Contains("feed_id=? AND shown=? AND dated_on>?", sums, StringComparison.Ordinal);
    }

    private static Task<string> PlanAsync<TRow>(ServerFixture server, Func<LedgerDb, IQueryable<TRow>> query) =>
        server
            .Get<Database>()
            .ReadAllAsync(async db =>
            {
                await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
                await using var command = query(db).CreateDbCommand();
                command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
                await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
                var lines = new List<string>();
                while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                    lines.Add(reader.GetString(reader.FieldCount - 1));
                return string.Join('\n', lines);
            });
}
