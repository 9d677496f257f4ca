using System.Globalization;
using System.Net;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Sage;

/// <summary>Reads are repeated after a passing fault, by the clock and not by chance.</summary>
public sealed class ReadRetryTests
{
    private const string Fault = "[]";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_read_is_tried_three_times_in_all(int status)
    {
        var books = new Books();
        for (var attempt = 0; attempt < 3; attempt++)
            books.Sage.Then((HttpStatusCode)status, Fault);
        var began = books.Time.GetUtcNow();
        var read = books.Open().GetContactAsync("c1", Ct);
        Assert.Single(books.Sage.Sent);
        await Eventually.TrueAsync(
            () =>
            {
                books.Time.Advance(TimeSpan.FromMilliseconds(10));
                return read.IsCompleted;
            },
            "the last try",
            Ct
        );
        Assert.Equal(status, Books.Failed(await read).Status);
        Assert.Equal(3, books.Sage.Sent.Count);
        Assert.InRange(books.Time.GetUtcNow() - began, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_read_over_a_broken_line_is_tried_again()
    {
        var books = new Books();
        books.Sage.ThenFails(new HttpRequestException(HttpRequestError.ResponseEnded)).Then(Books.Contact);
        var read = books.Open().GetContactAsync("c1", Ct);
        await AfterAsync(books, calls: 1, TimeSpan.FromSeconds(2));
        Assert.Equal("Baobab Lodge", Books.Given(await read).Details.Name);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Sages_own_wish_to_wait_is_kept_to_the_second(int status)
    {
        var books = new Books();
        books.Sage.Then((HttpStatusCode)status, Fault, ("Retry-After", "4")).Then(Books.Contact);
        var read = books.Open().GetContactAsync("c1", Ct);
        await AfterAsync(books, calls: 1, TimeSpan.FromSeconds(3.999));
        Assert.Single(books.Sage.Sent);
        books.Time.Advance(TimeSpan.FromMilliseconds(1));
        Books.Given(await read);
        Assert.Equal(2, books.Sage.Sent.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_wish_to_wait_longer_than_a_read_may_wait_ends_it_and_is_told(int status)
    {
        var books = new Books();
        books.Sage.Then((HttpStatusCode)status, Fault, ("Retry-After", "60"));
        var failure = Books.Failed(await books.Open().GetContactAsync("c1", Ct));
        Assert.Equal(TimeSpan.FromSeconds(60), failure.RetryAfter);
        Assert.Single(books.Sage.Sent);
    }

    [Fact]
    public async Task A_date_to_wait_for_is_understood()
    {
        var books = new Books();
        var at = (books.Time.GetUtcNow() + TimeSpan.FromMinutes(3)).ToString("R", CultureInfo.InvariantCulture);
        books.Sage.Then(HttpStatusCode.TooManyRequests, Fault, ("Retry-After", at));
        Assert.Equal(TimeSpan.FromMinutes(3), Books.Failed(await books.Open().GetContactAsync("c1", Ct)).RetryAfter);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task What_will_not_pass_is_not_tried_again(int status)
    {
        var books = new Books();
        books.Sage.Then((HttpStatusCode)status, Fault);
        Books.Failed(await books.Open().GetContactAsync("c1", Ct));
        Assert.Single(books.Sage.Sent);
    }

    [Fact]
    public async Task Every_try_of_a_read_draws_from_the_allowance()
    {
        var books = new Books(static options => options.CallsPerMinute = 10);
        books.Sage.Then(HttpStatusCode.ServiceUnavailable, Fault).Then(Books.Contact);
        var read = books.Open().GetContactAsync("c1", Ct);
        await AfterAsync(books, calls: 1, TimeSpan.FromSeconds(2));
        await read;
        Assert.Equal(8, books.Gateway.Budget.Left(Books.Business).LeftThisMinute);
    }

    /// <summary>Moves the clock once so many calls were made and the library waits before the next.</summary>
    private static async Task AfterAsync(Books books, int calls, TimeSpan advance)
    {
        await Eventually.TrueAsync(() => books.Sage.Sent.Count == calls && books.Time.Waiting == 1, $"waiting after call {calls}", Ct);
        books.Time.Advance(advance);
    }
}
