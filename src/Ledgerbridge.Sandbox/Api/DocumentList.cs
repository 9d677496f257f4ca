using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>
/// Finds one page of a collection: the query's filters become conditions over the narrow rows; bodies are read for the page only.
/// </summary>
internal sealed class DocumentList
{
    /// <summary>Business, resource and "not deleted": with these alone nothing is filtered.</summary>
    private const int ConditionsOfAll = 3;

    /// <summary>Up to this many changed documents are sorted in memory; beyond it the list is walked in its own order.</summary>
    private const int SortedMax = 2_000;

    private readonly Scope _scope;
    private readonly ResourceType _type;
    private readonly Violations _violations = new();
    private readonly Where _where;
    private bool _byDate;
    private bool _byContact;
    private bool _byParent;
    private bool _byStatus;
    private bool _byUpdated;
    private bool _deleted;

    private DocumentList(Scope scope, ResourceType type)
    {
        _scope = scope;
        _type = type;
        _where = new Where(scope.Query, _violations);
        _where.Add("d.business=?", scope.Business.Number);
        _where.Add("d.resource=?", type.Number);
    }

    /// <summary>The answer to a list request.</summary>
    public static ApiAnswer Read(Scope scope, ResourceType type)
    {
        var list = new DocumentList(scope, type);
        list.TakeSince();
        foreach (var filter in type.Filters)
            list.TakeFilter(filter);
        return list._violations.Any ? list._violations.Answer() : list.Page();
    }

    private void TakeSince()
    {
        // deleted_since is exclusive: what was deleted in the very second asked from is left out.
        _deleted =
            _type.Since == Since.UpdatedAndDeleted && _where.AddMoment("deleted_since", "d.deleted_at is not null and d.deleted_at > ?");
        if (!_deleted)
            _where.Add("d.deleted_at is null");
        // updated_or_created_since is inclusive: a client that asks from its last answer's second sees that second's documents again.
        _byUpdated = _type.Since != Since.None && _where.AddMoment("updated_or_created_since", "d.updated_at >= ?");
    }

    private void TakeFilter(Filter filter)
    {
        if (_scope.Query.Text(filter.Parameter) is not { } text)
            return;
        switch (filter.Kind)
        {
            case FilterKind.WhenTrue:
                if (_scope.Query.Flag(filter.Parameter))
                    _where.Add(filter.Sql);
                break;
            case FilterKind.Date:
                _byDate |= _where.AddDate(filter.Parameter, filter.Sql);
                break;
            case FilterKind.Word:
                if (text.All(static letter => letter is >= 'a' and <= 'z' or '_'))
                    _where.Add(filter.Sql, text);
                else
                    _where.Add(Filter.Nothing);
                break;
            case FilterKind.Folded:
                _where.Add(filter.Sql, text.ToLowerInvariant());
                break;
            case FilterKind.Either:
                if (text is "true" or "false")
                    _where.Add(filter.Sql, text == "true" ? 1 : 0);
                break;
            default:
                _where.Add(filter.Sql, text);
                _byParent |= filter.Sql == Filter.OnParent;
                _byContact |= filter == Filter.Contact;
                _byStatus |= filter == Filter.Status;
                break;
        }
    }

    private ApiAnswer Page()
    {
        var (sort, descending) = Sort();
        var total = Total(sort);
        var page = PageOf.From(_scope.Query, _type.Collection, total);
        var rows = Rows(sort, descending, page);
        var view = View.OfList(_scope.Query, _type.NestedOnLists);
        var kept = PageOf.Kept(_scope.Query, _scope.Settings.NextKeepsFilters);
        return JsonText.Answer(
            200,
            writer =>
                page.Write(
                    writer,
                    kept,
                    items =>
                    {
                        foreach (var (seq, id, displayedAs) in rows)
                        {
                            if (view.Reduced)
                                View.WriteReduced(items, _type.Collection, id, displayedAs);
                            else
                                view.Write(items, _scope, Document(seq, id));
                        }
                    }
                )
        );
    }

    private int Total(string sort)
    {
        if (_where.Count == ConditionsOfAll && !_deleted)
            return _scope.Documents.LiveCount(_type);
        var index = _byUpdated && !_deleted ? "documents_by_updated" : Index(sort, 0);
        return (int)(_where.Bind(_scope.Db, $"select count(*) from documents d indexed by {index}").Number() ?? 0);
    }

    /// <summary>The rows of the page. Pages in the far half are walked to from the end, which halves the longest way.</summary>
    private List<(long Seq, string Id, string? DisplayedAs)> Rows(string sort, bool descending, PageOf page)
    {
        var found = new List<(long, string, string?)>(page.ItemsPerPage);
        var count = Math.Min(page.ItemsPerPage, page.Total - page.Offset);
        var backwards = page.Offset > page.Total / 2;
        var offset = backwards ? page.Total - page.Offset - count : page.Offset;
        var way = descending == backwards ? "" : " desc";
        using (
            var rows = _where
                .Bind(
                    _scope.Db,
                    $"select d.seq, d.id, d.displayed_as from documents d indexed by {Index(sort, page.Total)}",
                    $"order by d.{sort}{way}, d.seq{way} limit ? offset ?"
                )
                .With(count)
                .With(offset)
        )
        {
            while (rows.Step())
                found.Add((rows.Long(0), rows.Text(1), rows.MaybeText(2)));
        }
        if (backwards)
            found.Reverse();
        return found;
    }

    private StoredDocument Document(long seq, string id)
    {
        using var row = _scope.Db.Use("select body from bodies where seq=?").With(seq);
        return row.Step()
            ? new StoredDocument(_type, seq, id, row.Bytes(0).ToArray())
            : throw new InvalidOperationException($"Document {seq} has no body.");
    }

    /// <summary>The sort key and direction. Without <c>sort</c>, or with a key the list does not have, the oldest come first.</summary>
    private (string Key, bool Descending) Sort()
    {
        var sort = _scope.Query.Text("sort")?.Split(':') ?? [];
        if (sort.Length == 0 || !_type.Sorts.Contains(sort[0], StringComparer.Ordinal))
            return ("created_at", false);
        if (sort[0] is "date" or "due_date")
            _where.Add($"d.{sort[0]} is not null");
        return (sort[0], sort.Length > 1 && sort[1] == "desc");
    }

    // SQLite has no statistics of this file and would guess; the shapes of the queries are few and known.
    private string Index(string sort, int total) =>
        _deleted ? "documents_deleted"
        : _byContact ? "documents_by_contact"
        : _byParent ? "documents_by_parent"
        : sort == "due_date" ? "documents_by_due"
        : sort == "date" || (_byDate && sort == "created_at") ? "documents_by_date"
        : sort == "updated_at" || (_byUpdated && total <= SortedMax) ? "documents_by_updated"
        : _byStatus ? "documents_by_status"
        : "documents_by_created";
}
