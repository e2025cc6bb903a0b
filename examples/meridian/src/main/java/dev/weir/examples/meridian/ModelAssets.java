package dev.weir.examples.meridian;

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Command;
import dev.weir.assets.Condition;
import dev.weir.assets.Decision;
import dev.weir.assets.From;
import dev.weir.assets.Query;
import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.assets.TableFormat;
import dev.weir.assets.When;
import dev.weir.checks.NullRate;
import dev.weir.checks.RowCount;
import dev.weir.checks.Unique;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// From features to a deployed model.
@Assets(group = "model", owners = "team:models")
@Night
public abstract class ModelAssets {

    private static final double ENOUGH = 0.05;

    @Asset(description = "What is known of each truck in each hour it drove", kinds = "sql")
    @Unique({"truck", "hour"})
    @NullRate(column = "speed", max = 0.01)
    @NullRate(column = "load", max = 0.01)
    @NullRate(column = "rain", max = 0.01)
    @RowCount(min = 500)
    @Query("""
            with burned as (
                select truck, date_trunc('hour', sent_at) as hour, avg(fuel) as fuel
                from gps_telemetry where speed > 0 and fuel is not null group by all)
            select truck, hour, gps.value as speed, route.value as load, weather.value as rain, fuel
            from burned
                left join gps using (truck, hour)
                left join route using (truck, hour)
                left join weather using (truck, hour)
            order by truck, hour
            """)
    abstract Table<FeatureRow> mergedFeatures(
            @From(value = "features/gps", provided = true) Table<Feature> gps,
            @From(value = "features/route", provided = true) Table<Feature> route,
            @From(value = "features/weather", provided = true) Table<Feature> weather,
            Table<Ping> gpsTelemetry);

    @Asset(description = "How much trucks burn, by speed, load and rain", kinds = "python", timeout = "5m")
    @Command(value = "python3 examples/meridian/train.py", tables = TableFormat.CSV)
    abstract FuelModel fuelModel(Table<FeatureRow> mergedFeatures);

    @Condition("The model is at least 5 % nearer than the mean")
    Decision beatsTheMean(FuelModel fuelModel) {
        return Decision.of(
                fuelModel.improvement() >= ENOUGH,
                "off by %.2f liters an hour, the mean by %.2f",
                fuelModel.error(),
                fuelModel.baseline());
    }

    @Asset(description = "The model that dispatchers use", kinds = "json")
    @When("beatsTheMean")
    Path deployedModel(FuelModel fuelModel, Staging staging) throws IOException {
        return Files.writeString(
                staging.folder().resolve("model.json"),
                """
                {"intercept": %s, "speed": %s, "load": %s, "rain": %s}
                """.formatted(fuelModel.intercept(), fuelModel.speed(), fuelModel.load(), fuelModel.rain()));
    }

    @Asset(description = "What the night came to, in one line")
    String nightReport(FuelModel fuelModel, Optional<Path> deployedModel) {
        return String.format(
                Locale.ROOT,
                "%s: off by %.2f liters an hour, %.0f %% nearer than the mean",
                deployedModel.isPresent() ? "deployed" : "REGRESSION, the model before stays",
                fuelModel.error(),
                100 * fuelModel.improvement());
    }
}
