namespace Ledgerbridge.Server.Hosting;

/// <summary>Marks a text that may hold line breaks and tabs; every other text is one line.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SeveralLinesAttribute : Attribute;

/// <summary>Marks a text that is taken as typed, white space included: passwords.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AsTypedAttribute : Attribute;

/// <summary>Marks a property that says everything by itself: when it is given, nothing else in the body is looked at.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AloneAttribute : Attribute;

/// <summary>The most decimals a number may have.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DecimalsAttribute(int most) : Attribute
{
    /// <summary>How many.</summary>
    public int Most { get; } = most;
}
