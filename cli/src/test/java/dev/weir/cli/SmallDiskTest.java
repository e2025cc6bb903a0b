package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.Postgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file system of four megabytes for the database, and one for the warehouse, that runs full, has no names left, or is
/// made read-only under a project; and a larger one under a PostgreSQL, that runs full. They are mounted where only the
/// processes of a test see them.
class SmallDiskTest {

    private static final String SOURCE = """
            record Row(String name, int length) {}
            @Asset List<Row> orders() {
                return java.util.stream.IntStream.range(0, 1000).mapToObj(i -> new Row("n" + System.nanoTime() + i, i)).toList();
            }
            @Asset Table<Row> copies(Table<Row> orders) { return Sql.query(Row.class, "select * from orders", orders); }
            """;

    private static final String DAYS = """
            @Asset @Daily(start = "2020-01-01", end = "2022-01-01") long days(TimeWindow day) { return day.startDate().getYear(); }
            """;

    /// Each call of Weir leaves its output and its exit status in a file of its own.
    private static final String SCRIPT = """
            set -e
            disk=$1
            mount -t tmpfs -o "$2" tmpfs "$disk"
            weir() {
                answer=$1; shift
                status=0
                "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --add-opens=java.base/java.nio=ALL-UNNAMED \\
                    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow dev.weir.cli.Main "$@" -f Shop.java \\
                    > "$answer" 2>&1 || status=$?
                echo "exit $status" >> "$answer"
            }
            fill() { dd if=/dev/zero of="$disk/filler" bs=4k 2>/dev/null || true; }
            name() { i=0; while (: > "$disk/name-$i") 2>/dev/null; do i=$((i+1)); done; }
            again() { weir "$1" materialize --force; }
            """;

    /// A PostgreSQL whose data lie on the disk, until there is a file that says that it is over. It is told what to do in another
    /// file.
    private static final String POSTGRES = """
            while [ ! -e over ]; do { cat order && rm order; } 2>/dev/null || true; sleep 0.1; done |
                "$JAVA" dev.weir.cli.SmallDiskTest\\$Server "$disk/data" url > server 2>&1 &
            wait_for() { while [ ! -e "$1" ]; do kill -0 $!; sleep 0.1; done; }
            order() { echo "$1" > order.new; mv order.new order; wait_for "$1.done"; }
            wait_for url
            export WEIR_DATABASE_URL=$(cat url)
            """;

    /// A server of Weir's, and a launch that is awaited, with what it answers in a file of its own.
    private static final String SERVER = """
            "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --add-opens=java.base/java.nio=ALL-UNNAMED \\
                --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow dev.weir.cli.Main server --port 0 -f Shop.java \\
                > served 2>&1 &
            while ! grep -q "Ctrl-C ends" served; do kill -0 $!; sleep 0.1; done
            launch() { "$JAVA" dev.weir.cli.SmallDiskTest\\$Launch served > "$1" 2>&1; }
            """;

    private static final String SMALL = "size=4m,nr_inodes=150";

    @TempDir
    Path folder;

    @Test
    void whatTheDiskOfTheDatabaseRefusesIsOneSentenceAndIsGoneWithTheFault() throws Exception {
        Path disk = Files.createDirectories(folder.resolve(".weir/db"));

        call(SOURCE, disk, SMALL, """
                weir before materialize
                fill; again full; weir looked list; rm "$disk/filler"; again emptied
                mount -o remount,ro "$disk"; again protected; mount -o remount,rw "$disk"; again writable
                weir versions versions orders
                """);

        assertThat(answer("before")).contains("2 published.").endsWith("exit 0\n");
        assertThat(answer("full"))
                .isEqualTo("weir: Database %s has no space left on its disk: make some, then do it again\nexit 5\n".formatted(disk));
        assertThat(answer("looked")).contains("orders").endsWith("exit 0\n");
        assertThat(answer("emptied")).contains("✓ orders#2", "2 published.").endsWith("exit 0\n");
        assertThat(answer("protected"))
                .isEqualTo("weir: Database %s cannot be written, as its file system is read-only: make it writable, then do it again\nexit 5\n".formatted(disk));
        assertThat(answer("writable")).contains("✓ orders#3", "2 published.").endsWith("exit 0\n");
        assertThat(answer("versions")).contains("#1", "#2", "#3").doesNotContain("#4");
    }

