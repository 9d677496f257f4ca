namespace Ledgerbridge.Server.Audit;

/// <summary>
/// Everything that is ever written to the audit log: a closed list. Each has its text (which the API and the database use) and a row in
/// <c>docs/audit.md</c>; a test proves that each is written somewhere.
/// </summary>
internal enum AuditAction
{
    /// <summary>A workspace was made.</summary>
    [AuditText("workspace.created")]
    WorkspaceCreated = 1,

    /// <summary>A person signed in.</summary>
    [AuditText("person.signed_in")]
    PersonSignedIn,

    /// <summary>Somebody tried to sign in as a person and failed.</summary>
    [AuditText("person.sign_in_failed")]
    PersonSignInFailed,

    /// <summary>A person signed out.</summary>
    [AuditText("person.signed_out")]
    PersonSignedOut,

    /// <summary>A person was invited.</summary>
    [AuditText("person.invited")]
    PersonInvited,

    /// <summary>An invitation was withdrawn.</summary>
    [AuditText("person.invitation_withdrawn")]
    PersonInvitationWithdrawn,

    /// <summary>A person took up an invitation.</summary>
    [AuditText("person.joined")]
    PersonJoined,

    /// <summary>A person's role was changed.</summary>
    [AuditText("person.role_changed")]
    PersonRoleChanged,

    /// <summary>A person was removed from the workspace.</summary>
    [AuditText("person.removed")]
    PersonRemoved,

    /// <summary>A person changed the password.</summary>
    [AuditText("person.password_changed")]
    PersonPasswordChanged,

    /// <summary>A person turned the authenticator app on.</summary>
    [AuditText("person.two_factor_on")]
    PersonTwoFactorOn,

    /// <summary>A person turned the authenticator app off.</summary>
    [AuditText("person.two_factor_off")]
    PersonTwoFactorOff,

    /// <summary>A signed-in browser was signed out from elsewhere.</summary>
    [AuditText("session.ended")]
    SessionEnded,

    /// <summary>An API key was made.</summary>
    [AuditText("api_key.created")]
    ApiKeyCreated,

    /// <summary>An API key was revoked.</summary>
    [AuditText("api_key.revoked")]
    ApiKeyRevoked,

    /// <summary>Sage was connected, or connected again.</summary>
    [AuditText("connection.connected")]
    ConnectionConnected,

    /// <summary>Sage sent a person back without a connection.</summary>
    [AuditText("connection.refused")]
    ConnectionRefused,

    /// <summary>The connection's tokens were renewed.</summary>
    [AuditText("connection.refreshed")]
    ConnectionRefreshed,

    /// <summary>Renewing the tokens failed; it is tried again.</summary>
    [AuditText("connection.refresh_failed")]
    ConnectionRefreshFailed,

    /// <summary>Sage no longer accepts the connection; a person must connect again.</summary>
    [AuditText("connection.broken")]
    ConnectionBroken,

    /// <summary>A person disconnected Sage.</summary>
    [AuditText("connection.disconnected")]
    ConnectionDisconnected,

    /// <summary>A business was made the current one.</summary>
    [AuditText("business.selected")]
    BusinessSelected,

    /// <summary>Tax rates, accounts and the other lists of a business were read anew.</summary>
    [AuditText("reference.refreshed")]
    ReferenceRefreshed,

    /// <summary>An invoice was previewed; the entry holds exactly what a confirmation posts.</summary>
    [AuditText("invoice.preview")]
    InvoicePreview,

    /// <summary>A person confirmed a preview.</summary>
    [AuditText("invoice.confirm")]
    InvoiceConfirm,

    /// <summary>An invoice was, or could not be, made in Sage.</summary>
    [AuditText("invoice.create")]
    InvoiceCreate,

    /// <summary>A draft was, or could not be, released.</summary>
    [AuditText("invoice.release")]
    InvoiceRelease,

    /// <summary>An invoice was, or could not be, voided.</summary>
    [AuditText("invoice.void")]
    InvoiceVoid,

