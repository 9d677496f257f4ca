using System.Net;
using Ledgerbridge.Sage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Sage;

/// <summary>How a call leaves and what is made of every way in which it can end.</summary>
public sealed class TransportTests
{
    private const string BadToken =
        """[{"$dataCode":"AccessTokenVerificationError","$message":"Access token is invalid.","$source":"Authorization"}]""";

    private const string NoHeader = """{"error":"Authorization missing."}""";
    private const string Down = """[{"$severity":"error","$dataCode":"UnexpectedError","$message":"Down.","$source":""}]""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_carries_the_token_the_business_and_what_it_accepts()
    {
        var books = new Books();
        books.Sage.Then(Books.Invoice);
        await books.Open().GetInvoiceAsync("i/1 ?", Ct);
        var sent = books.Sage.Sent.Single();
        Assert.Equal("http://sage.test/v3.1/sales_invoices/i%2F1%20%3F?mark_as_sent=false", sent.Address.OriginalString);
        Assert.Equal($"Bearer {books.Tokens.Present}", sent.Headers["Authorization"]);
        Assert.Equal(Books.Business, sent.Headers["X-Business"]);
        Assert.Equal("application/json", sent.Headers["Accept"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Nobody_gets_books_without_saying_whose(string? business)
    {
        var books = new Books();
        Assert.ThrowsAny<ArgumentException>(() => books.Gateway.Account(books.Tokens).Open(business!, CallPriority.Interactive));
        Assert.ThrowsAny<ArgumentException>(() => books.Gateway.Client(books.Tokens).ForBusiness(business!));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Unauthorized, BadToken)]
    [InlineData(false, HttpStatusCode.Unauthorized, BadToken)]
    [InlineData(true, HttpStatusCode.Unauthorized, NoHeader)]
    public async Task A_refused_token_is_renewed_once_and_the_same_request_goes_again(bool write, HttpStatusCode status, string body)
    {
        var books = new Books();
        books.Sage.Then(status, body).Then(HttpStatusCode.OK, Books.Invoice);
        var answer = write
            ? await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct)
            : await books.Open().GetInvoiceAsync("1", Ct);
        Books.Given(answer);
        Assert.Equal(1, books.Tokens.Renewals);
        var (first, second) = (books.Sage.Sent.First(), books.Sage.Sent.Last());
        Assert.Equal((first.Method, first.Address, first.Body), (second.Method, second.Address, second.Body));
        Assert.NotEqual(first.Headers["Authorization"], second.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_second_refusal_of_the_token_ends_it()
    {
        var books = new Books();
        books.Sage.Then(HttpStatusCode.Unauthorized, BadToken).Then(HttpStatusCode.Unauthorized, BadToken);
        var failure = Books.Failed(await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct));
        Assert.Equal(SageFailureKind.NotSignedIn, failure.Kind);
        Assert.False(failure.MayHaveHappened);
        Assert.Equal(2, books.Sage.Sent.Count);
    }

    [Fact]
    public async Task When_the_token_cannot_be_renewed_the_reason_is_told_and_nothing_has_happened()
    {
        var lost = new SageFailure(SageFailureKind.GrantLost, "Connect again.") { MayHaveHappened = true };
        var books = new Books { Tokens = new CountedTokens(lost) };
        books.Sage.Then(HttpStatusCode.Unauthorized, BadToken);
        var failure = Books.Failed(await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct));
        Assert.Equal(lost with { MayHaveHappened = false }, failure);
    }

    [Theory]
    [InlineData("No active subscription. (MSE)")]
    [InlineData("Access denied.")]
    public async Task An_ended_subscription_is_not_answered_with_a_new_token(string message)
    {
        var books = new Books();
        books.Sage.Then(
            HttpStatusCode.Unauthorized,
            $$"""[{"$severity":"error","$dataCode":"AuthorizationFailure","$message":"{{message}}","$source":""}]"""
        );
        Assert.Equal(SageFailureKind.SubscriptionEnded, Books.Failed(await books.Open().GetContactAsync("c1", Ct)).Kind);
        Assert.Equal(0, books.Tokens.Renewals);
    }

    [Fact]
    public async Task The_second_try_after_a_refused_token_draws_from_the_allowance_too()
    {
        var books = new Books(static options => options.CallsPerMinute = 2);
        books.Sage.Then(HttpStatusCode.Unauthorized, BadToken).Then(Books.Contact);
        Books.Given(await books.Open().GetContactAsync("c1", Ct));
        Assert.Equal(0, books.Gateway.Budget.Left(Books.Business).LeftThisMinute);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_of_another_business_is_a_failure_and_a_write_may_have_happened_there(bool write)
    {
        var books = new Books();
        books.Sage.Then(HttpStatusCode.OK, Books.Invoice, ("X-Business", "another"), ("x_request_id", "r-1"));
        var answer = write
            ? await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct)
            : await books.Open().GetInvoiceAsync("1", Ct);
        var failure = Books.Failed(answer);
        Assert.Equal((SageFailureKind.Unreadable, write, "r-1"), (failure.Kind, failure.MayHaveHappened, failure.RequestId));
        Assert.Contains("another business", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x_request_id")]
    [InlineData("X-Request-Id")]
    public async Task The_id_of_a_request_is_kept_for_Sages_support(string header)
    {
        var books = new Books();
        books.Sage.Then(HttpStatusCode.UnprocessableEntity, "[]", (header, "abc"));
        var failure = Books.Failed(await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct));
        Assert.Equal(("abc", (int?)422), (failure.RequestId, failure.Status));
    }

    [Theory]
    [InlineData(500, true, SageFailureKind.Unavailable)]
    [InlineData(502, true, SageFailureKind.Unavailable)]
    [InlineData(503, true, SageFailureKind.Unavailable)]
    [InlineData(429, false, SageFailureKind.TooManyCalls)]
    [InlineData(422, false, SageFailureKind.Refused)]
    [InlineData(405, false, SageFailureKind.Refused)]
    [InlineData(415, false, SageFailureKind.Refused)]
    [InlineData(404, false, SageFailureKind.NotFound)]
    [InlineData(403, false, SageFailureKind.NotPermitted)]
    [InlineData(302, false, SageFailureKind.Unreadable)]
    public async Task A_write_that_is_answered_by_a_fault_is_never_sent_again(int status, bool mayHaveHappened, SageFailureKind kind)
    {
        var books = new Books();
        books.Sage.Then((HttpStatusCode)status, Down);
        var failure = Books.Failed(await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct));
        Assert.Equal((kind, mayHaveHappened, (int?)status), (failure.Kind, failure.MayHaveHappened, failure.Status));
        Assert.Single(books.Sage.Sent);
    }

    public static TheoryData<Exception, bool> BrokenLines =>
        new()
        {
            { new HttpRequestException(HttpRequestError.NameResolutionError), false },
            { new HttpRequestException(HttpRequestError.ConnectionError), false },
            { new HttpRequestException(HttpRequestError.SecureConnectionError), false },
            { new TaskCanceledException("No connection in time.", new TimeoutException()), false },
            { new HttpRequestException(HttpRequestError.ResponseEnded), true },
            { new HttpRequestException(HttpRequestError.Unknown), true },
            { new HttpIOException(HttpRequestError.ResponseEnded), true },
            { new IOException("Broken."), true },
        };

    [Theory]
    [MemberData(nameof(BrokenLines), DisableDiscoveryEnumeration = true)]
    public async Task A_write_whose_line_breaks_may_have_happened_unless_there_never_was_a_line(Exception broken, bool mayHaveHappened)
    {
        var books = new Books();
        books.Sage.ThenFails(broken);
        var failure = Books.Failed(await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct));
        Assert.Equal((SageFailureKind.Unreachable, mayHaveHappened), (failure.Kind, failure.MayHaveHappened));
        Assert.Single(books.Sage.Sent);
    }

    [Fact]
    public async Task A_write_that_is_not_answered_ends_at_its_own_deadline_and_may_have_happened()
    {
        var books = new Books(static options => options.WriteTimeout = TimeSpan.FromSeconds(60));
        books.Sage.ThenSilence();
        var write = books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct);
        await Eventually.TrueAsync(() => books.Sage.Sent.Count == 1, "the call", Ct);
        books.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(write.IsCompleted);
        books.Time.Advance(TimeSpan.FromSeconds(1));
        var failure = Books.Failed(await write);
        Assert.Equal((SageFailureKind.TimedOut, true), (failure.Kind, failure.MayHaveHappened));
    }

    [Fact]
    public async Task A_write_whose_answer_dries_up_in_the_middle_ends_at_the_deadline_too()
    {
        var books = new Books();
        using var open = new SlowStream();
        books.Sage.Then((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(open) }));
        var write = books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct);
        await Eventually.TrueAsync(() => open.IsRead, "reading the answer", Ct);
        books.Time.Advance(TimeSpan.FromSeconds(60));
        var failure = Books.Failed(await write);
        Assert.Equal((SageFailureKind.TimedOut, true), (failure.Kind, failure.MayHaveHappened));
    }

    [Fact]
    public async Task The_callers_leaving_never_cuts_a_write_that_has_begun()
    {
        var books = new Books();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var sageAnswers = new TaskCompletionSource<HttpResponseMessage>();
        books.Sage.Then((_, _) => sageAnswers.Task);
        var write = books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, caller.Token);
        await Eventually.TrueAsync(() => books.Sage.Sent.Count == 1, "the call", Ct);
        await caller.CancelAsync();
        Assert.False(write.IsCompleted);
        sageAnswers.SetResult(ScriptedSage.Answer(HttpStatusCode.Created, Books.Invoice));
        Books.Given(await write);
    }

    [Fact]
    public async Task The_callers_leaving_ends_a_read_and_a_write_that_has_not_begun()
    {
        var books = new Books();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        books.Sage.ThenSilence();
        var read = books.Open().GetContactAsync("c1", caller.Token);
        await Eventually.TrueAsync(() => books.Sage.Sent.Count == 1, "the call", Ct);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, caller.Token)
        );
        Assert.Single(books.Sage.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_larger_than_allowed_is_not_read_and_not_asked_for_again(bool write)
    {
        var books = new Books(static options => options.AnswerBytesMax = 1000);
        books.Sage.Then(Books.Invoice.Replace("}", new string(' ', 1000) + "}", StringComparison.Ordinal));
        var answer = write
            ? await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct)
            : await books.Open().GetInvoiceAsync("1", Ct);
        var failure = Books.Failed(answer);
        Assert.Equal((SageFailureKind.Unreadable, write), (failure.Kind, failure.MayHaveHappened));
        Assert.Contains("larger", failure.Message, StringComparison.Ordinal);
        Assert.Single(books.Sage.Sent);
    }

    [Fact]
    public async Task An_answer_as_large_as_allowed_is_read()
    {
        var books = new Books(static options => options.AnswerBytesMax = Books.Invoice.Length);
        books.Sage.Then(Books.Invoice);
        Books.Given(await books.Open().GetInvoiceAsync("1", Ct));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_unpacked_is_a_failure_like_any_other()
    {
        var books = new Books();
        books.Sage.Then(
            static (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new TornStream()) })
        );
        var failure = Books.Failed(await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct));
        Assert.Equal((SageFailureKind.Unreadable, true), (failure.Kind, failure.MayHaveHappened));
    }

    /// <summary>An answer's body that begins and never ends.</summary>
    private sealed class SlowStream : MemoryStream
    {
        public bool IsRead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            IsRead = true;
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }

    /// <summary>A compressed body that is none.</summary>
    private sealed class TornStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidDataException("Not a gzip stream.");
    }
}
