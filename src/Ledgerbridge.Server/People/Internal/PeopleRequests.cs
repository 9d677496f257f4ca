using System.ComponentModel.DataAnnotations;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.People.Internal;

internal sealed class FirstRunRequest
{
    [Required, StringLength(100)]
    public string Name { get; init; } = "";

    [Required, EmailAddress, StringLength(254)]
    public string Email { get; init; } = "";

    [Required, AsTyped, StringLength(Passwords.LengthMax, MinimumLength = Passwords.LengthMin)]
    public string Password { get; init; } = "";

    [Required, StringLength(100)]
    public string WorkspaceName { get; init; } = "";

    /// <summary>ISO 3166 code; ZA when left out.</summary>
    [StringLength(2)]
    public string? Country { get; init; }

    /// <summary>From the file <c>setup-code</c> in the data directory.</summary>
    [StringLength(50)]
    public string? SetupCode { get; init; }
}

internal sealed class SignInRequest
{
    [Required, EmailAddress, StringLength(254)]
    public string Email { get; init; } = "";

    [Required, AsTyped, StringLength(Passwords.LengthMax)]
    public string Password { get; init; } = "";

    /// <summary>The authenticator app's code, or a recovery code; only when asked for.</summary>
    [StringLength(20)]
    public string? Code { get; init; }
}

internal sealed class InviteRequest
{
    [Required, EmailAddress, StringLength(254)]
    public string Email { get; init; } = "";

    [Required]
    public Role? Role { get; init; }
}

internal sealed class JoinRequest
{
    [Required, StringLength(200)]
    public string Token { get; init; } = "";

    /// <summary>For a person without an account.</summary>
    [StringLength(100)]
    public string? Name { get; init; }

    /// <summary>A new one for a person without an account, the present one otherwise.</summary>
    [Required, AsTyped, StringLength(Passwords.LengthMax, MinimumLength = Passwords.LengthMin)]
    public string Password { get; init; } = "";
}

internal sealed class RoleRequest
{
    [Required]
    public Role? Role { get; init; }
}

internal sealed class NewKeyRequest
{
    [Required, StringLength(100)]
    public string Name { get; init; } = "";

    /// <summary>What the key may do; not more than its maker.</summary>
    [Required]
    public Role? Role { get; init; }

    /// <summary>Days until it ends; never when left out.</summary>
    [Range(1, 3650)]
    public int? ExpiresInDays { get; init; }
}

internal sealed class PasswordRequest
{
    [Required, AsTyped, StringLength(Passwords.LengthMax)]
    public string CurrentPassword { get; init; } = "";

    [Required, AsTyped, StringLength(Passwords.LengthMax, MinimumLength = Passwords.LengthMin)]
    public string NewPassword { get; init; } = "";
}

internal sealed class CodeRequest
{
    [Required, StringLength(20)]
    public string Code { get; init; } = "";
}

internal sealed class NewWorkspaceRequest
{
    [Required, StringLength(100)]
    public string Name { get; init; } = "";

    /// <summary>ISO 3166 code; ZA when left out.</summary>
    [StringLength(2)]
    public string? Country { get; init; }
}

internal sealed class SwitchWorkspaceRequest
{
    [Required, StringLength(40)]
    public string WorkspaceId { get; init; } = "";
}
