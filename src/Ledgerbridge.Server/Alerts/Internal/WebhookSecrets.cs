using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>
/// What webhooks are signed with: 256 random bits, shown once, sealed in the database. After a change the one before still signs for a
/// day, beside the new one, so that a receiver can be told in peace.
/// </summary>
internal sealed class WebhookSecrets(KeyRing keys, Database database, TimeProvider time) : ISealedTexts
{
    /// <summary>What a secret begins with.</summary>
    public const string Prefix = "lbw_";

    private const int Bytes = 32;
    private static readonly TimeSpan PreviousLife = TimeSpan.FromDays(1);

    /// <summary>Gives a row a new secret and returns it, to be shown once.</summary>
    public string Renew(AlertSettingsRow row)
    {
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        row.PreviousSecretUntil = row.SecretSealed.Length > 0 ? time.GetUtcNow() + PreviousLife : null;
        row.PreviousSecretSealed = row.SecretSealed;
        row.SecretSealed = keys.Seal(secret, Purpose(row.WorkspaceId));
        return secret;
    }

    /// <summary>Takes a row's secrets away.</summary>
    public static void Erase(AlertSettingsRow row) =>
        (row.SecretSealed, row.PreviousSecretSealed, row.PreviousSecretUntil) = ("", "", null);

    /// <summary>The signature header's value: <c>t=</c> the moment in seconds, then a <c>v1=</c> for each secret that holds.</summary>
    /// <exception cref="CryptographicException">The key that sealed the secret is gone.</exception>
    public string Sign(AlertSettingsRow row, string body)
    {
        var now = time.GetUtcNow();
        var moment = now.ToUnixTimeSeconds();
        var signatures = new List<string> { Signature(row.SecretSealed) };
        if (row.PreviousSecretSealed.Length > 0 && row.PreviousSecretUntil > now)
            signatures.Add(Signature(row.PreviousSecretSealed));
        return $"t={moment},{string.Join(',', signatures)}";

        string Signature(string sealedSecret)
        {
            var secret = Encoding.UTF8.GetBytes(keys.Open(sealedSecret, Purpose(row.WorkspaceId)));
            return $"v1={Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{moment}.{body}")))}";
        }
    }

    /// <inheritdoc />
    public Task<int> ResealAsync(CancellationToken ct) =>
        database.WriteAllAsync(
            async db =>
            {
                var count = 0;
                foreach (var row in await db.Rows<AlertSettingsRow>().ToListAsync(CancellationToken.None))
                {
                    row.SecretSealed = Resealed(row.SecretSealed, row.WorkspaceId, ref count);
                    row.PreviousSecretSealed = Resealed(row.PreviousSecretSealed, row.WorkspaceId, ref count);
                }
                return count;
            },
            ct
        );

    /// <summary>The text sealed with the newest key; as it is when that is so already, or nobody can open it.</summary>
    private string Resealed(string sealedText, WorkspaceId workspace, ref int count)
    {
        if (sealedText.Length == 0 || !keys.IsOld(sealedText))
            return sealedText;
        try
        {
            var plain = keys.Open(sealedText, Purpose(workspace));
            count++;
            return keys.Seal(plain, Purpose(workspace));
        }
        catch (CryptographicException)
        {
            return sealedText;
        }
    }

    private static string Purpose(WorkspaceId workspace) => $"alert_webhook:{workspace}";
}
