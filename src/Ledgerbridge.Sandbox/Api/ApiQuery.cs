using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>A request's query, read the forgiving way Sage does: what is missing or cannot be read counts as not sent.</summary>
internal sealed class ApiQuery(IQueryCollection values)
{
    /// <summary>No query.</summary>
    public static readonly ApiQuery Empty = new(QueryCollection.Empty);

    /// <summary>The parameter's text; null when absent or empty.</summary>
    public string? Text(string name) =>
        values.TryGetValue(name, out var value) && !StringValues.IsNullOrEmpty(value) && value[0] is { Length: > 0 } text ? text : null;

    /// <summary>True when the parameter is <c>true</c>.</summary>
    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the parameter is <c>false</c>.</summary>
    public bool Denied(string name) => string.Equals(Text(name), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parameter as a whole number.</summary>
    public int Whole(string name, int otherwise) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>The names of the parameters sent.</summary>
    public IEnumerable<string> Names => values.Keys;
}
