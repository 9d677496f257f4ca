using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>Rates from the business's currency. They have no id: their key is the currency.</summary>
internal abstract class RateCollection(string name, Area area) : Collection(name, area)
{
    public override bool Offers(Verb verb, string? action) => verb is Verb.List or Verb.Get;

    public override ApiAnswer List(Scope scope)
    {
        var currencies = Currencies(scope).ToList();
        var page = PageOf.From(scope.Query, Name, currencies.Count);
        var full = scope.Query.Text("attributes") is not null;
        return new ApiAnswer(
            200,
            JsonText.Write(writer =>
                page.Write(
                    writer,
                    "",
                    items =>
                    {
                        foreach (var currency in currencies.Skip(page.Offset).Take(page.ItemsPerPage))
                            (full ? Full(scope, currency) : Head(scope, currency)).WriteTo(items);
                    }
                )
            )
        );
    }

    public override ApiAnswer Get(Scope scope, string key, bool mayWrite) =>
        Currencies(scope).Contains(key, StringComparer.Ordinal)
            ? new ApiAnswer(200, JsonText.Write(Full(scope, key)))
            : ApiProblems.NotFound;

    /// <summary>The currencies there are rates for.</summary>
    protected abstract IEnumerable<string> Currencies(Scope scope);

    /// <summary>Everything about the rate of one of them.</summary>
    protected abstract JsonObject Full(Scope scope, string currency);

    /// <summary>What lists show unless asked for more.</summary>
    protected JsonObject Head(Scope scope, string currency) =>
        new() { ["displayed_as"] = $"{scope.Business.Currency} -> {currency}", ["$path"] = $"/{Name}/{currency}" };

    /// <summary>Adds the rate, its inverse and the two currencies.</summary>
    protected static void AddRate(Scope scope, JsonObject tree, string currency, decimal rate, decimal inverse)
    {
        tree["rate"] = Amounts.Text(rate);
        tree["inverse_rate"] = Amounts.Text(inverse);
        tree["base_currency"] = StaticLists.Link("currencies", scope.Business.Currency);
        tree["currency"] = StaticLists.Link("currencies", currency);
    }

    /// <summary>The currencies of the made-up market but the business's own.</summary>
    protected static IEnumerable<string> Foreign(Scope scope) =>
        ExchangeRates.Currencies.Where(currency => currency != scope.Business.Currency);
}

/// <summary>The rates documents take: the business's own where it has set them, else the market's.</summary>
internal sealed class ExchangeRateCollection() : RateCollection("exchange_rates", Area.Open)
{
    protected override IEnumerable<string> Currencies(Scope scope) => Foreign(scope);

    protected override JsonObject Full(Scope scope, string currency)
    {
        var tree = Head(scope, currency);
        tree["created_at"] = SandboxClock.Text(scope.Business.CreatedAt);
        tree["updated_at"] = SandboxClock.Text(scope.Business.CreatedAt);
        var (rate, inverse) = ExchangeRates.Pair(scope, currency);
        AddRate(scope, tree, currency, rate, inverse);
        return tree;
    }
}

/// <summary>The market's rates.</summary>
internal sealed class LiveExchangeRateCollection() : RateCollection("live_exchange_rates", Area.Open)
{
    protected override IEnumerable<string> Currencies(Scope scope) => Foreign(scope);

    protected override JsonObject Full(Scope scope, string currency)
    {
        var tree = Head(scope, currency);
        var home = scope.Business.Currency;
        AddRate(scope, tree, currency, ExchangeRates.ForeignPerBase(home, currency), ExchangeRates.ForeignPerBase(currency, home));
        tree["retrieved_at"] = SandboxClock.Text(scope.Now);
        tree["updated_at"] = SandboxClock.Text(scope.Now);
        return tree;
    }
}

/// <summary>The rates a business has set for itself.</summary>
internal sealed class BusinessExchangeRateCollection() : RateCollection("business_exchange_rates", Area.Settings)
{
    private static readonly ResourceType Type = ItemShapes.BusinessRates;

    public override string Singular => Type.Singular;

    public override int IdempotencyNumber => Type.Number;

    public override bool Offers(Verb verb, string? action) => verb != Verb.Act;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Type.Shape.Blank();
        new Intake(scope, violations, Singular).Apply(Type.Fields, sent, body, creating: true);
        if (body.LinkId("currency") is { } foreign)
        {
            if (foreign == scope.Business.Currency)
                violations.Add("currency_id", "must not be the currency of the business");
            else if (scope.Documents.Find(Type, foreign) is not null)
                violations.Add("currency_id", "has already been taken");
        }
        CheckRate(body, violations);
        if (violations.Any)
            return violations.Answer();
        var currency = body.LinkId("currency")!;
        foreach (var (key, value) in Head(scope, currency))
            body[key] = value?.DeepClone();
        body["base_currency"] = StaticLists.Link("currencies", scope.Business.Currency);
        // A rate that was deleted leaves its row behind, and the key is the same.
        if (scope.Documents.FindAny(Type, currency) is { } deleted)
            scope.Documents.Forget(deleted);
        return Shown(201, scope.Documents.Insert(Type, body, new Columns { Kind = "OWN" }, currency));
    }

    public override ApiAnswer Update(Scope scope, string key, JsonElement sent)
    {
        if (scope.Documents.Find(Type, key) is not { } document)
            return ApiProblems.NotFound;
        var violations = new Violations();
        new Intake(scope, violations, Singular).Apply(Type.Fields, sent, document.Body, creating: false);
        if (document.Body.LinkId("currency") != key)
            violations.Add("currency_id", "cannot be changed");
        CheckRate(document.Body, violations);
        return violations.Any ? violations.Answer() : Shown(200, scope.Documents.Save(document, new Columns { Kind = "OWN" }));
    }

    public override ApiAnswer Delete(Scope scope, string key, JsonElement? sent)
    {
        if (scope.Documents.Find(Type, key) is not { } document)
            return ApiProblems.NotFound;
        scope.Documents.Delete(document);
        return ApiAnswer.NoContent with { DocumentId = key };
    }

    protected override IEnumerable<string> Currencies(Scope scope) =>
        scope.Documents.Of(Type, "kind", "OWN").Select(static document => document.Id);

    protected override JsonObject Full(Scope scope, string currency) => scope.Documents.Find(Type, currency)!.Body;

    private static void CheckRate(JsonObject body, Violations violations)
    {
        var rate = body.Amount("rate");
        if (rate is < 0.000_01m or > 100_000m)
            violations.Add("rate", "is invalid");
        else
            body["inverse_rate"] = Amounts.Text(Amounts.Rate(1m / rate));
    }

    private static ApiAnswer Shown(int status, StoredDocument document) => new(status, document.Json) { DocumentId = document.Id };
}
