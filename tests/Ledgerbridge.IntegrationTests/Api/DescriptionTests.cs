using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>
/// The API's own description. It is checked in, because the web app's types are made from it; <c>LEDGERBRIDGE_UPDATE_CONTRACTS=1</c>
/// writes it anew after a change that is meant.
/// </summary>
public sealed partial class DescriptionTests(DescriptionTests.Described described) : IClassFixture<DescriptionTests.Described>
{
    private const string UpdateVariable = "LEDGERBRIDGE_UPDATE_CONTRACTS";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_description_is_the_one_that_is_checked_in()
    {
        var ct = TestContext.Current.CancellationToken;
        var file = RepositoryFiles.At("contracts", "ledgerbridge", "openapi.json");
        var present = described.Document.ToJsonString(Written) + "\n";
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            await File.WriteAllTextAsync(file, present, ct);

        var kept = JsonNode.Parse(await File.ReadAllTextAsync(file, ct))!.ToJsonString(Written) + "\n";

        Assert.True(
            kept == present,
            $"The API differs from contracts/ledgerbridge/openapi.json at: {FirstDifference(kept, present)}\n"
                + $"If that is meant, run this test once with {UpdateVariable}=1 and commit the file."
        );
    }

    [Fact]
    public void Every_mapped_endpoint_of_the_API_is_described_and_nothing_else()
    {
        var mapped = MappedEndpoint
            .Of(described.Server)
            .Select(static endpoint => endpoint.Name)
            .Where(static name => !name.Contains("{**", StringComparison.Ordinal) && !name.Contains("/openapi/", StringComparison.Ordinal))
            .Except(AccessTable.WireOfShops);

        Assert.Equal(
            mapped.Order(StringComparer.Ordinal),
            described.Operations.Select(static one => one.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own_a_summary_a_tag_and_an_answer_with_a_type()
    {
        foreach (var (name, operation) in described.Operations)
        {
            Assert.Matches("^[a-z][A-Za-z]+$", operation["operationId"]!.ToString());
            Assert.True(operation["summary"]?.ToString() is { Length: > 5 }, $"{name} has no summary");
            Assert.Single(operation["tags"]!.AsArray());
            var answers = operation["responses"]!.AsObject();
            Assert.Contains(answers, static answer => answer.Key.StartsWith('2'));
            Assert.NotNull(answers["default"]!["content"]!["application/problem+json"]!["schema"]);
            if (operation["tags"]![0]!.ToString() != "OAuth")
                Assert.All(
                    answers.Where(static answer => answer.Key.StartsWith('2')),
                    answer => Assert.True(answer.Value!["content"]!.AsObject().Count > 0, $"{name} answers {answer.Key} without a type")
                );
        }
        var ids = described.Operations.Select(static one => one.Operation["operationId"]!.ToString()).ToArray();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Names_of_parameters_and_properties_are_in_small_letters_with_underscores()
    {
        foreach (var (name, operation) in described.Operations)
        {
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                Assert.True(SnakeCase().IsMatch(parameter!["name"]!.ToString()), $"{name} takes {parameter["name"]}");
        }
        foreach (var (schema, type) in described.Document["components"]!["schemas"]!.AsObject())
        {
            // Sage's envelope keeps Sage's own names.
            foreach (var (property, _) in type!["properties"]?.AsObject() ?? [])
                Assert.True(SnakeCase().IsMatch(property.TrimStart('$')) || property == "$itemsPerPage", $"{schema} has {property}");
        }
    }

    [Fact]
    public void No_address_of_a_server_is_in_the_description() =>
        Assert.DoesNotContain("127.0.0.1", described.Document.ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public async Task The_page_to_browse_it_works_without_any_other_site()
    {
        var ct = TestContext.Current.CancellationToken;
        using var browser = described.Server.Browser();
        var first = await browser.GetAsync("/docs/api", ct);
        Assert.Equal(HttpStatusCode.MovedPermanently, first.Status);
        var page = (await browser.GetAsync("/docs/api/index.html", ct)).Expect(HttpStatusCode.OK);
        var files = Loaded()
            .Matches(page.Text)
            .Select(static match => match.Groups["address"].Value)
            .Where(static a => a.Length > 0)
            .ToArray();

        Assert.Contains(files, static file => file.EndsWith(".js", StringComparison.Ordinal));
        foreach (var file in files)
        {
            Assert.DoesNotContain("//", file, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/docs/api/{file.TrimStart('.', '/')}", ct)).Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/openapi/v1.json", ct)).Status);
    }

    [Fact]
    public void The_page_of_problems_explains_every_kind_under_the_address_that_answers_name()
    {
        var page = File.ReadAllText(RepositoryFiles.At("docs", "problems.md"));
        var anchors = Anchor().Matches(page).Select(static match => match.Groups["id"].Value).ToArray();
        var codes = Enum.GetValues<Ledgerbridge.Kernel.ProblemCode>();
        var expected = codes
            .Select(static code => code.ToString().ToLowerInvariant())
            .Concat(HttpRefusal.All.Select(static refusal => refusal.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(expected.Order(StringComparer.Ordinal), anchors.Order(StringComparer.Ordinal));
        foreach (var code in codes)
        {
            var word = JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
            Assert.Contains($"## {Problems.TitleOf(code)}\n\n`{word}` ({Problems.StatusOf(code)}).", page, StringComparison.Ordinal);
        }
        foreach (var refusal in HttpRefusal.All)
            Assert.Contains($"## {refusal.Title}\n\n`{refusal.Code}` ({refusal.Status}).", page, StringComparison.Ordinal);
    }

    private static string FirstDifference(string kept, string present)
    {
        var (before, after) = (kept.Split('\n'), present.Split('\n'));
        var line = Enumerable
            .Range(0, Math.Min(before.Length, after.Length))
            .FirstOrDefault(i => before[i] != after[i], Math.Min(before.Length, after.Length));
        return $"line {line + 1}: '{before.ElementAtOrDefault(line)}' is now '{after.ElementAtOrDefault(line)}'";
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SnakeCase();

    [GeneratedRegex("(?:src|href)=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loaded();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\"></a>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anchor();

    /// <summary>A server and what it says about itself.</summary>
    public sealed class Described : IAsyncLifetime
    {
        /// <summary>The server.</summary>
        public ServerFixture Server { get; private set; } = null!;

        /// <summary>Its description.</summary>
        public JsonObject Document { get; private set; } = [];

        /// <summary>Each operation by method and address.</summary>
        public IEnumerable<(string Name, JsonObject Operation)> Operations =>
            from path in Document["paths"]!.AsObject()
            from method in path.Value!.AsObject()
            select ($"{method.Key.ToUpperInvariant()} {path.Key}", method.Value!.AsObject());

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            var ct = TestContext.Current.CancellationToken;
            Server = await ServerFixture.StartAsync(ct);
            using var browser = Server.Browser();
            Document = (await browser.GetAsync("/openapi/v1.json", ct)).Expect(HttpStatusCode.OK).Body!.AsObject();
        }

        /// <inheritdoc />
        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
