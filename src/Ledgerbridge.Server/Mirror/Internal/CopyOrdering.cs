using System.Globalization;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>What a copy is ordered by, without its content.</summary>
internal sealed record CopyKey(long Number, DateOnly DatedOn, DateOnly DueOn, long Amount, string NameKey, DateTimeOffset? UpdatedAt);

/// <summary>The orders of lists, and where a page goes on. Copies equal in the order's value follow one another by number.</summary>
internal static class CopyOrdering
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The end of a page at a row.</summary>
    public static CopyMark MarkOf(RecordRow row, CopyOrder order) =>
        new(
            order switch
            {
                CopyOrder.Due => Text(row.DueOn),
                CopyOrder.Amount => row.Amount.ToString(CultureInfo.InvariantCulture),
                CopyOrder.Name => row.NameKey,
                CopyOrder.Changed => (row.UpdatedAt ?? default).UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                _ => Text(row.DatedOn),
            },
            row.Number
        );

    /// <summary>True when a mark can be one of this order's.</summary>
    public static bool Fits(CopyMark mark, CopyOrder order) =>
        order switch
        {
            CopyOrder.Date or CopyOrder.Due => DateOnly.TryParseExact(mark.Value, DayForm, out _),
            CopyOrder.Amount => long.TryParse(mark.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            CopyOrder.Changed => DateTimeOffset.TryParse(mark.Value, CultureInfo.InvariantCulture, out _),
            _ => !mark.Value.Contains('\0', StringComparison.Ordinal),
        };

    /// <summary>The rows in order.</summary>
    public static IQueryable<RecordRow> Order(IQueryable<RecordRow> rows, CopyQuery query) =>
        (query.Order, query.Descending) switch
        {
            (CopyOrder.Due, false) => rows.OrderBy(static row => row.DueOn).ThenBy(static row => row.Number),
            (CopyOrder.Due, true) => rows.OrderByDescending(static row => row.DueOn).ThenByDescending(static row => row.Number),
            (CopyOrder.Amount, false) => rows.OrderBy(static row => row.Amount).ThenBy(static row => row.Number),
            (CopyOrder.Amount, true) => rows.OrderByDescending(static row => row.Amount).ThenByDescending(static row => row.Number),
            (CopyOrder.Name, false) => rows.OrderBy(static row => row.NameKey).ThenBy(static row => row.Number),
            (CopyOrder.Name, true) => rows.OrderByDescending(static row => row.NameKey).ThenByDescending(static row => row.Number),
            (CopyOrder.Changed, false) => rows.Where(static row => row.UpdatedAt != null)
                .OrderBy(static row => row.UpdatedAt)
                .ThenBy(static row => row.Number),
            (CopyOrder.Changed, true) => rows.Where(static row => row.UpdatedAt != null)
                .OrderByDescending(static row => row.UpdatedAt)
                .ThenByDescending(static row => row.Number),
            (_, false) => rows.OrderBy(static row => row.DatedOn).ThenBy(static row => row.Number),
            _ => rows.OrderByDescending(static row => row.DatedOn).ThenByDescending(static row => row.Number),
        };

    /// <summary>
    /// The rows behind the query's mark. The bound on the value alone comes first, because databases make no range of an "or".
    /// </summary>
    public static IQueryable<RecordRow> Behind(IQueryable<RecordRow> rows, CopyQuery query)
    {
        if (query.After is not { } mark)
            return rows;
        var number = mark.Number;
        switch (query.Order)
        {
            case CopyOrder.Due:
                var due = Day(mark);
                return query.Descending
                    ? rows.Where(row => row.DueOn <= due && (row.DueOn < due || row.Number < number))
                    : rows.Where(row => row.DueOn >= due && (row.DueOn > due || row.Number > number));
            case CopyOrder.Amount:
                var amount = long.Parse(mark.Value, CultureInfo.InvariantCulture);
                return query.Descending
                    ? rows.Where(row => row.Amount <= amount && (row.Amount < amount || row.Number < number))
                    : rows.Where(row => row.Amount >= amount && (row.Amount > amount || row.Number > number));
            case CopyOrder.Name:
                var name = mark.Value;
                return query.Descending
                    ? rows.Where(row => string.Compare(row.NameKey, name) <= 0)
                        .Where(row => string.Compare(row.NameKey, name) < 0 || row.Number < number)
                    : rows.Where(row => string.Compare(row.NameKey, name) >= 0)
                        .Where(row => string.Compare(row.NameKey, name) > 0 || row.Number > number);
            case CopyOrder.Changed:
                var changed = Moment(mark);
                return query.Descending
                    ? rows.Where(row => row.UpdatedAt <= changed && (row.UpdatedAt < changed || row.Number < number))
                    : rows.Where(row => row.UpdatedAt >= changed && (row.UpdatedAt > changed || row.Number > number));
            default:
                var day = Day(mark);
                return query.Descending
                    ? rows.Where(row => row.DatedOn <= day && (row.DatedOn < day || row.Number < number))
                    : rows.Where(row => row.DatedOn >= day && (row.DatedOn > day || row.Number > number));
        }
    }

    /// <summary>The numbers of a page and one more, of copies that are all here.</summary>
    public static List<long> Page(List<CopyKey> keys, CopyQuery query)
    {
        var comparison = Comparison(query.Order);
        var sign = query.Descending ? -1 : 1;
        var sorted = keys.Where(key => query.Order != CopyOrder.Changed || key.UpdatedAt is not null).ToList();
        sorted.Sort((one, other) => sign * Compare(comparison, one, other));
        IEnumerable<CopyKey> page = sorted;
        if (query.After is { } mark)
        {
            var end = KeyOf(mark, query.Order);
            page = page.Where(key => sign * Compare(comparison, key, end) > 0);
        }
        return [.. page.Skip(query.Skip).Take(query.Take + 1).Select(static key => key.Number)];
    }

    private static int Compare(Comparison<CopyKey> comparison, CopyKey one, CopyKey other)
    {
        var byValue = comparison(one, other);
        return byValue != 0 ? byValue : one.Number.CompareTo(other.Number);
    }

    private static Comparison<CopyKey> Comparison(CopyOrder order) =>
        order switch
        {
            CopyOrder.Due => static (one, other) => one.DueOn.CompareTo(other.DueOn),
            CopyOrder.Amount => static (one, other) => one.Amount.CompareTo(other.Amount),
            CopyOrder.Name => static (one, other) => string.CompareOrdinal(one.NameKey, other.NameKey),
            CopyOrder.Changed => static (one, other) => Nullable.Compare(one.UpdatedAt, other.UpdatedAt),
            _ => static (one, other) => one.DatedOn.CompareTo(other.DatedOn),
        };

    private static CopyKey KeyOf(CopyMark mark, CopyOrder order) =>
        order switch
        {
            CopyOrder.Due => new(mark.Number, default, Day(mark), 0, "", null),
            CopyOrder.Amount => new(mark.Number, default, default, long.Parse(mark.Value, CultureInfo.InvariantCulture), "", null),
            CopyOrder.Name => new(mark.Number, default, default, 0, mark.Value, null),
            CopyOrder.Changed => new(mark.Number, default, default, 0, "", Moment(mark)),
            _ => new(mark.Number, Day(mark), default, 0, "", null),
        };

    private static DateOnly Day(CopyMark mark) => DateOnly.ParseExact(mark.Value, DayForm, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(CopyMark mark) =>
        DateTimeOffset.Parse(mark.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);
}
