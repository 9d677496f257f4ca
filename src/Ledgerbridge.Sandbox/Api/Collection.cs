using System.Text.Json;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>What a request wants of a collection.</summary>
internal enum Verb
{
    List,
    Get,
    Create,
    Update,
    Delete,
    Act,
}

/// <summary>What stands under the first word of a path. Answers what it offers; the rest is a wrong verb.</summary>
internal abstract class Collection(string name, Area area)
{
    public string Name { get; } = name;

    /// <summary>The area of access rights it belongs to.</summary>
    public Area Area { get; } = area;

    /// <summary>False for what belongs to the person and not to a business: no <c>X-Business</c> is read or echoed.</summary>
    public virtual bool OfBusiness => true;

    /// <summary>True when a request without a key addresses the one record there is.</summary>
    public virtual bool Single => false;

    /// <summary>The wrapper of request bodies.</summary>
    public virtual string Singular => Name;

    /// <summary>The number idempotency ids are remembered with; 0 when none are taken.</summary>
    public virtual int IdempotencyNumber => 0;

    public abstract bool Offers(Verb verb, string? action);

    public virtual ApiAnswer List(Scope scope) => ApiProblems.WrongVerb;

    public virtual ApiAnswer Get(Scope scope, string key, bool mayWrite) => ApiProblems.WrongVerb;

    public virtual ApiAnswer Create(Scope scope, JsonElement sent) => ApiProblems.WrongVerb;

    public virtual ApiAnswer Update(Scope scope, string key, JsonElement sent) => ApiProblems.WrongVerb;

    public virtual ApiAnswer Delete(Scope scope, string key, JsonElement? sent) => ApiProblems.WrongVerb;

    public virtual ApiAnswer Act(Scope scope, string key, string action) => ApiProblems.WrongVerb;
}

/// <summary>A collection of stored documents with their rules.</summary>
internal sealed class DocumentCollection(ResourceRules rules) : Collection(rules.Type.Collection, rules.Type.Area)
{
    public override string Singular => rules.Type.Singular;

    public override int IdempotencyNumber => rules.Type.Idempotent ? rules.Type.Number : 0;

    public override bool Offers(Verb verb, string? action) =>
        verb switch
        {
            Verb.Create => rules.Creates,
            Verb.Update => rules.Updates,
            Verb.Delete => rules.Deletes,
            Verb.Act => rules.Actions.Contains(action!, StringComparer.Ordinal),
            _ => true,
        };

    public override ApiAnswer List(Scope scope) => DocumentList.Read(scope, rules.Type);

    public override ApiAnswer Get(Scope scope, string key, bool mayWrite)
    {
        if (scope.Documents.Find(rules.Type, key) is not { } document)
            return ApiProblems.NotFound;
        if (rules.LeavesTrace(scope, document))
        {
            if (!mayWrite)
                return ApiAnswer.Again;
            document = rules.Trace(scope, document);
        }
        if (scope.WantsPdf && rules.Pdf(scope, document) is { } pdf)
            return new ApiAnswer(200, pdf) { ContentType = "application/pdf" };
        return new ApiAnswer(200, JsonText.Write(writer => View.OfOne(scope.Query).Write(writer, scope, document)));
    }

    public override ApiAnswer Create(Scope scope, JsonElement sent) => rules.Create(scope, sent);

    public override ApiAnswer Update(Scope scope, string key, JsonElement sent) =>
        scope.Documents.Find(rules.Type, key) is { } document ? rules.Update(scope, document, sent) : ApiProblems.NotFound;

    public override ApiAnswer Delete(Scope scope, string key, JsonElement? sent) =>
        scope.Documents.Find(rules.Type, key) is { } document ? rules.Delete(scope, document, sent) : ApiProblems.NotFound;

    public override ApiAnswer Act(Scope scope, string key, string action) =>
        scope.Documents.Find(rules.Type, key) is { } document ? rules.Act(scope, document, action) : ApiProblems.NotFound;
}

/// <summary>A business's one record of settings.</summary>
internal sealed class SettingsCollection(ResourceType type) : Collection(type.Collection, type.Area)
{
    public override bool Single => true;

    public override string Singular => type.Singular;

    public override bool Offers(Verb verb, string? action) => verb is Verb.Get or Verb.Update;

    public override ApiAnswer Get(Scope scope, string key, bool mayWrite) => Shown(scope, Stored(scope));

    public override ApiAnswer Update(Scope scope, string key, JsonElement sent)
    {
        var violations = new Violations();
        var document = Stored(scope);
        new Intake(scope, violations, Singular).Apply(type.Fields, sent, document.Body, creating: false);
        if (violations.Any)
            return violations.Answer();
        if (sent.TryGetProperty("next_invoice_number", out _))
            scope.SetNumber(Sequences.Invoices, document.Body.Whole("next_invoice_number") ?? 1);
        if (sent.TryGetProperty("next_credit_note_number", out _))
            scope.SetNumber(Sequences.CreditNotes, document.Body.Whole("next_credit_note_number") ?? 1);
        return Shown(scope, scope.Documents.Save(document, new Columns()));
    }

    private StoredDocument Stored(Scope scope) =>
        scope.Documents.Find(type, type.Collection) ?? throw new InvalidOperationException($"This business has no {type.Collection}.");

    private ApiAnswer Shown(Scope scope, StoredDocument document)
    {
        if (type != SettingsShapes.Invoicing)
            return new ApiAnswer(200, document.Json) { DocumentId = document.Id };
        var body = document.Body;
        body["next_invoice_number"] = scope.PeekNumber(Sequences.Invoices);
        body["next_credit_note_number"] = scope.PeekNumber(Sequences.CreditNotes);
        body["next_quote_number"] = scope.PeekNumber(Sequences.Quotes);
        return new ApiAnswer(200, JsonText.Write(body)) { DocumentId = document.Id };
    }
}

/// <summary>One of Sage's fixed vocabularies.</summary>
internal sealed class StaticCollection(StaticList list) : Collection(list.Collection, Area.Open)
{
    public override bool Offers(Verb verb, string? action) => verb is Verb.List or Verb.Get;

    public override ApiAnswer List(Scope scope)
    {
        var country = scope.Query.Text("country_id");
        var items = country is null ? list.Items : [.. list.Items.Where(item => item.Group is null || item.Group == country)];
        var page = PageOf.From(scope.Query, Name, items.Count);
        var view = View.OfList(scope.Query, mayExpand: false);
        return new ApiAnswer(
            200,
            JsonText.Write(writer =>
                page.Write(
                    writer,
                    PageOf.Kept(scope.Query, scope.Settings.NextKeepsFilters),
                    to =>
                    {
                        foreach (var item in items.Skip(page.Offset).Take(page.ItemsPerPage))
                            view.WriteTree(to, item.Full());
                    }
                )
            )
        );
    }

    public override ApiAnswer Get(Scope scope, string key, bool mayWrite) =>
        list.Find(key) is { } item
            ? new ApiAnswer(200, JsonText.Write(writer => View.OfOne(scope.Query).WriteTree(writer, item.Full())))
            : ApiProblems.NotFound;
}
