using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ledgerbridge.Server.Storage.Migrations.Sqlite
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
                    store_id = table.Column<string>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    entity_id = table.Column<long>(type: "INTEGER", nullable: false),
                    workspace_id = table.Column<string>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
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
