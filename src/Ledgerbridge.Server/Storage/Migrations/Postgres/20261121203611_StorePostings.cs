using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ledgerbridge.Server.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StorePostings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "expected",
                table: "posting_journal",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "run_id",
                table: "posting_journal",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "run_step",
                table: "posting_journal",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "ix_posting_journal_workspace_id_run_id",
                table: "posting_journal",
                columns: new[] { "workspace_id", "run_id" },
                filter: "run_id <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_posting_journal_workspace_id_run_id",
                table: "posting_journal");

            migrationBuilder.DropColumn(
                name: "expected",
                table: "posting_journal");

            migrationBuilder.DropColumn(
                name: "run_id",
                table: "posting_journal");

            migrationBuilder.DropColumn(
                name: "run_step",
                table: "posting_journal");
        }
    }
}
