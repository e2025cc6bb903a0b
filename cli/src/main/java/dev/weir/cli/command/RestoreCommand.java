package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Moments;
import dev.weir.cli.run.Copying;
import dev.weir.cli.wiring.Session;
import dev.weir.materializer.backup.Backup;
import java.nio.file.Path;

/// `weir restore`: brings a backup back into a project that has nothing yet.
final class RestoreCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "restore",
                        "Brings a backup back into a project that has neither runs nor versions yet",
                        Words.one("FOLDER", "The folder of a backup"))
                .example("weir restore /mnt/backup/flights");
    }

    @Override
    public Again again(Arguments arguments) {
        return Again.GOES_ON;
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Path folder = session.context().path(arguments.words().getFirst());
        try (Copying copying = Copying.begin(session.context().console(), "Restoring")) {
            Backup.Taken taken = session.workspace().restore(folder, copying);
            String when = new Moments(session.context().zone()).of(taken.at());
            return new BackupAnswer("Restored from %s, taken %s".formatted(folder, when), folder, taken);
        }
    }
}
