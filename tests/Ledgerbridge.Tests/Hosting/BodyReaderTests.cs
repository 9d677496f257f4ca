using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Contacts.Internal;
using Ledgerbridge.Server.Hosting.Internal;
using Ledgerbridge.Server.People.Internal;

namespace Ledgerbridge.Tests.Hosting;

/// <summary>How a body becomes a request: field by field, with everything that is wrong told by name.</summary>
public sealed class BodyReaderTests
{
    [Fact]
    public void Texts_are_trimmed_except_passwords()
    {
        var request = Read<FirstRunRequest>(
            """{"name":"  Thandi ","email":" t@example.co.za ","password":"  spaces count  ","workspace_name":"Karoo"}"""
        );

        Assert.Equal(("Thandi", "t@example.co.za", "  spaces count  "), (request.Name, request.Email, request.Password));
    }

    [Fact]
    public void Lengths_are_counted_in_characters_as_people_see_them()
    {
        var emoji = string.Concat(Enumerable.Repeat("\U0001F600", 100));

        Assert.Equal(emoji, Read<NewWorkspaceRequest>($$"""{"name":"{{emoji}}"}""").Name);
        Assert.Equal(
            ["name: Name may have at most 100 characters; this has 101."],
            Errors<NewWorkspaceRequest>($$"""{"name":"{{emoji}}x"}""")
        );
    }

    [Theory]
    [InlineData("""{}""", "name: Name is missing.")]
    [InlineData("""{"name":null}""", "name: Name is missing.")]
    [InlineData("""{"name":"   "}""", "name: Name is missing.")]
    [InlineData("""{"name":5}""", "name: Name must be text.")]
    [InlineData("""{"Name":"x"}""", "name: Name is missing.")]
    [InlineData("""{"name":"x","credit_days":1.5}""", "credit_days: Credit days must be a whole number.")]
    [InlineData("""{"name":"x","credit_days":1e400}""", "credit_days: Credit days must be a whole number.")]
    [InlineData("""{"name":"x","credit_days":366}""", "credit_days: Credit days must be at least 0 and at most 365.")]
    [InlineData("""{"name":"x","kind":"friend"}""", "kind: Kind must be one of customer, supplier.")]
    [InlineData("""{"name":"x","kind":"customer, supplier"}""", "kind: Kind must be one of customer, supplier.")]
    [InlineData("""{"name":"x","kind":1}""", "kind: Kind must be one of customer, supplier.")]
    [InlineData("""{"name":"x","email":"nobody"}""", "email: Email must be an e-mail address, such as thandi@example.co.za.")]
    [InlineData("""{"name":"x","address":[]}""", "address: This must be a JSON object.")]
    [InlineData("""{"name":"x","address":{"country":"ZAF"}}""", "address.country: Country may have at most 2 characters; this has 3.")]
    [InlineData("""{"name":"a\nb"}""", "name: Name holds a control character, which cannot be printed. Remove it and try again.")]
    [InlineData("""{"name":"\ud800"}""", "name: Name holds half a character, which no encoding knows. Type it anew.")]
    [InlineData("""[]""", ": The body must be a JSON object.")]
    public void Each_fault_is_told_in_a_sentence_at_its_field(string body, string error) =>
        Assert.Equal([error], Errors<ContactRequest>(body));

    [Fact]
    public void Notes_may_have_several_lines()
    {
        Assert.Equal("a\nb\tc", Read<ContactRequest>("""{"name":"x","notes":"a\nb\tc"}""").Notes);
        Assert.NotEmpty(Errors<ContactRequest>("""{"name":"x","notes":"a\u0007b"}"""));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":{"b":1,"\u0062":2}}""")]
    [InlineData("""[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]""")]
    public void Names_that_stand_twice_and_nesting_beyond_sixteen_are_no_JSON_here(string body) =>
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body, BodyReader.Strict));

    private static T Read<T>(string body)
    {
        var errors = new List<FieldError>();
        using var document = JsonDocument.Parse(body, BodyReader.Strict);
        var request = (T)BodyReader.Read(document.RootElement, typeof(T), errors)!;
        Assert.Empty(errors);
        return request;
    }

    private static IEnumerable<string> Errors<T>(string body)
    {
        var errors = new List<FieldError>();
        using var document = JsonDocument.Parse(body, BodyReader.Strict);
        BodyReader.Read(document.RootElement, typeof(T), errors);
        return errors.Select(static error => $"{error.Field}: {error.Message}");
    }
}
