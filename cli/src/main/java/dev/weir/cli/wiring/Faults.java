package dev.weir.cli.wiring;

import dev.weir.assets.problem.DiskFailure;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Keeps the details of a fault of Weir's own out of sight and within reach.
public final class Faults {

    private Faults() {}

    /// Says in one sentence what a disk refused; of everything else it writes the stack trace to a file, and says where
    /// that is.
    public static Problem record(Throwable fault, Session.Context context) {
        Optional<DiskFailure> disk = DiskFailure.of(fault);
        if (disk.isPresent()) {
            return refused(disk.get(), fault);
        }
        if (fault instanceof OutOfMemoryError) {
            return Problem.of(
                    ProblemCode.OUT_OF_MEMORY,
                    "Weir ran out of memory: give it more, as with WEIR_JAVA_OPTS=-Xmx8g, or the asset that needs so much a process of its own, with @RunIn(value = Where.PROCESS, heap = \"8g\").");
        }
        String what = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        String first = what.lines().findFirst().orElse(what);
        return Problem.of(
                ProblemCode.INTERNAL, "This is a fault of Weir's own: %s. %s".formatted(first, details(fault, context)));
    }

    private static Problem refused(DiskFailure disk, Throwable fault) {
        Throwable root = fault.getCause() == null ? fault : fault.getCause();
        String file = root instanceof FileSystemException about ? String.valueOf(about.getFile()) : "The folder for the state";
        return switch (disk) {
            case FULL ->
                Problem.of(
                        ProblemCode.DISK_FULL,
                        "%s cannot be written, as no space is left on the disk: make some, then do it again."
                                .formatted(file));
            case NOT_ALLOWED ->
                Problem.of(
                        ProblemCode.STATE_UNAVAILABLE,
                        "%s cannot be written: give this user the right to do so, or name another folder for the state with WEIR_HOME."
                                .formatted(file));
            case READ_ONLY ->
                Problem.of(
                        ProblemCode.STATE_UNAVAILABLE,
                        "%s cannot be written, as its file system is read-only: make it writable, or name another folder for the state with WEIR_HOME."
                                .formatted(file));
            case TOO_LARGE ->
                Problem.of(
                        ProblemCode.STATE_UNAVAILABLE,
                        "%s cannot grow, as a file may not become so large here: raise the limit (ulimit -f), then do it again."
                                .formatted(file));
            case TOO_MANY_OPEN ->
                Problem.of(
                        ProblemCode.STATE_UNAVAILABLE,
                        "Weir may not open as many files as it needs: raise the limit (ulimit -n), then do it again.");
            case BROKEN ->
                Problem.of(
                        ProblemCode.STATE_UNAVAILABLE,
                        "%s cannot be used (Input/output error): see that its disk is there, then do it again.".formatted(file));
        };
    }

    private static String details(Throwable fault, Session.Context context) {
        try {
            Path folder = folder(context.folder());
            String at = context.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
            Path file = Files.createTempFile(folder, "fault-" + at + "-", ".txt");
            try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                fault.printStackTrace(text);
            }
            return "The details are in %s; please report it with them.".formatted(file);
        } catch (IOException | RuntimeException | Error unwritable) {
            // Without a file left to open, not even a name by chance is to be had.
            return "Its details could not be written: %s.".formatted(unwritable.getMessage());
        }
    }

    private static Path folder(Path start) throws IOException {
        for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path state = folder.resolve(".weir");
            if (Files.isDirectory(state)) {
                return Files.createDirectories(state.resolve("faults"));
            }
        }
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
