package {package};

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.checks.Check;
import dev.weir.checks.CheckResult;
import dev.weir.checks.NotNull;
import dev.weir.checks.Range;
import dev.weir.checks.Unique;
import dev.weir.partitions.Daily;
import dev.weir.partitions.TimeWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// What is ordered in a shop, day by day.
@Assets(group = "shop")
@Daily(start = "2026-01-01", zone = "UTC")
public final class Shop {

    private static final List<String> CUSTOMERS = List.of("north", "east", "south", "west");

    record Order(int id, String customer, int cents) {}

    record Spending(String customer, long orders, long cents) {}

    /// The orders of a day. They are made up: read your own file, interface or database here.
    @Asset
    @Unique("id")
    @Range(column = "cents", min = 1)
    List<Order> orders(TimeWindow day) {
        LocalDate date = day.startDate();
        return IntStream.rangeClosed(1, 20)
                .mapToObj(n -> new Order(n, CUSTOMERS.get(n * date.getDayOfMonth() % CUSTOMERS.size()), n * 250))
                .toList();
    }

    /// What each customer spent on a day. The parameter's name says what is read.
    @Asset
    @NotNull("customer")
    Table<Spending> spending(Table<Order> orders) {
        return Sql.query(Spending.class, """
                select customer, count(*) as orders, sum(cents) as cents
                from orders group by all order by customer
                """, orders);
    }

    /// Runs before anybody can read the day; a result that fails is not published.
    @Check("A day has orders")
    CheckResult aDayHasOrders(List<Order> orders) {
        return CheckResult.of(!orders.isEmpty()).with("orders", orders.size());
    }
}
