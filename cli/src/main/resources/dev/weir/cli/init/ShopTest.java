package {package};

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.partitions.TimeWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An asset is a method: a test calls it.
class ShopTest {

    private static final TimeWindow NEW_YEAR = new TimeWindow(
            Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    private final Shop shop = new Shop();

    @Test
    void everyOrderOfADayHasItsOwnNumber() {
        List<Shop.Order> orders = shop.orders(NEW_YEAR);

        assertThat(orders).hasSize(20).extracting(Shop.Order::id).doesNotHaveDuplicates();
    }

    @Test
    void aDayWithoutOrdersDoesNotPass() {
        assertThat(shop.aDayHasOrders(List.of()).passed()).isFalse();
        assertThat(shop.aDayHasOrders(shop.orders(NEW_YEAR)).passed()).isTrue();
    }
}
