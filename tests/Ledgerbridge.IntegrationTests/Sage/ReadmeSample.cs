using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Auth;

namespace Ledgerbridge.IntegrationTests.Sage;

/// <summary>The sample of the library's README, which is compared with it word for word.</summary>
internal static class ReadmeSample
{
    // <sample>
    public static async Task<string> FirstInvoiceAsync(
        SageOptions options,
        Uri callback,
        Func<Uri, Task<string>> openBrowser,
        CancellationToken ct
    )
    {
        using var sage = new SageGateway(options, TimeProvider.System);

        // Send a person's browser to Sage and take the code that comes back to the callback. Compare its state with the request's.
        var request = AuthorizeRequest.Begin(callback, country: "za");
        var code = await openBrowser(sage.OAuth.AuthorizeUrl(request));
        if (!(await sage.OAuth.ExchangeAsync(code, request, ct)).Succeeded(out var tokens, out var failure))
            return failure.Message;

        var account = sage.Account(new TokensInMemory(sage.OAuth, tokens));
        if (!(await account.ListBusinessesAsync(ct)).Succeeded(out var businesses, out failure))
            return failure.Message;
        var books = account.Open(businesses[0].Id, CallPriority.Interactive);
        if (!(await books.ReadReferenceAsync(ct)).Succeeded(out var reference, out failure))
            return failure.Message;

        // Every write carries an id of yours: sent again, the same id gives the same result and not a second document.
        var customer = new ContactDetails { Kind = ContactKind.Customer, Name = "Baobab Lodge (Pty) Ltd" };
        if (!(await books.CreateContactAsync(customer, IdempotencyId.Of("customer-1"), ct)).Succeeded(out var contact, out failure))
            return failure.Message;
        var rate = reference.TaxRates.First(static rate => rate.Treatment == VatTreatment.Standard);
        var account4000 = reference.LedgerAccounts.First(static account => account.ForSales);
        var vat = new Money(15m, reference.Currency);
        var invoice = new NewBooksInvoice(
            contact.Id,
            IssuedOn: new DateOnly(2026, 3, 16),
            DueOn: new DateOnly(2026, 4, 15),
            Reference: "PO-1001",
            Notes: "",
            AsDraft: true,
            reference.Currency,
            Lines: [new NewBooksLine("Consulting", Quantity: 1m, UnitPrice: 100m, rate.Id, account4000.Id, vat)]
        );
        var created = await books.CreateInvoiceAsync(invoice, IdempotencyId.Of("invoice-1"), ct);
        if (created.Succeeded(out var draft, out failure))
            return $"{draft.State} of {MoneyText.Screen(draft.Gross)}";
        // The one question to ask before sending a write again.
        return failure.MayHaveHappened ? $"Look in Sage first: {failure.Message}" : failure.Message;
    }

    /// <summary>
    /// Tokens of one process that forgets them when it ends. A refresh token works once, so keep the new one before you use the other.
    /// </summary>
    private sealed class TokensInMemory(SageOAuth oauth, SageTokens first) : IAccessTokenSource
    {
        private readonly SemaphoreSlim _one = new(1, 1);
        private SageTokens _tokens = first;

        public async ValueTask<SageAnswer<Secret>> GetAsync(Secret? rejected, CancellationToken ct)
        {
            await _one.WaitAsync(ct);
            try
            {
                if (_tokens.AccessToken != rejected && _tokens.AccessExpiresAt > TimeProvider.System.GetUtcNow().AddMinutes(1))
                    return _tokens.AccessToken;
                if (!(await oauth.RefreshAsync(_tokens.RefreshToken, CancellationToken.None)).Succeeded(out var renewed, out var failure))
                    return failure;
                _tokens = renewed;
                return _tokens.AccessToken;
            }
            finally
            {
                _one.Release();
            }
        }
    }
    // </sample>
}
