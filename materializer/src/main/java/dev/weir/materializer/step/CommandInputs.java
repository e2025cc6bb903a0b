package dev.weir.materializer.step;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.TableFormat;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.InputSpec;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The files in which a command finds what it reads. Used by one thread, for one attempt.
final class CommandInputs {

    private final Surroundings with;
    private final StepTask task;
    private final TableFormat format;
    private final Path folder;
    private final Map<String, Integer> copies = new HashMap<>();

    /// @param folder for copies, which end with the attempt
    CommandInputs(Surroundings with, StepTask task, TableFormat format, Path folder) {
        this.with = with;
        this.task = task;
        this.format = format;
        this.folder = folder;
    }

    /// Of a folder, the folder.
    List<String> of(InputSpec input, CurrentVersion read) {
        List<String> files = new ArrayList<>();
        List<TableFile> table = with.values().files(task.run(), List.of(read));
        if (format == TableFormat.CSV && read.version().content() instanceof Content.TableFiles content) {
            files.add(copy(input, table, content.schema()).toString());
        } else {
            ViewRows views = new ViewRows(folder);
            table.forEach(file -> files.add((file.query().isPresent() ? views.written(file) : file.path()).toString()));
        }
        with.values().path(task.run(), read).ifPresent(path -> files.add(path.toString()));
        return files;
    }

    private Path copy(InputSpec input, List<TableFile> table, Schema schema) {
        String name = SnakeCase.of(input.parameter());
        Path csv = folder.resolve("%s-%d.csv".formatted(name, copies.merge(name, 1, Integer::sum)));
        Tables.csv().write(table, schema, csv);
        return csv;
    }
}
