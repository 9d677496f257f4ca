using System.ComponentModel.DataAnnotations;

namespace Ledgerbridge.Server.Stores;

/// <summary>How this server reaches shops. Section <c>Ledgerbridge:Stores</c>.</summary>
public sealed class StoresOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ledgerbridge:Stores";

    /// <summary>
    /// Whether a shop may be at an address of this machine or of a private network. Default false: whoever may connect a shop could make
    /// this server ask its neighbours.
    /// </summary>
    public bool AllowPrivateTargets { get; set; }

    /// <summary>How long one request to a shop may take in all. Default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ErrorMessage = "Ledgerbridge:Stores:Timeout must be between 00:00:01 and 00:02:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The largest answer of a shop that is read, in bytes. Default 4 MiB: an invoice of thousands of lines.</summary>
    [Range(65_536, 67_108_864, ErrorMessage = "Ledgerbridge:Stores:AnswerBytesMax must be 65536 to 67108864.")]
    public int AnswerBytesMax { get; set; } = 4 * 1024 * 1024;
}
