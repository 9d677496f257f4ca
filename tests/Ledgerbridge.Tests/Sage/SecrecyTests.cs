using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Auth;

namespace Ledgerbridge.Tests.Sage;

/// <summary>Tokens and the client's secret are nowhere but in the requests they are for.</summary>
public sealed class SecrecyTests
{
    private const string Token = "eyJhbGciOiJSUzUxMiJ9.nobody-may-see-this";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_secret_prints_as_dots_wherever_it_is()
    {
        var secret = new Secret(Token);
        var pair = new SageTokens(secret, default, secret, default, "full_access", "u1");
        var walk = AuthorizeRequest.Begin(new Uri("https://books.example/auth/callback"), "za");
        Assert.Equal("•••", secret.ToString());
        Assert.Equal("•••", $"{secret}");
        Assert.DoesNotContain("nobody", $"{pair} {new SageAnswer<SageTokens>.Given(pair)}", StringComparison.Ordinal);
        Assert.DoesNotContain(walk.CodeVerifier.Reveal(), walk.ToString(), StringComparison.Ordinal);
        Assert.Equal(Token, secret.Reveal());
    }

    [Fact]
    public void A_secret_has_no_JSON_and_no_conversion()
    {
        var secret = new Secret(Token);
        foreach (
            var options in new[]
            {
                JsonSerializerOptions.Default,
                new JsonSerializerOptions { IncludeFields = true },
            }
        )
        {
            var pair = new SageTokens(secret, default, secret, default, "full_access", "u1");
            Assert.DoesNotContain("nobody", JsonSerializer.Serialize(secret, options), StringComparison.Ordinal);
            Assert.DoesNotContain("nobody", JsonSerializer.Serialize(pair, options), StringComparison.Ordinal);
        }
        Assert.DoesNotContain(
            typeof(Secret).GetMethods(),
            static method =>
                method.Name is "op_Implicit" or "op_Explicit"
                || (method.ReturnType == typeof(string) && method.Name is not ("Reveal" or "ToString"))
        );
        Assert.Empty(typeof(Secret).GetProperties());
    }

    [Fact]
    public void A_secret_is_never_empty()
    {
        Assert.ThrowsAny<ArgumentException>(static () => new Secret(""));
        Assert.ThrowsAny<ArgumentException>(static () => new Secret(null!));
        Assert.Throws<InvalidOperationException>(static () => default(Secret).Reveal());
    }

    [Fact]
    public async Task Failures_and_traces_hold_no_token_no_client_secret_and_no_id()
    {
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Ledgerbridge.Sage",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                traced.Enqueue(
                    $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {activity.StatusDescription} "
                        + string.Join(' ', activity.Events)
                ),
        };
        ActivitySource.AddActivityListener(listener);
        var books = new Books(static options => options.ClientSecret = Token);
        var told = new List<string>();
        foreach (var broken in TransportTests.BrokenLines.Select(static row => row.Data.Item1))
        {
            books.Sage.ThenFails(broken);
            told.Add(Books.Failed(await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct)).ToString());
            books.Sage.ThenFails(broken);
            told.Add(Books.Failed(await books.Gateway.OAuth.RefreshAsync(new Secret(Token), Ct)).ToString());
        }
        books.Sage.Then(HttpStatusCode.NotFound, "[]");
        told.Add(Books.Failed(await books.Open().GetContactAsync("a-contacts-id", Ct)).ToString());
        Assert.Contains("Sage POST /sales_invoices", string.Join('\n', traced), StringComparison.Ordinal);
        Assert.Contains("Sage GET /contacts", string.Join('\n', traced), StringComparison.Ordinal);
        Assert.All(
            told.Concat(traced),
            static text =>
            {
                Assert.DoesNotContain("eyJ", text, StringComparison.Ordinal);
                Assert.DoesNotContain("a-contacts-id", text, StringComparison.Ordinal);
            }
        );
    }
}
