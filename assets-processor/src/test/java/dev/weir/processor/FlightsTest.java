package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Backoff;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.ResourceSpec.Making;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Setting;
import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.index.ClassIndex;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.TimeWindow;
import dev.weir.partitions.time.Cadence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The example of the design, word for word.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlightsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate YEAR = LocalDate.of(2013, 1, 1);

    private Compiled flights;
    private ClassIndex index;

    @BeforeAll
    void compile(@TempDir Path output) {
        flights = new Javac(output)
                .compile(FlightSources.DAY, FlightSources.ASSETS, FlightSources.WEATHER, FlightSources.RECORDS)
                .successfully();
        index = flights.index("com.acme.FlightAssets");
    }

    @Test
    void anAssetIsReadWithAllThatItsClassSays() {
        AssetSpec rawFlights = index.assets().getFirst();

        assertThat(rawFlights.key()).isEqualTo(AssetKey.parse("raw_flights"));
        assertThat(rawFlights.description())
                .isEqualTo(new Description(
                        "Departures as reported, one row a flight",
                        "flights",
                        List.of("team:ops"),
                        List.of(),
                        List.of()));
        assertThat(rawFlights.partitions())
                .isEqualTo(new PartitionsDefinition.Time(new Cadence.Days(), YEAR, YEAR.plusYears(1), NEW_YORK));
        assertThat(rawFlights.execution())
                .isEqualTo(new Execution(
                        new Setting.Of<>(new RetryPolicy(3, Duration.ofSeconds(30), Backoff.EXPONENTIAL, 0.1)),
                        new Setting.Of<>(Duration.ofMinutes(10)),
                        new Setting.Inherit<>()));
        assertThat(rawFlights.computation().parameters()).containsExactly(new Parameter.Window());
        assertThat(rawFlights.output().form()).isEqualTo(Form.STREAM);
        assertThat(rawFlights.output().javaType()).isEqualTo("Stream<Flight>");
        assertThat(rawFlights.output().row().orElseThrow().schema())
                .hasToString("(origin VARCHAR, carrier VARCHAR, dep_delay DOUBLE, time_hour TIMESTAMP WITH TIME ZONE)");
    }

    @Test
    void parametersNameTheAssetsTheyRead() {
        AssetSpec dailyDelays = index.assets().get(1);

        assertThat(dailyDelays.inputs())
                .extracting(InputSpec::reference)
                .containsExactly("raw_flights", "hourly_weather");
        assertThat(dailyDelays.computation().parameters().getLast())
                .isEqualTo(new Parameter.Configuration(new ConfigSpec(
                        "thresholds",
                        "com.acme.Thresholds",
                        0,
                        List.of(new ConfigSpec.Field("outlier", ColumnType.DOUBLE, List.of(), Optional.of("1440"))))));
        assertThat(dailyDelays.output().row().orElseThrow().schema())
                .hasToString("(origin VARCHAR, carrier VARCHAR, flights BIGINT not null, mean_delay DOUBLE not null, "
                        + "mean_visibility DOUBLE)");
    }

    @Test
    void checksStandWithTheAssetTheyAreAbout() {
        assertThat(index.checks()).extracting(CheckSpec::asset).containsOnly("daily_delays");
        assertThat(index.checks())
                .extracting(CheckSpec::name, CheckSpec::description)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("not_null_origin", "origin is never null"),
                        org.assertj.core.groups.Tuple.tuple("range_mean_delay", "mean_delay is from -60 to 1440"),
                        org.assertj.core.groups.Tuple.tuple("all_airports_present", "Every airport reports"));
        assertThat(index.checks().getLast().rule()).isInstanceOfSatisfying(CheckRule.CustomMethod.class, method ->
                assertThat(method.number()).isEqualTo(2));
    }

    @Test
    void aQueryIsAnAssetWithoutAMethodToCall() {
        AssetSpec report = flights.index("com.acme.Reports").assets().getFirst();

        assertThat(report.key()).isEqualTo(AssetKey.parse("carrier_report"));
        assertThat(report.computation().number()).isEqualTo(-1);
        assertThat(report.computation().query())
                .contains("select carrier, sum(flights) as flights from daily_delays group by all order by carrier");
        assertThat(report.partitions().describe())
                .isEqualTo("monthly from 2013-01-01 to 2014-01-01 in America/New_York");
    }

    @Test
    void theFirstSentenceOfItsDocumentationDescribesAnAsset() {
        AssetSpec weather = flights.index("com.acme.WeatherAssets").assets().getFirst();

        assertThat(weather.description().text()).isEqualTo("What the airports measured, hour by hour.");
    }

    @Test
    void theClassAndWhatItAsksForCanBeMade() {
        assertThat(index.resources())
                .containsExactly(
                        new ResourceSpec("com.acme.FlightArchive", Making.CONSTRUCTOR, 1, List.of()),
                        new ResourceSpec(
                                "com.acme.FlightAssets",
                                Making.CONSTRUCTOR,
                                2,
                                List.of(new Argument.OfResource("com.acme.FlightArchive"))));
        assertThat(flights.index("com.acme.WeatherAssets").resources())
                .as("a class whose methods are all static is not made")
                .isEmpty();
    }

    @Test
    void theModuleMakesTheClassAndCallsItsMethods() throws Throwable {
        AssetModule module = flights.module("com.acme.FlightAssets");
        Object archive = module.construct(1, new Object[0]);
        Object assets = module.construct(2, new Object[] {archive});
        PartitionsDefinition.Time days =
                new PartitionsDefinition.Time(new Cadence.Days(), YEAR, YEAR.plusYears(1), NEW_YORK);
        TimeWindow day = days.windowOf(days.ordinalOf(new PartitionKey("2013-01-15")));

        Object rows = module.call(0, assets, new Object[] {day});

        assertThat((Stream<?>) rows)
                .singleElement()
                .hasToString("Flight[origin=JFK, carrier=AA, depDelay=-3.0, timeHour=2013-01-15T12:00:00Z]");
        assertThat(module.construct(0, new Object[] {900.0})).hasToString("Thresholds[outlier=900.0]");
    }

    @Test
    void aStaticMethodIsCalledWithoutAnInstance() throws Throwable {
        AssetModule module = flights.module("com.acme.WeatherAssets");

        assertThat(module.call(0, null, new Object[0])).isEqualTo(List.of());
    }
}
