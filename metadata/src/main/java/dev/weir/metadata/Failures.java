package dev.weir.metadata;

import dev.weir.assets.problem.DiskFailure;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What failures of a database mean, and how they are said.
final class Failures {

    private static final int H2_IN_USE = 90020;
    private static final int H2_CORRUPT = 90030;
    private static final int H2_READ_ONLY = 90097;
    private static final int H2_CLOSED = 90098;
    private static final Set<Integer> H2_CANNOT_READ = Set.of(90028, 90031);
    private static final Set<String> REPEAT = Set.of("40001", "40P01", "55P03", "HYT00", "23505");
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final Set<String> ENDED = Set.of("57P01", "57P02", CANNOT_CONNECT_NOW, "90067", "90098", "90121");
    private static final Set<String> REFUSED = Set.of("53300", "3D000");
    // No such statement, or one of this name already: that of another's transaction.
    private static final Set<String> NOT_PREPARED = Set.of("26000", "42P05");
    private static final Set<String> FULL = Set.of("53100", "90100");
    private static final int H2_IO_ERROR = 90028;
    // A general error may be of the disk too, by its causes.
    private static final Set<Integer> H2_IO = Set.of(H2_IO_ERROR, H2_CORRUPT, 90031, 50000);

    private final String database;
    private final BooleanSupplier isReadOnly;
    // What H2 cannot write makes it close the database, and that is all it says from then on.
    private volatile @Nullable DiskFailure last;

    /// @param database how the user names it
    /// @param isReadOnly whether it lies on a file system that nobody may write
    Failures(String database, BooleanSupplier isReadOnly) {
        this.database = database;
        this.isReadOnly = isReadOnly;
    }

    /// Whether the same transaction may succeed if it is done again: it was a victim of another. A key that is there
    /// already is one too: where a transaction was repeated after its answer was lost, the next look finds its effect.
    static boolean asksForRepetition(SQLException failure) {
        return REPEAT.contains(state(failure));
    }

    /// What the disk has refused ends it too: H2 has closed its database then, or keeps it read-only, until nobody has it open any more.
    static boolean endsConnection(SQLException failure) {
        return state(failure).startsWith("08")
                || ENDED.contains(state(failure))
                || failure.getErrorCode() == H2_READ_ONLY
                || isOfDisk(failure);
    }

    /// Whether a server answers that it cannot yet: it is starting up.
    static boolean saysThatItComes(SQLException failure) {
        return state(failure).equals(CANNOT_CONNECT_NOW);
    }

    /// Whether the disk under H2 has refused something.
    static boolean isOfDisk(SQLException failure) {
        return H2_IO.contains(failure.getErrorCode()) && DiskFailure.of(failure).isPresent();
    }

    /// What H2 would say of it.
    static SQLException ofDisk(IOException failure) {
        return new SQLException(failure.getMessage(), "58030", H2_IO_ERROR, failure);
    }

    RuntimeException translate(Throwable failure) {
        return switch (failure) {
            case SQLException sql -> problem(sql);
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }

    private WeirException problem(SQLException failure) {
        if (failure.getErrorCode() == H2_IN_USE) {
            return new WeirException(
                    ProblemCode.DATABASE_IN_USE,
                    "Database %s is in use by another process: let it end first, or use PostgreSQL, which several may share"
                            .formatted(database),
                    failure);
        }
        Optional<DiskFailure> disk = disk(failure);
        if (disk.isPresent()) {
            last = disk.get();
            return refused(disk.get(), failure);
        }
        if (isDamage(failure)) {
            return new WeirException(
                    ProblemCode.CORRUPT_OBJECT,
                    "Database %s is damaged (%s): put a copy in its place, or move it away and run 'weir doctor --rebuild'"
                            .formatted(database, firstLine(failure)),
                    failure);
        }
        if (NOT_PREPARED.contains(state(failure))) {
            return new WeirException(
                    ProblemCode.DATABASE_UNAVAILABLE,
                    "Database %s is behind a pool of connections, which does not keep prepared statements (%s): add prepareThreshold=0 to its URL"
                            .formatted(database, firstLine(failure)),
                    failure);
        }
        if (endsConnection(failure) || REFUSED.contains(state(failure)) || state(failure).startsWith("28")) {
            return new WeirException(
                    ProblemCode.DATABASE_UNAVAILABLE,
                    "Database %s does not answer (%s): see that it runs and lets this user in, then do it again"
                            .formatted(database, firstLine(failure)),
                    failure);
        }
        return new WeirException(
                ProblemCode.INTERNAL,
                "Database %s refused a statement of Weir's (%s): please report this".formatted(database, firstLine(failure)),
                failure);
    }

    private Optional<DiskFailure> disk(SQLException failure) {
        if (FULL.contains(state(failure))) {
            return Optional.of(DiskFailure.FULL);
        }
        return switch (failure.getErrorCode()) {
            // It does not say why.
            case H2_READ_ONLY -> Optional.of(isReadOnly.getAsBoolean() ? DiskFailure.READ_ONLY : DiskFailure.NOT_ALLOWED);
            case H2_CLOSED -> DiskFailure.of(failure).or(() -> Optional.ofNullable(last));
            default -> DiskFailure.of(failure);
        };
    }

    private WeirException refused(DiskFailure disk, SQLException failure) {
        return switch (disk) {
            case FULL ->
                new WeirException(
                        ProblemCode.DISK_FULL,
                        "Database %s has no space left on its disk: make some, then do it again".formatted(database),
                        failure);
            case NOT_ALLOWED ->
                new WeirException(
                        ProblemCode.DATABASE_UNAVAILABLE,
                        "Database %s cannot be written: give this user the right to write there".formatted(database),
                        failure);
            case READ_ONLY ->
                new WeirException(
                        ProblemCode.DATABASE_UNAVAILABLE,
                        "Database %s cannot be written, as its file system is read-only: make it writable, then do it again"
                                .formatted(database),
                        failure);
            case TOO_LARGE ->
                new WeirException(
                        ProblemCode.DATABASE_UNAVAILABLE,
                        "Database %s cannot grow, as a file may not become so large here: raise the limit (ulimit -f), then do it again"
                                .formatted(database),
                        failure);
            case TOO_MANY_OPEN ->
                new WeirException(
                        ProblemCode.DATABASE_UNAVAILABLE,
                        "Database %s cannot be used, as no more files may be opened: raise the limit (ulimit -n), then do it again"
                                .formatted(database),
                        failure);
            case BROKEN ->
                new WeirException(
                        ProblemCode.DATABASE_UNAVAILABLE,
                        "Database %s cannot be used (Input/output error): see that its disk is there, then do it again"
                                .formatted(database),
                        failure);
        };
    }

    // A file that ends too early is damaged as well.
    private static boolean isDamage(SQLException failure) {
        return failure.getErrorCode() == H2_CORRUPT
                || (H2_CANNOT_READ.contains(failure.getErrorCode())
                        && failure.getCause() != null
                        && failure.getCause().getCause() instanceof EOFException);
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    private static String firstLine(SQLException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
