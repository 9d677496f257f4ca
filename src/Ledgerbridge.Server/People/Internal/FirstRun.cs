using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>
/// The first person makes the first workspace and becomes its Owner. Until then whoever reaches the page could, so the person has to show
/// a code that only somebody with access to the server's files knows.
/// </summary>
internal sealed class FirstRun(
    Database database,
    Workspaces workspaces,
    Sessions sessions,
    Passwords passwords,
    ProcessLocks locks,
    Ids ids,
    TimeProvider time,
    IOptions<PeopleOptions> options,
    IOptions<StorageOptions> storage
)
{
    private static readonly Problem SetUpAlready = new(
        ProblemCode.Conflict,
        "Somebody has set this server up already. Sign in, or ask its Owner for an invitation."
    );

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string CodeFile = "setup-code";
    private const int CodeBytes = 5;

    /// <summary>True while nobody has an account.</summary>
    public Task<bool> IsOpenAsync(CancellationToken ct) => database.ReadAllAsync(async db => !await db.Rows<PersonRow>().AnyAsync(ct));

    /// <summary>Whether the code has to be shown.</summary>
    public bool CodeRequired => options.Value.SetupCodeRequired;

    /// <summary>Writes the code for the person who sets the server up and returns where it is; nothing once there is an account.</summary>
    public async Task<string?> PrepareCodeAsync(CancellationToken ct)
    {
        if (!CodeRequired || !await IsOpenAsync(ct))
            return null;
        var path = CodePath();
        if (File.Exists(path))
            return path;
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, create);
        await file.WriteAsync(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CodeBytes))), ct);
        return path;
    }

    /// <summary>Makes the account, the workspace and a session; returns the session's text.</summary>
    public async Task<Result<string>> RunAsync(FirstRunRequest request, SageRegion region, string device, CancellationToken ct)
    {
        if (CodeRequired && !await CodeMatchesAsync(request.SetupCode ?? "", ct))
            return Problem.Invalid(
                "setup_code",
                "This is not the setup code. It stands in the file setup-code in the server's data directory."
            );
        var person = new PersonRow
        {
            Id = ids.New<Ids.Person>(),
            Name = request.Name,
            Email = request.Email,
            EmailKey = request.Email.ToLowerInvariant(),
            CreatedAt = time.GetUtcNow(),
        };
        person.PasswordHash = passwords.Hash(person, request.Password);
        // There is no row yet that could be held against somebody who comes at the same moment.
        await using var first = await locks.TakeAsync("first-run", Patience, ct);
        if (first is null)
            return SetUpAlready;
        var token = await database.WriteAllAsync(
            async db =>
            {
                if (await db.Rows<PersonRow>().AnyAsync(CancellationToken.None))
                    return null;
                db.Add(person);
                var workspace = await workspaces.CreateAsync(db, request.WorkspaceName, region, person.Id);
                return await sessions.OpenAsync(db, person.Id, workspace, device);
            },
            ct
        );
        if (token is null)
            return SetUpAlready;
        File.Delete(CodePath());
        return token;
    }

    private async Task<bool> CodeMatchesAsync(string shown, CancellationToken ct)
    {
        if (!File.Exists(CodePath()))
            return false;
        var code = (await File.ReadAllTextAsync(CodePath(), ct)).Trim();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(shown));
    }

    private string CodePath() => Path.Combine(storage.Value.DataDirectory, CodeFile);
}
