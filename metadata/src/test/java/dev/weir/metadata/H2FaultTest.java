package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.contract.Scenario;
import dev.weir.metadata.MemoryDisk.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// The disk of an embedded database fails at every single call in turn while a run goes its way. That is said in one sentence, and
/// when the fault ends the same process goes on, and so does the next one, as if it had never been.
class H2FaultTest {

    private final List<WeirException> refusals = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POWER_CUT")
    void whateverADiskRefusesIsOneSentenceAndIsGoneWithTheFault(Fault fault) {
        // There are many calls that read.
        int step = fault == Fault.GONE ? 3 : 1;
        int first = 1;
        while (failsInARun(fault, first)) {
            first += step;
        }

        assertThat(first).as("the calls that could fail").isGreaterThan(15);
        assertThat(refusals).as("what was refused").hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POWER_CUT")
    void aDatabaseThatCannotBeMadeIsMadeWhenTheFaultIsOver(Fault fault) {
        int first = 1;
        while (failsAsItIsMade(fault, first)) {
            first++;
        }

        assertThat(first).as("the calls that could fail").isGreaterThan(5);
        assertThat(refusals).as("what was refused").hasSizeGreaterThan(3);
    }

    private boolean failsInARun(Fault fault, int first) {
        String when = "%s from call %d on".formatted(fault, first);
        SmallHistory history = new SmallHistory();
        try (MemoryDisk disk = new MemoryDisk()) {
            try (Database database = open(disk)) {
                history.run(database);
            }
            disk.fail(fault, first);
            boolean begun = refusesOneProcess(disk, fault, history, when);
            disk.mend();
            recovers(disk, history, when);
            return begun;
        }
    }

    /// One process, which has the database open all the time.
    ///
    /// @return whether something was refused, or might have been as it was closed
    private boolean refusesOneProcess(MemoryDisk disk, Fault fault, SmallHistory history, String when) {
        AtomicBoolean refused = new AtomicBoolean();
        boolean asItWasOpened = said(fault, when, () -> {
            try (Database database = open(disk)) {
                refused.set(said(fault, when, () -> history.run(database)));
                if (refused.get()) {
                    said(fault, when + ", again", () -> history.run(database));
                    disk.mend();
                    history.verify(database, when + ", in the same process");
                    history.run(database);
                }
            }
        });
        return refused.get() || asItWasOpened || disk.hasBegun();
    }

    private boolean failsAsItIsMade(Fault fault, int first) {
        String when = "%s from call %d on".formatted(fault, first);
        try (MemoryDisk disk = new MemoryDisk()) {
            disk.fail(fault, first);
            said(fault, when, () -> open(disk).close());
            boolean begun = disk.hasBegun();
            disk.mend();
            recovers(disk, new SmallHistory(), when);
            return begun;
        }
    }

    private static void recovers(MemoryDisk disk, SmallHistory history, String when) {
        try (Database database = open(disk)) {
            history.verify(database, when);
            database.runs().reap(Scenario.NOON);
            history.run(database);
            history.verify(database, when);
        }
    }

    static Database open(MemoryDisk disk) {
        return Database.open(new Location.Folder(Path.of("/weir"), CheckedPath.SCHEME + ":" + disk.scheme()), "flights", Migrations.ALL);
    }

    /// @return whether something was refused
    private boolean said(Fault fault, String when, Runnable work) {
        try {
            work.run();
            return false;
        } catch (WeirException refusal) {
            refusals.add(refusal);
            assertThat(refusal.problems()).as(when).singleElement().satisfies(problem -> {
                assertThat(problem.code()).as(when).isEqualTo(codeOf(fault));
                assertThat(problem.message()).as(when).isIn(sentencesOf(fault));
            });
            return true;
        }
    }

    private static ProblemCode codeOf(Fault fault) {
        return switch (fault) {
            case NO_SPACE, QUOTA -> ProblemCode.DISK_FULL;
            case READ_ONLY, BROKEN, GONE -> ProblemCode.DATABASE_UNAVAILABLE;
            case POWER_CUT -> throw new IllegalArgumentException();
        };
    }

    private static List<String> sentencesOf(Fault fault) {
        return switch (fault) {
            case NO_SPACE, QUOTA -> List.of("Database /weir has no space left on its disk: make some, then do it again");
            // H2 that finds a file read-only as it opens it does not tell why.
            case READ_ONLY ->
                List.of(
                        "Database /weir cannot be written, as its file system is read-only: make it writable, then do it again",
                        "Database /weir cannot be written: give this user the right to write there");
            case BROKEN, GONE ->
                List.of("Database /weir cannot be used (Input/output error): see that its disk is there, then do it again");
            case POWER_CUT -> throw new IllegalArgumentException();
        };
    }
}
