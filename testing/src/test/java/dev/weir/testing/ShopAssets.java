package dev.weir.testing;

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Config;
import dev.weir.assets.Log;
import dev.weir.assets.Output;
import dev.weir.assets.Previous;
import dev.weir.assets.Retry;
import dev.weir.assets.Sql;
import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.checks.Check;
import dev.weir.checks.CheckResult;
import dev.weir.checks.NotNull;
import dev.weir.checks.Quarantine;
import dev.weir.checks.Range;
import dev.weir.partitions.Daily;
import dev.weir.partitions.Monthly;
import dev.weir.partitions.Static;
import dev.weir.partitions.TimeWindow;
import dev.weir.partitions.Unpartitioned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small shop, day by day.
@Assets(group = "shop")
@Daily(start = "2024-01-01", end = "2024-03-01")
class ShopAssets {

    private final OrderSource source;

    ShopAssets(OrderSource source) {
        this.source = source;
    }

    @Asset(retry = @Retry(max = 2, delay = "1h"), pool = "shop")
    @NotNull("customer")
    @Range(column = "amount", min = 0, max = 10_000)
    List<Order> orders(TimeWindow day, Log log) {
        List<Order> orders = source.ordersOn(day.startDate());
        log.info("{} has {} orders", day.startDate(), orders.size());
        return orders;
    }

    @Asset
    Table<Total> totals(Table<Order> orders, @Config Limits limits) {
        return Sql.query(Total.class, """
                select customer, sum(amount) as amount from orders where amount <= ? group by all order by all
                """, limits.largest(), orders);
    }

    @Check("Somebody ordered something")
    CheckResult somebodyOrdered(Table<Total> totals) {
        return CheckResult.of(totals.count() > 0).with("customers", totals.count());
    }

    @Asset
    Output<Long> turnover(@Previous Long before, List<Total> totals) {
        long today = totals.stream().mapToLong(Total::amount).sum();
        return Output.of((before == null ? 0 : before) + today).with("today", today);
    }

    @Asset
    @Monthly(start = "2024-01-01", end = "2024-03-01")
    Table<Total> monthlyTotals(Table<Total> totals) {
        return Sql.query(Total.class, "select customer, sum(amount) as amount from totals group by all order by all", totals);
    }

    @Asset
    @Static({"north", "south"})
    @Range(column = "amount", min = 0)
    @Quarantine
    List<Order> imported(dev.weir.partitions.PartitionKey region) {
        return List.of(new Order(region.value(), 5), new Order(region.value(), -5));
    }

    @Asset
    @Unpartitioned
    Path catalog(Staging staging) throws IOException {
        return Files.writeString(staging.folder().resolve("catalog.txt"), "nothing yet");
    }

    @Asset
    @Unpartitioned
    int catalogLength(Path catalog) throws IOException {
        return Files.readString(catalog).length();
    }
}
