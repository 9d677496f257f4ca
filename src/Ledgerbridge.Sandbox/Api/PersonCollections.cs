using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.OAuth;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>The businesses of the token's person. Their list has a page-size key of its own spelling and its own order of keys.</summary>
internal sealed class BusinessCollection() : Collection("businesses", Area.Open)
{
    public override bool OfBusiness => false;

    public override bool Offers(Verb verb, string? action) => verb is Verb.List or Verb.Get;

    public override ApiAnswer List(Scope scope) =>
        new(
            200,
            JsonText.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("$total", scope.Businesses.Count);
                writer.WriteNumber("$page", 1);
                writer.WriteNull("$next");
                writer.WriteNull("$back");
                writer.WriteNumber("$items_per_page", int.MaxValue);
                writer.WriteStartArray("$items");
                foreach (var business in scope.Businesses)
                    Head(business).WriteTo(writer);
                writer.WriteEndArray();
                writer.WriteEndObject();
            })
        );

    public override ApiAnswer Get(Scope scope, string key, bool mayWrite)
    {
        var business = key == "lead" ? scope.Businesses[0] : scope.Businesses.FirstOrDefault(business => business.Id == key);
        return business is null ? ApiProblems.NotFound : new ApiAnswer(200, JsonText.Write(Full(business, scope.Person!)));
    }

    private static JsonObject Head(Business business) =>
        new()
        {
            ["displayed_as"] = business.Name,
            ["id"] = business.Id,
            ["$path"] = "/businesses/" + business.Id,
        };

    private static JsonObject Full(Business business, Person person)
    {
        var country = StaticLists.Find("countries")!.Find(business.Country)!;
        var tree = Head(business);
        tree["created_at"] = SandboxClock.Text(business.CreatedAt);
        tree["updated_at"] = SandboxClock.Text(business.CreatedAt);
        tree["name"] = business.Name;
        tree["address_line_1"] = business.AddressLine1;
        tree["address_line_2"] = null;
        tree["city"] = business.City;
        tree["postal_code"] = business.PostalCode;
        tree["country"] = new JsonObject
        {
            ["displayed_as"] = country.DisplayedAs,
            ["id"] = country.Id,
            ["$path"] = "/countries/" + country.Id,
        };
        tree["region"] = business.Region;
        tree["telephone"] = business.Telephone;
        tree["mobile"] = null;
        tree["website"] = business.Website;
        tree["is_demo"] = false;
        tree["ni_based"] = false;
        tree["subscriptions"] = new JsonArray(Subscription(business));
        tree["user_permissions"] = new JsonArray([
            .. person
                .Rights[business.Id]
                .ByArea.Select(static right => new JsonObject
                {
                    ["area"] = right.Area,
                    ["role"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(right.Role.ToString()),
                }),
        ]);
        return tree;
    }

    private static JsonObject Subscription(Business business) =>
        new()
        {
            ["created_at"] = SandboxClock.Text(business.CreatedAt),
            ["updated_at"] = SandboxClock.Text(business.CreatedAt),
            ["displayed_as"] = "Accounting Plus",
            ["id"] = "ACCOUNTING",
            ["active"] = business.SubscriptionActive,
            ["status"] = business.SubscriptionActive ? "paying" : "expired",
            ["accountant_pays"] = false,
        };
}

/// <summary>The token's person.</summary>
internal sealed class UserCollection() : Collection("user", Area.Open)
{
    public override bool OfBusiness => false;

    public override bool Single => true;

    public override bool Offers(Verb verb, string? action) => verb == Verb.Get;

    public override ApiAnswer Get(Scope scope, string key, bool mayWrite)
    {
        var person = scope.Person!;
        var since = SandboxClock.Text(scope.Businesses[0].CreatedAt);
        return new ApiAnswer(
            200,
            JsonText.Write(
                new JsonObject
                {
                    ["id"] = person.Id.Replace("-", "", StringComparison.Ordinal),
                    ["displayed_as"] = person.FullName,
                    ["first_name"] = person.FirstName,
                    ["last_name"] = person.LastName,
                    ["initials"] = person.Initials,
                    ["email"] = person.Email,
                    ["locale"] = person.Locale,
                    ["created_at"] = since,
                    ["updated_at"] = since,
                }
            )
        );
    }
}
