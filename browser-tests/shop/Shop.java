import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

record Order(String id, String customer, LocalDate day, double amount) {}

record Spending(String customer, long orders, double amount) {}

record Month(String customer, double amount) {}

@Daily(start = "2026-01-01", end = "2026-03-01", zone = "UTC")
@interface Day {}

@Monthly(start = "2026-01-01", end = "2026-03-01", zone = "UTC")
@interface OrderMonth {}

@Assets(group = "intake", owners = "team:intake")
class Intake {

    /// What the tills wrote down that day, one file a day.
    @Asset
    @External
    @Day
    Path tills(TimeWindow day) {
        return Path.of("orders", day.startDate() + ".csv");
    }

    /// Every order of the day, **as it was taken**.
    @Asset(tags = "tier=1")
    @Day
    @Unique("id")
    @Range(column = "amount", min = 0)
    List<Order> orders(Path tills, Log log) throws IOException {
        List<String> lines = Files.readAllLines(tills);
        log.info("{} lines", lines.size());
        return lines.stream()
                .map(line -> line.split(","))
                .map(cells -> new Order(cells[0], cells[1], LocalDate.parse(cells[2]), Double.parseDouble(cells[3])))
                .toList();
    }
}

@Assets(group = "reports", owners = "team:finance")
abstract class Reports {

    /// What each customer has spent that day.
    @Asset
    @Day
    @RowCount(min = 1)
    @Query("select customer, count(*) as orders, sum(amount) as amount from orders group by customer order by customer")
    abstract Table<Spending> spending(Table<Order> orders);

    /// What each customer has spent in the month.
    @Asset
    @OrderMonth
    @Query("select customer, sum(amount) as amount from spending group by customer order by customer")
    abstract Table<Month> monthlySpending(Table<Spending> spending);
}