    /// <summary>A contact was, or could not be, made in Sage.</summary>
    [AuditText("contact.create")]
    ContactCreate,

    /// <summary>A contact was, or could not be, changed in Sage.</summary>
    [AuditText("contact.update")]
    ContactUpdate,

    /// <summary>A credit note was, or could not be, made in Sage.</summary>
    [AuditText("credit_note.create")]
    CreditNoteCreate,

    /// <summary>A credit note was, or could not be, voided.</summary>
    [AuditText("credit_note.void")]
    CreditNoteVoid,

    /// <summary>A payment or refund was, or could not be, booked in Sage.</summary>
    [AuditText("payment.create")]
    PaymentCreate,

    /// <summary>A payment was, or could not be, deleted in Sage.</summary>
    [AuditText("payment.delete")]
    PaymentDelete,

    /// <summary>Credit was, or could not be, set against what a customer owes.</summary>
    [AuditText("allocation.create")]
    AllocationCreate,

    /// <summary>An allocation was, or could not be, deleted in Sage.</summary>
    [AuditText("allocation.delete")]
    AllocationDelete,

    /// <summary>A product, service or stock item was, or could not be, made in Sage.</summary>
    [AuditText("item.create")]
    ItemCreate,

    /// <summary>A product, service or stock item was, or could not be, changed in Sage.</summary>
    [AuditText("item.update")]
    ItemUpdate,

    /// <summary>The count of a stock item was, or could not be, changed in Sage.</summary>
    [AuditText("stock.move")]
    StockMove,

    /// <summary>A setting was changed.</summary>
    [AuditText("setting.changed")]
    SettingChanged,

    /// <summary>The South African defaults were put in place.</summary>
    [AuditText("settings.za_defaults")]
    SettingsZaDefaults,

    /// <summary>A shop was connected, or paired again.</summary>
    [AuditText("store.connected")]
    StoreConnected,

    /// <summary>A shop could not be connected.</summary>
    [AuditText("store.pairing_failed")]
    StorePairingFailed,

    /// <summary>A shop refused our token several times in a row.</summary>
    [AuditText("store.token_refused")]
    StoreTokenRefused,

    /// <summary>A shop that had refused our token takes it again.</summary>
    [AuditText("store.token_taken")]
    StoreTokenTaken,

    /// <summary>A shop was disconnected, here or from its own side.</summary>
    [AuditText("store.disconnected")]
    StoreDisconnected,

    /// <summary>The rules by which a shop's documents are posted were changed.</summary>
    [AuditText("store.policy_changed")]
    StorePolicyChanged,

    /// <summary>Runs were sent round again by a person.</summary>
    [AuditText("run.retried")]
    RunRetried,

    /// <summary>What a run had posted was taken back by a person.</summary>
    [AuditText("run.undone")]
    RunUndone,

    /// <summary>Documents were asked of a shop by their numbers.</summary>
    [AuditText("run.backfilled")]
    RunBackfilled,

    /// <summary>Who is told about alerts, by which ways or when, was changed.</summary>
    [AuditText("alert.settings_changed")]
    AlertSettingsChanged,

    /// <summary>The key that signs messages to the webhook was changed.</summary>
    [AuditText("alert.secret_changed")]
    AlertSecretChanged,

    /// <summary>A test message was sent.</summary>
    [AuditText("alert.tested")]
    AlertTested,
}

/// <summary>
/// How an entry stands. A preview's entry moves on as the preview is confirmed and posted; every other entry stays as written.
/// </summary>
internal enum AuditStatus
{
    /// <summary>Worked out and stored; nothing was sent.</summary>
    Preview = 1,

    /// <summary>A person said yes; it is on its way to Sage.</summary>
    Confirmed,

    /// <summary>It was done.</summary>
    Success,

    /// <summary>It was not done, or not as planned.</summary>
    Failure,
}

/// <summary>The text of an action outside the program.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class AuditTextAttribute(string text) : Attribute
{
    /// <summary>Two words with a point between them: what, and what happened to it.</summary>
    public string Text { get; } = text;
}
