package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Called;
import dev.weir.cli.Flights;
import dev.weir.cli.run.Interruption;
import org.junit.jupiter.api.Test;

class MaterializeTest {

    private final Flights flights = new Flights();

    @Test
    void planSaysWhatWouldRunAndWhy() {
        flights.publish("raw_flights", "2013-01-15");

        Called called = Called.about(flights, "plan", "--partition", "2013-01-15..2013-01-17");

        assertThat(called.out()).isEqualTo("""
                asset           steps  partitions              action   because
                hourly_weather      3  2013-01-15..2013-01-17  compute  it has never been materialized
                planes              1                          compute  it has never been materialized
                raw_flights         2  2013-01-16..2013-01-17  compute  it has never been materialized
                daily_delays        3  2013-01-15..2013-01-17  compute  it has never been materialized

                9 steps; 1 partition is up to date.
                About 1.25 s and 45.8 KiB, as the last runs went; 7 steps have no history.
                note  carrier_report is left out: no whole monthly partition lies in 2013-01-15..2013-01-17
                """);
        assertThat(called.status()).isZero();
    }

    @Test
    void eachStepGetsALineAndTheRunASum() {
        Called called = Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01-15");

        assertThat(withoutTimes(called.out())).isEqualTo("""
                ✓ hourly_weather@2013-01-15#1  842 rows  22.9 KiB
                ✓ raw_flights@2013-01-15#1  842 rows  22.9 KiB
                ✓ daily_delays@2013-01-15#1  842 rows  22.9 KiB

                3 published. …, of which Weir's own ….
                """);
        assertThat(called.err()).isEmpty();
        assertThat(called.status()).isZero();
    }

    @Test
    void whatIsUpToDateIsNotRunAgain() {
        Called.about(flights, "materialize", "raw_flights", "--partition", "2013-01-15");

        Called called = Called.about(flights, "materialize", "raw_flights", "--partition", "2013-01-15");

        assertThat(called.out()).isEqualTo("""
                ✓ Everything is up to date: 1 partition of 1 asset.
                """);
        assertThat(called.status()).isZero();
    }

    @Test
    void aRejectionShowsNumbersAndRowsAndExitsThree() {
        flights.whenRun("daily_delays", Flights::badTable);

        Called called = Called.about(flights, "materialize", "daily_delays+", "--partition", "2013-01");

        assertThat(withoutTimes(called.out()).lines().filter(line -> !line.startsWith("✓"))).hasSizeGreaterThan(9);
        assertThat(called.status()).isEqualTo(3);
    }

    @Test
    void aStandingRejectionExitsThreeWithoutRunning() {
        flights.whenRun("daily_delays", Flights::badTable);
        Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01-15");

        Called called = Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01-15");

        assertThat(withoutTimes(called.out())).isEqualTo("""
                – daily_delays@2013-01-15 was skipped: daily_delays@2013-01-15#1 was rejected and nothing has changed since

                0 published, 1 skipped. …, of which Weir's own ….
                Nothing was made, as all was skipped: weir why daily_delays@2013-01-15 says what is behind it.
                """);
        assertThat(called.status()).isEqualTo(3);
    }

    @Test
    void aFailureSkipsWhatReadsItAndExitsOne() {
        flights.whenRun("raw_flights", _ -> {
            throw new IllegalStateException("the archive is closed on Sundays");
        });

        Called called = Called.about(flights, "materialize", "+daily_delays", "--partition", "2013-01-15");

        assertThat(withoutTimes(called.out())).isEqualTo("""
                ✓ hourly_weather@2013-01-15#1  842 rows  22.9 KiB
                ✗ raw_flights@2013-01-15 failed: IllegalStateException: the archive is closed on Sundays
                – daily_delays@2013-01-15 was skipped: raw_flights@2013-01-15 failed

                1 published, 1 failed, 1 skipped. …, of which Weir's own ….
                """);
        assertThat(called.status()).isEqualTo(1);
    }

    @Test
    void anInterruptionSaysWhatStays() {
        Interruption interruption = Interruption.byHand();
        flights.whenRun("hourly_weather", task -> {
            interruption.interrupt();
            return Flights.table(task);
        });

        Called called =
                Called.about(flights, interruption, "materialize", "+daily_delays", "--partition", "2013-01-15");

        assertThat(called.out()).contains("Interrupted: what is published stays, nothing is half done, and weir materialize goes on from here.");
        assertThat(called.status()).isEqualTo(130);
    }

