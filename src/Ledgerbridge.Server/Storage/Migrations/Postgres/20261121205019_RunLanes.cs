using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ledgerbridge.Server.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RunLanes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "decisions",
                table: "runs",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_backfill",
                table: "runs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "report_attempts",
                table: "runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "report_due_at",
                table: "runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "waits_for",
                table: "runs",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "run_attempts",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    began_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    sentence = table.Column<string>(type: "text", nullable: false),
                    failure_class = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_run_attempts", x => new { x.run_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "run_links",
                columns: table => new
                {
                    store_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    group = table.Column<string>(type: "text", nullable: false),
                    sage_id = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_run_links", x => new { x.store_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "run_products",
                columns: table => new
                {
                    store_id = table.Column<string>(type: "text", nullable: false),
                    sku = table.Column<string>(type: "text", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    product_type = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_run_products", x => new { x.store_id, x.sku });
                });

            migrationBuilder.CreateIndex(
                name: "ix_runs_report_due_at",
                table: "runs",
                column: "report_due_at",
                filter: "report_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_runs_store_id_waits_for",
                table: "runs",
                columns: new[] { "store_id", "waits_for" },
                filter: "waits_for <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_run_links_store_id_group",
                table: "run_links",
                columns: new[] { "store_id", "group" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_attempts");

            migrationBuilder.DropTable(
                name: "run_links");

            migrationBuilder.DropTable(
                name: "run_products");

            migrationBuilder.DropIndex(
                name: "ix_runs_report_due_at",
                table: "runs");

            migrationBuilder.DropIndex(
                name: "ix_runs_store_id_waits_for",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "decisions",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "is_backfill",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "report_attempts",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "report_due_at",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "waits_for",
                table: "runs");
        }
    }
}
