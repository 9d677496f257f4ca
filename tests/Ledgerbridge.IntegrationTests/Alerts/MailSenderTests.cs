using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Alerts;
using Ledgerbridge.Server.Alerts.Internal;
using Ledgerbridge.Testing;
using Microsoft.Extensions.Options;
using AlertDeliveryId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.AlertDelivery>;

namespace Ledgerbridge.IntegrationTests.Alerts;

/// <summary>Handing mails to a mail server, and what is said when it does not take them.</summary>
public sealed class MailSenderTests : IAsyncLifetime
{
    private const string Thandi = "thandi@example.co.za";
    private const string Password = "the-mail-password";
    private static readonly AlertMessage Message = new("[Ledgerbridge] Sage (South Africa) …", "Two lines,\nand an ë.\n");
    private readonly SmallMailServer _server = new();
    private readonly SandboxTime _time = new();
    private readonly AlertsOptions _options = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private AlertDeliveryId Id => Id<Server.Ids.AlertDelivery>.Create(_time.GetUtcNow(), new byte[10]);

    public ValueTask InitializeAsync()
    {
        (_options.Mail.Host, _options.Mail.Port, _options.Mail.Tls) = ("127.0.0.1", _server.Port, false);
        _options.Mail.From = "books@example.co.za";
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_mail_arrives_as_it_was_written_under_an_id_of_its_own()
    {
        var outcome = await SendAsync();

        Assert.Equal((SendKind.Taken, "Handed to the mail server 127.0.0.1."), (outcome.Kind, outcome.Sentence));
        var mail = Assert.Single(_server.Mails);
        Assert.Equal((Thandi, ""), (mail.To, mail.SignedInAs));
        Assert.Equal($"<{Id}@example.co.za>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Contains("books@example.co.za", mail.Header("From"), StringComparison.Ordinal);
        Assert.Equal(Message.Heading, mail.Subject);
        Assert.Equal(Message.Content, mail.Body.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd() + "\n");
    }

    [Fact]
    public async Task A_server_that_wants_a_password_gets_it_and_a_wrong_one_is_told_without_saying_it()
    {
        _server.Wants = ("books", Password);
        (_options.Mail.User, _options.Mail.Password) = ("books", Password);
        Assert.Equal(SendKind.Taken, (await SendAsync()).Kind);
        Assert.Equal("books", Assert.Single(_server.Mails).SignedInAs);

        _options.Mail.Password = "another-one";
        var refused = await SendAsync();

        Assert.Equal(SendKind.NobodyThere, refused.Kind);
        Assert.Contains("does not accept the name and password", refused.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("another-one", refused.Sentence, StringComparison.Ordinal);
        Assert.Single(_server.Mails);
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_not_tried_again_and_the_servers_words_are_told()
    {
        _server.Answers["RCPT"] = "550 5.1.1 No such person here";

        var outcome = await SendAsync();

        Assert.Equal(SendKind.Never, outcome.Kind);
        Assert.Contains("No such person here", outcome.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 Come back later")]
    [InlineData("MAIL", "421 4.3.2 Come back later")]
    public async Task A_server_that_is_busy_is_tried_again(string command, string answer)
    {
        _server.Answers[command] = answer;

        var outcome = await SendAsync();

        Assert.Equal(SendKind.NotNow, outcome.Kind);
        Assert.Contains("Come back later", outcome.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EHLO")]
    [InlineData("DATA")]
    public async Task A_line_that_breaks_is_told_and_tried_again(string command)
    {
        _server.HangsUpAt = command;

        var outcome = await SendAsync();

        Assert.Equal(SendKind.NobodyThere, outcome.Kind);
        Assert.Contains("mail server 127.0.0.1", outcome.Sentence, StringComparison.Ordinal);
        Assert.Empty(_server.Mails);
    }

    [Fact]
    public async Task A_server_without_encryption_gets_nothing_where_encryption_is_wanted()
    {
        _options.Mail.Tls = true;

        var outcome = await SendAsync();

        Assert.NotEqual(SendKind.Taken, outcome.Kind);
        Assert.Contains("secure", outcome.Sentence, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_server.Mails);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_waited_for_only_so_long()
    {
        _server.IsSilent = true;
        var sending = SendAsync();
        await Eventually.TrueAsync(() => _server.Callers == 1, "the server was called", Ct);

        _time.Advance(_options.Timeout);

        Assert.Equal("The mail server 127.0.0.1 did not answer in time.", (await sending).Sentence);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        await _server.StopAsync();

        var outcome = await SendAsync();

        Assert.Equal(SendKind.NobodyThere, outcome.Kind);
        Assert.Contains("cannot be reached at port", outcome.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_mails_are_files_and_without_a_folder_nothing_can_be_sent()
    {
        var folder = Directory.CreateTempSubdirectory("ledgerbridge-mail-");
        try
        {
            (_options.Mail.Host, _options.Mail.Folder) = ("", Path.Combine(folder.FullName, "mail"));
            Assert.Equal("Handed to the server's mail folder, because no mail server is named.", (await SendAsync()).Sentence);
            var file = Assert.Single(Directory.GetFiles(_options.Mail.Folder, "*.eml"));
            Assert.Contains($"To: {Thandi}", await File.ReadAllTextAsync(file, Ct), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        _options.Mail.Folder = "";

        Assert.Contains("Ledgerbridge:Alerts:Mail:Host", (await SendAsync()).Sentence, StringComparison.Ordinal);
    }

    private Task<SendOutcome> SendAsync() => new MailSender(Options.Create(_options), _time).SendAsync(Thandi, Id, Message, Ct);
}