    @Test
    void programsGetOneObject() {
        Called called = Called.about(flights, "materialize", "planes", "--json");

        assertThat(called.out().replaceAll("\"(took_ms|busy_ms)\" : [0-9.E-]+", "\"$1\" : 1")).isEqualTo("""
                {
                  "format" : 1,
                  "command" : "materialize",
                  "exit" : 0,
                  "problems" : [ ],
                  "result" : {
                    "run" : "019e830e-1a00-7000-bb1a-d57319b89cd9",
                    "status" : "SUCCEEDED",
                    "planned_steps" : 1,
                    "published" : 1,
                    "rejected" : 0,
                    "failed" : 0,
                    "skipped" : 0,
                    "checked" : 0,
                    "reused" : 0,
                    "problem" : null,
                    "log" : null,
                    "notes" : [ ],
                    "took_ms" : 1,
                    "busy_ms" : 1,
                    "steps" : [ {
                      "target" : "planes",
                      "asset" : "planes",
                      "started_at" : "2026-06-01T12:00:00Z",
                      "took_ms" : 1,
                      "reason" : "it has never been materialized",
                      "outcome" : "PUBLISHED",
                      "version" : "planes#1",
                      "id" : "019e830e-1a00-7000-bb1a-d57319b89cda",
                      "rows" : 842,
                      "bytes" : 23456,
                      "checks" : [ ]
                    } ]
                  }
                }
                """);
        assertThat(withoutTimes(called.err())).isEqualTo("✓ planes#1  842 rows  22.9 KiB\n");
        assertThat(called.status()).isZero();
    }

    @Test
    void whyNamesTheFactAndTheChainBehindIt() {
        Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01-15");
        Called.about(flights, "materialize", "raw_flights", "--partition", "2013-01-15", "--force");

        Called called = Called.about(flights, "why", "daily_delays@2013-01-15");

        assertThat(called.out()).isEqualTo("""
                daily_delays@2013-01-15 is stale: raw_flights@2013-01-15#2 has other data than #1, which it read.
                  raw_flights@2013-01-15#2 was computed because it was forced.
                """);
        assertThat(called.status()).isZero();
    }

    @Test
    void aChangedCheckThatFailsTaintsWhatIsPublishedAndExitsThree() {
        Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01-15");
        flights.whenRun("daily_delays", Flights::badTable);

        Called called = Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01-15");

        assertThat(withoutTimes(called.out())).isEqualTo("""
                ✗ daily_delays@2013-01-15 is tainted: check not_null_origin failed: origin is never null

                0 published, 1 checked again, 1 tainted. …, of which Weir's own ….
                """);
        assertThat(called.status()).isEqualTo(3);
    }

    @Test
    void whatWouldReadWhatIsTaintedIsRefused() {
        Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01");
        flights.whenRun("daily_delays", Flights::badTable);
        Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01-15");
        flights.whenRun("daily_delays", Flights::table);

        Called called = Called.about(flights, "materialize", "carrier_report", "--partition", "2013-01");

        assertThat(called.out())
                .contains("– carrier_report@2013-01 was skipped: daily_delays@2013-01-15 is tainted: check not_null_origin"
                        + " failed: origin is never null\n");
        assertThat(called.status()).isEqualTo(4);
    }

    @Test
    void aChangedCheckIsRunWithoutComputing() {
        Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01-15");

        Called called = Called.about(flights, "materialize", "daily_delays", "--partition", "2013-01-15");

        assertThat(withoutTimes(called.out())).isEqualTo("""
                ✓ daily_delays@2013-01-15 passes its changed checks

                0 published, 1 checked again. …, of which Weir's own ….
                """);
        assertThat(called.status()).isZero();
    }

    @Test
    void aWrongNumberOfStepsIsRefused() {
        Called called = Called.about(flights, "materialize", "--parallel", "0");

        assertThat(called.err()).isEqualTo("weir: --parallel is '0': write how many steps may run at once, 1 or more.\n");
        assertThat(called.status()).isEqualTo(2);
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("  [0-9.]+ m?s\\b", "").replaceAll("[0-9.]+ m?s\\b", "…");
    }
}
