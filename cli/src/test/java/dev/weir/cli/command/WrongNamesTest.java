package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Called;
import dev.weir.cli.Flights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock = """
            show daily_delay | 2 | Asset daily_delay is not declared. Did you mean daily_delays?
            show x | 2 | Asset x is not declared. `weir list` shows all assets.
            show daily_delays@2014-01-01 | 2 | daily_delays: 2014-01-01 is outside the range: partitions go from 2013-01-01 to 2013-12-31.
            show daily_delays@yesterday | 2 | daily_delays: 'yesterday' is not a partition: daily partitions are written like 2013-01-01.
            show planes@2013-01-01 | 2 | planes: there is no partition 2013-01-01: it is not partitioned.
            show planes#1 | 2 | There is no version planes#1: planes has none yet.
            show planes#one | 2 | 'planes#one' is not a version: after # stands its number, as in planes#1.
            show daily_delays#1 | 2 | Version daily_delays#1 does not say of which partition: write daily_delays@PARTITION#1.
            show planes --rejected | 2 | No rejected version of planes stands in environment main.
            show planes --env Main | 2 | 'Main' is not an environment: write a lower-case letter, then letters, digits, '_' or '-'.
            paths planes | 4 | planes has no published version in environment main. Run weir materialize planes.
            lineage raw_flights@2013-01-15 --env other | 4 | raw_flights@2013-01-15 has no published version in environment other. Run weir materialize raw_flights --partition 2013-01-15.
            lineage planes --depth 0 | 2 | --depth is '0': write how many steps, 1 or more.
            graph --format svg | 2 | 'svg' is not a format of graphs: write text, mermaid, dot or json.
            list group:none | 2 | group:none selects no asset. `weir list` shows all assets.
            run show 0199 | 2 | There is no run 0199. `weir runs` lists the newest.
            """)
    void theThingTheFactAndTheWayOut(String words, int status, String message) {
        Called called = Called.about(new Flights(), words.split(" "));

        assertThat(called.err()).isEqualTo("weir: " + message + "\n");
        assertThat(called.out()).isEmpty();
        assertThat(called.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"@2013-01-01", "#1"})
    void wherePartitionOrNumberStandWithoutAnAssetThePlaceIsShown(String typed) {
        Called called = Called.about(new Flights(), "show", typed);

        assertThat(called.err()).isEqualTo("""
                weir: An asset is missing here: write ASSET%1$s.
                    %1$s
                    ^
                """.formatted(typed));
        assertThat(called.status()).isEqualTo(2);
    }

    @Test
    void aMalformedSelectionIsShownOnceWithACaretUnderThePlace() {
        Called called = Called.about(new Flights(), "list", "planes\t(a");

        assertThat(called.err()).isEqualTo("""
                weir: The selection cannot be read: this '(' is not closed.
                    planes (a
                           ^
                """);
        assertThat(called.out()).isEmpty();
        assertThat(called.status()).isEqualTo(2);
    }
}
