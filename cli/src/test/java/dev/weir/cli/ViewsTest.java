package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Assets that keep no rows: the file of the page about views, as it stands there.
class ViewsTest {

    private static final Path PAGE = Path.of("..", "docs/reference/views.md");
    private static final Pattern SOURCE = Pattern.compile("(?s)```java\n(import.*?)```");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                file(), SOURCE.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow().group(1));
    }

    @Test
    void whoeverReadsAViewEvaluatesItsQuery() throws Exception {
        Called called = weir("materialize", "--parallel", "1");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("✓ driven#1  2 rows  view", "✓ distances#1  2 rows  view", "4 published.");
        assertThat(weir("head", "driven").out()).isEqualTo("""
                id  truck  km
                a   T1     80
                c   T2     15
                """);
        assertThat(weir("sql", "select d.truck, d.km from distances d join driven using (truck) order by all").out())
                .isEqualTo("truck  km\nT1     80\nT2     15\n");
        assertThat(weir("head", "longest").out()).isEqualTo("value\n80\n");
        assertThat(outside("select truck, km from distances order by truck")).containsExactly("T1 80", "T2 15");
        assertThat(objects("driven")).singleElement().asString().matches("view-[0-9a-f]{64}\\.json");
        assertThat(weir("plan").out()).isEqualTo("✓ Everything is up to date: 4 partitions of 4 assets.\n");
    }

    @Test
    void whatReadsAViewIsStaleWhenTheTablesBelowItChange() throws Exception {
        weir("materialize");
        replace("\"T2\", 15", "\"T2\", 95");

        assertThat(weir("plan").out())
                .containsPattern("trips +1 +compute +its code changed")
                .containsPattern("driven +1 +compute unless inputs equal +its input trips is to be computed")
                .containsPattern("longest +1 +compute unless inputs equal");
        assertThat(weir("materialize", "trips").out()).contains("✓ trips#2");
        assertThat(outside("select max(km) from driven")).containsExactly("80");
        assertThat(weir("plan").out()).containsPattern("driven +1 +compute as a view +");

        assertThat(weir("materialize").out()).contains("✓ driven#2", "✓ distances#2", "✓ longest#2", "3 published");
        assertThat(outside("select max(km) from driven")).containsExactly("95");
        assertThat(weir("head", "longest").out()).isEqualTo("value\n95\n");
        assertThat(weir("head", "driven#1").out()).contains("c   T2     15").doesNotContain("95");
    }

    @Test
    void equalDataBelowAViewChangesNothing() {
        weir("materialize");

        assertThat(weir("materialize", "trips", "--force").out()).contains("✓ trips#2", "1 published.");

        assertThat(weir("plan").out()).isEqualTo("✓ Everything is up to date: 4 partitions of 4 assets.\n");
    }

    @Test
    void aViewThatFailsItsCheckIsRejectedAndTheOneBeforeStays() throws Exception {
        weir("materialize");
        replace("\"T2\", 15", "\"T2\", -15");

        Called called = weir("materialize");

        assertThat(called.status()).isEqualTo(3);
        assertThat(called.out())
                .contains("✗ driven#2 was rejected  2 rows  view", "range_km: km is at least 0; found below=1");
        assertThat(outside("select id, km from driven order by id")).containsExactly("a 80", "c 15");
        assertThat(weir("head", "driven").out()).contains("c   T2     15");
        assertThat(weir("head", "driven", "--rejected").out()).contains("c   T2     -15");
        assertThat(weir("check", "driven").status()).isZero();
    }

    @Test
    void aValueThatDoesNotFitFailsTheViewAndNotItsReaders() throws IOException {
        replace("record Distance(String truck, long km)", "record Distance(String truck, byte km)");
        replace("\"T1\", 80", "\"T1\", 300");
        replace("static long longest", "static int longest");
        replace("Long.class).orElse(0L)", "Integer.class).orElse(0)");

        Called called = weir("materialize");

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .contains("✗ distances failed: IllegalArgumentException: Column km of Distance is TINYINT; the query gives 300, which does not fit");
    }

    @Test
    void aViewIsShownAsOne() {
        weir("materialize");

        assertThat(weir("list", "kind:view").out()).contains("distances", "driven").doesNotContain("trips ");
        assertThat(weir("show", "driven").out())
                .containsPattern("computed +as a view\n")
                .containsPattern("size +none of its own: a view over what it read\n")
                .containsPattern("read +trips#1\n");
        assertThat(weir("list", "driven", "--json").out()).contains("\"view\" : true");
        assertThat(weir("graph", "driven", "--format", "json").out()).contains("\"view\" : true");
    }

    @Test
    void aViewHasNoFilesAndTakesNone() {
        weir("materialize");

        Called paths = weir("paths", "driven");
        assertThat(paths.status()).isEqualTo(4);
        assertThat(paths.err())
                .isEqualTo("weir: driven is a view and has no files of its own: read it with weir sql, or from"
                        + " view/main/views.sql in the warehouse.\n");
        assertThat(weir("import", "driven", "somewhere").err())
                .isEqualTo("weir: driven is a view and keeps no rows of its own.\n");
    }

    @Test
    void aTableBecomesAViewAndATableAgain() throws IOException {
        weir("materialize");
        replace("    @View\n    @Range", "    @Range");

        assertThat(weir("materialize").out()).contains("✓ driven#2  2 rows  ").doesNotContain("driven#2  2 rows  view");
        assertThat(weir("paths", "driven").out()).containsPattern("part-0-[0-9a-f]{64}\\.parquet\n$");
    }

    @Test
    void partitionsOfAViewAreReadTogether() throws Exception {
        replace("static List<Trip> trips()", "@Static({\"north\", \"south\"}) static List<Trip> trips()");
        replace("    @View\n    @Range", "    @View\n    @Static({\"north\", \"south\"})\n    @Range");

        weir("materialize", "--partition", "north");

        assertThat(weir("head", "distances").out()).contains("T1     80");
        assertThat(weir("materialize").out()).contains("✓ driven@south#1", "✓ distances#2");
        assertThat(weir("head", "driven@south").out()).contains("a   T1     80");
        assertThat(weir("head", "distances").out()).contains("T1     160");
        assertThat(outside("select count(*) from driven")).containsExactly("4");
    }

    @Test
    void aCommandFindsTheRowsOfAViewInAFile() throws Exception {
        replace(
                "interface Views {",
                "interface Views {\n    @Asset @Command(\"sh copy.sh\") java.nio.file.Path copied(Table<Distance> distances);\n");
        Files.writeString(
                folder.resolve("copy.sh"),
                """
                file=$(grep -o '[^"]*[.]parquet' "$WEIR_CONTEXT" | head -1)
                cp "$file" "$WEIR_STAGING/copied.parquet"
                """);

        Called called = weir("materialize");

        assertThat(called.status()).as(called.out()).isZero();
        String copied = weir("paths", "copied").out().strip();
        assertThat(outside("select truck, km from '" + copied + "' order by truck")).containsExactly("T1 80", "T2 15");
    }

    private Path file() {
        return folder.resolve("Depot.java");
    }

    private void replace(String old, String other) throws IOException {
        String source = Files.readString(file());
        assertThat(source).contains(old);
        Files.writeString(file(), source.replace(old, other));
    }

    private List<String> objects(String asset) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".weir/warehouse/objects/" + asset + "/%all"))) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    // As whoever knows nothing of Weir but the file of its views.
    private List<String> outside(String query) throws SQLException, IOException {
        List<String> rows = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute(Files.readString(folder.resolve(".weir/warehouse/view/main/views.sql")));
            try (ResultSet answer = statement.executeQuery(query)) {
                while (answer.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                        row.add(answer.getString(i));
                    }
                    rows.add(String.join(" ", row));
                }
            }
        }
        return rows;
    }

    private Called weir(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "-f";
        all[arguments.length + 1] = "Depot.java";
        return Called.in(folder, all);
    }
}
