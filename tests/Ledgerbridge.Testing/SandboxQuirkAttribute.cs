namespace Ledgerbridge.Testing;

/// <summary>Says which oddity of Sage a test proves, by its id in <c>contracts/sage/quirks.yaml</c>.</summary>
/// <param name="id">Such as <c>SAGE-01</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SandboxQuirkAttribute(string id) : Attribute
{
    /// <summary>The quirk's id.</summary>
    public string Id { get; } = id;
}
