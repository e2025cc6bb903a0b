package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.warehouse.FaultyFiles.Fault;
import dev.weir.materializer.warehouse.Publishing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The disk of the warehouse fails at every single call in turn while a run publishes, and while its leftovers are
/// recovered. That is said in one sentence, and when the fault ends all is as if it had never been.
class FaultyDiskTest {

    private static final Path ROOT = Path.of("warehouse").toAbsolutePath();

    @ParameterizedTest
    @EnumSource
    void whateverADiskRefusesIsOneSentenceAndIsGoneWithTheFault(Fault fault) throws IOException {
        int first = 1;
        while (failsWhilePublishing(fault, first)) {
            first++;
        }

        assertThat(first).as("the calls that could fail").isGreaterThan(20);
        assertThat(refusals).as("what was refused").hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource
    void recoveryGoesOnWhereAFaultHasStoppedIt(Fault fault) throws IOException {
        int first = 1;
        while (failsWhileRecovering(fault, first)) {
            first++;
        }

        assertThat(first).as("the calls that could fail").isPositive();
    }

    private final List<WeirException> refusals = new ArrayList<>();

    private boolean failsWhilePublishing(Fault fault, int first) throws IOException {
        Database database = new Database();
        PowerCutFiles disk = new PowerCutFiles(ROOT, InstantSource.fixed(Groups.NOON));
        FaultyFiles faulty = new FaultyFiles(disk, fault, first);
        String when = "%s from call %d on".formatted(fault, first);
        said(fault, when, () -> publish(faulty, database));

        PowerCutTest.recover(disk, database);
        PowerCutTest.verify(disk, database, when);
        return faulty.hasBegun();
    }

    private boolean failsWhileRecovering(Fault fault, int first) throws IOException {
        Database database = new Database();
        PowerCutFiles disk = new PowerCutFiles(ROOT, InstantSource.fixed(Groups.NOON));
        said(Fault.NO_SPACE, "before", () -> publish(new FaultyFiles(disk, Fault.NO_SPACE, 40), database));
        FaultyFiles faulty = new FaultyFiles(disk, fault, first);
        String when = "%s from call %d of recovery on".formatted(fault, first);
        said(fault, when, () -> Warehouse.open(ROOT, "flights", faulty)
                .recovery(database::hasEnded, database::committed, _ -> {}, CrashPoints.NONE)
                .run());

        PowerCutTest.recover(disk, database);
        PowerCutTest.verify(disk, database, when);
        return faulty.hasBegun();
    }

    private static boolean publish(FileOps files, Database database) {
        Publishing publishing = new Publishing(database, CrashPoints.NONE);
        try {
            Warehouse warehouse = Warehouse.open(ROOT, "flights", files);
            publishing.first(warehouse);
            publishing.second(warehouse);
            return true;
        } catch (IOException ofTheAuthor) {
            // What an author's own code writes is its own to say.
            return false;
        }
    }

    private void said(Fault fault, String when, Supplier<?> work) {
        try {
            work.get();
        } catch (WeirException refusal) {
            refusals.add(refusal);
            assertThat(refusal.problems()).as(when).singleElement().satisfies(problem -> {
                assertThat(problem.code()).as(when).isEqualTo(codeOf(fault));
                assertThat(problem.message())
                        .as(when)
                        .startsWith("Warehouse " + ROOT + " cannot ")
                        .endsWith(wayOutOf(fault))
                        .doesNotContain("\n");
            });
        }
    }

    private static ProblemCode codeOf(Fault fault) {
        return switch (fault) {
            case NO_SPACE, NO_INODES, QUOTA -> ProblemCode.DISK_FULL;
            case READ_ONLY, BROKEN -> ProblemCode.WAREHOUSE_UNAVAILABLE;
        };
    }

    private static String wayOutOf(Fault fault) {
        return switch (fault) {
            case NO_SPACE, NO_INODES, QUOTA -> ": no space is left. Free some and run the command again; nothing is lost";
            case READ_ONLY -> ": its file system is read-only. Make it writable and run the command again";
            case BROKEN -> ": Input/output error. See that the disk is there, then run the command again";
        };
    }
}
