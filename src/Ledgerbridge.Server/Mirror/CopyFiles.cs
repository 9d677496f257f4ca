using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Mirror;

/// <summary>Lists of copies as files a spreadsheet opens.</summary>
internal sealed class CopyFiles(Businesses businesses, MirrorLists lists)
{
    /// <summary>Writes all copies of a query, or the problem with it.</summary>
    public async Task WriteAsync<TRecord>(
        HttpContext http,
        WorkspaceId workspace,
        Result<CopyQuery> filter,
        string fileName,
        string[] columns,
        Func<Copy<TRecord>, string[]> cells,
        CancellationToken ct
    )
    {
        if (!filter.Succeeded(out var query, out var problem))
            await problem.ToHttp().ExecuteAsync(http);
        else if (await businesses.FindCurrentKeyAsync(workspace, ct) is not { } key)
            await Businesses.NoneChosen.ToHttp().ExecuteAsync(http);
        else if (await lists.PrepareAsync(key, query.Resource, live: false, ct) is { } unread)
            await unread.ToHttp().ExecuteAsync(http);
        else
            await CsvAnswer.WriteAsync(http, fileName, columns, lists.AllAsync<TRecord>(key, query, ct), cells, ct);
    }
}
