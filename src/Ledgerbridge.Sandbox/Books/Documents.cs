using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Books;

/// <summary>What of a document is kept beside its body, for finding and sorting it. A resource fills what its filters need.</summary>
internal sealed record Columns
{
    /// <summary>The document's date.</summary>
    public string? Date { get; init; }

    public string? DueDate { get; init; }
    public string? Status { get; init; }

    /// <summary>What tells documents of one resource apart: contact type, region of a tax rate.</summary>
    public string? Kind { get; init; }

    /// <summary>The contact it belongs to.</summary>
    public string? Contact { get; init; }

    /// <summary>The record it hangs on, other than a contact.</summary>
    public string? Parent { get; init; }

    public string? Reference { get; init; }

    /// <summary>Lower-case text that <c>search</c> looks into.</summary>
    public string? Search { get; init; }

    public string? Email { get; init; }

    /// <summary>What is still owed on it, in cents of its currency.</summary>
    public long? Outstanding { get; init; }
}

/// <summary>One stored document: its row and its body.</summary>
internal sealed class StoredDocument(ResourceType type, long seq, string id, byte[] json)
{
    private JsonObject? _body;

    public ResourceType Type { get; } = type;
    public long Seq { get; } = seq;
    public string Id { get; } = id;

    /// <summary>The body as it was read.</summary>
    public byte[] Json { get; } = json;

    /// <summary>The body as a tree, to read or to change before saving.</summary>
    public JsonObject Body => _body ??= JsonText.Object(Json);

    public long? DeletedAt { get; init; }
}

/// <summary>The documents of one business.</summary>
internal sealed class Documents(Scope scope)
{
    private const string Row =
        "select d.seq, d.id, d.deleted_at, b.body from documents d join bodies b using (seq) where d.business=? and d.resource=?";

    /// <summary>The document, or null when there is none or it was deleted.</summary>
    public StoredDocument? Find(ResourceType type, string id)
    {
        var found = FindAny(type, id);
        return found?.DeletedAt is null ? found : null;
    }

    /// <summary>The document, deleted or not.</summary>
    public StoredDocument? FindAny(ResourceType type, string id)
    {
        using var row = scope.Db.Use(Row + " and d.id=?").With(scope.Business.Number).With(type.Number).With(id);
        return row.Step() ? Read(type, row) : null;
    }

    /// <summary>What a live document is displayed as; null when there is none.</summary>
    public string? DisplayedAs(ResourceType type, string id)
    {
        using var row = scope
            .Db.Use("select displayed_as from documents where business=? and resource=? and id=? and deleted_at is null")
            .With(scope.Business.Number)
            .With(type.Number)
            .With(id);
        return row.Step() ? row.MaybeText(0) ?? "" : null;
    }

    /// <summary>The live documents that hang on a parent (addresses of a contact, persons of an address), oldest first.</summary>
    public IReadOnlyList<StoredDocument> Of(ResourceType type, string column, string value)
    {
        var found = new List<StoredDocument>();
        using var rows = scope
            .Db.Use($"{Row} and d.{column}=? and d.deleted_at is null order by d.seq")
            .With(scope.Business.Number)
            .With(type.Number)
            .With(value);
        while (rows.Step())
            found.Add(Read(type, rows));
        return found;
    }

    /// <summary>The number the next document's row will have; its id is made of it.</summary>
    public long NextSeq() => (scope.Db.Use("select max(seq) from documents").Number() ?? 0) + 1;

    /// <summary>A new id for a document of this row.</summary>
    public string IdOf(long seq) => scope.Ids.Mint(IdKind.Document, seq);

    /// <summary>Stores a new document under the id its body has, or the one given for a body that shows none; dates it now.</summary>
    public StoredDocument Insert(ResourceType type, JsonObject body, Columns columns, string? hiddenId = null)
    {
        var id = body.Text("id") ?? hiddenId ?? type.Collection;
        Stamp(body, "created_at");
        Stamp(body, "updated_at");
        var json = JsonText.Write(body);
        using (
            var row = scope.Db.Use(
                "insert into documents (business, resource, id, displayed_as, created_at, updated_at, date, due_date, status, kind, "
                    + "contact, "
                    + "parent, reference, search, email, outstanding) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
            )
        )
        {
            row.With(scope.Business.Number).With(type.Number).With(id).With(body.Text("displayed_as")).With(scope.Now).With(scope.Now);
            BindColumns(row, columns).Step();
        }
        var seq = scope.Db.LastRow;
        scope.Db.Use("insert into bodies (seq, body) values (?, ?)").With(seq).WithUtf8(json).Run();
        CountLive(type, 1);
        scope.Wrote(type);
        return new StoredDocument(type, seq, id, json);
    }

