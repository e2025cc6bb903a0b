package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.metadata.Database;

/// `weir db migrate`: makes the schema in PostgreSQL, or brings it up to date. Nothing else changes a shared database's
/// schema.
final class DbMigrateCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("db migrate", "Makes the schema in PostgreSQL, or brings an older one up to date", Words.NONE)
                .example("weir db migrate");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        return new Migrated(session.workspace().migrate());
    }

    private record Migrated(Database.Migration migration) implements Answer {
        @Override
        public void print(Screen screen) {
            String fact = migration.from() == migration.to()
                    ? "is up to date"
                    : migration.from() == 0 ? "is ready" : "was brought up to date";
            screen.line("%s Database %s %s: it has schema %d."
                    .formatted(screen.paint(Style.GREEN, "✓"), migration.database(), fact, migration.to()));
        }

        @Override
        public Object json() {
            return new JsonObject()
                    .with("database", migration.database())
                    .with("from", migration.from())
                    .with("to", migration.to());
        }
    }
}
