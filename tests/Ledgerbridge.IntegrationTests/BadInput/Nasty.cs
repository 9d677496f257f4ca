using System.Globalization;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>What people, programs and attackers send: absurd values as raw JSON, and absurd texts for addresses.</summary>
internal static class Nasty
{
    private const int LongText = 900_000;

    /// <summary>Values for any field, as JSON that is valid but makes little sense.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "null",
        "true",
        "0",
        "-0",
        "-1",
        "0.1",
        "1e400",
        "-1e400",
        "1e-400",
        "12345678901234567890123456789",
        "99999999999999999999999999999.99",
        "0.00000000000000000000000000001",
        "\"NaN\"",
        "\"Infinity\"",
        "\"1e5\"",
        "\"0x10\"",
        "\"\u0661\u0662\"",
        "\"\"",
        "\"   \"",
        "\"2026-02-30\"",
        "\"0000-00-00\"",
        "\"10000-01-01\"",
        "\"2026-11-21T00:00:00Z\"",
        "\"<script>alert(1)</script>\"",
        "\"'; DROP TABLE people_persons; --\"",
        "\"\\u0000\"",
        "\"a\\u0007b\"",
        "\"a\\u0085b\"",
        "\"\\ud800\"",
        "\"x\\udfffy\"",
        "\"\U0001F469\u200D\U0001F4BB \U0001F1FF\U0001F1E6\"",
        "\"\u202Eabc\u202C \u05E9\u05DC\u05D5\u05DD\"",
        "\"con_00000000000000000000000000\"",
        "\"../../etc/passwd\"",
        "\"%s%n {0} ${jndi:ldap://x}\"",
        "\"line\\nbreak\"",
        $"\"{new string('x', LongText)}\"",
        $"[{string.Join(',', Enumerable.Repeat("1", 10_000))}]",
        "{}",
        "[]",
        "[null]",
        "[[[]]]",
        "[{}]",
    ];

    /// <summary>Those of <see cref="Values"/> that a database might mind where a program does not.</summary>
    public static IReadOnlyList<string> DatabaseValues { get; } =
    [
        "-1",
        "99999999999999999999999999999.99",
        "0.00000000000000000000000000001",
        "\"0000-00-00\"",
        "\"2026-11-21T00:00:00Z\"",
        "\"'; DROP TABLE people_persons; --\"",
        "\"\U0001F469\u200D\U0001F4BB \U0001F1FF\U0001F1E6\"",
        $"\"{new string('x', LongText)}\"",
        "{}",
        "[\"\\u0000\"]",
    ];

    /// <summary>Whole bodies, none of which is an object of the API's.</summary>
    public static IReadOnlyList<string> Bodies { get; } =
    [
        "",
        " ",
        "null",
        "[]",
        "1",
        "\"text\"",
        "{",
        "{]",
        "{}{}",
        "{\"a\":1,}",
        "{\"a\":1 /* why */}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "\u0000",
        "<xml/>",
        "a=1&b=2",
        Nested(40),
        new string('[', 100_000),
        "{\"" + new string('k', 100_000) + "\":1}",
        "{\"\\ud800\":1}",
    ];

    /// <summary>Texts for the part of an address that names something, already escaped.</summary>
    public static IReadOnlyList<string> PathParts { get; } =
    [
        "x",
        "0",
        "-1",
        "%20",
        "%2F",
        "..%2F..%2Fcontacts",
        "a%2Fb",
        "%3Cscript%3E",
        "%27%20OR%201%3D1--",
        "%F0%9F%98%80",
        "%E2%80%AE",
        "%07",
        "%0D%0AX-Evil%3A1",
        "%FF%FE",
        "con_00000000000000000000000000",
        "con_zzzzzzzzzzzzzzzzzzzzzzzzzz",
        "CON_00000000000000000000000000",
        new string('a', 2000),
    ];

    /// <summary>Texts for a parameter behind the question mark, already escaped.</summary>
    public static IReadOnlyList<string> QueryValues { get; } =
    [
        "",
        "%20",
        "-1",
        "0",
        "1e400",
        "NaN",
        "99999999999999999999999999",
        "1.5",
        "%2B1",
        "2026-02-30",
        "0000-00-00",
        "9999-12-31T23:59:59%2B14:00",
        "0001-01-01T00:00:00%2B14:00",
        "true",
        "maybe",
        "%00",
        "%07",
        "%F0%9F%98%80",
        "%E2%80%AEabc",
        "%ED%A0%80",
        "%FF%FE",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "%27%3B%20DROP%20TABLE%20x%3B--",
        "%25%5F%5C",
        "con_00000000000000000000000000",
        "..%2F..%2Fcontacts",
        "%0D%0AX-Evil:%201",
        new string('a', 4000),
    ];

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Range(0, depth).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{{\"n{i}\":")))
        + "1"
        + new string('}', depth);
}
