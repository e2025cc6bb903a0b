package dev.weir.testing;

import static dev.weir.testing.WeirAssertions.assertThat;

import dev.weir.assets.Secret;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a test of assets looks like.
@WeirTest(ShopAssets.class)
@At("2024-03-02T00:00:00Z")
class ShopTest {

    @BeforeEach
    void askNobodyOutside(TestProject project) {
        project.with(OrderSource.class, new TwoOrders());
    }

    @Test
    void totalsAddUpTheOrdersOfACustomer(TestProject project) {
        project.given("orders", "2024-01-15").rows(new Order("ada", 3), new Order("bob", 4), new Order("ada", 5));

        TestResult result = project.materialize("totals", "2024-01-15");

        assertThat(result).succeeded();
        assertThat(result).asset("totals").rows(Total.class).containsExactly(new Total("ada", 8), new Total("bob", 4));
        assertThat(result).asset("totals").check("somebody_ordered").passed().found("customers", 2L);
    }

    private static final class TwoOrders extends OrderSource {
        TwoOrders() {
            super(new Secret("none"));
        }

        @Override
        List<Order> ordersOn(LocalDate day) {
            return List.of(new Order("ada", 3), new Order("bob", 20_000));
        }
    }

    @Test
    void anOrderThatIsTooLargeRejectsItsDay(TestProject project) {
        project.with(OrderSource.class, new TwoOrders());

        TestResult result = project.materialize("totals", "2024-01-15");

        assertThat(result).asset("orders").isRejected();
        assertThat(result)
                .asset("orders")
                .check("range_amount")
                .failed()
                .hasDescription("amount is from 0 to 10000");
        assertThat(result).asset("totals").isSkipped("orders@2024-01-15#1 was rejected by its checks");
    }

    @Test
    void whatIsUpToDateIsNotComputedAgainAndOtherConfigurationIsAReason(TestProject project) {
        project.given("orders", "2024-01-15").rows(new Order("ada", 3), new Order("bob", 400));
        project.materialize("totals", "2024-01-15");

        assertThat(project.materialize("totals", "2024-01-15")).isUpToDate();

        project.config("limits.largest=100");
        TestResult result = project.materialize("totals", "2024-01-15");

        assertThat(result).asset("totals").hasVersion("totals@2024-01-15#2").rows(Total.class).hasSize(1);
    }

    @Test
    void aChangedDayMakesItsMonthStale(TestProject project) {
        project.given("totals", "2024-01-01..2024-01-31").rows(new Total("ada", 1));
        project.materialize("monthly_totals", "2024-01");

        project.given("totals", "2024-01-15").rows(new Total("ada", 100));

        assertThat(project.plan("monthly_totals", "2024-01"))
                .of("monthly_totals")
                .isComputedBecause("totals@2024-01-15#2 has other data than #1, which it read");
    }

    @Test
    void turnoverGoesOnFromTheDayBefore(TestProject project) {
        project.given("turnover", "2024-01-14").value(1_000L);
        project.given("totals", "2024-01-15").rows(new Total("ada", 8));

        TestResult result = project.materialize("turnover", "2024-01-15");

        assertThat(result).published("turnover@2024-01-15");
        assertThat(result).asset("turnover").hasMetadata("today", 8).value(Long.class).isEqualTo(1_008L);
    }

    @Test
    void checksRunOverRowsThatATestMadeUp(TestProject project) {
        project.given("orders", "2024-01-15").rows(new Order("ada", -3));

        assertThat(project.check("orders", "2024-01-15")).asset("orders").check("range_amount").failed();
    }
}
