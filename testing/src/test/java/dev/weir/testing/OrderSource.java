package dev.weir.testing;

import dev.weir.assets.Secret;
import java.time.LocalDate;
import java.util.List;

/// The outside world of the shop.
class OrderSource {

    private final Secret key;

    OrderSource(Secret shopKey) {
        key = shopKey;
    }

    List<Order> ordersOn(LocalDate day) {
        return key.reveal().equals("right") ? List.of(new Order("ada", day.getDayOfMonth())) : List.of();
    }
}
