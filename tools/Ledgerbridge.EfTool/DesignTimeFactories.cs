using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Ledgerbridge.EfTool;

/// <summary>The model on SQLite, as dotnet ef sees it.</summary>
internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteLedgerDb>
{
    public SqliteLedgerDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteLedgerDb>();
        options.UseLedgerSqlite("Data Source=design-time.db");
        return new SqliteLedgerDb(options.Options);
    }
}

/// <summary>The model on PostgreSQL, as dotnet ef sees it.</summary>
internal sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresLedgerDb>
{
    public PostgresLedgerDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresLedgerDb>();
        options.UseLedgerPostgres(NpgsqlDataSource.Create("Host=localhost;Database=design-time"));
        return new PostgresLedgerDb(options.Options);
    }
}
