namespace Ledgerbridge.Kernel;

/// <summary>
/// An amount that can be paid: a whole number of the currency's smallest unit, fewer than 2^96 of them. It cannot hold a fraction of a
/// cent, and adding or comparing two currencies throws. Multiplying leaves this type: the result is an <see cref="ExactAmount"/> until it
/// is rounded by name. The default value has no currency and throws when it is used.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    private readonly decimal _amount;

    /// <summary>Takes an amount that is already a whole number of smallest units.</summary>
    /// <exception cref="ArgumentException">
    /// The amount has more decimals than the currency; round an <see cref="ExactAmount"/> instead.
    /// </exception>
    /// <exception cref="OverflowException">The amount is so large that its smallest units cannot be told apart.</exception>
    public Money(decimal amount, Currency currency)
    {
        var cut = Rounding.TowardsZero.Apply(amount, currency.Exponent);
        if (cut != amount)
            throw new ArgumentException($"{amount} has more decimals than {currency} allows ({currency.Exponent}).", nameof(amount));
        // Adding a zero of the currency's scale fixes the scale, so that equal amounts also print equally.
        _amount = cut + new decimal(0, 0, 0, false, (byte)currency.Exponent);
        // A decimal that runs out of digits drops decimals without a word; the lost scale is the only trace of it.
        if (_amount.Scale != currency.Exponent)
            throw new OverflowException($"{amount} {currency} is too large to be kept to the smallest unit.");
        Currency = currency;
    }

    /// <summary>The amount, with exactly the currency's decimals.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which was never set.</exception>
    public decimal Amount => IsDefault ? throw new InvalidOperationException("This amount was never set.") : _amount;

    /// <summary>The currency of the amount.</summary>
    public Currency Currency { get; }

    /// <summary>Nothing, in that currency.</summary>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>The amount of so many smallest units, such as cents.</summary>
    public static Money FromMinorUnits(long units, Currency currency) => new(units / PowerOfTen(currency.Exponent), currency);

    /// <summary>How many smallest units, such as cents, this is.</summary>
    /// <exception cref="OverflowException">More than about 9.2 × 10^18 units.</exception>
    public long ToMinorUnits() => decimal.ToInt64(Amount * PowerOfTen(Currency.Exponent));

    /// <summary>True for an amount of nothing.</summary>
    public bool IsZero => Amount == 0m;

    /// <summary>The same amount without its sign.</summary>
    public Money Abs() => new(Math.Abs(Amount), Currency);

    /// <summary>
    /// The amount as text with the currency's decimals and a point, such as <c>6900.00</c>: the form used in JSON and CSV.
    /// </summary>
    public string ToInvariantText() => Amount.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public int CompareTo(Money other) => Amount.CompareTo(Same(other).Amount);

    /// <summary>The sum of two amounts of one currency.</summary>
    public static Money operator +(Money left, Money right) => new(left.Amount + left.Same(right).Amount, left.Currency);

    /// <summary>The difference of two amounts of one currency.</summary>
    public static Money operator -(Money left, Money right) => new(left.Amount - left.Same(right).Amount, left.Currency);

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>An exact multiple, which still has to be rounded by name before it is money again.</summary>
    public static ExactAmount operator *(Money money, decimal factor) => new(money.Amount * factor, money.Currency);

    /// <summary>Compares two amounts of one currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Compares two amounts of one currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Compares two amounts of one currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Compares two amounts of one currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>For people who read logs and test output: <c>6900.00 ZAR</c>. Screens use <see cref="MoneyText"/>.</summary>
    public override string ToString() => IsDefault ? "(no amount)" : $"{Amount} {Currency}";

    private bool IsDefault => Currency == default;

    private Money Same(Money other) =>
        other.Currency == Currency
            ? other
            : throw new InvalidOperationException($"An amount in {other.Currency} cannot be added to or compared with one in {Currency}.");

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
            power *= 10m;
        return power;
    }
}

/// <summary>Sums of money.</summary>
public static class MoneySums
{
    /// <summary>The sum of amounts that all are in <paramref name="currency"/>; nothing in that currency when there are none.</summary>
    public static Money Sum(this IEnumerable<Money> amounts, Currency currency) =>
        amounts.Aggregate(Money.Zero(currency), static (sum, amount) => sum + amount);
}
