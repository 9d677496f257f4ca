using System.Net;
using Ledgerbridge.Sandbox.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class BookFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-file-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_the_first_layout_is_taken_over_with_its_books()
    {
        string id;
        await using (var sandbox = await StartAsync())
            id = (await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Sent.Invoice(), Ct)).Id;
        using (var file = new Sqlite(Path.Combine(_folder, "sandbox.db")))
            file.Run(
                "drop index documents_by_due; drop index documents_by_status; drop index documents_by_parent; drop table settlements; "
                    + "pragma user_version=1"
            );
        await using var again = await StartAsync();
        var client = await again.ClientAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/sales_invoices/{id}", Ct)).Status);
        Assert.NotEmpty((await client.GetAsync("/sales_invoices?sort=due_date&status_id=UNPAID", Ct)).Items);
    }

    [Fact]
    public async Task A_file_of_a_later_layout_is_refused_in_words()
    {
        using (var file = new Sqlite(Path.Combine(_folder, "sandbox.db")))
            file.Run("pragma user_version=99");
        var refused = await Assert.ThrowsAsync<IOException>(StartAsync);
        Assert.Contains("layout 99", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_is_not_kept_or_fails_leaves_nothing()
    {
        using var file = new BookFile(_folder);
        await file.WriteAsync(db => Note(db, "kept"), Ct);
        await file.WriteAsync(db => Note(db, "not kept"), static _ => false, Ct);
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            file.WriteAsync(db => Note(db, "failed") ? throw new InvalidDataException() : 0, Ct)
        );
        Assert.Equal(1, file.Read(static db => db.Use("select count(*) from facts").Number()));
        Assert.Equal("kept", file.Read(static db => db.Use("select name from facts").OneText()));
    }

    [Fact]
    public void A_statement_that_is_being_read_cannot_be_started_again()
    {
        using var db = new Sqlite(Path.Combine(_folder, "x.db"));
        using (var rows = db.Use("select 1 union select 2"))
        {
            Assert.True(rows.Step());
            Assert.Throws<InvalidOperationException>(() => db.Use("select 1 union select 2"));
        }
        Assert.Equal(1, db.Use("select 1 union select 2").Number());
    }

    [Fact]
    public void What_SQLite_refuses_is_thrown_with_its_words()
    {
        using var db = new Sqlite(Path.Combine(_folder, "x.db"));
        var refused = Assert.Throws<StorageException>(() => db.Use("select nonsense from nowhere"));
        Assert.Contains("nowhere", refused.Message, StringComparison.Ordinal);
        Assert.Throws<StorageException>(() => db.Run("insert into nowhere values (1)"));
    }

    [Fact]
    public void Values_come_back_as_they_were_bound()
    {
        using var db = new Sqlite(Path.Combine(_folder, "x.db"));
        using var row = db.Use("select ?, ?, ?, ?, ?")
            .With(7L)
            .With("naïve 🍷")
            .With((string?)null)
            .WithUtf8("utf8"u8)
            .WithBytes([1, 2, 3]);
        Assert.True(row.Step());
        Assert.Equal(7, row.Long(0));
        Assert.Equal("naïve 🍷", row.Text(1));
        Assert.True(row.IsNull(2));
        Assert.Null(row.MaybeText(2));
        Assert.Equal("utf8", row.Text(3));
        Assert.Equal([1, 2, 3], row.Bytes(4).ToArray());
        Assert.False(row.Step());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<SandboxFixture> StartAsync() => SandboxFixture.StartAsync(options => options with { DataDirectory = _folder }, Ct);

    private static bool Note(Sqlite db, string name)
    {
        db.Use("insert into facts (name, value) values (?, '')").With(name).Run();
        return true;
    }
}
