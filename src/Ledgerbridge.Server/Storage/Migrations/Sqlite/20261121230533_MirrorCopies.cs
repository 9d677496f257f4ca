using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ledgerbridge.Server.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MirrorCopies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mirror_contacts");

            migrationBuilder.DropTable(
                name: "mirror_cursors");

            migrationBuilder.CreateTable(
                name: "mirror_feeds",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    workspace_id = table.Column<string>(type: "TEXT", nullable: false),
                    business_id = table.Column<string>(type: "TEXT", nullable: false),
                    resource = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    full_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    excess = table.Column<int>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    is_full = table.Column<bool>(type: "INTEGER", nullable: false),
                    began_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    page = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    counted = table.Column<int>(type: "INTEGER", nullable: false),
                    read = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    rounds = table.Column<int>(type: "INTEGER", nullable: false),
                    sweep = table.Column<int>(type: "INTEGER", nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    full_wanted = table.Column<bool>(type: "INTEGER", nullable: false),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: true),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", nullable: false),
                    ledger_asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_changed = table.Column<int>(type: "INTEGER", nullable: false),
                    drift_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    drift_missing = table.Column<int>(type: "INTEGER", nullable: false),
                    drift_changed = table.Column<int>(type: "INTEGER", nullable: false),
                    drift_gone = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mirror_feeds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mirror_records",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    workspace_id = table.Column<string>(type: "TEXT", nullable: false),
                    feed_id = table.Column<int>(type: "INTEGER", nullable: false),
                    record_id = table.Column<string>(type: "TEXT", nullable: false),
                    shown = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    contact_id = table.Column<string>(type: "TEXT", nullable: false),
                    dated_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    outstanding = table.Column<long>(type: "INTEGER", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    gone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reread_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    problem_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    problem = table.Column<string>(type: "TEXT", nullable: false),
                    seen_in = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mirror_records", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "mirror_words",
                columns: table => new
                {
                    feed_id = table.Column<int>(type: "INTEGER", nullable: false),
                    word = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mirror_words", x => new { x.feed_id, x.word, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_feeds_workspace_id_business_id_resource",
                table: "mirror_feeds",
                columns: new[] { "workspace_id", "business_id", "resource" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_code",
                table: "mirror_records",
                columns: new[] { "feed_id", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_contact_id_shown_dated_on_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "contact_id", "shown", "dated_on", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_email",
                table: "mirror_records",
                columns: new[] { "feed_id", "email" },
                filter: "email IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_gone_at",
                table: "mirror_records",
                columns: new[] { "feed_id", "gone_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_problem_at",
                table: "mirror_records",
                columns: new[] { "feed_id", "problem_at" },
                filter: "problem_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_record_id",
                table: "mirror_records",
                columns: new[] { "feed_id", "record_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_reread_at",
                table: "mirror_records",
                columns: new[] { "feed_id", "reread_at" },
                filter: "reread_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_amount_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "amount", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_dated_on_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "dated_on", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_due_on_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "due_on", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_name_key_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "name_key", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_state_amount_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "state", "amount", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_state_dated_on_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "state", "dated_on", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_state_due_on_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "state", "due_on", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_state_name_key_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "state", "name_key", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_state_updated_at_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "state", "updated_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_records_feed_id_shown_updated_at_number",
                table: "mirror_records",
                columns: new[] { "feed_id", "shown", "updated_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_words_number_word",
                table: "mirror_words",
                columns: new[] { "number", "word" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mirror_feeds");

            migrationBuilder.DropTable(
                name: "mirror_records");

            migrationBuilder.DropTable(
                name: "mirror_words");

            migrationBuilder.CreateTable(
                name: "mirror_contacts",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "TEXT", nullable: false),
                    business_id = table.Column<string>(type: "TEXT", nullable: false),
                    contact_id = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    listed = table.Column<bool>(type: "INTEGER", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mirror_contacts", x => new { x.workspace_id, x.business_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "mirror_cursors",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "TEXT", nullable: false),
                    business_id = table.Column<string>(type: "TEXT", nullable: false),
                    resource = table.Column<string>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    position = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mirror_cursors", x => new { x.workspace_id, x.business_id, x.resource });
                });

            migrationBuilder.CreateIndex(
                name: "ix_mirror_contacts_workspace_id_business_id_name_key_contact_id",
                table: "mirror_contacts",
                columns: new[] { "workspace_id", "business_id", "name_key", "contact_id" });
        }
    }
}