    /// <summary>Stores what was changed in the document's body.</summary>
    /// <param name="document">The document with its changed body.</param>
    /// <param name="columns">Its columns after the change.</param>
    /// <param name="touch">False leaves <c>updated_at</c> as it was.</param>
    public StoredDocument Save(StoredDocument document, Columns columns, bool touch = true)
    {
        var body = document.Body;
        if (touch)
            Stamp(body, "updated_at");
        var json = JsonText.Write(body);
        using (
            var row = scope.Db.Use(
                "update documents set displayed_as=?, updated_at=iif(?, ?, updated_at), date=?, due_date=?, status=?, kind=?, contact=?, "
                    + "parent=?, reference=?, search=?, email=?, outstanding=? where seq=?"
            )
        )
        {
            row.With(body.Text("displayed_as")).With(touch ? 1 : 0).With(scope.Now);
            BindColumns(row, columns).With(document.Seq).Step();
        }
        scope.Db.Use("update bodies set body=? where seq=?").WithUtf8(json).With(document.Seq).Run();
        scope.Wrote(document.Type);
        return new StoredDocument(document.Type, document.Seq, document.Id, json) { DeletedAt = document.DeletedAt };
    }

    /// <summary>Marks the document as deleted; it stays for <c>deleted_since</c> and keeps its reference reserved.</summary>
    public void Delete(StoredDocument document)
    {
        Stamp(document.Body, "deleted_at");
        Stamp(document.Body, "updated_at");
        scope
            .Db.Use("update documents set deleted_at=?, updated_at=? where seq=?")
            .With(scope.Now)
            .With(scope.Now)
            .With(document.Seq)
            .Run();
        scope.Db.Use("update bodies set body=? where seq=?").WithUtf8(JsonText.Write(document.Body)).With(document.Seq).Run();
        CountLive(document.Type, -1);
        scope.Wrote(document.Type);
    }

    /// <summary>Removes a deleted document for good, so that its id can be used again.</summary>
    public void Forget(StoredDocument document)
    {
        scope.Db.Use("delete from bodies where seq=?").With(document.Seq).Run();
        scope.Db.Use("delete from documents where seq=?").With(document.Seq).Run();
    }

    /// <summary>
    /// How many live documents the resource has, kept as a number: counting a hundred thousand rows for every page would dominate it.
    /// </summary>
    public int LiveCount(ResourceType type) =>
        (int)(
            scope
                .Db.Use("select value from counters where business=? and name=?")
                .With(scope.Business.Number)
                .With(CounterName(type))
                .Number()
            ?? 0
        );

    /// <summary>True when another document of the resource, deleted or not, has this reference.</summary>
    public bool ReferenceTaken(ResourceType type, string reference, long exceptSeq) =>
        scope
            .Db.Use("select 1 from documents where business=? and resource=? and reference=? and seq<>? limit 1")
            .With(scope.Business.Number)
            .With(type.Number)
            .With(reference)
            .With(exceptSeq)
            .Number()
            is not null;

    /// <summary>True when another live document of the resource has this reference.</summary>
    public bool CodeTaken(ResourceType type, string code, string exceptId) =>
        scope
            .Db.Use("select 1 from documents where business=? and resource=? and reference=? and id<>? and deleted_at is null limit 1")
            .With(scope.Business.Number)
            .With(type.Number)
            .With(code)
            .With(exceptId)
            .Number()
            is not null;

    /// <summary>
    /// True when the contact stands on a live artefact (an invoice, later a payment), so that it can no longer be deleted.
    /// </summary>
    public bool InUse(string contact) =>
        scope
            .Db.Use("select 1 from documents where business=? and contact=? and resource>=? and deleted_at is null limit 1")
            .With(scope.Business.Number)
            .With(contact)
            .With(ResourceType.FirstArtefact)
            .Number()
            is not null;

    /// <summary>What a contact owes on its artefacts, in cents of its currency; below zero what it is owed.</summary>
    public long Outstanding(string contact) =>
        scope
            .Db.Use("select sum(outstanding) from documents where business=? and contact=? and resource>=?")
            .With(scope.Business.Number)
            .With(contact)
            .With(ResourceType.FirstArtefact)
            .Number()
        ?? 0;

    private static string CounterName(ResourceType type) => "live " + type.Collection;

    private void CountLive(ResourceType type, int change) =>
        scope
            .Db.Use(
                "insert into counters (business, name, value) values (?, ?, ?) on conflict (business, name) do update set "
                    + "value=value+excluded.value"
            )
            .With(scope.Business.Number)
            .With(CounterName(type))
            .With(change)
            .Run();

    private void Stamp(JsonObject body, string key)
    {
        if (body.ContainsKey(key) || key == "deleted_at")
            body[key] = SandboxClock.Text(scope.Now);
    }

    private static StoredDocument Read(ResourceType type, Storage.Statement row) =>
        new(type, row.Long(0), row.Text(1), row.Bytes(3).ToArray()) { DeletedAt = row.MaybeLong(2) };

    private static Storage.Statement BindColumns(Storage.Statement row, Columns columns) =>
        row.With(columns.Date)
            .With(columns.DueDate)
            .With(columns.Status)
            .With(columns.Kind)
            .With(columns.Contact)
            .With(columns.Parent)
            .With(columns.Reference)
            .With(columns.Search)
            .With(columns.Email)
            .With(columns.Outstanding);
}
