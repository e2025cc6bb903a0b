package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.contract.Scenario;
import dev.weir.metadata.MemoryDisk.Fault;
import dev.weir.metadata.MemoryDisk.Loss;
import dev.weir.metadata.MemoryDisk.Syncing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The power is cut before every single call that changes or syncs the files of an embedded database, from the first one on, and the
/// disk has forgotten what was not synced, names and contents. What was acknowledged is there, whole, and nothing is half there.
class H2PowerCutTest {

    /// How often the disk of one cut decides what it has kept.
    private static final int DISKS = Integer.getInteger("weir.disks", 3);

    @ParameterizedTest
    @EnumSource
    void whateverADiskForgetsWhatWasAcknowledgedIsThere(Loss loss) {
        nothingIsBroken(loss, Age.YOUNG);
    }

    @ParameterizedTest
    @EnumSource
    void soItIsWhereWhatIsNotNeededAnyMoreIsWrittenOver(Loss loss) {
        nothingIsBroken(loss, Age.OLD);
    }

    @Test
    void aDiskThatOnlyPretendsToSyncIsNoticed() {
        Cuts cuts = new Cuts(CheckedPath.SCHEME + ":", Syncing.PRETENDED, Age.YOUNG);

        cuts.play(Loss.ALL);

        assertThat(cuts.broken).isNotEmpty();
    }

    @Test
    void chunksWithoutChecksumsAreNoticed() {
        Cuts cuts = new Cuts("", Syncing.HONEST, Age.YOUNG);

        cuts.play(Loss.ANY);

        assertThat(cuts.broken).isNotEmpty();
    }

    private static void nothingIsBroken(Loss loss, Age age) {
        Cuts cuts = new Cuts(CheckedPath.SCHEME + ":", Syncing.HONEST, age);

        cuts.play(loss);

        assertThat(cuts.broken).isEmpty();
        assertThat(cuts.played).isGreaterThan(50 * disks(loss));
    }

    private static int disks(Loss loss) {
        return loss == Loss.LATEST || loss == Loss.ANY ? DISKS : 1;
    }

    /// For how long H2 keeps what it does not need any more, seen from a process: in life 45 seconds.
    private enum Age {
        YOUNG,
        OLD
    }

    /// @param wrapping what is before the scheme of the disk
    private static final class Cuts {

        private final String wrapping;
        private final Syncing syncing;
        private final Age age;
        private final List<String> broken = new ArrayList<>();
        private int played;

        Cuts(String wrapping, Syncing syncing, Age age) {
            this.wrapping = wrapping;
            this.syncing = syncing;
            this.age = age;
        }

        void play(Loss loss) {
            int at = 1;
            while (cut(loss, at) && broken.isEmpty()) {
                at++;
            }
        }

        /// @return whether there was something left to be cut
        private boolean cut(Loss loss, int at) {
            SmallHistory history = new SmallHistory();
            try (MemoryDisk disk = new MemoryDisk(syncing)) {
                disk.fail(Fault.POWER_CUT, at);
                try {
                    lives(disk, history);
                } catch (WeirException cut) {
                    assertThat(disk.hasBegun()).as(cut.toString()).isTrue();
                }
                for (int seed = 0; seed < disks(loss); seed++) {
                    found(disk.afterwards(loss, new Random(at * 100L + seed)), history, "%s at %d".formatted(loss, at));
                }
                return disk.hasBegun();
            }
        }

        // Twice: what one process has left the next one opens, and goes on with.
        private void lives(MemoryDisk disk, SmallHistory history) {
            for (int life = 0; life < 2; life++) {
                try (Database database = open(disk)) {
                    keepNothing(disk);
                    history.run(database);
                }
            }
            makeSmaller(disk);
        }

        // As a process does with a large file as it ends.
        private void makeSmaller(MemoryDisk disk) {
            if (age == Age.OLD) {
                String url = folder(disk).url();
                assertThat(url).contains(";MAX_COMPACT_TIME=0");
                try {
                    new Opening(url.replace(";MAX_COMPACT_TIME=0", ";MAX_COMPACT_TIME=60000")).open().close();
                } catch (SQLException cut) {
                    assertThat(disk.hasBegun()).as(cut.toString()).isTrue();
                }
            }
        }

        private void found(MemoryDisk disk, SmallHistory history, String when) {
            played++;
            try (disk;
                    Database database = open(disk)) {
                history.verify(database, when);
                database.runs().reap(Scenario.NOON);
                SmallHistory goneOn = history.copy();
                goneOn.run(database);
                foundAgain(disk.afterwards(Loss.NONE, new Random()), goneOn, when);
            } catch (RuntimeException | AssertionError noticed) {
                broken.add(when + ": " + noticed);
            }
        }

        // What a disk has kept of what nobody was told of does not come back, though the next process is killed.
        private void foundAgain(MemoryDisk disk, SmallHistory goneOn, String when) {
            try (disk;
                    Database database = open(disk)) {
                goneOn.verify(database, when + ", and the next process was killed");
            }
        }

        private void keepNothing(MemoryDisk disk) {
            if (age == Age.OLD) {
                try (Connection connection = folder(disk).connect();
                        Statement statement = connection.createStatement()) {
                    statement.execute("SET RETENTION_TIME 0");
                } catch (SQLException cut) {
                    assertThat(disk.hasBegun()).as(cut.toString()).isTrue();
                }
            }
        }

        private Database open(MemoryDisk disk) {
            return Database.open(folder(disk), "flights", Migrations.ALL);
        }

        private Location.Folder folder(MemoryDisk disk) {
            return new Location.Folder(Path.of("/weir"), wrapping + disk.scheme());
        }
    }
}
