using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ledgerbridge.Server.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RunDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "run_documents",
                columns: table => new
                {
                    store_id = table.Column<string>(type: "text", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    entity_id = table.Column<long>(type: "bigint", nullable: false),
                    workspace_id = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_run_documents", x => new { x.store_id, x.@event, x.entity_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_run_documents_read_at",
                table: "run_documents",
                column: "read_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_documents");
        }
    }
}
