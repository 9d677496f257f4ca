using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Contacts.Internal;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Contacts;

/// <summary>Customers and suppliers of the current business.</summary>
internal static class ContactsFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddContacts(this IServiceCollection services)
    {
        services.AddSingleton<SaveContact>();
        services.AddSingleton<ContactWriter>();
        services.AddSingleton<ContactParts>();
        services.AddSingleton<ReadStatement>();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapContacts(this IEndpointRouteBuilder api)
    {
        var contacts = api.MapGroup("/sage/contacts").WithTags("Contacts");
        contacts
            .MapGet("", ListAsync)
            .WithName("listContacts")
            .WithSummary("Customers and suppliers, by name, from the local copies")
            .For(Role.Viewer);
        api.MapGet("/sage/contacts.csv", ExportAsync)
            .WithTags("Contacts")
            .WithName("exportContacts")
            .WithSummary("Contacts as CSV, with the same filters")
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv")
            .For(Role.Viewer);
        contacts.MapGet("/{id}", FindAsync).WithName("getContact").WithSummary("One contact").For(Role.Viewer);
        contacts
            .MapGet("/{id}/statement", StatementAsync)
            .WithName("getStatement")
            .WithSummary("What a customer was invoiced and paid over a period, and owes after each, from the copies")
            .For(Role.Viewer);
        contacts
            .MapGet("/{id}/statement.csv", ExportStatementAsync)
            .WithName("exportStatement")
            .WithSummary("The statement as CSV")
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv")
            .For(Role.Viewer);
        ContactPartEndpoints.Map(contacts);
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
        [AsParameters] ContactFilter filter,
        Businesses businesses,
        MirrorLists lists,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!filter.ToQuery().Succeeded(out var query, out var problem))
            return problem;
        if (await businesses.FindCurrentKeyAsync(caller.Workspace, ct) is not { } key)
            return Businesses.NoneChosen;
        if (await lists.PrepareAsync(key, BooksResource.Contacts, filter.AsksLive(), ct) is { } unread)
            return unread;
        var page = await lists.ReadAsync<BooksContact>(key, query, ct);
        return new ContactsResponse(
            [.. page.Copies.Select(static copy => ContactResponse.Of(copy.Record, copy.FreshAt))],
            page.Total,
            page.TotalIsExact,
            page.Next?.Text,
            page.FreshAt
        );
    }

    private static async Task ExportAsync(
        [AsParameters] ContactFilter filter,
        CopyFiles files,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    ) =>
        await files.WriteAsync<BooksContact>(
            http,
            caller.Workspace,
            filter.ToQuery(),
            "contacts.csv",
            ContactCsv.Columns,
            ContactCsv.Cells,
            ct
        );

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
        return found.Succeeded(out var copy, out problem) ? ContactResponse.Of(copy.Contact, copy.ReadAt) : problem;
    }

    private static async Task<Answer<StatementResponse>> StatementAsync(
        string id,
        [AsParameters] StatementFilter filter,
        ReadStatement statement,
        Caller caller,
        CancellationToken ct
    ) => await statement.RunAsync(caller.Workspace, id, filter, ct);

    private static async Task ExportStatementAsync(
        string id,
        [AsParameters] StatementFilter filter,
        ReadStatement statement,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!(await statement.RunAsync(caller.Workspace, id, filter, ct)).Succeeded(out var told, out var problem))
            await problem.ToHttp().ExecuteAsync(http);
        else
        {
            var lines = StatementCsv.Lines(told).ToAsyncEnumerable();
            await CsvAnswer.WriteAsync(http, "statement.csv", StatementCsv.Columns, lines, static line => line, ct);
        }
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
