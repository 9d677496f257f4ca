namespace Ledgerbridge.Server.Storage.Internal;

/// <summary>Lets work without a result travel the same way as work with one.</summary>
internal static class WorkShapes
{
    public static Func<LedgerDb, Task<bool>> WithoutResult(this Func<LedgerDb, Task> work) =>
        async db =>
        {
            await work(db);
            return true;
        };
}
