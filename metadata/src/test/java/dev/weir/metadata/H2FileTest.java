package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How large the file of an embedded database becomes.
class H2FileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aNewDatabase() {
        Database.open(folder, "flights").close();
    }

    /// A little each time, as H2 has a fifth of a second for it: once is enough where nothing else is at work.
    @Test
    void aFileThatIsMostlyFreeSpaceIsMadeSmallerAsItIsClosed() throws Exception {
        leaveFreeSpace(40_000);
        long before = size();
        assertThat(before).isGreaterThan(4 << 20);

        for (int closed = 0; closed < 10 && size() >= before / 2; closed++) {
            Database.open(folder, "flights").close();
        }

        assertThat(size()).isLessThan(before / 2);
    }

    @Test
    void aSmallFileIsClosedAsItIs() throws Exception {
        leaveFreeSpace(4_000);
        long before = size();

        Database.open(folder, "flights").close();

        assertThat(size()).isBetween(before, 4L << 20);
    }

    /// Writes rows and removes them again, as a process that is killed then.
    private void leaveFreeSpace(int rows) throws Exception {
        try (Connection connection = new Location.Folder(folder).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE passing AS SELECT x, RANDOM_UUID() || RPAD('', 60, RANDOM_UUID()) AS text"
                    + " FROM SYSTEM_RANGE(1, " + rows + ")");
            statement.execute("DROP TABLE passing");
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    private long size() throws Exception {
        return Files.size(folder.resolve("weir.mv.db"));
    }
}
