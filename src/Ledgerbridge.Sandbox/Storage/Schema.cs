namespace Ledgerbridge.Sandbox.Storage;

/// <summary>
/// The tables. Documents have a narrow row for finding and paging, and their JSON body apart, so that walking past 100 000 rows stays
/// cheap.
/// </summary>
internal static class Schema
{
    private const int Version = 3;

    private const string Tables = """
        create table facts (name text primary key, value text not null) without rowid;
        create table businesses (
          number integer primary key, id text not null unique, body text not null);
        create table documents (
          seq integer primary key, business integer not null, resource integer not null, id text not null, displayed_as text,
          created_at integer not null, updated_at integer not null, deleted_at integer,
          date text, due_date text, status text, kind text, contact text, parent text, reference text, search text, email text,
          outstanding integer);
        create unique index documents_by_id on documents (business, resource, id);
        create index documents_by_created on documents (business, resource, created_at) where deleted_at is null;
        create index documents_by_updated on documents (business, resource, updated_at) where deleted_at is null;
        create index documents_by_date on documents (business, resource, date) where deleted_at is null and date is not null;
        create index documents_by_contact on documents (business, contact, resource, outstanding) where contact is not null;
        create index documents_by_reference on documents (business, resource, reference) where reference is not null;
        create index documents_deleted on documents (business, resource, deleted_at) where deleted_at is not null;
        create table bodies (seq integer primary key, body text not null);
        create table transactions (
          seq integer primary key, business integer not null, created_at integer not null, updated_at integer not null,
          date text not null, deleted integer not null, reference text, total integer not null, foreign_total integer not null,
          contact text, contact_name text, kind text not null, origin_resource integer not null, origin_id text not null, origin_name text);
        create index transactions_by_business on transactions (business);
        create index transactions_by_updated on transactions (business, updated_at);
        create table entries (
          seq integer primary key, business integer not null, transaction_seq integer not null, account integer not null,
          created_at integer not null, updated_at integer not null, date text not null, deleted integer not null,
          debit integer not null, credit integer not null, description text, tax_rate text, contact text);
        create index entries_by_business on entries (business);
        create index entries_by_transaction on entries (transaction_seq);
        create table counters (
          business integer not null, name text not null, value integer not null, primary key (business, name)) without rowid;
        create table idempotency (
          business integer not null, id text not null, resource integer not null, status integer not null, document text, body text,
          at integer not null, primary key (business, id)) without rowid;
        create table clients (id text primary key, secret text not null, name text not null, redirect_uris text not null) without rowid;
        create table consents (client text not null, person text not null, primary key (client, person)) without rowid;
        create table codes (
          code text primary key, client text not null, person text not null, redirect_uri text not null, scope text not null,
          country text not null, challenge text, challenge_method text, expires_at integer not null) without rowid;
        create table grants (
          number integer primary key, client text not null, person text not null, scope text not null, country text not null,
          created_at integer not null, revoked integer not null, refresh_hash text not null unique, refresh_expires_at integer not null,
          refreshes integer not null);
        create table access_tokens (hash text primary key, grant_number integer not null, expires_at integer not null) without rowid;
        create index access_tokens_by_expiry on access_tokens (expires_at);
        """;

    /// <summary>What layout 2 added to layout 1.</summary>
    private const string Second = """
        create index documents_by_due on documents (business, resource, due_date) where deleted_at is null and due_date is not null;
        create index documents_by_status on documents (business, resource, status, created_at)
          where deleted_at is null and status is not null;
        """;

    /// <summary>What layout 3 added to layout 2: who settled how much of which open item, and a way to what hangs on a record.</summary>
    private const string Third = """
        create table settlements (
          seq integer primary key autoincrement, business integer not null, owner_resource integer not null, owner text not null,
          item_resource integer not null, item text not null, date text not null, amount integer not null, discount integer not null,
          base integer not null);
        create index settlements_by_owner on settlements (business, owner);
        create index settlements_by_item on settlements (business, item);
        create index documents_by_parent on documents (business, resource, parent) where deleted_at is null and parent is not null;
        """;

    /// <summary>What a reset empties; the file's own facts, clients and grants are not books.</summary>
    public static readonly IReadOnlyList<string> BookTables =
    [
        "businesses",
        "documents",
        "bodies",
        "transactions",
        "entries",
        "counters",
        "idempotency",
        "settlements",
    ];

    /// <exception cref="IOException">The file was written by another version of the sandbox.</exception>
    public static void Ensure(Sqlite db)
    {
        var version = db.Use("pragma user_version").Number();
        if (version == Version)
            return;
        if (version is not (0 or 1 or 2))
            throw new IOException(
                $"The sandbox's file has layout {version}, this sandbox reads {Version}. Start it with an empty --data folder."
            );
        db.Begin();
        if (version == 0)
            db.Run(Tables);
        if (version < 2)
            db.Run(Second);
        db.Run(Third);
        db.Run($"pragma user_version={Version}");
        db.Commit();
    }
}
