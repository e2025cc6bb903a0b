package dev.weir.metadata;

import static dev.weir.materializer.contract.Scenario.NOON;

import dev.weir.materializer.history.Forgetting;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.Trigger;

/// A process that forgets all that can be forgotten of what was over at noon.
final class Forgets {

    private static final String HALTS_AT = "weir.halts.at";

    private Forgets() {}

    /// The place of a database, and at which statement that a trigger calls it halts itself.
    public static void main(String[] arguments) {
        System.setProperty(HALTS_AT, arguments[1]);
        try (Database database = open(arguments[0])) {
            System.out.println(forgetting(database).forget());
        }
    }

    static Database open(String place) {
        return place.startsWith("jdbc:") ? Database.open(place, "tests") : Database.open(Path.of(place), "tests");
    }

    static Forgetting forgetting(Database database) {
        return new Forgetting(
                database.history(),
                _ -> 1,
                new Forgetting.Ages(Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(1))),
                () -> {});
    }

    /// H2 calls it in the middle of a transaction. Nothing else is done then, as after kill -9.
    public static final class Halting implements Trigger {
        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            if (CALLS.incrementAndGet() == Integer.getInteger(HALTS_AT, 0)) {
                Runtime.getRuntime().halt(137);
            }
        }
    }
}
