package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lineage to the column, of a file as a user writes it. Nothing has been materialized.
class ColumnsTest {
    private static final String SOURCE = """
            record Order(String customer, String city, double amount, double discount) {}
            record Spending(String customer, double amount) {}
            record Ranked(String customer, double amount, long place, String note) {}

            @Asset List<Order> orders() { return List.of(); }

            abstract class Reports {
                @Asset @Query("select customer, sum(amount - discount) as amount from orders where city <> 'X' group by all")
                abstract Table<Spending> spending(Table<Order> orders);

                @Asset @Query("select *, rank() over (order by amount) as place, 'as of today' as note from spending")
                abstract Table<Ranked> ranked(Table<Spending> spending);
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);
    }

    private Called columns(String... words) {
        String[] command = new String[words.length + 3];
        System.arraycopy(words, 0, command, 1, words.length);
        command[0] = "columns";
        command[words.length + 1] = "-f";
        command[words.length + 2] = "Shop.java";
        return Called.in(folder, command);
    }

    @Test
    void columnsComeFromColumnsOverSeveralAssets() {
        assertThat(columns("ranked", "--up").out()).isEqualTo("""
                asset     column    is made of
                ranked    customer  spending.customer
                ranked    amount    spending.amount
                ranked    place     spending.amount (transformation)
                ranked    note
                spending  customer  orders.customer
                spending  amount    orders.amount (aggregation), orders.discount (aggregation)
                spending  its rows  orders.city (filter), orders.customer (group by)
                note  orders is followed no further up: it is made by code, which is not followed; queries are
                """);
    }

    @Test
    void oneColumnIsFollowedToAllThatIsMadeOfIt() {
        assertThat(columns("orders", "--column", "discount", "--down").out()).isEqualTo("""
                asset     column  is made of
                spending  amount  orders.discount (aggregation)
                ranked    amount  spending.amount
                ranked    place   spending.amount (transformation)
                """);
        assertThat(columns("orders", "--column", "city", "--down").out()).contains("spending  its rows  orders.city (filter)");
    }

    @Test
    void columnsOfWhichNoQueryIsKnownAreSaidToBe() {
        assertThat(columns("ranked", "--down").out()).isEqualTo("No query is known that these columns come from or go to.\n");
    }

    @Test
    void aColumnThatThereIsNotIsNamed() {
        Called called = columns("spending", "--column", "amout");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).contains("Asset spending has no column 'amout', only customer, amount.");
    }

    @Test
    void programsReadTablesEdgesAndDecisions() {
        assertThat(columns("spending", "--up", "--json").out().replaceAll("\\s+", ""))
                .contains("\"edges\":[{\"from\":{\"asset\":\"orders\",\"column\":\"customer\"},\"to\":{\"asset\":\"spending\",\"column\":\"customer\"},\"how\":\"identity\"}")
                .contains("{\"from\":{\"asset\":\"orders\",\"column\":\"city\"},\"asset\":\"spending\",\"how\":[\"filter\"]}")
                .contains("\"not_followed\":\"itismadebycode,whichisnotfollowed;queriesare\"");
    }
}
