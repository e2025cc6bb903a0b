package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongQueriesTest {

    @TempDir
    Path folder;

    @Test
    void validateTellsAllWrongQueriesEachWithItsAssetAndItsPlace() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), """
                record Flight(String carrier, int delay) {}
                record Delay(String carrier, double mean) {}

                @Asset List<Flight> flights() { return List.of(); }

                interface Reports {
                    @Asset
                    @Query("select carier, avg(delay) as mean from flights group by all")
                    Table<Delay> byCarrier(Table<Flight> flights);

                    @Asset @Query("select * from types")
                    Table<Delay> byType(Table<Flight> flights);

                    @Asset @Query("select carrier from flights")
                    Table<Delay> half(Table<Flight> flights);
                }
                """);

        Called called = Called.in(folder, "validate", "-f", "Shop.java");

        assertThat(called.err()).isEqualTo("""
                weir: Shop.java:9: The query of by_carrier failed. Binder Error: Referenced column "carier" not found in FROM clause!
                Candidate bindings: "carrier"
                line 1: select carier, avg(delay) as mean from flights group by all
                               ^^^^^^
                weir: Shop.java:12: The query of by_type failed. Catalog Error: It may not read types. \
                It reads the parameters of its method, which are flights: take what else it reads as one.
                line 1: select * from types
                                      ^^^^^
                weir: Shop.java:15: The query of half is wrong. Column mean of Delay is not in the result of the query, which has carrier
                """);
        assertThat(called.status()).isEqualTo(2);
    }
}
