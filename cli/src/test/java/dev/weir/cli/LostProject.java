package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A project of which everything that manifests tell has happened: several versions of days and months that read them, keys of
/// no calendar, a view, what was rejected, rolled back, accepted, checked again and renamed.
record LostProject(Path folder, Map<String, String> variables) {

    private static final String SOURCE = """
            import java.util.*;
            import java.util.stream.*;

            record Sale(String shop, int value) {}
            record Total(String shop, long value) {}

            class Shop {
                @Asset @Daily(start = "2013-01-01", end = "2013-02-03") List<Sale> sales(TimeWindow day) {
                    return List.of(new Sale("north", day.startDate().getDayOfMonth()), new Sale("south", 1));
                }
                @Asset @Monthly(start = "2013-01-01", end = "2013-02-01") Table<Total> months(Table<Sale> sales) {
                    return Sql.query(Total.class, "select shop, sum(value) as value from sales group by all", sales);
                }
                @Asset @Static({"west", "east"}) long regions(PartitionKey key) { return key.value().length(); }
                @Asset List<Sale> stock() { return List.of(new Sale("north", 10)); }
                @Asset long stocked(List<Sale> stock) { return stock.size(); }
                @Asset int base() { return 4; }
                @Asset int twice(int base) { return 2 * base; }
                @Asset @Range(column = "value", max = 100) List<Sale> strict() { return List.of(new Sale("north", 7)); }
                @Asset List<Sale> old() { return List.of(new Sale("north", 1)); }
                @Asset List<Sale> lonely() { return List.of(new Sale("north", 3)); }
                @Asset long readsOld(List<Sale> old) { return old.size(); }
            }

            interface Views {
                @Asset @View @Query("select * from stock where value > 0") Table<Sale> shown(Table<Sale> stock);
            }
            """;

    private static final String RENAMED = "@Asset @Renamed(from = \"old\") List<Sale> young()";

    static final List<String> ASSETS = List.of(
            "sales", "months", "regions", "stock", "stocked", "base", "twice", "strict", "young", "reads_old", "lonely", "shown");

    /// Lets all of that happen.
    void live() throws IOException {
        write(SOURCE);
        done("materialize", "--yes");
        String second = SOURCE.replace("(\"north\", 10)", "(\"north\", 20)").replace("(\"south\", 1)", "(\"south\", 2)");
        write(second);
        done("materialize", "stock", "shown", "stocked");
        done("materialize", "sales", "--partition", "2013-01-05");
        done("materialize", "months");
        done("rollback", "stock", "--to", "1", "--reason", "prices were wrong");
        String now = second.replace("return 4;", "int half = 2; return half + half;")
                .replace("(\"north\", 7)", "(\"north\", 700)")
                .replace("@Asset List<Sale> old()", RENAMED)
                .replace("(List<Sale> old) { return old", "(List<Sale> young) { return young");
        write(now);
        done("accept", "base", "--reason", "the same sum");
        assertThat(weir("materialize", "strict").status()).isEqualTo(3);
        done("materialize", "young", "--force");
        write(now.replace("@Asset @Renamed", "@Asset @RowCount(min = 1) @Renamed")
                .replace("@Asset List<Sale> lonely", "@Asset @RowCount(min = 5) List<Sale> lonely"));
        done("materialize", "young");
        assertThat(weir("materialize", "lonely").out()).contains("is tainted");
    }

    /// All that manifests are to tell, as commands answer it.
    Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        for (String asset : ASSETS) {
            for (String command : List.of("versions", "lineage", "paths", "show", "why", "partitions", "checks")) {
                told.put(command + " " + asset, json(command, asset));
            }
        }
        for (String version : List.of("sales@2013-01-05#1", "stock#2", "strict#2", "young#1", "regions@east")) {
            told.put("show " + version, json("show", version));
            told.put("versions of " + version, json("versions", version.replaceAll("#.*", "")));
            told.put("lineage of " + version, json("lineage", version));
        }
        told.put("plan", weir("plan").out());
        told.put("list", weir("list").out());
        told.put("sql", weir("sql", "select * from months order by all").out());
        return told;
    }

    // How far the store has come is no part of it: a rebuild takes a number itself.
    private String json(String command, String word) {
        return weir(command, word, "--json").out().replaceAll("\"as_of\" : \\d+", "");
    }

    void write(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
    }

    String source() throws IOException {
        return Files.readString(folder.resolve("Shop.java"));
    }

    Called done(String... words) {
        Called called = weir(words);
        assertThat(called.status()).as("%s says %s%s", List.of(words), called.out(), called.err()).isZero();
        return called;
    }

    Called weir(String... words) {
        return Called.in(folder, variables, ofThisProject(words));
    }

    /// In a process of its own.
    Running running(String... words) throws IOException {
        return Running.in(folder, variables, List.of(), ofThisProject(words));
    }

    private static String[] ofThisProject(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Shop.java"));
        return all.toArray(String[]::new);
    }

    String catalog() throws IOException {
        return Files.readString(folder.resolve(".weir/warehouse/view/main/_catalog.json"));
    }
}
