using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ledgerbridge.Server.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_kind = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    target_kind = table.Column<string>(type: "text", nullable: false),
                    target_id = table.Column<string>(type: "text", nullable: false),
                    thread = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    response = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_heads",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_heads", x => x.workspace_id);
                });

            migrationBuilder.CreateTable(
                name: "connections",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    broken_reason = table.Column<string>(type: "text", nullable: true),
                    country = table.Column<string>(type: "text", nullable: false),
                    sage_user_id = table.Column<string>(type: "text", nullable: false),
                    access_token_sealed = table.Column<string>(type: "text", nullable: false),
                    access_expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    refresh_token_sealed = table.Column<string>(type: "text", nullable: false),
                    refresh_expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    generation = table.Column<long>(type: "bigint", nullable: false),
                    refreshed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    refresh_intent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    connected_by = table.Column<string>(type: "text", nullable: false),
                    connected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "connections_businesses",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    connection_id = table.Column<string>(type: "text", nullable: false),
                    business_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    subscription_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connections_businesses", x => new { x.workspace_id, x.connection_id, x.business_id });
                });

            migrationBuilder.CreateTable(
                name: "connections_current",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    connection_id = table.Column<string>(type: "text", nullable: false),
                    business_id = table.Column<string>(type: "text", nullable: false),
                    selected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connections_current", x => x.workspace_id);
                });

            migrationBuilder.CreateTable(
                name: "connections_reference",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    connection_id = table.Column<string>(type: "text", nullable: false),
                    business_id = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connections_reference", x => new { x.workspace_id, x.connection_id, x.business_id });
                });

            migrationBuilder.CreateTable(
                name: "connections_walks",
                columns: table => new
                {
                    state_hash = table.Column<string>(type: "text", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    session_id = table.Column<string>(type: "text", nullable: false),
                    verifier_sealed = table.Column<string>(type: "text", nullable: false),
                    redirect_uri = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connections_walks", x => x.state_hash);
                });

            migrationBuilder.CreateTable(
                name: "mirror_contacts",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    business_id = table.Column<string>(type: "text", nullable: false),
                    contact_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    listed = table.Column<bool>(type: "boolean", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mirror_contacts", x => new { x.workspace_id, x.business_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "mirror_cursors",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    business_id = table.Column<string>(type: "text", nullable: false),
                    resource = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mirror_cursors", x => new { x.workspace_id, x.business_id, x.resource });
                });

            migrationBuilder.CreateTable(
                name: "people_api_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    ending = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_api_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_invitations",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    invited_by = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_invitations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_memberships",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_memberships", x => new { x.workspace_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "people_persons",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    email_key = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: false),
                    authenticator_key_sealed = table.Column<string>(type: "text", nullable: false),
                    two_factor_on = table.Column<bool>(type: "boolean", nullable: false),
                    last_time_step = table.Column<long>(type: "bigint", nullable: false),
                    recovery_code_hashes = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_persons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<string>(type: "text", nullable: false),
                    current_workspace_id = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    device = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_sign_in_failures",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    first_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_sign_in_failures", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "people_workspaces",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_workspaces", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "posting_journal",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    connection_id = table.Column<string>(type: "text", nullable: false),
                    business_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    actor_kind = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    preview = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    must_look = table.Column<bool>(type: "boolean", nullable: false),
                    held_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    failure_code = table.Column<string>(type: "text", nullable: false),
                    failure_message = table.Column<string>(type: "text", nullable: false),
                    failure_errors = table.Column<string>(type: "text", nullable: false),
                    sage_id = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posting_journal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => new { x.workspace_id, x.scope, x.owner, x.key });
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_workspace_id_action_seq",
                table: "audit_entries",
                columns: new[] { "workspace_id", "action", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_workspace_id_seq",
                table: "audit_entries",
                columns: new[] { "workspace_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_workspace_id_thread",
                table: "audit_entries",
                columns: new[] { "workspace_id", "thread" },
                filter: "thread <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_connections_status_refreshed_at",
                table: "connections",
                columns: new[] { "status", "refreshed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_connections_workspace_id",
                table: "connections",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_mirror_contacts_workspace_id_business_id_name_key_contact_id",
                table: "mirror_contacts",
                columns: new[] { "workspace_id", "business_id", "name_key", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_api_keys_token_hash",
                table: "people_api_keys",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_api_keys_workspace_id",
                table: "people_api_keys",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_invitations_token_hash",
                table: "people_invitations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_invitations_workspace_id",
                table: "people_invitations",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_memberships_person_id",
                table: "people_memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_persons_email_key",
                table: "people_persons",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_sessions_person_id",
                table: "people_sessions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_sessions_token_hash",
                table: "people_sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posting_journal_state_next_attempt_at",
                table: "posting_journal",
                columns: new[] { "state", "next_attempt_at" },
                filter: "state IN ('Waiting', 'Sending')");

            migrationBuilder.CreateIndex(
                name: "ix_posting_journal_workspace_id_business_id_sage_id",
                table: "posting_journal",
                columns: new[] { "workspace_id", "business_id", "sage_id" });

            migrationBuilder.CreateIndex(
                name: "ix_posting_journal_workspace_id_key",
                table: "posting_journal",
                columns: new[] { "workspace_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posting_journal_workspace_id_preview",
                table: "posting_journal",
                columns: new[] { "workspace_id", "preview" },
                filter: "preview <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "audit_heads");

            migrationBuilder.DropTable(
                name: "connections");

            migrationBuilder.DropTable(
                name: "connections_businesses");

            migrationBuilder.DropTable(
                name: "connections_current");

            migrationBuilder.DropTable(
                name: "connections_reference");

            migrationBuilder.DropTable(
                name: "connections_walks");

            migrationBuilder.DropTable(
                name: "mirror_contacts");

            migrationBuilder.DropTable(
                name: "mirror_cursors");

            migrationBuilder.DropTable(
                name: "people_api_keys");

            migrationBuilder.DropTable(
                name: "people_invitations");

            migrationBuilder.DropTable(
                name: "people_memberships");

            migrationBuilder.DropTable(
                name: "people_persons");

            migrationBuilder.DropTable(
                name: "people_sessions");

            migrationBuilder.DropTable(
                name: "people_sign_in_failures");

            migrationBuilder.DropTable(
                name: "people_workspaces");

            migrationBuilder.DropTable(
                name: "posting_journal");

            migrationBuilder.DropTable(
                name: "settings");
        }
    }
}
