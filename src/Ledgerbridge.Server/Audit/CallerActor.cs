using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Audit;

/// <summary>The caller of a request as an actor of the log.</summary>
internal static class CallerActor
{
    /// <summary>The person or key.</summary>
    public static Actor Actor(this Caller caller) => new(caller.IsPerson ? ActorKind.Person : ActorKind.ApiKey, caller.SubjectId);
}
