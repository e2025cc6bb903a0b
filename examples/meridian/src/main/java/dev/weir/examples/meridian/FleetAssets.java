package dev.weir.examples.meridian;

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Backoff;
import dev.weir.assets.Retry;
import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.checks.NotNull;
import dev.weir.checks.NullRate;
import dev.weir.checks.Range;
import dev.weir.checks.RowCount;
import dev.weir.checks.Unique;
import dev.weir.partitions.TimeWindow;
import java.util.List;
import java.util.stream.Stream;

/// What the fleet reports every day.
@Assets(group = "fleet", owners = "team:fleet")
@Night
public final class FleetAssets {

    private final Fleet fleet;

    public FleetAssets(Fleet fleet) {
        this.fleet = fleet;
    }

    @Asset(
            description = "Positions, speed and fuel of all trucks, every five minutes",
            retry = @Retry(max = 3, delay = "200ms", backoff = Backoff.EXPONENTIAL))
    @Unique({"truck", "sent_at"})
    @NullRate(column = "fuel", max = 0.01)
    @Range(column = "speed", min = 0, max = 130)
    @RowCount(min = 10_000)
    Stream<Ping> gpsTelemetry(TimeWindow day) {
        return fleet.telemetry(day.startDate());
    }

    @Asset(description = "Where each truck was sent, and with how much")
    @Unique("truck")
    @NotNull("load")
    List<Trip> trips(TimeWindow day) {
        return fleet.trips(day.startDate());
    }

    @Asset(description = "Rain and temperature on the roads, hour by hour")
    @Unique("hour")
    @RowCount(min = 24, max = 24)
    List<Rain> roadWeather(TimeWindow day) {
        return fleet.weather(day.startDate());
    }
}
