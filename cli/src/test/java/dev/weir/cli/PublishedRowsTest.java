package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `weir head` and `weir sql` on what was published.
class PublishedRowsTest {

    private static final String SOURCE = """
            record Greeting(String name, int length) {}

            @Assets(prefix = "raw")
            class Raw {
                @Asset List<Greeting> greetings() {
                    return Stream.of("Ada", "Grace, \\"G\\"", "Edsger").map(name -> new Greeting(name, name.length())).toList();
                }
            }

            class Derived {
                @Asset long shortest() { return 4; }
                @Asset @Range(column = "length", max = 5) List<Greeting> rejected() { return List.of(new Greeting("Barbara", 7)); }
                @Asset void nothing() {}
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void materialize() throws IOException {
        Files.writeString(folder.resolve("Greetings.java"), SOURCE);
        weir("materialize");
    }

    @Test
    void theFirstRowsOfAnAssetAreShown() {
        assertThat(weir("head", "greetings", "-n", "2").out()).isEqualTo("""
                name        length
                Ada              3
                Grace, "G"      10
                … the first 2 rows.
                """);
        assertThat(weir("head", "greetings", "--csv").out()).isEqualTo("""
                name,length
                Ada,3
                "Grace, ""G""\",10
                Edsger,6
                """);
        assertThat(weir("head", "shortest").out()).isEqualTo("value\n4\n");
        assertThat(weir("head", "rejected", "--rejected").out()).contains("Barbara");
    }

    @Test
    void whatHasNoRowsSaysSo() {
        assertThat(weir("head", "nothing").err())
                .isEqualTo("weir: nothing has neither rows nor a value: its method returns nothing.\n");
        assertThat(weir("head", "rejected").err())
                .isEqualTo("weir: rejected has no published version in environment main. Run weir materialize rejected.\n");
        assertThat(weir("head", "greetings", "-n", "none").err())
                .isEqualTo("weir: -n is 'none': write how many rows to show, 1 or more.\n");
    }

    @Test
    void aQueryCallsAssetsByTheirNamesOrKeys() {
        assertThat(weir("sql", "select name from greetings, shortest where length > value order by name").out())
                .isEqualTo("name\nEdsger\nGrace, \"G\"\n");
        assertThat(weir("sql", "select count(*) as n from \"raw/greetings\"").out()).isEqualTo("n\n3\n");
        assertThat(weir("sql", "select 1 as one where false").out()).isEqualTo("one\nNo rows.\n");
        assertThat(weir("sql", "select max(length) as m from greetings", "--json").out())
                .contains("\"rows\" : [ [ 10 ] ]", "\"more\" : false");
        assertThat(weir("sql", "select * from greetings", "--limit", "1").out()).contains("… the first 1 row.");
    }

    @Test
    void aQueryThatIsWrongSaysWhere() {
        Called called = weir("sql", "select name\nfrom greetigns");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("weir: The query failed. There is no asset greetigns. Did you mean greetings?\nline 2: from greetigns\n");
    }

    @Test
    void aQueryReadsAndWritesNothingElse() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        Path published = Path.of(weir("paths", "greetings").out().strip());
        byte[] before = Files.readAllBytes(published);

        for (String wrong : List.of(
                "select * from '" + secret + "'",
                "select * from read_text('" + secret + "')",
                "copy (select 1) to '" + folder.resolve("out.csv") + "'",
                "copy (select 1) to '" + published + "' (format parquet)",
                "create table x as select 1",
                "attach '" + folder.resolve("x.db") + "'",
                "set enable_external_access = true",
                "select 1; select 2",
                "install httpfs")) {
            Called called = weir("sql", wrong);
            assertThat(called.status()).as(wrong).isEqualTo(2);
            assertThat(called.err()).as(wrong).startsWith("weir: ").doesNotContain("\n\tat ");
        }
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(Files.readAllBytes(published)).isEqualTo(before);
    }

    private Called weir(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Greetings.java"));
        return Called.in(folder, all.toArray(String[]::new));
    }
}
