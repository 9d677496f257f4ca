using System.Text.Json;
using System.Text.Json.Serialization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Kernel;

/// <summary>
/// Holds the formatter and the number reader to the cases that the web app's own formatter and reader are held to as well:
/// <c>contracts/ledgerbridge/money-text.json</c>.
/// </summary>
public sealed class MoneyTextContractTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Contract Cases = JsonSerializer.Deserialize<Contract>(
        File.ReadAllText(RepositoryFiles.At("contracts", "ledgerbridge", "money-text.json")),
        Json
    )!;

    [Fact]
    public void Every_amount_is_shown_as_the_contract_says() =>
        Assert.All(
            Cases.Format,
            static shown =>
            {
                var currency = Currency.Parse(shown.Currency);
                Money? money = shown.Amount is null ? null : new Money(decimal.Parse(shown.Amount), currency);

                Assert.Equal(shown.Screen, MoneyText.Screen(money));
                Assert.Equal(shown.Column, MoneyText.Column(money));
            }
        );

    [Fact]
    public void Every_text_is_read_as_the_contract_says() =>
        Assert.All(Cases.Read, static typed => Assert.Equal(typed with { Text = "" }, Outcome(NumberText.Read(typed.Text))));

    [Fact]
    public void No_text_stands_twice_and_every_outcome_is_one_of_three()
    {
        Assert.Equal(Cases.Read.Count, Cases.Read.Select(static typed => typed.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            Cases.Read,
            static typed =>
                Assert.True(
                    (typed.Number, typed.Thousands, typed.Decimals, typed.Refused)
                        is
                            (not null, null, null, false)
                            or
                            (null, not null, not null, false)
                            or
                            (null, null, null, true),
                    $"'{typed.Text}' has no outcome, or more than one."
                )
        );
    }

    [Fact]
    public void Each_outcome_has_its_cases()
    {
        Assert.True(Cases.Format.Count >= 25);
        Assert.True(Cases.Read.Count(static typed => typed.Number is not null) >= 60);
        Assert.True(Cases.Read.Count(static typed => typed.Thousands is not null) >= 8);
        Assert.True(Cases.Read.Count(static typed => typed.Refused) >= 60);
    }

    private static Typed Outcome(NumberReading reading) =>
        reading switch
        {
            NumberReading.Number number => new Typed("", Number: number.Value.ToString()),
            NumberReading.Ambiguous either => new Typed(
                "",
                Thousands: either.WithThousands.ToString(),
                Decimals: either.WithDecimals.ToString()
            ),
            _ => new Typed("", Refused: true),
        };

    private sealed record Contract(IReadOnlyList<Shown> Format, IReadOnlyList<Typed> Read);

    private sealed record Shown(string? Amount, string Currency, string Screen, string Column);

    private sealed record Typed(
        string Text,
        string? Number = null,
        string? Thousands = null,
        string? Decimals = null,
        bool Refused = false
    );
}
