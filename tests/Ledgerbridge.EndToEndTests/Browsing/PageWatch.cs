using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Browsing;

/// <summary>
/// Looks over a browser's shoulder: errors on its console (which is where a violated content security policy is told), scripts that fail,
/// and calls that leave this machine.
/// </summary>
public sealed partial class PageWatch
{
    private static readonly string[] Own = ["localhost", "127.0.0.1"];

    private readonly ConcurrentQueue<string> _seen = new();
    private readonly ConcurrentBag<string> _expected = [];

    /// <summary>Watches every page of a window, present and future.</summary>
    public PageWatch(IBrowserContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Console += (_, message) => OnConsole(message);
        context.WebError += (_, error) => _seen.Enqueue($"A script failed: {error.Error}");
        context.Request += (_, request) => OnRequest(request);
    }

    /// <summary>Watches one page of a window that others use too.</summary>
    public PageWatch(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Console += (_, message) => OnConsole(message);
        page.PageError += (_, error) => _seen.Enqueue($"A script failed: {error}");
        page.Request += (_, request) => OnRequest(request);
    }

    /// <summary>
    /// Whether the API may refuse something (a status from 400 to 499): most tests provoke that, a screen that is only looked at must not.
    /// </summary>
    public bool MayBeRefused { get; set; } = true;

    /// <summary>What was seen and is not expected.</summary>
    public IReadOnlyList<string> Problems =>
        [.. _seen.Where(seen => !_expected.Any(part => seen.Contains(part, StringComparison.Ordinal)))];

    /// <summary>Says that a test causes an error with these words itself.</summary>
    public void Expect(string words) => _expected.Add(words);

    private void OnConsole(IConsoleMessage message)
    {
        if (message.Type != "error")
            return;
        var isRefusal = MayBeRefused && Refusal().IsMatch(message.Text) && IsAnswered(message.Location);
        if (!isRefusal)
            _seen.Enqueue($"Console: {message.Text} ({message.Location})");
    }

    private static bool IsAnswered(string location) =>
        location.Contains("/api/", StringComparison.Ordinal) || location.Contains("/auth/", StringComparison.Ordinal);

    private void OnRequest(IRequest request)
    {
        if (Uri.TryCreate(request.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "ws" or "wss")
        {
            if (!Own.Contains(address.Host, StringComparer.Ordinal))
                _seen.Enqueue($"A call left this machine: {request.Url}");
        }
    }

    [GeneratedRegex("^Failed to load resource: the server responded with a status of 4[0-9][0-9]", RegexOptions.None, 1000)]
    private static partial Regex Refusal();
}
