package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.run.Copying;
import dev.weir.cli.wiring.Session;
import dev.weir.materializer.backup.Backup;
import java.nio.file.Path;

/// `weir backup`: copies a project, database and warehouse, while it is at work.
final class BackupCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "backup",
                        "Copies database and warehouse into a folder, while others may go on; again it takes only what is new",
                        Words.one("FOLDER", "An empty or new folder, or one of an earlier backup"))
                .example("weir backup /mnt/backup/flights");
    }

    @Override
    public Again again(Arguments arguments) {
        return Again.GOES_ON;
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Path folder = session.context().path(arguments.words().getFirst());
        try (Copying copying = Copying.begin(session.context().console(), "Backing up")) {
            Backup.Taken taken = session.workspace().backup(folder, copying);
            return new BackupAnswer("Backed up to %s".formatted(folder), folder, taken);
        }
    }
}
