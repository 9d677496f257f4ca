using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Contacts.Internal;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Contacts;

/// <summary>Customers and suppliers of the current business.</summary>
internal static class ContactsFeature
{
    private const int LimitMax = 200;
    private const int LimitDefault = 50;
    private const int SkipMax = 1_000_000;

    /// <summary>Adds the feature.</summary>
    public static void AddContacts(this IServiceCollection services) => services.AddSingleton<SaveContact>();

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapContacts(this IEndpointRouteBuilder api)
    {
        var contacts = api.MapGroup("/sage/contacts").WithTags("Contacts");
        contacts
            .MapGet("", ListAsync)
            .WithName("listContacts")
            .WithSummary("Customers and suppliers, by name, from the local copies")
            .For(Role.Viewer);
        contacts.MapGet("/{id}", FindAsync).WithName("getContact").WithSummary("One contact").For(Role.Viewer);
        contacts
            .MapPost("", CreateAsync)
            .WithName("createContact")
            .WithSummary("Make a contact; points out another one with the same reference or e-mail address first")
            .Produces<SavedContactResponse>(StatusCodes.Status201Created)
            .For(Role.Accountant);
        contacts
            .MapPut("/{id}", UpdateAsync)
            .WithName("updateContact")
            .WithSummary("Change a contact; send all of it as it is wanted")
            .For(Role.Accountant);
    }

    private static async Task<Answer<ContactsResponse>> ListAsync(
        Businesses businesses,
        ContactCopies copies,
        Caller caller,
        CancellationToken ct,
        string? search = null,
        string? kind = null,
        string? limit = null,
        string? skip = null,
        string? live = null
    )
    {
        var fields = new QueryFields();
        var wanted = new ContactSearch(
            fields.Text("search", search),
            fields.Choice<ContactKind>("kind", kind),
            fields.Whole("skip", skip, otherwise: 0, 0, SkipMax),
            fields.Whole("limit", limit, LimitDefault, 1, LimitMax)
        );
        var isLive = fields.Flag("live", live);
        if (fields.Problem is { } wrong)
            return wrong;
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var found = await copies.SearchAsync(books, wanted, isLive, ct);
        return found.Succeeded(out var page, out problem)
            ? new ContactsResponse([.. page.Contacts.Select(ContactResponse.Of)], page.Total, page.FreshAt)
            : problem;
    }

    private static async Task<Answer<ContactResponse>> FindAsync(
        string id,
        Businesses businesses,
        ContactCopies copies,
        Caller caller,
        CancellationToken ct
    )
    {
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var found = await copies.GetAsync(books, id, ct);
        return found.Succeeded(out var copy, out problem) ? ContactResponse.Of(copy) : problem;
    }

    private static async Task<Answer<SavedContactResponse>> CreateAsync(
        Body<ContactRequest> body,
        SaveContact save,
        Caller caller,
        HttpRequest http,
        CancellationToken ct
    ) =>
        RequestKey.Read(http, caller).Succeeded(out var key, out var problem)
            ? ((Answer<SavedContactResponse>)await save.CreateAsync(caller, body.Value, key, ct)).WithStatus(StatusCodes.Status201Created)
            : problem;

    private static async Task<Answer<SavedContactResponse>> UpdateAsync(
        string id,
        Body<ContactRequest> body,
        SaveContact save,
        Caller caller,
        CancellationToken ct
    ) => await save.UpdateAsync(caller, id, body.Value, ct);
}
