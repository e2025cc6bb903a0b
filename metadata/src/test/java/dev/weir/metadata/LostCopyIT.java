package dev.weir.metadata;

import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.materializer.backup.DatabaseRows;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.version.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A database is copied and brought back, with one call after the other going wrong: whatever it is, all rows are there once.
class LostCopyIT {

    @TempDir
    private static Path data;

    private static Postgres postgres;
    private static byte[] empty;
    private static byte[] rows;

    @BeforeAll
    static void fill() {
        postgres = Postgres.start(data.resolve("data"));
        Database.migrate(postgres.url("filled"));
        Database.migrate(postgres.url("copied"));
        try (Database database = Database.open(postgres.url("filled"), "tests")) {
            empty = copyOf(database.rows());
            publishTwo(database);
            rows = copyOf(database.rows());
        }
    }

    private static void publishTwo(Database database) {
        Scenario scenario = new Scenario(database.commits(), database.runs());
        RunLease lease = scenario.running();
        Version upstream = scenario.publish(lease, target("raw/orders", 1));
        scenario.publish(lease, target("orders", 2), reading(upstream));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource(FaultySource.Fault.class)
    void whicheverCallGoesWrongTheRowsAreBroughtBackOnce(FaultySource.Fault fault) {
        int calls = EachCall.goesWrong(postgres.url("copied"), fault, Postgres::empty, (_, database, beside, _) -> {
            database.rows().readFrom(() -> new ByteArrayInputStream(rows));

            assertThat(text(copyOf(beside.rows()))).isEqualTo(text(rows));
        });

        assertThat(calls).isGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource(FaultySource.Fault.class)
    void whicheverCallGoesWrongACopyIsWhole(FaultySource.Fault fault) {
        int calls = EachCall.goesWrong(
                postgres.url("filled"),
                fault,
                (_, database, _, _) -> assertThat(text(copyOf(database.rows()))).isEqualTo(text(rows)));

        assertThat(calls).isGreaterThan(20);
    }

    @Test
    void aCopyThatEndsInTheMiddleLeavesNothing() {
        try (Database database = Database.open(postgres.url("copied"), "tests")) {
            Postgres.empty(database);
            InputStream cut = new ByteArrayInputStream(rows, 0, rows.length / 2);

            assertThatThrownBy(() -> database.rows().readFrom(() -> cut))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(IOException.class);

            assertThat(text(copyOf(database.rows()))).isEqualTo(text(empty));
        }
    }

    private static byte[] copyOf(DatabaseRows database) {
        Copy copy = new Copy();
        database.writeTo(copy);
        return copy.bytes.toByteArray();
    }

    private static String text(byte[] copy) {
        return new String(copy, StandardCharsets.UTF_8);
    }

    /// As a file is, it is empty when it is opened again.
    private static final class Copy implements DatabaseRows.Target {
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public ByteArrayOutputStream open() {
            bytes = new ByteArrayOutputStream();
            return bytes;
        }
    }
}
