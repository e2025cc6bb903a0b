package dev.weir.testing;

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Condition;
import dev.weir.assets.Decision;
import dev.weir.assets.MultiAsset;
import dev.weir.assets.Output;
import dev.weir.assets.Retry;
import dev.weir.assets.Sql;
import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.assets.Wanted;
import dev.weir.assets.When;
import dev.weir.checks.Check;
import dev.weir.checks.CheckResult;
import dev.weir.checks.ForeignKey;
import dev.weir.checks.NotNull;
import dev.weir.checks.Quarantine;
import dev.weir.checks.RowCount;
import dev.weir.partitions.Daily;
import dev.weir.partitions.TimeWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;

/// Methods that make several assets.
@Assets(owners = "team:ml")
class SplitAssets {

    private final TripSource source;

    SplitAssets(TripSource source) {
        this.source = source;
    }

    @Asset
    List<Trip> trips() {
        return source.trips;
    }

    record Split(
            @Asset(description = "What a model learns from", tags = "ml") @NotNull("city") Table<Trip> train,
            @Asset @RowCount(min = 1) Table<Trip> test,
            Output<Long> share) {}

    @MultiAsset(retry = @Retry(max = 1, delay = "1h"))
    Split split(Table<Trip> trips) {
        source.called("split");
        return new Split(
                Sql.query(Trip.class, "select * from trips where id % 3 > 0", trips),
                Sql.query(Trip.class, "select * from trips where id % 3 = 0", trips),
                Output.of(trips.count() / 3).with("of", trips.count()));
    }

    @Check(value = "No trip is in both", asset = "train")
    CheckResult disjoint(Table<Trip> train, Table<Trip> test) {
        long both = Sql.query(Trip.class, "select * from train semi join test using (id)", train, test).count();
        return CheckResult.of(both == 0).with("both", both).with("tested", test.count());
    }

    @Asset
    int learned(List<Trip> train, Long share) {
        return train.size();
    }

    record Days(List<Trip> monday, Stream<Trip> tuesday) {}

    @MultiAsset
    Days days(List<Trip> trips, Wanted wanted) {
        source.called("days " + wanted.assets());
        return new Days(
                wanted.contains("monday") ? on("mon", trips).toList() : null,
                wanted.contains("tuesday") ? on("tue", trips) : null);
    }

    private static Stream<Trip> on(String day, List<Trip> trips) {
        return trips.stream().filter(trip -> trip.day().equals(day));
    }

    record Places(
            List<Place> cities,
            @ForeignKey(column = "city", asset = "cities", key = "city") @Quarantine List<Trip> rides,
            Path note) {}

    record Place(String city) {}

    @MultiAsset
    @Daily(start = "2024-01-01", end = "2024-01-03")
    @When("isMonday")
    Places places(TimeWindow day, List<Trip> trips, Staging staging) throws IOException {
        source.called("places " + day.startDate());
        return new Places(
                List.of(new Place("Oslo")),
                trips,
                Files.writeString(staging.folder().resolve("note.txt"), "of " + day.startDate()));
    }

    @Condition("It is a Monday")
    Decision isMonday(TimeWindow day) {
        return Decision.of(day.startDate().getDayOfWeek() == DayOfWeek.MONDAY, "it is no Monday");
    }
}
