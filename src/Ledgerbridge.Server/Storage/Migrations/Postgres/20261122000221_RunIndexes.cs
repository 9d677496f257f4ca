using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ledgerbridge.Server.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RunIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_runs_connection_id_business_id_next_attempt_at",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_held_by",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_next_attempt_at",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_report_due_at",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_store_id_entity_type_entity_id",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_store_id_id",
                table: "runs");

            migrationBuilder.CreateIndex(
                name: "ix_runs_store_id_entity_type_entity_id_id",
                table: "runs",
                columns: new[] { "store_id", "entity_type", "entity_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_runs_workspace_id_connection_id_business_id_id",
                table: "runs",
                columns: new[] { "workspace_id", "connection_id", "business_id", "id" },
                filter: "held_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_runs_workspace_id_connection_id_business_id_next_attempt_at~",
                table: "runs",
                columns: new[] { "workspace_id", "connection_id", "business_id", "next_attempt_at", "id" },
                filter: "next_attempt_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_runs_workspace_id_store_id_id",
                table: "runs",
                columns: new[] { "workspace_id", "store_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_runs_workspace_id_store_id_report_due_at_id",
                table: "runs",
                columns: new[] { "workspace_id", "store_id", "report_due_at", "id" },
                filter: "report_due_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_runs_store_id_entity_type_entity_id_id",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_workspace_id_connection_id_business_id_id",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_workspace_id_connection_id_business_id_next_attempt_at~",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_workspace_id_store_id_id",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_workspace_id_store_id_report_due_at_id",
                table: "runs");

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
                name: "ix_runs_report_due_at",
                table: "runs",
                column: "report_due_at",
                filter: "report_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_runs_store_id_entity_type_entity_id",
                table: "runs",
                columns: new[] { "store_id", "entity_type", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_runs_store_id_id",
                table: "runs",
                columns: new[] { "store_id", "id" });
        }
    }
}