    @Test
    void whatTheDiskOfTheWarehouseRefusesIsOneSentenceAndIsGoneWithTheFault() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("weir.yaml"), "warehouse: data\n");

        call(SOURCE, disk, SMALL, """
                weir before materialize
                fill; again full; rm "$disk/filler"; again emptied
                name; again nameless; rm "$disk"/name-*; again named
                mount -o remount,ro "$disk"; again protected; mount -o remount,rw "$disk"; again writable
                weir versions versions orders
                """);

        assertThat(answer("before")).contains("2 published.").endsWith("exit 0\n");
        assertThat(answer("full"))
                .contains("✗ orders failed: Writing part-0.parquet: the disk is full. Make room and run it again\n",
                        "– copies was skipped: orders failed\n")
                .endsWith("exit 1\n");
        assertThat(answer("emptied")).contains("✓ orders#2", "2 published.").endsWith("exit 0\n");
        assertThat(answer("nameless"))
                .contains("✗ orders failed: Warehouse %s cannot make ".formatted(disk),
                        ": no space is left. Free some and run the command again; nothing is lost\n")
                .endsWith("exit 1\n");
        assertThat(answer("named")).contains("✓ orders#3", "2 published.").endsWith("exit 0\n");
        assertThat(answer("protected"))
                .contains("✗ orders failed: Warehouse %s cannot make ".formatted(disk),
                        ": its file system is read-only. Make it writable and run the command again\n")
                .endsWith("exit 5\n");
        assertThat(answer("writable")).contains("✓ orders#4", "2 published.").endsWith("exit 0\n");
        assertThat(answer("versions")).contains("#1", "#2", "#3", "#4").doesNotContain("#5");
        for (String name : List.of("full", "nameless", "protected")) {
            assertThat(answer(name)).doesNotContain("\tat ", "fault of Weir's own");
        }
    }

    @Test
    void whatTheDiskOfPostgresRefusesIsOneSentenceAndIsGoneWithTheFault() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Files.writeString(folder.resolve("weir.yaml"), "project: small\n");

        call(SOURCE + DAYS, disk, "size=160m", POSTGRES + """
                weir migrated db migrate; weir before materialize orders copies
                fill; weir full materialize days --yes; weir looked list; rm "$disk/filler"; weir emptied materialize --yes
                weir doctor doctor; weir runs runs
                touch over; wait
                """);

        assertThat(answer("before")).contains("published.").endsWith("exit 0\n");
        assertThat(answer("full"))
                .contains("Database postgres on localhost, schema weir has no space left on its disk: make some, then do it again\n")
                .doesNotContain("\tat ", "fault of Weir's own")
                .endsWith("exit 5\n");
        assertThat(answer("looked")).contains("orders").endsWith("exit 0\n");
        assertThat(answer("emptied")).contains("731 published").endsWith("exit 0\n");
        assertThat(answer("doctor")).contains("All is right.");
        assertThat(answer("runs")).doesNotContain("running", "queued");
    }

    @Test
    void aPostgresThatEndsForWantOfSpaceIsSaidInOneSentenceAndGoneOnWith() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Files.writeString(folder.resolve("weir.yaml"), "project: small\n");

        call(SOURCE, disk, "size=160m", POSTGRES + """
                weir migrated db migrate; weir before materialize
                fill; order switch; again ended
                i=0; while [ -e "$disk/data/postmaster.pid" ]; do i=$((i+1)); [ $i -lt 600 ]; sleep 0.1; done
                rm "$disk/filler"; order start; again started; weir doctor doctor; weir runs runs
                touch over; wait
                """);

        assertThat(answer("before")).contains("2 published.").endsWith("exit 0\n");
        // Whether it hears what has ended the server, or only that it has ended, is a matter of the moment.
        assertThat(answer("ended"))
                .containsPattern("Database postgres on localhost, schema weir (has no space left on its disk: make some, then do it again"
                        + "|does not answer \\(.*\\): see that it runs and lets this user in, then do it again)\n")
                .doesNotContain("\tat ", "fault of Weir's own")
                .endsWith("exit 5\n");
        assertThat(answer("started")).contains("2 published.").endsWith("exit 0\n");
        assertThat(answer("doctor")).contains("All is right.");
        assertThat(answer("runs")).doesNotContain("running", "queued");
    }

    @Test
    void aServerLivesThroughAWarehouseWithoutSpace() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("weir.yaml"), "warehouse: data\n");

        call(SOURCE, disk, SMALL, """
                weir before materialize
                """ + SERVER + """
                fill; launch full; weir looked list; rm "$disk/filler"; launch emptied
                weir versions versions orders
                kill $!; wait
                """);

        assertThat(answer("full"))
                .contains(
                        "\"status\":\"FAILED\"",
                        "\"exit_status\":1",
                        "\"detail\":\"Writing part-0.parquet: the disk is full. Make room and run it again\"",
                        "\"detail\":\"orders failed\"");
        assertThat(answer("looked")).contains("orders").endsWith("exit 0\n");
        assertThat(answer("emptied")).contains("\"status\":\"SUCCEEDED\"", "\"exit_status\":0");
        assertThat(answer("versions")).contains("orders#1", "orders#2").doesNotContain("orders#3");
        assertThat(answer("served")).doesNotContain("\tat ", "fault of Weir's own").endsWith("The server has ended.\n");
    }

    /// Until its input ends.
    static final class Server {
        private Server() {}

        public static void main(String[] words) throws Exception {
            try (Postgres postgres = Postgres.start(Path.of(words[0]))) {
                Path told = Path.of(words[1]);
                Files.move(Files.writeString(Path.of(words[1] + ".tmp"), postgres.url("weir")), told);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                    switch (order) {
                        case "switch" -> postgres.execute("SELECT pg_switch_wal()");
                        case "start" -> postgres.startAgain();
                        default -> throw new IllegalArgumentException(order);
                    }
                    Files.createFile(Path.of(order + ".done"));
                }
            }
        }
    }

    /// Launches everything by the server that has written a file, and tells what it answers, and how the run ended.
    static final class Launch {
        private Launch() {}

        public static void main(String[] words) throws Exception {
            String said = Files.readString(Path.of(words[0]));
            String link = said.lines().filter(line -> line.contains("/#")).findFirst().orElseThrow().strip();
            link = link.substring(link.indexOf("http://"));
            String api = link.substring(0, link.indexOf("/#")) + "/api/v1/";
            HttpRequest.Builder request = HttpRequest.newBuilder()
                    .header("Authorization", "Bearer " + link.substring(link.indexOf("token=") + 6))
                    .header("Content-Type", "application/json");
            try (HttpClient client = HttpClient.newHttpClient()) {
                String launched = client.send(
                                request.uri(URI.create(api + "launches"))
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"force\": true}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
                System.out.println(launched);
                String run = launched.replaceFirst("(?s).*\"run\":\"([^\"]*)\".*", "$1");
                System.out.println(client.send(
                                request.uri(URI.create(api + "runs/" + run + "?wait=60")).GET().build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
            }
        }
    }

    private String answer(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private void call(String source, Path disk, String mounted, String script) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("Shop.java"), source);
        Path said = folder.resolve("said");
        List<String> words = new ArrayList<>(List.of("unshare"));
        words.addAll(isRoot() ? List.of("--mount") : List.of("--mount", "--map-root-user"));
        words.addAll(List.of("sh", "-c", SCRIPT + script, "sh", disk.toString(), mounted));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        assertThat(builder.start().waitFor())
                .as(() -> "Small file systems are mounted by `unshare --mount` of Linux: call this as root, or allow user"
                        + " namespaces. " + read(said))
                .isZero();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
