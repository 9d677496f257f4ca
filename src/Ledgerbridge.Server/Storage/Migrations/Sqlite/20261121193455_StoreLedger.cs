using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ledgerbridge.Server.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StoreLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    workspace_id = table.Column<string>(type: "TEXT", nullable: false),
                    store_id = table.Column<string>(type: "TEXT", nullable: false),
                    connection_id = table.Column<string>(type: "TEXT", nullable: false),
                    business_id = table.Column<string>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    entity_type = table.Column<string>(type: "TEXT", nullable: false),
                    entity_id = table.Column<long>(type: "INTEGER", nullable: false),
                    website_id = table.Column<int>(type: "INTEGER", nullable: false),
                    store_view_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    idempotency_key = table.Column<string>(type: "TEXT", nullable: false),
                    slot = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    held_by = table.Column<string>(type: "TEXT", nullable: true),
                    skip_reason = table.Column<string>(type: "TEXT", nullable: false),
                    failure_class = table.Column<string>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    sentence = table.Column<string>(type: "TEXT", nullable: false),
                    next_step = table.Column<string>(type: "TEXT", nullable: false),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome_id = table.Column<string>(type: "TEXT", nullable: false),
                    outcome_reference = table.Column<string>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stores",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    workspace_id = table.Column<string>(type: "TEXT", nullable: false),
                    tenant_id = table.Column<string>(type: "TEXT", nullable: false),
                    base_url = table.Column<string>(type: "TEXT", nullable: false),
                    rest_root = table.Column<string>(type: "TEXT", nullable: false),
                    connection_id = table.Column<string>(type: "TEXT", nullable: false),
                    business_id = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    key_sealed = table.Column<string>(type: "TEXT", nullable: false),
                    next_key_sealed = table.Column<string>(type: "TEXT", nullable: false),
                    previous_key_sealed = table.Column<string>(type: "TEXT", nullable: false),
                    previous_key_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    refusals = table.Column<int>(type: "INTEGER", nullable: false),
                    clock_skew_seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    paired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stores", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stores_policies",
                columns: table => new
                {
                    store_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    workspace_id = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stores_policies", x => new { x.store_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "stores_seen_tokens",
                columns: table => new
                {
                    store_id = table.Column<string>(type: "TEXT", nullable: false),
                    token_id = table.Column<string>(type: "TEXT", nullable: false),
                    workspace_id = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stores_seen_tokens", x => new { x.store_id, x.token_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_runs_connection_id_business_id_next_attempt_at",
                table: "runs",
                columns: new[] { "connection_id", "business_id", "next_attempt_at" },
                filter: "next_attempt_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_runs_held_by",
                table: "runs",
                column: "held_by",
                filter: "held_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_runs_next_attempt_at",
                table: "runs",
                column: "next_attempt_at",
                filter: "next_attempt_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_runs_store_id_entity_type_entity_id",
                table: "runs",
                columns: new[] { "store_id", "entity_type", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_runs_store_id_id",
                table: "runs",
                columns: new[] { "store_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_runs_store_id_slot",
                table: "runs",
                columns: new[] { "store_id", "slot" },
                unique: true,
                filter: "slot IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_runs_store_id_state_finished_at",
                table: "runs",
                columns: new[] { "store_id", "state", "finished_at" });

            migrationBuilder.CreateIndex(
                name: "ix_runs_workspace_id_cause_id",
                table: "runs",
                columns: new[] { "workspace_id", "cause", "id" },
                filter: "cause IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_runs_workspace_id_id",
                table: "runs",
                columns: new[] { "workspace_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_runs_workspace_id_state_id",
                table: "runs",
                columns: new[] { "workspace_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_stores_tenant_id",
                table: "stores",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stores_workspace_id_base_url",
                table: "stores",
                columns: new[] { "workspace_id", "base_url" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stores_seen_tokens_expires_at",
                table: "stores_seen_tokens",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.DropTable(
                name: "stores");

            migrationBuilder.DropTable(
                name: "stores_policies");

            migrationBuilder.DropTable(
                name: "stores_seen_tokens");
        }
    }
}
