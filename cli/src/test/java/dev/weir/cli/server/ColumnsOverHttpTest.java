package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lineage to the column, as the page asks for it.
class ColumnsOverHttpTest {

    @TempDir
    Path folder;

    @Test
    void columnsOfQueriesComeFromTheColumnsTheyName() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), """
                record Order(String customer, int amount) {}
                @Asset List<Order> orders() { return List.of(); }
                abstract class Reports {
                    @Asset @Query("select customer, amount + 1 as amount from orders where amount > 3")
                    abstract Table<Order> big(Table<Order> orders);
                    @Asset @Query("select * from read_csv('/etc/passwd')") abstract Table<Order> elsewhere(Table<Order> orders);
                }
                """);
        try (Served served = Served.open(folder)) {
            assertThat(served.json("/api/v1/asset/columns?key=big&column=amount&direction=up").toString()).isEqualTo(
                    "{\"tables\":[{\"asset\":\"big\",\"columns\":[{\"name\":\"customer\",\"type\":\"VARCHAR\",\"nullable\":true},"
                            + "{\"name\":\"amount\",\"type\":\"INTEGER\",\"nullable\":false}],\"made_by\":\"query\",\"not_followed\":null},"
                            + "{\"asset\":\"orders\",\"columns\":[{\"name\":\"customer\",\"type\":\"VARCHAR\",\"nullable\":true},"
                            + "{\"name\":\"amount\",\"type\":\"INTEGER\",\"nullable\":false}],"
                            + "\"made_by\":\"code\",\"not_followed\":\"it is made by code, which is not followed; queries are\"}],"
                            + "\"edges\":[{\"from\":{\"asset\":\"orders\",\"column\":\"amount\"},\"to\":{\"asset\":\"big\",\"column\":\"amount\"},"
                            + "\"how\":\"transformation\"}],"
                            + "\"decisions\":[{\"from\":{\"asset\":\"orders\",\"column\":\"amount\"},\"asset\":\"big\",\"how\":[\"filter\"]}],\"more\":false}");
            assertThat(served.json("/api/v1/asset/columns?key=elsewhere").get("tables").get(0).get("not_followed").asText())
                    .contains("/etc/passwd", "disabled")
                    .doesNotContain("root");
            assertThat(served.get("/api/v1/asset/columns?key=big&column=amout").body())
                    .contains("Asset big has no column 'amout', only customer, amount.");
        }
    }
}
