package dev.weir.materializer.value;

import dev.weir.assets.problem.DiskFailure;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what DuckDB says in the words of the one who wrote the query: its line numbers are those of the author's text,
/// and nothing of Weir's own wrapping shows.
///
/// @param subject what failed, as it begins the message, such as `The query for Delay`
/// @param linesBefore how many lines Weir puts before the author's text
record QueryFailures(String subject, int linesBefore) {

    /// Begins a message that Weir wrote itself, in a query that it completed.
    static final String OWN = "[weir] ";

    private static final String OF_A_DISK = "IO Error: ";
    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+): ");
    private static final Pattern THROUGH_ARROW =
            Pattern.compile("(?s)^.*CDataJniException\\{errno=-?\\d+, message=(.*)}$");

    /// What the call returns; its failure in words.
    ///
    /// @throws IllegalArgumentException if the query is wrong, or meets a value that it cannot take
    /// @throws WeirException if a disk refuses what is written or read, or no memory is left
    /// @throws CancellationException if the thread was interrupted
    <T> T explaining(NativeThreads.NativeCall<T> call) {
        try {
            return call.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (SQLException | IOException e) {
            throw explained(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            throw new IllegalStateException("%s failed: %s".formatted(subject, e), e);
        }
    }

    RuntimeException explained(String raw) {
        Matcher throughArrow = THROUGH_ARROW.matcher(raw);
        String said = (throughArrow.matches() ? throughArrow.group(1) : raw).strip();
        int own = said.indexOf(OWN);
        if (own >= 0) {
            return new IllegalArgumentException(said.substring(own + OWN.length()));
        }
        if (said.startsWith("INTERRUPT Error")) {
            return new CancellationException(subject + " was cancelled");
        }
        if (said.contains(OF_A_DISK)) {
            Optional<WeirException> disk = DiskFailure.in(said).flatMap(this::ofDisk);
            if (disk.isPresent()) {
                return disk.get();
            }
        }
        if (said.startsWith("Out of Memory Error")) {
            return new WeirException(
                    ProblemCode.OUT_OF_MEMORY,
                    "%s needs more memory than it may have. %s".formatted(subject, said.lines().findFirst().orElse(said)));
        }
        return new IllegalArgumentException("%s failed. %s".formatted(subject, withAuthorsLines(QueryHints.near(said))));
    }

    /// What a disk refused that no author of a query can mend.
    private Optional<WeirException> ofDisk(DiskFailure failure) {
        ProblemCode code = failure == DiskFailure.FULL ? ProblemCode.DISK_FULL : ProblemCode.WAREHOUSE_UNAVAILABLE;
        Optional<String> why = switch (failure) {
            case FULL -> Optional.of("the disk is full. Make room and run it again");
            case TOO_LARGE -> Optional.of("a file may not become so large here. Raise the limit (ulimit -f) and run it again");
            case TOO_MANY_OPEN -> Optional.of("no more files may be open. Raise the limit (ulimit -n) and run it again");
            case READ_ONLY -> Optional.of("the file system is read-only. Make it writable and run it again");
            case BROKEN -> Optional.of("Input/output error. See that the disk is there, then run it again");
            // A file that the query names, and that is not the reader's.
            case NOT_ALLOWED -> Optional.empty();
        };
        return why.map(said -> new WeirException(code, subject + ": " + said));
    }

    /// The message with its picture of the place: `LINE 3: where …` and a caret below becomes `line 2: where …`.
    private String withAuthorsLines(String said) {
        Matcher line = LINE.matcher(said);
        if (!line.find()) {
            return said;
        }
        int number = Integer.parseInt(line.group(1)) - linesBefore;
        String label = "line " + Math.max(number, 1) + ": ";
        String before = said.substring(0, line.start()).stripTrailing();
        String[] picture = said.substring(line.end()).split("\n", 2);
        String caret = picture.length < 2
                ? ""
                : "\n" + moved(picture[1], label.length() - line.group().length());
        return before + "\n" + label + picture[0] + caret;
    }

    private static String moved(String caretLine, int by) {
        return by >= 0 ? " ".repeat(by) + caretLine : caretLine.substring(Math.min(-by, caretLine.length()));
    }
}
