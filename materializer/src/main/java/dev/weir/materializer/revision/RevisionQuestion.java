package dev.weir.materializer.revision;

import dev.weir.materializer.revision.Revision.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Asks at which revision a project is. Git looks through the files while its asker does something else: a large
/// repository takes a while. For one thread.
public final class RevisionQuestion {

    private final @Nullable String commit;
    private final CompletableFuture<Tree> tree = new CompletableFuture<>();
    private volatile @Nullable Process git;

    private RevisionQuestion(@Nullable String commit) {
        this.commit = commit;
    }

    /// Begins to ask, and returns at once.
    ///
    /// @param project the folder of the project
    /// @param what the folder or file whose changes count
    public static RevisionQuestion about(Path project, Path what) {
        RevisionQuestion question = new RevisionQuestion(commitOf(project));
        if (question.commit != null) {
            Thread.ofVirtual().start(() -> question.tree.complete(question.look(project, what)));
        }
        return question;
    }

    private static @Nullable String commitOf(Path folder) {
        try {
            Optional<Repository> repository = Repository.of(folder);
            return repository.isPresent() ? repository.get().commit().orElse(null) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /// The revision, if there is one. Whether something was changed is unknown if git takes longer than this.
    public Optional<Revision> answer(Duration patience) {
        if (commit == null) {
            return Optional.empty();
        }
        Tree found = Tree.UNKNOWN;
        try {
            found = tree.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            Process slow = git;
            if (slow != null) {
                slow.destroy();
            }
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(new Revision(commit, found));
    }

    private Tree look(Path project, Path what) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "git", "-c", "core.fsmonitor=false", "status", "--porcelain", "--", what.toString()))
                .directory(project.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> variables = builder.environment();
        // Called from a hook, git would look where the hook is at work.
        variables.keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"));
        // Nobody who commits meanwhile should find the repository locked.
        variables.put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process started = builder.start();
            git = started;
            return read(started);
        } catch (IOException missing) {
            return Tree.UNKNOWN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Tree.UNKNOWN;
        }
    }

    private static Tree read(Process started) throws IOException, InterruptedException {
        try (InputStream lines = started.getInputStream()) {
            if (lines.read() >= 0) {
                started.destroy();
                return Tree.CHANGED;
            }
        }
        return started.waitFor() == 0 ? Tree.CLEAN : Tree.UNKNOWN;
    }
}
