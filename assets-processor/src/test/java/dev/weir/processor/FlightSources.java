package dev.weir.processor;

/// The flights of the design, as sources.
final class FlightSources {

    static final String DAY = """
            package com.acme;

            import dev.weir.partitions.Daily;

            @Daily(start = "2013-01-01", end = "2014-01-01", zone = "America/New_York")
            @interface FlightDay {}
            """;

    static final String ASSETS = """
            package com.acme;

            import dev.weir.assets.*;
            import dev.weir.checks.*;
            import dev.weir.partitions.*;
            import java.util.stream.Stream;

            /// Flights out of New York City.
            @Assets(group = "flights", owners = "team:ops")
            @FlightDay
            public final class FlightAssets {

                private final FlightArchive archive;                       // a resource: constructors take resources, nothing else does

                public FlightAssets(FlightArchive archive) { this.archive = archive; }

                @Asset(description = "Departures as reported, one row a flight",
                       retry = @Retry(max = 3, delay = "30s", backoff = Backoff.EXPONENTIAL), timeout = "10m")
                Stream<Flight> rawFlights(TimeWindow day) { return archive.departuresOn(day.startDate()); }

                @Asset @NotNull("origin") @Range(column = "mean_delay", min = -60, max = 1440)          // ready-made checks
                Table<Delay> dailyDelays(Table<Flight> rawFlights, Table<Weather> hourlyWeather, @Config Thresholds thresholds) {
                    return Sql.query(Delay.class, \"""
                        select origin, carrier, count(*) as flights, avg(dep_delay) as mean_delay, avg(visibility) as mean_visibility
                        from raw_flights left join hourly_weather using (origin, time_hour)
                        where dep_delay < ? group by all\""", thresholds.outlier(), rawFlights, hourlyWeather);
                }

                @Check("Every airport reports")                            // of daily_delays, its only asset parameter; blocks by default
                CheckResult allAirportsPresent(Table<Delay> dailyDelays) {
                    long airports = dailyDelays.countDistinct("origin");
                    return CheckResult.of(airports == 3).with("airports", airports);
                }
            }

            @Monthly(start = "2013-01-01", end = "2014-01-01", zone = "America/New_York")
            interface Reports {                                            // SQL-only assets: the processor writes the class
                @Asset @Query("select carrier, sum(flights) as flights from daily_delays group by all order by carrier")
                Table<CarrierMonth> carrierReport(Table<Delay> dailyDelays);    // a month reads its days: derived, no word needed
            }
            """;

    static final String WEATHER = """
            package com.acme;

            import dev.weir.assets.*;
            import java.util.List;

            @FlightDay
            final class WeatherAssets {
                /// What the airports measured, [hour][java.time.Instant] by hour. The source is NOAA.
                ///
                /// More about it.
                @Asset
                static List<Weather> hourlyWeather() { return List.of(); }
            }
            """;

    static final String RECORDS = """
            package com.acme;

            import dev.weir.assets.Default;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.util.stream.Stream;

            record Flight(String origin, String carrier, Double depDelay, Instant timeHour) {}
            record Weather(String origin, Instant timeHour, Double visibility) {}
            record Delay(String origin, String carrier, long flights, double meanDelay, Double meanVisibility) {}
            record CarrierMonth(String carrier, long flights) {}
            record Thresholds(@Default("1440") double outlier) {}

            final class FlightArchive {
                Stream<Flight> departuresOn(LocalDate day) {
                    return Stream.of(new Flight("JFK", "AA", -3.0, Instant.parse(day + "T12:00:00Z")));
                }
            }
            """;

    private FlightSources() {}
}
