package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One parameter that reads all assets a pattern matches.
class FanInTest {

    private static final String FEATURES = """
            record Feature(String name, double value) {}
            record Total(String key, long rows) {}

            @Assets(prefix = "features") class Features {
                @Asset List<Feature> speed() { return List.of(new Feature("speed", 1)); }
                @Asset List<Feature> heading() { return List.of(new Feature("heading", 2), new Feature("heading", 3)); }
                // more
            }

            class Totals {
                @Asset List<Total> totals(@From(pattern = "features/*") Map<AssetKey, Table<Feature>> features) {
                    return features.entrySet().stream()
                            .map(feature -> new Total(feature.getKey().toString(), feature.getValue().count()))
                            .toList();
                }
                @Asset Table<Feature> both(@From(pattern = "features/*") Map<AssetKey, Table<Feature>> features) {
                    return Sql.query(Feature.class, "select * from speed union all select * from heading",
                            features.values().toArray());
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void allThatMatchesIsReadInTheOrderOfTheKeys() throws IOException {
        write(FEATURES);

        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("✓ both#1  3 rows", "✓ totals#1  2 rows", "4 published.");
        assertThat(weir("show", "totals").out()).contains("reads", "features/heading, features/speed");
        assertThat(weir("materialize").out()).isEqualTo("✓ Everything is up to date: 4 partitions of 4 assets.\n");
    }

    @Test
    void anotherAssetThatMatchesMakesTheReaderStaleAndIsNamed() throws IOException {
        write(FEATURES);
        weir("materialize");
        write(FEATURES.replace("// more", "@Asset List<Feature> weather() { return List.of(); }"));
        weir("materialize", "features/weather");

        assertThat(weir("plan", "totals").out()).contains("it reads features/weather now");
        assertThat(weir("why", "totals").out()).contains("it reads features/weather now");
        assertThat(weir("materialize", "totals").out()).contains("✓ totals#2  3 rows", "1 published.");

        write(FEATURES);
        assertThat(weir("why", "totals").out()).contains("it no longer reads features/weather");
    }

    @Test
    void aPatternThatMayMatchNothingGivesAnEmptyMap() throws IOException {
        write("""
                @Asset int models(@From(pattern = "models/*", optional = true) Map<AssetKey, String> models) {
                    return models.size();
                }
                """);

        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("✓ models#1", "1 published.");
    }

    @Test
    void eachOfManyIsReadInItsOwnPartitions() throws IOException {
        write("""
                @Daily(start = "2024-01-01", end = "2024-01-03", zone = "UTC") @interface Day {}
                record Ping(int speed) {}

                @Assets(prefix = "pings") @Day class Pings {
                    @Asset List<Ping> north(TimeWindow day) { return List.of(new Ping(day.startDate().getDayOfMonth())); }
                    @Asset @Unpartitioned List<Ping> south() { return List.of(new Ping(10)); }
                }
                @Day class Days {
                    @Asset int fastest(@From(pattern = "pings/*") Map<AssetKey, List<Ping>> pings) {
                        return pings.values().stream().mapToInt(rows -> rows.getFirst().speed()).sum();
                    }
                }
                """);

        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("✓ fastest@2024-01-02#1", "5 published.");
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
    }

    private Called weir(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-f";
        all[words.length + 1] = "Shop.java";
        return Called.in(folder, all);
    }
}
