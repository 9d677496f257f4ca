namespace Ledgerbridge.Kernel;

/// <summary>What a look at a South African VAT number found.</summary>
public enum VatNumberCheck
{
    /// <summary>Ten digits beginning with 4, and the check digit agrees.</summary>
    Valid = 1,

    /// <summary>
    /// The form is right but the check digit is not. A warning, never a refusal: no statute publishes the check for VAT numbers.
    /// </summary>
    CheckDigitDiffers = 2,

    /// <summary>Not ten digits beginning with 4.</summary>
    Malformed = 3,
}

/// <summary>South African VAT registration numbers: ten digits beginning with 4.</summary>
public static class SouthAfricanVatNumber
{
    private const int Length = 10;

    /// <summary>Looks at a number as people write or paste it; white space of any kind does not matter.</summary>
    public static VatNumberCheck Check(string text)
    {
        var digits = string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));
        if (digits.Length != Length || digits[0] != '4' || !digits.All(char.IsAsciiDigit))
            return VatNumberCheck.Malformed;
        return ModTenSum(digits) % 10 == 0 ? VatNumberCheck.Valid : VatNumberCheck.CheckDigitDiffers;
    }

    /// <summary>The Luhn sum over all ten digits: every second digit from the right is doubled and its digits added.</summary>
    private static int ModTenSum(string digits)
    {
        var sum = 0;
        for (var i = 0; i < Length; i++)
        {
            var digit = digits[Length - 1 - i] - '0';
            var weighted = i % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
