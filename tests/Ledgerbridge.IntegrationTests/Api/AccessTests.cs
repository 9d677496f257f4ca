using System.Net;
using System.Text.RegularExpressions;
using Ledgerbridge.IntegrationTests.People;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>Every endpoint against every kind of caller.</summary>
public sealed partial class AccessTests(AccessTests.Everybody everybody) : IClassFixture<AccessTests.Everybody>
{
    private static readonly string[] Roles = ["Viewer", "Accountant", "Owner"];

    [Fact]
    public void Every_endpoint_has_a_row_in_the_table_and_every_row_an_endpoint()
    {
        var mapped = MappedEndpoint.Of(everybody.Server).Select(static endpoint => endpoint.Name).ToHashSet(StringComparer.Ordinal);
        var listed = AccessTable.Everyone.Keys.Concat(AccessTable.Rules.Keys).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], mapped.Except(listed));
        Assert.Equal([], listed.Except(mapped));
    }

    [Fact]
    public void Every_endpoint_carries_the_one_rule_the_table_gives_it()
    {
        foreach (var endpoint in MappedEndpoint.Of(everybody.Server))
            Assert.Equal(AccessTable.Rules.GetValueOrDefault(endpoint.Name, "everyone"), endpoint.Policy);
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_sign_in()
    {
        using var nobody = everybody.Server.Browser();
        using var invented = everybody.Server.Program("lbk_" + new string('A', 43));
        foreach (var name in AccessTable.Rules.Keys)
        {
            foreach (var caller in new[] { nobody, invented })
            {
                var answer = await CallAsync(caller, name);

                Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{name} answered {(int)answer.Status}");
                Assert.Equal("not_signed_in", answer.Get("code"));
            }
        }
    }

    [Fact]
    public async Task Each_role_and_each_kind_of_key_may_do_what_the_table_says_and_nothing_else()
    {
        foreach (var (role, isPerson) in Roles.SelectMany(static role => new[] { (role, true), (role, false) }))
        {
            // Signing out comes last, because it ends what the others need.
            foreach (var (name, rule) in AccessTable.Rules.OrderBy(static row => row.Key == "DELETE /api/session"))
            {
                var answer = await CallAsync(everybody.Caller(role, isPerson), name);

                var who = $"{name} for {role} {(isPerson ? "person" : "key")} answered {(int)answer.Status} {answer.Text}";
                if (AccessTable.Allows(rule, role, isPerson))
                {
                    Assert.True(answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden), who);
                    Assert.True((int)answer.Status < 500, who);
                }
                else
                {
                    Assert.True(answer.Status == HttpStatusCode.Forbidden, who);
                    Assert.Equal("not_allowed", answer.Get("code"));
                }
            }
        }
    }

    [Fact]
    public async Task Settings_of_the_workspace_are_for_Owners_and_personal_ones_for_everybody()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var all = new Everybody();
        await all.InitializeAsync();
        foreach (var (role, isPerson) in Roles.SelectMany(static role => new[] { (role, true), (role, false) }))
        {
            foreach (var scope in new[] { "workspace", "personal", "automation", "template", "security" })
            {
                var answer = await all.Caller(role, isPerson).PutAsync($"/api/settings/{scope}/colour", new { value = role }, ct);

                Assert.Equal(scope == "personal" || role == "Owner" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
            }
        }
    }

    [Fact]
    public async Task The_way_to_Sage_is_for_people_who_work_with_the_books()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var all = new Everybody();
        await all.InitializeAsync();
        using var nobody = all.Server.Browser();

        foreach (var caller in new[] { nobody, all.Caller("Owner", isPerson: false) })
        {
            var sent = (await caller.GetAsync("/auth/start", ct)).Expect(HttpStatusCode.Found);
            Assert.StartsWith("/sign-in", sent.Location!.OriginalString, StringComparison.Ordinal);
        }
        var refused = await all.Caller("Viewer", isPerson: true).GetAsync("/auth/start", ct);
        Assert.Contains("Your role cannot connect Sage", refused.Expect(HttpStatusCode.Forbidden).Text, StringComparison.Ordinal);
        foreach (var role in new[] { "Accountant", "Owner" })
        {
            var sent = (await all.Caller(role, isPerson: true).GetAsync("/auth/start", ct)).Expect(HttpStatusCode.Found);
            Assert.Contains("oauth2/auth/central", sent.Location!.AbsoluteUri, StringComparison.Ordinal);
        }
    }

    private static Task<ServerAnswer> CallAsync(ServerClient caller, string name)
    {
        var ct = TestContext.Current.CancellationToken;
        var (method, pattern) = (new HttpMethod(name.Split(' ')[0]), name.Split(' ')[1]);
        var path = pattern.Replace("{scope}", "personal", StringComparison.Ordinal).Replace("{key}", "colour", StringComparison.Ordinal);
        path = Parameter().Replace(path, "nothing-has-this-id");
        // A body that breaks its rules: who may not even ask learns nothing about them.
        var body = method == HttpMethod.Get || method == HttpMethod.Delete ? null : "{}";
        return caller.SendAsync(method, path, body, ct);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    /// <summary>A server with a person and a key of each role.</summary>
    public sealed class Everybody : IAsyncLifetime
    {
        private readonly Dictionary<(string Role, bool IsPerson), ServerClient> _callers = [];

        /// <summary>The server.</summary>
        public ServerFixture Server { get; private set; } = null!;

        /// <summary>A person or key of a role.</summary>
        public ServerClient Caller(string role, bool isPerson) => _callers[(role, isPerson)];

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            var ct = TestContext.Current.CancellationToken;
            Server = await ServerFixture.StartAsync(ct);
            var owner = await Server.FirstRunAsync(ct);
            _callers[("Owner", true)] = owner;
            foreach (var role in Roles)
            {
                var word = role.ToLowerInvariant();
                _callers[(role, false)] = await Server.KeyAsync(owner, word, ct);
                if (role != "Owner")
                    _callers[(role, true)] = await Server.JoinedAsync(owner, $"{word}@example.co.za", word, ct);
            }
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            foreach (var caller in _callers.Values)
                caller.Dispose();
            await Server.DisposeAsync();
        }
    }
}
