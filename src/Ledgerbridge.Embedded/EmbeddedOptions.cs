using System.Globalization;

namespace Ledgerbridge.Embedded;

/// <summary>What is there when a new data directory is started for the first time.</summary>
internal enum Beginning
{
    /// <summary>A first person, and a workspace that is connected to the sandbox and has a business chosen.</summary>
    Connected = 1,

    /// <summary>A first person, and nothing connected: for walking the way to Sage in the browser.</summary>
    Empty,

    /// <summary>Not even a person: for walking the first-run page.</summary>
    FirstRun,
}

/// <summary>How the embedded default is started: three environment variables and two switches.</summary>
/// <param name="Port">The app's port; the sandbox takes the next one and the demo shop the one after.</param>
/// <param name="DataDirectory">Where everything is kept.</param>
/// <param name="Beginning">What a new data directory begins with.</param>
/// <param name="ShopSellsByItself">Whether somebody buys something in the demo shop now and then.</param>
internal sealed record EmbeddedOptions(int Port, string DataDirectory, Beginning Beginning, bool ShopSellsByItself)
{
    private const int PortDefault = 8777;
    private const int PortMax = 65_533;

    /// <summary>The app's address.</summary>
    public Uri App => new($"http://localhost:{Port}");

    /// <summary>The sandbox's port.</summary>
    public int SandboxPort => Port + 1;

    /// <summary>The demo shop's port.</summary>
    public int ShopPort => Port + 2;

    /// <summary>The demo shop's address, apart from the app's like the sandbox's: cookies do not know ports.</summary>
    public Uri Shop => new($"http://127.0.0.1:{ShopPort}");

    /// <summary>Reads environment and switches; a message for people when they make no sense.</summary>
    public static (EmbeddedOptions? Options, string? Problem) Read(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var port = PortDefault;
        if (environment("LEDGERBRIDGE_PORT") is { Length: > 0 } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > PortMax)
                return (null, $"LEDGERBRIDGE_PORT must be a number from 1 to {PortMax}, such as {PortDefault}; it is '{text}'.");
        }
        var data = environment("LEDGERBRIDGE_DATA") is { Length: > 0 } folder ? folder : "data";
        var shop = environment("LEDGERBRIDGE_SHOP");
        if (shop is not (null or "" or "lively" or "quiet"))
            return (null, $"LEDGERBRIDGE_SHOP must be lively (somebody buys something now and then) or quiet; it is '{shop}'.");
        var beginning = Beginning.Connected;
        foreach (var argument in args)
        {
            switch (argument)
            {
                case "--empty":
                    beginning = Beginning.Empty;
                    break;
                case "--first-run":
                    beginning = Beginning.FirstRun;
                    break;
                default:
                    return (
                        null,
                        $"'{argument}' is not known here. There are --empty (nothing connected) and --first-run (not even a person)."
                    );
            }
        }
        return (new EmbeddedOptions(port, Path.GetFullPath(data), beginning, shop != "quiet"), null);
    }
}
