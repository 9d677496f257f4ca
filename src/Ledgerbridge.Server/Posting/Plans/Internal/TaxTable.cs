using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>A rate the shop may have charged.</summary>
/// <param name="Percentage">0 to 100.</param>
/// <param name="RateId">Sage's id.</param>
/// <param name="Name">What people read.</param>
internal sealed record TaxCandidate(decimal Percentage, string RateId, string Name)
{
    /// <summary>The tax on one unit of money.</summary>
    public decimal Fraction => Percentage / 100m;
}

/// <summary>The rates of a business as they stand on the day of the supply, for one document.</summary>
internal sealed class TaxTable
{
    private readonly StorePolicy _policy;
    private readonly BooksReference _books;
    private readonly DateOnly _on;

    /// <param name="policy">The tax-rate map is in it.</param>
    /// <param name="books">The business's rates.</param>
    /// <param name="on">The day of the supply; for a credit note the day of its invoice, whose rate it bears (VAT Act s21).</param>
    /// <param name="abroad">The document goes to another country.</param>
    public TaxTable(StorePolicy policy, BooksReference books, DateOnly on, bool abroad)
    {
        _policy = policy;
        _books = books;
        _on = on;
        Untaxed = Named(0m, abroad ? policy.TaxRates.ExportTaxRateId : policy.TaxRates.UntaxedTaxRateId);
        // Sage refuses a document abroad unless all of its lines are zero-rated, those that are no supply among them.
        NoTax = Named(0m, abroad ? policy.TaxRates.ExportTaxRateId : policy.TaxRates.NoTaxRateId);
        Taxed = [.. TaxedRates()];
    }

    /// <summary>The rates that charge something, each percentage once: the map's rows first, then the business's own.</summary>
    public IReadOnlyList<TaxCandidate> Taxed { get; }

    /// <summary>The rate for what is sold without tax; null when the settings name none the business has.</summary>
    public TaxCandidate? Untaxed { get; }

    /// <summary>The rate for what is no supply; null when the settings name none the business has.</summary>
    public TaxCandidate? NoTax { get; }

    /// <summary>The percentage Sage works with for a rate, whatever the map says the shop calls it.</summary>
    public decimal BooksPercentage(string rateId) => Find(rateId)?.On(_on).Percentage ?? 0m;

    private IEnumerable<TaxCandidate> TaxedRates()
    {
        var mapped = _policy
            .TaxRates.Map.Select(row => Named(row.Percentage, row.TaxRateId))
            .OfType<TaxCandidate>()
            .Where(static candidate => candidate.Percentage > 0m);
        var own = _books
            .TaxRates.Select(rate => new TaxCandidate(rate.On(_on).Percentage, rate.Id, rate.Name))
            .Where(static candidate => candidate.Percentage > 0m);
        return mapped.Concat(own).DistinctBy(static candidate => candidate.Percentage);
    }

    private TaxCandidate? Named(decimal percentage, string rateId) =>
        Find(rateId) is { } rate ? new TaxCandidate(percentage, rate.Id, rate.Name) : null;

    private BooksTaxRate? Find(string rateId) => _books.TaxRates.FirstOrDefault(rate => rate.Id == rateId);
}
