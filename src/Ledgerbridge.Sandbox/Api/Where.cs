using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>Conditions on rows with the values they bind, gathered from a query.</summary>
internal sealed class Where(ApiQuery query, Violations violations)
{
    private readonly List<string> _conditions = [];
    private readonly List<object> _values = [];

    /// <summary>How many conditions there are.</summary>
    public int Count => _conditions.Count;

    /// <summary>A condition without a value.</summary>
    public void Add(string sql) => _conditions.Add(sql);

    /// <summary>A condition on a number.</summary>
    public void Add(string sql, long value)
    {
        _conditions.Add(sql);
        _values.Add(value);
    }

    /// <summary>A condition on a text.</summary>
    public void Add(string sql, string value)
    {
        _conditions.Add(sql);
        _values.Add(value);
    }

    /// <summary>A condition on an instant, when the parameter was sent; true when it was.</summary>
    public bool AddMoment(string parameter, string sql)
    {
        if (query.Text(parameter) is not { } text)
            return false;
        if (Moment.TrySeconds(text, out var seconds))
            Add(sql, seconds);
        else
            violations.Add(parameter, "is not a valid date");
        return true;
    }

    /// <summary>A condition on a date, when the parameter was sent; true when it was.</summary>
    public bool AddDate(string parameter, string sql)
    {
        if (query.Text(parameter) is not { } text)
            return false;
        if (Moment.TryDate(text, out var date))
            Add(sql, date);
        else
            violations.Add(parameter, "is not a valid date");
        return true;
    }

    /// <summary>A condition on the parameter's text, when it was sent; true when it was.</summary>
    public bool AddText(string parameter, string sql)
    {
        if (query.Text(parameter) is not { } text)
            return false;
        Add(sql, text);
        return true;
    }

    /// <summary>The statement <c>{head} where {conditions} {tail}</c> with the values bound.</summary>
    public Statement Bind(Sqlite db, string head, string tail = "")
    {
        var statement = db.Use($"{head} where {string.Join(" and ", _conditions)} {tail}");
        foreach (var value in _values)
            _ = value is long number ? statement.With(number) : statement.With((string)value);
        return statement;
    }
}
