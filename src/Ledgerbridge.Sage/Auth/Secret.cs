namespace Ledgerbridge.Sage.Auth;

/// <summary>
/// A text that nobody may see: it prints as dots, has no serializer and no conversion. <see cref="Reveal"/> is the one way to the text,
/// so that every use can be found.
/// </summary>
public readonly record struct Secret
{
    private readonly string? _value;

    /// <summary>Takes a text into custody.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public Secret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>The text itself.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which holds nothing.</exception>
    public string Reveal() => _value ?? throw new InvalidOperationException("This secret was never set.");

    /// <summary>Never the text.</summary>
    public override string ToString() => "•••";
}
