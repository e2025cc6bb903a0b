package dev.weir.materializer.step;

import dev.weir.assets.Staging;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.StagedFiles;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.warehouse.StagingFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The staging folder of one attempt, made when somebody first asks for it. Used by one thread.
final class AttemptStaging implements AutoCloseable {

    private final Surroundings with;
    private final StepTask task;
    private final TableScope scope;
    private final @Nullable AttemptStaging ofCall;
    private @Nullable StagingFolder folder;
    private boolean authorHasIt;

    AttemptStaging(Surroundings with, StepTask task, TableScope scope) {
        this(with, task, scope, null);
    }

    private AttemptStaging(
            Surroundings with, StepTask task, TableScope scope, @Nullable AttemptStaging ofCall) {
        this.ofCall = ofCall;
        this.with = with;
        this.task = task;
        this.scope = scope;
    }

    StagingFolder folder() {
        if (folder == null) {
            folder = with.objects().stage(task.run(), task.version());
        }
        return folder;
    }

    /// That of another step that the same call makes; what the author writes lies in this one.
    AttemptStaging of(StepTask sibling) {
        return new AttemptStaging(with, sibling, scope, this);
    }

    /// Where the author writes.
    Path whereAuthorWrites() {
        return ofCall == null ? folder().folder().resolve("files") : ofCall.whereAuthorWrites();
    }

    Staging ofAuthor() {
        authorHasIt = true;
        return new AuthorStaging(folder().folderOfAuthor(), Tables::files, scope);
    }

    /// Keeps the files of a table.
    Staged keep(StagedFiles table) {
        AssetPartition target = task.step().target();
        List<DataFile> kept = new ArrayList<>();
        List<TableFile> readable = new ArrayList<>();
        for (StagedFiles.One written : table.files()) {
            DataFile file = folder()
                    .keep(
                            written.file(),
                            target.asset(),
                            with.values().keyOf(target),
                            kept.size(),
                            written.rows(),
                            written.sha256());
            kept.add(file);
            readable.add(with.values().tableFile(folder().locate(file), table.schema(), file, target));
        }
        return new Staged(new Content.TableFiles(table.schema(), kept), table.digest(), readable);
    }

    /// Removes what the author has written and not given back.
    @Override
    public void close() {
        if (authorHasIt && folder != null) {
            folder.discardOfAuthor();
        }
    }
}
