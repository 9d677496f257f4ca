using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Sage;

/// <summary>The library before a scripted Sage, and the words of its answers.</summary>
internal sealed class Books
{
    public const string Business = "5a0e0000000000000000000000000001";

    /// <summary>The least that Sage answers for an invoice.</summary>
    public const string Invoice =
        """{"id":"1","date":"2026-03-02","currency":{"id":"ZAR"},"status":{"id":"DRAFT"},"total_amount":"115.0"}""";

    /// <summary>The least that Sage answers for a contact.</summary>
    public const string Contact = """{"id":"c1","name":"Baobab Lodge"}""";

    /// <summary>A list without items.</summary>
    public const string NoItems = """{"$total":0,"$page":1,"$next":null,"$back":null,"$itemsPerPage":200,"$items":[]}""";

    public Books(Action<SageOptions>? change = null) => Gateway = Sage.Gateway(Time, change);

    public ScriptedSage Sage { get; } = new();

    public SandboxTime Time { get; } = new();

    public CountedTokens Tokens { get; init; } = new();

    public SageGateway Gateway { get; }

    /// <summary>The neutral face.</summary>
    public IBooks Open(CallPriority priority = CallPriority.Interactive) => Gateway.Account(Tokens).Open(Business, priority);

    public static IdempotencyId Id => IdempotencyId.Of("pst_test");

    public static NewBooksInvoice NewInvoice(decimal quantity = 1m, decimal unitPrice = 100m) =>
        new(
            "c1",
            new DateOnly(2026, 3, 2),
            new DateOnly(2026, 4, 1),
            "PO-1001",
            Notes: "",
            AsDraft: true,
            Currency.ZAR,
            [new NewBooksLine("Consulting", quantity, unitPrice, "ZA_STANDARD", "4000", new Money(15m, Currency.ZAR))]
        );

    public static T Given<T>(SageAnswer<T> answer) =>
        answer.Succeeded(out var value, out var failure)
            ? value
            : throw new InvalidOperationException($"{failure.Kind}: {failure.Message}");

    public static SageFailure Failed<T>(SageAnswer<T> answer) =>
        answer.Succeeded(out _, out var failure) ? throw new InvalidOperationException("It did not fail.") : failure;
}
