using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Alerts;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Settings;

/// <summary>The page of the server's options holds every option of every options class, with the default it really has.</summary>
public sealed partial class SettingsPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFiles.At("docs", "operating", "settings.md"));

    [Fact]
    public void Every_option_has_a_row_and_every_row_is_an_option_with_its_real_default()
    {
        var rows = RowsOf(Page);
        var options = Options().ToDictionary(static option => option.Name, static option => option.Default);

        Assert.Equal(options.Keys.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, value) in options)
            Assert.Equal($"{name} = {value}", $"{name} = {rows[name]}");
    }

    [Fact]
    public void A_row_that_is_missing_or_tells_another_default_would_be_found()
    {
        var rows = RowsOf("| `Ledgerbridge:Hosting:RequestBurst` | `7` | `500` | At once |\n");

        Assert.Equal("7", Assert.Single(rows).Value);
        Assert.Contains(Options(), static option => option is { Name: "Ledgerbridge:Hosting:RequestBurst", Default: "240" });
    }

    private static Dictionary<string, string> RowsOf(string page) =>
        Row()
            .Matches(page)
            .ToDictionary(static match => match.Groups["name"].Value, static match => match.Groups["default"].Value.Trim('`'));

    private static IEnumerable<(string Name, string Default)> Options() =>
        from type in typeof(HostingOptions).Assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
        where section is not null
        from option in OptionsOf(Activator.CreateInstance(type)!, section)
        select option;

    private static IEnumerable<(string Name, string Default)> OptionsOf(object options, string section)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (name, value) = ($"{section}:{property.Name}", property.GetValue(options));
            if (value is SageOptions or MailOptions)
            {
                foreach (var inner in OptionsOf(value, name))
                    yield return inner;
            }
            else
            {
                yield return (name, Text(value));
            }
        }
    }

    private static string Text(object? value) =>
        value switch
        {
            null or "" or ICollection { Count: 0 } => "none",
            bool truth => truth ? "true" : "false",
            TimeSpan span => span.ToString("c"),
            Uri address => address.OriginalString,
            _ => value.ToString()!,
        };

    [GeneratedRegex(
        @"^\| `(?<name>Ledgerbridge:[A-Za-z:]+)` \| (?<default>[^|]+) \| [^|]+ \| [^|]+ \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Row();
}
