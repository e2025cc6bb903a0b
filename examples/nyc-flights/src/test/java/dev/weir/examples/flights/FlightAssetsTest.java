package dev.weir.examples.flights;

import static dev.weir.testing.WeirAssertions.assertThat;
import static java.util.stream.Collectors.toMap;

import dev.weir.checks.CheckSeverity;
import dev.weir.testing.TestProject;
import dev.weir.testing.TestResult;
import dev.weir.testing.WeirTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The assets one by one and together, on flights that a test made up, and on the archive read by hand.
@WeirTest({FlightAssets.class, Reports.class})
class FlightAssetsTest {

    private static final String DAY = "2013-01-15";
    private static final Instant SEVEN = Instant.parse("2013-01-15T12:00:00Z");

    @Test
    void aDayAddsUpByAirportAndCarrier(TestProject project) {
        project.given("raw_flights", DAY).rows(flight("AA", "JFK", 10), flight("AA", "JFK", 20), flight("UA", "EWR", -4));
        project.given("hourly_weather", DAY).rows(weather("JFK", 8));

        TestResult result = project.materialize("daily_delays", DAY);

        assertThat(result)
                .asset("daily_delays")
                .rows(Delay.class)
                .containsExactlyInAnyOrder(
                        new Delay("JFK", "AA", 2, 15, 8.0), new Delay("EWR", "UA", 1, -4, null));
    }

    @Test
    void flightsThatNeverDepartedAndOutliersDoNotCount(TestProject project) {
        project.given("raw_flights", DAY).rows(flight("AA", "JFK", null), flight("AA", "JFK", 500), flight("AA", "JFK", 6));
        project.given("hourly_weather", DAY).rows().config("thresholds.outlier=300");

        assertThat(project.materialize("daily_delays", DAY))
                .asset("daily_delays")
                .rows(Delay.class)
                .containsExactly(new Delay("JFK", "AA", 1, 6, null));
    }

    @Test
    void aDayOnWhichAnAirportIsMissingIsRejectedAndItsMonthWaits(TestProject project) {
        project.given("daily_delays", "2013-02-02..2013-02-28").rows(new Delay("JFK", "AA", 1, 10, null));
        project.given("raw_flights", "2013-02-01").rows(flight("AA", "JFK", 10), flight("AA", "EWR", 10));
        project.given("hourly_weather", "2013-02-01").rows();

        TestResult result = project.materialize("carrier_report", "2013-02");

        assertThat(result)
                .asset("daily_delays", "2013-02-01")
                .isRejected()
                .check("all_airports_present")
                .failed()
                .hasDescription("Every airport reports")
                .found("airports", 2L);
        assertThat(result)
                .asset("carrier_report", "2013-02")
                .isSkipped("daily_delays@2013-02-01#1 was rejected by its checks");
    }

    @Test
    void aircraftThatAreInNoRegisterAreCountedAndWarnedOf(TestProject project) {
        project.given("raw_flights", DAY).rows(flight("AA", "JFK", -5), flight("AA", "EWR", 20));
        project.given("planes").rows();

        assertThat(project.materialize("aircraft_days", DAY))
                .asset("aircraft_days")
                .isPublished()
                .hasMetadata("unregistered", 1)
                .rows(AircraftDay.class)
                .containsExactly(new AircraftDay("N1", null, 2, 20, 200));
        assertThat(project.check("aircraft_days", DAY))
                .asset("aircraft_days")
                .check("most_aircraft_are_registered")
                .failed()
                .hasSeverity(CheckSeverity.WARN);
    }

    @Test
    void aRealDayPassesItsChecksAndIsNotComputedAgain(TestProject project) {
        assertThat(project.materialize("*", DAY)).succeeded();

        assertThat(project.materialize("*", DAY)).isUpToDate();
    }

    @Test
    void aMonthReadsItsDaysAndAgreesWithTheArchive(TestProject project) {
        TestResult result = project.materialize("carrier_report", "2013-02");

        assertThat(result).succeeded();
        assertThat(result.asset("carrier_report").rows(CarrierMonth.class).stream()
                        .collect(toMap(CarrierMonth::carrier, CarrierMonth::flights)))
                .isEqualTo(departuresOf(YearMonth.of(2013, 2)));
    }

    private static Map<String, Long> departuresOf(YearMonth month) {
        FlightArchive archive = new FlightArchive();
        Map<String, Long> departures = new TreeMap<>();
        for (LocalDate day = month.atDay(1); day.isBefore(month.plusMonths(1).atDay(1)); day = day.plusDays(1)) {
            for (Flight flight : archive.departuresOn(day)) {
                Integer delay = flight.depDelay();
                if (delay != null && delay < 1440) {
                    departures.merge(flight.carrier(), 1L, Long::sum);
                }
            }
        }
        return departures;
    }

    private static Flight flight(String carrier, String origin, @Nullable Integer delay) {
        return new Flight(700, null, delay, 900, null, null, carrier, 1, "N1", origin, "BOS", null, 100, SEVEN);
    }

    private static Weather weather(String origin, double visibility) {
        return new Weather(origin, SEVEN, null, null, null, null, null, visibility);
    }
}
