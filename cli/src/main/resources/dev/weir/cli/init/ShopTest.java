package {package};

import static dev.weir.testing.WeirAssertions.assertThat;

import dev.weir.partitions.TimeWindow;
import dev.weir.testing.At;
import dev.weir.testing.TestProject;
import dev.weir.testing.TestResult;
import dev.weir.testing.WeirTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An asset is a method, which a test may call; or it lets Weir materialize in memory, with checks.
@WeirTest(Shop.class)
@At("2026-01-03T00:00:00Z")
class ShopTest {

    private static final TimeWindow NEW_YEAR = new TimeWindow(
            Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void everyOrderOfADayHasItsOwnNumber() {
        List<Shop.Order> orders = new Shop().orders(NEW_YEAR);

        assertThat(orders).hasSize(20).extracting(Shop.Order::id).doesNotHaveDuplicates();
    }

    @Test
    void whatACustomerSpentIsTheSumOfItsOrders(TestProject project) {
        project.given("orders", "2026-01-01")
                .rows(new Shop.Order(1, "north", 250), new Shop.Order(2, "east", 100), new Shop.Order(3, "north", 50));

        TestResult result = project.materialize("spending", "2026-01-01");

        assertThat(result)
                .asset("spending")
                .rows(Shop.Spending.class)
                .containsExactly(new Shop.Spending("east", 1, 100), new Shop.Spending("north", 2, 300));
    }

    @Test
    void aDayWithAnOrderOfNothingDoesNotPass(TestProject project) {
        project.given("orders", "2026-01-01").rows(new Shop.Order(1, "north", 0));

        TestResult result = project.check("orders", "2026-01-01");

        assertThat(result).asset("orders").check("range_cents").failed();
        assertThat(result).asset("orders").check("a_day_has_orders").passed();
    }
}
