package dev.weir.examples.meridian;

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Condition;
import dev.weir.assets.Decision;
import dev.weir.assets.From;
import dev.weir.assets.Sql;
import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.assets.When;
import dev.weir.checks.NullRate;
import dev.weir.checks.RowCount;
import dev.weir.checks.Unique;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// From features to a deployed model.
@Assets(group = "model", owners = "team:models")
@Night
public final class ModelAssets {

    private static final double ENOUGH = 0.05;

    @Asset(description = "What is known of each truck in each hour it drove", kinds = "sql")
    @Unique({"truck", "hour"})
    @NullRate(column = "speed", max = 0.01)
    @NullRate(column = "load", max = 0.01)
    @NullRate(column = "rain", max = 0.01)
    @RowCount(min = 500)
    Table<FeatureRow> mergedFeatures(
            @From(value = "features/gps", provided = true) Table<Feature> gps,
            @From(value = "features/route", provided = true) Table<Feature> route,
            @From(value = "features/weather", provided = true) Table<Feature> weather,
            Table<Ping> gpsTelemetry) {
        return Sql.query(FeatureRow.class, """
                with burned as (
                    select truck, date_trunc('hour', sent_at) as hour, avg(fuel) as fuel
                    from gps_telemetry where speed > 0 and fuel is not null group by all)
                select truck, hour, gps.value as speed, route.value as load, weather.value as rain, fuel
                from burned
                    left join gps using (truck, hour)
                    left join route using (truck, hour)
                    left join weather using (truck, hour)
                order by truck, hour
                """, gps, route, weather, gpsTelemetry);
    }

    @Asset(description = "The same as a file that Python reads without any package", kinds = "csv")
    Path trainingSet(Table<FeatureRow> mergedFeatures, Staging staging) throws IOException {
        Path file = staging.folder().resolve("training.csv");
        try (BufferedWriter csv = Files.newBufferedWriter(file);
                Stream<FeatureRow> rows = mergedFeatures.rows()) {
            csv.write("speed,load,rain,fuel\n");
            for (FeatureRow row : (Iterable<FeatureRow>) rows::iterator) {
                csv.write("%s,%s,%s,%s\n".formatted(row.speed(), row.load(), row.rain(), row.fuel()));
            }
        }
        return file;
    }

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
