package dev.weir.cli.command;

import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.backup.Backup;
import dev.weir.materializer.warehouse.WarehouseCopy.Copied;
import java.nio.file.Path;

/// What was copied.
///
/// @param what was done, as the beginning of a sentence
record BackupAnswer(String what, Path folder, Backup.Taken taken) implements Answer {

    @Override
    public void print(Screen screen) {
        Copied files = taken.warehouse();
        screen.line("%s %s: project %s as of commit %s, %s of the database, %s (%s) of the warehouse, %s of them new."
                .formatted(
                        screen.paint(Style.GREEN, "✓"),
                        what,
                        taken.project(),
                        Quantity.count(taken.sequence()),
                        Quantity.of(taken.rows(), "row"),
                        Quantity.of(files.files(), "file"),
                        Quantity.bytes(files.bytes()),
                        Quantity.count(files.newFiles())));
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .with("folder", folder)
                .with("project", taken.project())
                .with("taken_at", taken.at())
                .with("sequence", taken.sequence())
                .with("rows", taken.rows())
                .with("files", taken.warehouse().files())
                .with("new_files", taken.warehouse().newFiles())
                .with("bytes", taken.warehouse().bytes());
    }
}
