package dev.weir.examples.flights;

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Backoff;
import dev.weir.assets.Config;
import dev.weir.assets.Output;
import dev.weir.assets.Retry;
import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.checks.Check;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.NotNull;
import dev.weir.checks.Range;
import dev.weir.checks.RowCount;
import dev.weir.checks.Unique;
import dev.weir.partitions.TimeWindow;
import dev.weir.partitions.Unpartitioned;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Flights out of New York City, day by day.
@Assets(group = "flights", owners = "team:ops")
@FlightDay
public final class FlightAssets {

    private final FlightArchive archive;

    public FlightAssets(FlightArchive archive) {
        this.archive = archive;
    }

    @Asset(
            description = "Departures as reported, one row a flight",
            kinds = "records",
            retry = @Retry(max = 3, delay = "30s", backoff = Backoff.EXPONENTIAL),
            timeout = "10m")
    @NotNull({"origin", "carrier"})
    @Unique({"carrier", "flight", "origin", "dest", "sched_dep_time"})
    @RowCount(min = 500, max = 1200)
    Stream<Flight> rawFlights(TimeWindow day) {
        return archive.departuresOn(day.startDate()).stream();
    }

    @Asset(description = "Weather as reported, one row an airport and hour", kinds = "records", group = "weather")
    @Unique({"origin", "time_hour"})
    @Range(column = "temp", min = -20, max = 120)
    @Range(column = "visib", min = 0, max = 10)
    List<Weather> hourlyWeather(TimeWindow day) {
        return archive.weatherOn(day.startDate());
    }

    @Asset(description = "The register of aircraft", kinds = "records", group = "reference")
    @Unpartitioned
    @Unique("tailnum")
    @NotNull("tailnum")
    List<Plane> planes() {
        return archive.planes();
    }

    @Asset(description = "Airports of the United States", kinds = "records", group = "reference")
    @Unpartitioned
    @Unique("faa")
    List<Airport> airports() {
        return archive.airports();
    }

    @Asset(description = "Carriers by code", kinds = "records", group = "reference")
    @Unpartitioned
    @Unique("carrier")
    List<Airline> airlines() {
        return archive.airlines();
    }

    @Asset(description = "Departure delays by airport and carrier", kinds = "sql")
    @NotNull("origin")
    @Range(column = "mean_delay", min = -60, max = 1440)
    Table<Delay> dailyDelays(Table<Flight> rawFlights, Table<Weather> hourlyWeather, @Config Thresholds thresholds) {
        return Sql.query(Delay.class, """
                select origin, carrier, count(*) as flights, avg(dep_delay) as mean_delay, avg(visib) as mean_visibility
                from raw_flights left join hourly_weather using (origin, time_hour)
                where dep_delay < ?
                group by all
                """, thresholds.outlier(), rawFlights, hourlyWeather);
    }

    @Check("Every airport reports")
    CheckResult allAirportsPresent(Table<Delay> dailyDelays) {
        long airports = dailyDelays.countDistinct("origin");
        return CheckResult.of(airports == 3).with("airports", airports);
    }

    @Asset(description = "What each aircraft did", kinds = "records")
    Output<List<AircraftDay>> aircraftDays(Stream<Flight> rawFlights, List<Plane> planes) {
        Map<String, String> models = HashMap.newHashMap(planes.size());
        planes.forEach(plane -> models.put(plane.tailnum(), plane.model()));
        Map<String, AircraftDay> days = new HashMap<>();
        rawFlights.filter(flight -> flight.depDelay() != null).forEach(flight -> {
            String tailnum = flight.tailnum();
            if (tailnum != null) {
                days.merge(tailnum, first(flight, tailnum, models.get(tailnum)), FlightAssets::sum);
            }
        });
        List<AircraftDay> rows = days.values().stream()
                .sorted(Comparator.comparing(AircraftDay::tailnum))
                .toList();
        return Output.of(rows)
                .with("unregistered", rows.stream().filter(day -> day.model() == null).count());
    }

    @Check(value = "Most aircraft are in the register", severity = CheckSeverity.WARN)
    CheckResult mostAircraftAreRegistered(Table<AircraftDay> aircraftDays) {
        long known = aircraftDays.count() - aircraftDays.value("select count(*) from this where model is null", Long.class).orElse(0L);
        return CheckResult.of(known * 10 >= aircraftDays.count() * 7)
                .with("registered", known)
                .with("aircraft", aircraftDays.count());
    }

    private static AircraftDay first(Flight flight, String tailnum, @Nullable String model) {
        Integer delay = flight.depDelay();
        return new AircraftDay(tailnum, model, 1, delay == null ? 0 : Math.max(0, delay), flight.distance());
    }

    private static AircraftDay sum(AircraftDay a, AircraftDay b) {
        return new AircraftDay(
                a.tailnum(),
                a.model(),
                a.departures() + b.departures(),
                a.minutesLate() + b.minutesLate(),
                a.miles() + b.miles());
    }
}
