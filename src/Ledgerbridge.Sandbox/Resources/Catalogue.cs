using System.Collections.Frozen;
using Ledgerbridge.Sandbox.Api;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Everything the API offers, by the first word of the path. A resource is added here and nowhere else.</summary>
internal static class Catalogue
{
    private static readonly ResourceRules[] Rules =
    [
        new ContactRules(),
        new AddressRules(),
        new PersonRules(),
        new LedgerAccountRules(),
        new ReadOnlyRules(LedgerShapes.TaxRates),
        new BankAccountRules(),
        new SalesRules(SalesKind.Invoice),
        new SalesRules(SalesKind.CreditNote),
        new PaymentRules(),
        new AllocationRules(),
        new ItemRules(ItemKind.Product),
        new ItemRules(ItemKind.Service),
        new ItemRules(ItemKind.StockItem),
        new StockRules(),
        new NameListRules(ItemShapes.PriceTypes),
        new NameListRules(ItemShapes.RateTypes),
    ];

    private static readonly ResourceType[] Settings = [SettingsShapes.Financial, SettingsShapes.Invoicing, SettingsShapes.BusinessSettings];

    /// <summary>Stored without the usual collection: found by their ids, or offered in a way of their own.</summary>
    private static readonly ResourceType[] Kept = [PaymentShapes.OnAccount, ItemShapes.BusinessRates];

    private static readonly FrozenDictionary<string, Collection> Collections = Offered()
        .ToFrozenDictionary(static collection => collection.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ResourceType> TypesByName = Types()
        .ToFrozenDictionary(static type => type.Collection, StringComparer.Ordinal);

    private static readonly FrozenDictionary<int, ResourceType> TypesByNumber = Types().ToFrozenDictionary(static type => type.Number);

    /// <summary>The collection of this name, or null: the answer is 404.</summary>
    public static Collection? Find(string name) => Collections.GetValueOrDefault(name);

    /// <summary>The names of all collections.</summary>
    public static IEnumerable<string> Names => Collections.Keys.Order(StringComparer.Ordinal);

    /// <summary>The resource stored under this name, or null.</summary>
    public static ResourceType? Type(string collection) => TypesByName.GetValueOrDefault(collection);

    /// <summary>The resource that rows of this number belong to.</summary>
    public static ResourceType TypeOf(int number) => TypesByNumber[number];

    private static IEnumerable<ResourceType> Types() => Rules.Select(static rules => rules.Type).Concat(Settings).Concat(Kept);

    private static IEnumerable<Collection> Offered()
    {
        foreach (var rules in Rules)
            yield return new DocumentCollection(rules);
        foreach (var settings in Settings)
            yield return new SettingsCollection(settings);
        foreach (var list in StaticLists.Names)
            yield return new StaticCollection(StaticLists.Find(list)!);
        yield return new TransactionCollection();
        yield return new EntryCollection();
        yield return new ExchangeRateCollection();
        yield return new LiveExchangeRateCollection();
        yield return new BusinessExchangeRateCollection();
        yield return new BusinessCollection();
        yield return new UserCollection();
    }
}
