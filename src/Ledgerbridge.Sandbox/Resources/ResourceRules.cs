using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>What a resource does beyond being data. Everything a request may do that these rules do not offer is answered 405.</summary>
internal abstract class ResourceRules(ResourceType type)
{
    public ResourceType Type { get; } = type;

    public virtual bool Creates => false;
    public virtual bool Updates => false;
    public virtual bool Deletes => false;

    /// <summary>The words that may follow a key in a POST, such as <c>release</c>.</summary>
    public virtual IReadOnlyList<string> Actions => [];

    /// <summary>Makes a document of what was sent.</summary>
    public virtual ApiAnswer Create(Scope scope, JsonElement sent) => ApiProblems.WrongVerb;

    /// <summary>Changes what was sent; the rest stays.</summary>
    public virtual ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent) => ApiProblems.WrongVerb;

    /// <summary>Removes or voids the document.</summary>
    /// <param name="scope">The request's scope.</param>
    /// <param name="document">The document.</param>
    /// <param name="sent">The request's body, when there was one.</param>
    public virtual ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent) => ApiProblems.WrongVerb;

    /// <summary>Does one of <see cref="Actions"/>.</summary>
    public virtual ApiAnswer Act(Scope scope, StoredDocument document, string action) => ApiProblems.WrongVerb;

    /// <summary>True when reading the document changes it.</summary>
    public virtual bool LeavesTrace(Scope scope, StoredDocument document) => false;

    /// <summary>The document after the trace a read leaves.</summary>
    public virtual StoredDocument Trace(Scope scope, StoredDocument document) => document;

    /// <summary>The document as PDF, or null when the resource has none.</summary>
    public virtual byte[]? Pdf(Scope scope, StoredDocument document) => null;

    /// <summary>What stands in the row beside the body.</summary>
    public virtual Columns Columns(JsonObject body) => new();

    /// <summary>A blank body with its id and path.</summary>
    protected JsonObject Blank(Scope scope, string? id = null)
    {
        var body = Type.Shape.Blank();
        id ??= scope.PlannedId ?? scope.Documents.IdOf(scope.Documents.NextSeq());
        scope.PlannedId = null;
        body["id"] = id;
        body["$path"] = $"/{Type.Collection}/{id}";
        return body;
    }

    /// <summary>The answer to a write: the document in full.</summary>
    protected static ApiAnswer Shown(int status, StoredDocument document) => new(status, document.Json) { DocumentId = document.Id };
}

/// <summary>Rules of a resource that can only be read.</summary>
internal sealed class ReadOnlyRules(ResourceType type) : ResourceRules(type)
{
    public override Columns Columns(JsonObject body) => new() { Search = body.Text("displayed_as")?.ToLowerInvariant() };
}
