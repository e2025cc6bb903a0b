package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamedTest {

    private static final String BEFORE = """
            record Order(int number, int value) {}
            @Asset @NotNull("number") List<Order> rawOrders() { return List.of(new Order(1, 10)); }
            @Asset long total(List<Order> rawOrders) { return rawOrders.size(); }
            """;

    private static final String AFTER = """
            record Order(int number, int value) {}
            @Asset @Renamed(from = "raw_orders") @NotNull("number") List<Order> orders() { return List.of(new Order(1, 10)); }
            @Asset long total(List<Order> orders) { return orders.size(); }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void materialize() throws IOException {
        write(BEFORE);
        assertThat(weir("materialize").status()).isZero();
        write(AFTER);
    }

    @Test
    void nothingIsComputedBecauseOfANewNameNotEvenWhatReadsIt() {
        assertThat(weir("plan").out()).isEqualTo("✓ Everything is up to date: 2 partitions of 2 assets.\n");

        Called materialized = weir("materialize");

        assertThat(materialized.out()).isEqualTo("✓ Everything is up to date: 2 partitions of 2 assets.\n");
        assertThat(materialized.err()).isEqualTo("orders was raw_orders until now: its versions belong to it.\n");
        assertThat(weir("materialize").err()).isEmpty();
    }

    @Test
    void versionsVerdictsAndLineageAreTheNewKeys() {
        assertThat(weir("why", "orders").out()).isEqualTo("""
                orders is up to date: #1 is what its code, its configuration and its inputs make now.
                  orders#1 was computed because there was none before.
                It is renamed from raw_orders.
                Weir does not see code that is reached by reflection only, nor the state of resources.
                """);
        assertThat(weir("show", "orders").out()).contains("renamed from", "raw_orders", "orders#1", "not_null_number");
        assertThat(weir("show", "total").out()).contains("orders#1");

        weir("materialize");

        assertThat(weir("versions", "orders").out()).contains("orders#1", "current");
        assertThat(weir("head", "orders").out()).contains("10");
        assertThat(weir("lineage", "total").out()).contains("orders#1");
        assertThat(weir("show", "raw_orders").err()).startsWith("weir: Asset raw_orders is not declared.");
    }

    @Test
    void outsideReadersFindItUnderTheNewKeyFromTheNextRunOn() throws IOException {
        String before = outside().catalog();

        weir("materialize");

        assertThat(before).contains("\"sequence\":2", "\"raw_orders\":\"raw_orders/2.json\"");
        assertThat(outside().catalog()).contains("\"sequence\":3", "\"orders\":\"orders/3.json\"").doesNotContain("raw_orders");
        assertThat(Files.readString(outside().folder().resolve("orders/3.json"))).contains("\"version\":\"orders#1\"");
        assertThat(Files.readString(outside().folder().resolve("views.sql"))).contains("orders").doesNotContain("view \"raw_orders\"");
    }

    @Test
    void whatHasVersionsOfItsOwnKeepsThemAndSaysSo() throws IOException {
        write(AFTER.replace("@Renamed(from = \"raw_orders\") ", ""));
        weir("materialize");
        write(AFTER);

        assertThat(weir("materialize").err())
                .isEqualTo("orders has versions of its own, so that those of raw_orders stay where they are: take @Renamed away.\n");
    }

    @Test
    void anUnknownKeyIsNothingToDo() throws IOException {
        write(AFTER.replace("\"raw_orders\"", "{\"purchases\", \"raw_orders\"}"));
        assertThat(weir("materialize").err()).isEqualTo("orders was raw_orders until now: its versions belong to it.\n");

        write(BEFORE.replace("@Asset long", "@Renamed(from = \"nothing\") @Asset long"));
        assertThat(weir("materialize").err()).isEmpty();
    }

    @Test
    void wrongRenamesAreRefusedInWords() throws IOException {
        assertRefused(
                BEFORE + "@Asset @Renamed(from = \"raw_orders\") List<Order> orders() { return List.of(); }\n",
                "Asset orders is renamed from raw_orders, which is still declared: take @Renamed away, or the declaration of raw_orders.");
        assertRefused(
                AFTER + "@Asset @Renamed(from = \"raw_orders\") List<Order> purchases() { return List.of(); }\n",
                "Assets orders and purchases are both renamed from raw_orders, whose versions can belong to one of them only: take @Renamed away from the other.");
        assertRefused(
                AFTER.replace("\"raw_orders\"", "\"orders\""),
                "Asset orders is renamed from orders, which is its key: name the key that it had before.");
        assertRefused(
                AFTER.replace("\"raw_orders\"", "{\"raw\", \"raw\"}"),
                "Asset orders is renamed from raw twice: name each key once.");
        assertRefused(AFTER.replace("\"raw_orders\"", "\"Raw Orders\""), "@Renamed from: ");
        assertRefused(
                AFTER.replace("long total", "@Renamed(from = \"sum\") long total").replace("@Asset @Renamed(from = \"sum\")", "@Renamed(from = \"sum\")"),
                "@Renamed stands on total, which is no asset: mark the method with @Asset");
    }

    @Test
    void whatWasRolledBackAfterItIsRebuiltThoughNobodyDeclaresItAnyMore() throws IOException {
        renameAndRollBack();
        String plan = weir("plan").out();
        loseTheDatabase();

        assertThat(weir("doctor", "--rebuild").out())
                .contains("orders was raw_orders: its versions belong to it.\n", "1 partition is held");

        assertThat(weir("plan").out()).isEqualTo(plan);
        assertThat(weir("head", "orders").out()).contains("10");
        assertThat(weir("doctor", "--deep").out()).endsWith("All is right.\n");
    }

    @Test
    void whatWasRenamedAndWhatHasItsFormerKeySinceAreRebuiltEachAsItWas() throws IOException {
        renameAndRollBack();
        write(AFTER.replace("@Renamed(from = \"raw_orders\") ", "").replace("(1, 10)", "(1, 20)")
                + "@Asset List<Order> rawOrders() { return List.of(new Order(1, 30)); }\n");
        assertThat(weir("materialize", "raw_orders").status()).isZero();
        loseTheDatabase();

        Called rebuilt = weir("doctor", "--rebuild");

        assertThat(rebuilt.err()).isEmpty();
        assertThat(rebuilt.out()).contains("1 partition is held");
        assertThat(weir("head", "raw_orders").out()).contains("30");
        assertThat(weir("head", "orders").out()).contains("10");
        assertThat(weir("versions", "orders").out()).contains("orders#2", "orders#1");
        assertThat(weir("doctor", "--deep").out()).endsWith("All is right.\n");
    }

    private void renameAndRollBack() throws IOException {
        assertThat(weir("materialize").status()).isZero();
        write(AFTER.replace("@Renamed(from = \"raw_orders\") ", "").replace("(1, 10)", "(1, 20)"));
        assertThat(weir("materialize", "orders").status()).isZero();
        assertThat(weir("rollback", "orders", "--to", "1", "--reason", "wrong prices").status()).isZero();
    }

    private void loseTheDatabase() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(".weir/db"))) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private void assertRefused(String source, String message) throws IOException {
        write(source);
        Called called = weir("validate");
        assertThat(called.err()).contains(message);
        assertThat(called.status()).isEqualTo(2);
    }

    private OutsideView outside() {
        return new OutsideView(folder);
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
    }

    private Called weir(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Shop.java"));
        return Called.in(folder, all.toArray(String[]::new));
    }
}
