package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Called;
import dev.weir.cli.Flights;
import dev.weir.materializer.version.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookingTest {

    private final Flights flights = new Flights();

    @BeforeEach
    void publish() {
        Version raw = flights.publish("raw_flights", "2013-01-15");
        flights.publish("raw_flights", "2013-01-16");
        Version weather = flights.publish("hourly_weather", "2013-01-15");
        flights.publish("daily_delays", "2013-01-15", Flights.reading(raw), Flights.reading(weather));
        flights.publish("carrier_report", "2013-01", flights.readingAll("daily_delays", "2013-01-01", "2013-01-31"));
        flights.reject("daily_delays", "2013-01-15");
    }

    @Test
    void listShowsTheAssetsUpstreamFirst() {
        assertThat(printed("list")).isEqualTo("""
                asset           group    partitions  checks  description
                hourly_weather  flights  daily            0  Weather by the hour
                planes          flights                   0
                raw_flights     flights  daily            0  Departures as reported, one row a flight
                daily_delays    flights  daily            1  Delays by origin and carrier
                carrier_report  flights  monthly          0
                """);
    }

    @Test
    void graphDrawsTheSelection() {
        assertThat(printed("graph", "+daily_delays")).isEqualTo("""
                 ┌────────────────┐   ┌─────────────┐
                 │ hourly_weather │   │ raw_flights │
                 └────────┬───────┘   └──────┬──────┘
                          └────────┬─────────┘
                           ┌───────┴──────┐
                           │ daily_delays │
                           └──────────────┘
                """);
    }

    @Test
    void graphSpeaksMermaid() {
        assertThat(printed("graph", "daily_delays+", "--format", "mermaid")).isEqualTo("""
                flowchart TB
                    subgraph "flights"
                        a0["daily_delays"]
                        a1["carrier_report"]
                    end
                    a0 --> a1
                """);
    }

    @Test
    void graphSpeaksDot() {
        assertThat(printed("graph", "daily_delays+", "--format", "dot")).isEqualTo("""
                digraph weir {
                    node [shape=box];
                    "daily_delays" [group="flights"];
                    "carrier_report" [group="flights"];
                    "daily_delays" -> "carrier_report";
                }
                """);
    }

    @Test
    void checksSayWhatHolds() {
        assertThat(printed("checks")).isEqualTo("""
                asset         check            severity  what holds
                daily_delays  not_null_origin  error     origin is never null
                """);
    }

    @Test
    void validateCounts() {
        assertThat(printed("validate")).isEqualTo("""
                ✓ 5 assets, 1 check and 0 queries hold together.
                """);
    }

    @Test
    void showTellsEverythingOfOneVersion() {
        assertThat(printed("show", "daily_delays@2013-01-15")).isEqualTo("""
                daily_delays
                Delays by origin and carrier

                group        flights
                owners       team:ops
                partitions   daily from 2013-01-01 to 2014-01-01 in America/New_York
                gives        Table<?>
                reads        hourly_weather, raw_flights
                read by      carrier_report
                declared in  org.example.Flights.daily_delays

                daily_delays@2013-01-15#1  published

                made     2026-06-01 11:00:08
                run      019b0000-0001-7000-8000-000000000001
                rows     842
                size     22.9 KiB in 1 file
                columns  (origin VARCHAR not null, delay DOUBLE)
                code     010000000000
                config   020000000000
                data     080000000000
                source   archive
                read     raw_flights@2013-01-15#1, hourly_weather@2013-01-15#1

                check            verdict  what holds            found
                not_null_origin  passed   origin is never null  rows=842, nulls=0

                daily_delays@2013-01-15#2 was rejected later; weir show daily_delays@2013-01-15#2 shows why.
                """);
    }

    @Test
    void showRejectedShowsWhatTheCheckFound() {
        assertThat(printed("show", "daily_delays", "--rejected")).isEqualTo("""
                daily_delays
                Delays by origin and carrier

                group        flights
                owners       team:ops
                partitions   daily from 2013-01-01 to 2014-01-01 in America/New_York
                gives        Table<?>
                reads        hourly_weather, raw_flights
                read by      carrier_report
                declared in  org.example.Flights.daily_delays

                daily_delays@2013-01-15#2  rejected

                made     2026-06-01 11:00:13
                run      019b0000-000c-7000-8000-00000000000c
                rows     842
                size     22.9 KiB in 1 file
                columns  (origin VARCHAR not null, delay DOUBLE)
                code     010000000000
                config   020000000000
                data     0d0000000000
                source   archive

                check            verdict  what holds            found
                not_null_origin  failed   origin is never null  rows=842, nulls=12

                Rows that not_null_origin found wrong:
                carrier
                UA
                """);
    }

    @Test
    void showOfNothingSaysSo() {
        assertThat(printed("show", "planes")).isEqualTo("""
                planes

                group        flights
                owners       team:ops
                partitions   unpartitioned
                gives        Table<?>
                declared in  org.example.Flights.planes

                It has not been materialized yet.
                """);
    }

    @Test
    void versionsOfAPartitionAreNewestFirst() {
        assertThat(printed("versions", "daily_delays@2013-01-15")).isEqualTo("""
                version                    state     made                 rows      size  data
                daily_delays@2013-01-15#2  rejected  2026-06-01 11:00:13   842  22.9 KiB  0d0000000000
                daily_delays@2013-01-15#1  current   2026-06-01 11:00:08   842  22.9 KiB  080000000000
                """);
    }

    @Test
    void partitionsAreCountedByState() {
        assertThat(printed("partitions", "raw_flights")).isEqualTo("""
                raw_flights: 365 partitions, daily from 2013-01-01 to 2014-01-01 in America/New_York

                ···▒············································································
                2013-01-01                                                            2013-12-31

                state      partitions  which
                published           2  2013-01-15..2013-01-16
                missing           363  2013-01-01..2013-01-14, 2013-01-17..2013-12-31
                """);
    }

    @Test
    void lineageNamesExactVersionsInBothDirections() {
        assertThat(printed("lineage", "daily_delays@2013-01-15")).isEqualTo("""
                daily_delays@2013-01-15#1 was made from

                version                      versions  state      made
                raw_flights@2013-01-15#1            1  published  2026-06-01 11:00:02
                hourly_weather@2013-01-15#1         1  published  2026-06-01 11:00:06

                From daily_delays@2013-01-15#1 were made

                version                   versions  state      made
                carrier_report@2013-01#1         1  published  2026-06-01 11:00:10
                """);
    }

    @Test
    void lineageGoesAllTheWayUp() {
        assertThat(printed("lineage", "carrier_report@2013-01", "--up")).isEqualTo("""
                carrier_report@2013-01#1 was made from

                version                      versions  state      made
                daily_delays@2013-01-15#1           1  published  2026-06-01 11:00:08
                raw_flights@2013-01-15#1            1  published  2026-06-01 11:00:02
                hourly_weather@2013-01-15#1         1  published  2026-06-01 11:00:06
                """);
    }

    @Test
    void pathsAreAbsoluteAndOneALine() {
        assertThat(printed("paths", "raw_flights")).isEqualTo("""
                /warehouse/objects/raw_flights/2013-01-15/part-0-1.parquet
                /warehouse/objects/raw_flights/2013-01-16/part-0-1.parquet
                """);
    }

    @Test
    void runsAreListed() {
        flights.finish();

        assertThat(printed("runs")).isEqualTo("""
                run            status     created                 took  steps  environment  request
                019b0000-000c  succeeded  2026-06-01 11:00:12  48.00 s      3  main         weir materialize
                019b0000-0001  running    2026-06-01 11:00:01               3  main         weir materialize
                """);
    }

    @Test
    void aRunIsShownStepByStep() {
        assertThat(printed("run", "show", "latest")).isEqualTo("""
                019b0000-000c-7000-8000-00000000000c  running

                request      weir materialize
                environment  main
                created      2026-06-01 11:00:12
                steps        3 planned, 1 ended

                asset                    step      attempt    took  why
                daily_delays@2013-01-15  rejected        1  1.25 s  missing
                """);
    }

    private String printed(String... words) {
        Called called = Called.about(flights, words);
        assertThat(called.err()).isEmpty();
        assertThat(called.status()).isZero();
        return called.out();
    }
}
