package dev.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.Secret;
import dev.weir.assets.Table;
import org.junit.jupiter.api.Test;

class PlainCallTest {

    @Test
    void anAssetIsAMethodThatATestMayCall() {
        ShopAssets shop = new ShopAssets(new OrderSource(new Secret("none")));
        Table<Order> orders = Table.of(Order.class, new Order("ada", 3), new Order("ada", 5)).as("orders");

        Table<Total> totals = shop.totals(orders, new Limits(4));

        assertThat(totals.toList()).containsExactly(new Total("ada", 3));
        assertThat(shop.somebodyOrdered(totals).passed()).isTrue();
    }
}
