using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ledgerbridge.Server.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Completeness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mirror_records_feed_id_shown_dated_on_number",
                table: "mirror_records");

            migrationBuilder.AddColumn<string>(
                name: "currency",
                table: "mirror_records",
                type: "text",
                nullable: false,
                defaultValue: "");

            // Copies made before this column have their currency in their content, as in "115.00 ZAR".
            migrationBuilder.Sql(
                """
                UPDATE mirror_records
                SET currency = right(coalesce(content::json ->> 'gross', content::json ->> 'amount'), 3)
                WHERE content <> '' AND coalesce(content::json ->> 'gross', content::json ->> 'amount') IS NOT NULL
                """);

            migrationBuilder.CreateTable(
                name: "run_figures",
                columns: table => new
                {
                    store_id = table.Column<string>(type: "text", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    entity_id = table.Column<long>(type: "bigint", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    dated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_run_figures", x => new { x.store_id, x.@event, x.entity_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_dated_on_number_state_currency~",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "dated_on", "number", "state", "currency", "amount" });

            migrationBuilder.CreateIndex(
                name: "ix_run_figures_store_id_dated_on_event_entity_id",
                table: "run_figures",
                columns: new[] { "store_id", "dated_on", "event", "entity_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_figures");

            migrationBuilder.DropIndex(
                name: "ix_mirror_records_feed_id_shown_dated_on_number_state_currency~",
                table: "mirror_records");

            migrationBuilder.DropColumn(
                name: "currency",
                table: "mirror_records");

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_dated_on_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "dated_on", "number" });
        }
    }
}
