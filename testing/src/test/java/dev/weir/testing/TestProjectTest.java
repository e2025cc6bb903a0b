package dev.weir.testing;

import static dev.weir.testing.WeirAssertions.assertThat;
import static dev.weir.testing.WeirAssertions.assertThatThrownBy;

import dev.weir.assets.Secret;
import dev.weir.assets.problem.WeirException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the kit does with a project.
@WeirTest
@At("2024-03-02T00:00:00Z")
class TestProjectTest {

    @BeforeEach
    void giveASecret(TestProject project) {
        project.secret("shop_key", "wrong");
    }

    @Test
    void resourcesAreMadeAsEverWithTheSecretsOfTheTest(TestProject project) {
        TestResult result = project.secret("shop_key", "right").materialize("orders", "2024-01-15");

        assertThat(result).asset("orders").rows(Order.class).containsExactly(new Order("ada", 15));
        assertThat(result).asset("orders").lines().containsExactly("2024-01-15 has 1 orders");
    }

    @Test
    void retriesFollowAtOnceAndAFailureIsTold(TestProject project) {
        int[] calls = new int[1];
        OrderSource failing = new OrderSource(new Secret("none")) {
            @Override
            List<Order> ordersOn(LocalDate day) {
                throw new IllegalStateException("no connection, call " + ++calls[0]);
            }
        };

        TestResult result = project.with(OrderSource.class, failing).materialize("totals", "2024-01-15");

        assertThat(result).asset("orders").hasFailed("IllegalStateException: no connection, call 3");
        assertThat(result).asset("totals").isSkipped("orders@2024-01-15 failed");
    }

    @Test
    void rowsThatAreWrongAreQuarantinedInEachOfSomeKeys(TestProject project) {
        TestResult result = project.materialize("imported");

        assertThat(result).published("imported@north", "imported@south");
        assertThat(result)
                .asset("imported", "south")
                .hasRows(1)
                .hasMetadata("quarantined_rows", 1)
                .rowsPutAside(Order.class)
                .containsExactly(new Order("south", -5));
    }

    @Test
    void filesAreGivenAndRead(TestProject project, @TempDir Path folder) throws IOException {
        project.given("catalog").path(Files.writeString(folder.resolve("list.txt"), "three words long"));

        TestResult result = project.materialize("catalog_length");

        assertThat(result).asset("catalog_length").value(Integer.class).isEqualTo(16);
        assertThat(result).asset("catalog").isUpToDate().path().hasContent("three words long");
        assertThat(project.materializeAnew("catalog")).asset("catalog").hasVersion("catalog#2");
        assertThat(project.plan("catalog_length"))
                .of("catalog_length")
                .isComputedBecause("catalog#2 has other data than #1, which it read");
    }

    @Test
    void theClockDecidesWhichPartitionsThereAre(TestProject project) {
        project.at("2024-01-03T00:00:00Z");

        assertThat(project.plan("orders")).hasSteps("orders@2024-01-01", "orders@2024-01-02");

        project.at("2024-01-04T00:00:00Z");

        assertThat(project.plan("orders").steps()).hasSize(3);
    }

    @Test
    void whatIsGivenIsCheckedAgainstWhatTheAssetDeclares(TestProject project) {
        assertThatThrownBy(() -> project.given("orders", "2024-01-15").rows(new Order("ada", 1), new Total("ada", 1)))
                .hasMessage("given(\"orders\"): row 2 is a Total, and the asset gives List<Order>");
        assertThatThrownBy(() -> project.given("orders", "2024-01-15").value(3))
                .hasMessage("given(\"orders\"): the asset gives List<Order>: give rows(…) or table(…)");
        assertThatThrownBy(() -> project.given("catalog_length").value("three"))
                .hasMessage("given(\"catalog_length\"): three is a String, and the asset gives int");
        assertThatThrownBy(() -> project.given("orders").rows())
                .isInstanceOf(WeirException.class)
                .hasMessage("orders is partitioned: name a partition after it");
        assertThatThrownBy(() -> project.given("catalog", "2024-01-15"))
                .hasMessage("catalog is not partitioned: leave out '2024-01-15'");
        assertThatThrownBy(() -> project.given("order", "2024-01-15"))
                .hasMessage("Asset order is not declared. Did you mean orders?");
    }

    @Test
    void failuresSayWhatHappenedInstead(TestProject project) {
        project.given("totals", "2024-01-15").rows();
        TestResult result = project.check("totals", "2024-01-15");

        assertThatThrownBy(() -> assertThat(result).succeeded()).hasMessage("""
                Not all went well:
                  totals@2024-01-15 did not pass its checks:
                  somebody_ordered failed: Somebody ordered something; found customers=0""");
        assertThatThrownBy(() -> assertThat(result).asset("totals").isPublished()).hasMessage("""
                Expected totals@2024-01-15 to be published, but it did not pass its checks:
                  somebody_ordered failed: Somebody ordered something; found customers=0""");
        assertThatThrownBy(() -> assertThat(result).asset("totals").check("somebody"))
                .hasMessage("totals@2024-01-15 has no verdict of a check somebody; it has: somebody_ordered");
        assertThatThrownBy(() -> assertThat(project.plan("catalog")).of("catalog").isUpToDate()).hasMessage("""
                Expected the plan to say of catalog
                  up to date
                but it says
                  compute: it has never been materialized""");
        assertThatThrownBy(() -> assertThat(project.plan("catalog")).isUpToDate()).hasMessage("""
                Expected everything to be up to date, but there is to do:
                  catalog  compute: it has never been materialized""");
    }

    @Test
    void aSecretThatIsMissingIsTold() {
        try (TestProject project = TestProject.of(ShopAssets.class)) {
            assertThatThrownBy(() -> project.materialize("catalog"))
                    .hasMessage(
                            "Secret shop_key is not in weir.yaml. Add it under secrets:, as shop_key: {env: SHOP_KEY} or shop_key: {file: PATH}%n"
                                            .formatted()
                                    + "In a test, give secrets with project.secret(\"NAME\", \"VALUE\"), or replace what asks for them with project.with(TYPE, OBJECT).");
        }
    }

    @Test
    void aClassThatDeclaresNothingIsRefused() {
        try (TestProject project = TestProject.of(Order.class)) {
            assertThatThrownBy(() -> project.materialize())
                    .hasMessage(
                            "Nothing is known of what dev.weir.testing.Order declares: either it declares no asset or check, or Weir's annotation processor did not run when it was compiled. Add weir-assets-processor to annotationProcessorPaths, also where tests are compiled.");
        }
    }
}
