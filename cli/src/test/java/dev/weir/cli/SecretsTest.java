package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.command.Commands;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Secrets that the code of a project gives away wherever it can, in a [Vault], are found nowhere.
class SecretsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK = Pattern.compile("(http://[^/\\s]+)/\\S*token=(\\S+)");

    private static final List<String> ASSETS = List.of(
            "told", "checked", "rejected", "thrown", "apart", "apart_thrown", "skipped", "elsewhere", "behind", "never",
            "told_by_command", "failed_by_command");

    /// The command lines, by what they leave behind; `*` stands for each asset in turn.
    private static final List<String> LOOKS = List.of(
            "plan", "plan --force told", "why *", "list", "show *", "show --config", "show told --config", "graph",
            "partitions *", "versions *", "lineage *", "columns told", "paths *", "diff told#1 told#2", "head told",
            "sql select * from told", "checks", "checks told", "runs", "run show latest", "logs latest", "validate", "schema",
            "explain", "explain UNKNOWN_RESOURCE", "completion bash", "version", "db migrate", "run cancel latest",
            "accept told --reason x", "rollback told --to 1 --reason x", "release told", "import told none.parquet",
            "init", "doctor", "gc", "list status:failed", "backup saved", "restore saved");

    private static final Map<String, List<String>> CALLS = Map.ofEntries(
            Map.entry("/project", List.of("")),
            Map.entry("/declarations", List.of("")),
            Map.entry("/graph", List.of("")),
            Map.entry("/status", List.of("")),
            Map.entry("/graph/made", List.of("")),
            Map.entry("/settings", List.of("")),
            Map.entry("/health", List.of("")),
            Map.entry("/assets", List.of("")),
            Map.entry("/search", List.of("?q=canary", "?q=t")),
            Map.entry("/asset", List.of("?key=*")),
            Map.entry("/asset/why", List.of("?key=*")),
            Map.entry("/asset/partitions", List.of("?key=*")),
            Map.entry("/asset/versions", List.of("?key=*")),
            Map.entry("/partitions", List.of("")),
            Map.entry("/asset/source", List.of("?key=*")),
            Map.entry("/asset/lineage", List.of("?key=*")),
            Map.entry("/asset/columns", List.of("?key=told")),
            Map.entry("/asset/checks", List.of("?key=*")),
            Map.entry("/asset/sample", List.of("?key=told")),
            Map.entry("/asset/profile", List.of("?key=told")),
            Map.entry("/diff", List.of("?key=told&from=1&to=2")),
            Map.entry("/checks", List.of("")),
            Map.entry("/asset/series", List.of("?key=*")),
            Map.entry("/asset/check", List.of("?key=told&check=warns", "?key=rejected&check=blocks")),
            Map.entry("/runs", List.of("")),
            Map.entry("/runs/{id}", List.of("")),
            Map.entry("/runs/{id}/timeline", List.of("")),
            Map.entry("/runs/{id}/step", List.of("?target=*")),
            Map.entry("/runs/{id}/log", List.of("?limit=500")),
            Map.entry("/looking", List.of("")),
            Map.entry("/openapi.json", List.of("")));

    /// Where something was said, and what.
    private record Said(String where, String text) {
        List<String> leaks() {
            return text.lines()
                    .filter(line -> Arrays.stream(Vault.CANARIES).anyMatch(line::contains))
                    .map(line -> where + ": " + line)
                    .toList();
        }
    }

    @TempDir
    static Path folder;

    private static final List<Said> SAID = new ArrayList<>();

    @BeforeAll
    static void giveEverythingAway() throws Exception {
        Vault.build(folder);
        in("materialize --yes");
        in("materialize told --force --json");
        in("run retry latest");
        in("run resume latest");
        in("check told");
        Files.createFile(folder.resolve("gone"));
        in("plan");
    }

    /// In a process of its own, whose environment has the secret.
    private static void in(String line) throws IOException, InterruptedException {
        try (Running running = Running.in(folder, Vault.VARIABLES, List.of(), words(line))) {
            Called called = running.ended();
            SAID.add(new Said(line, called.out() + called.err()));
        }
    }

    private static String[] words(String line) {
        Stream<String> typed = line.startsWith("sql ") ? Stream.of("sql", line.substring(4)) : Arrays.stream(line.split(" "));
        return Stream.concat(typed, Stream.of("-f", "Shop.java")).toArray(String[]::new);
    }

    private static List<String> forEachAsset(String pattern) {
        return pattern.contains("*") && !pattern.startsWith("sql")
                ? ASSETS.stream().map(asset -> pattern.replace("*", asset)).toList()
                : List.of(pattern);
    }

    @Test
    void itsCodeHasThemAndSaysThem() {
        assertThat(SAID.getFirst().text())
                .contains(
                        "✗ thrown failed: IOException (Shop.java:51): no answer for *** *** ***\n",
                        "✗ apart_thrown failed: IllegalStateException (Shop.java:61): *** *** ***\n",
                        "✗ never failed: Stuck could not be made: java.lang.IllegalStateException: stuck with ***\n",
                        "✗ checked failed: its check breaks threw IllegalStateException (Shop.java:45): *** *** ***\n",
                        "    blocks failed; found found=*** *** ***\n",
                        "– skipped was skipped: condition holds does not hold: found *** *** ***\n",
                        "✗ failed_by_command failed: sh failed.sh ended with exit status 3: reading ***\n");
        assertThat(SAID.getFirst().text().lines().filter(line -> line.startsWith("  told  ")))
                .as("what it says, whatever other assets say in between")
                .containsExactly("  told  out *** *** ***", "  told  ***", "  told  err *** *** ***", "  told  ***");
        assertThat(Called.in(folder, Vault.VARIABLES, words("show told")).out())
                .contains("key      ***\n", "url      https://me:***@host\n", "tag t    ***\n");
        assertThat(SAID.getLast().text()).contains("it could not be looked at: *** *** ***");
    }

    @Test
    void noCommandShowsThem() {
        List<Said> said = new ArrayList<>(SAID);
        Set<String> commands = new TreeSet<>(List.of("materialize", "run retry", "run resume", "check", "server", "dev"));
        for (String pattern : LOOKS) {
            commands.add(Commands.NAMES.stream().filter(name -> (pattern + " ").startsWith(name + " ")).findFirst().orElseThrow());
            for (String line : forEachAsset(pattern)) {
                for (String more : List.of("", " --json")) {
                    Called called = Called.in(folder, Vault.VARIABLES, words(line + (line.startsWith("sql") ? "" : more)));
                    said.add(new Said(line + more, called.out() + called.err()));
                }
            }
        }

        assertThat(said.stream().flatMap(each -> each.leaks().stream())).isEmpty();
        assertThat(commands).as("the commands that are looked at").containsExactlyInAnyOrderElementsOf(Commands.NAMES);
    }

    @Test
    void noRouteOfAServerAnswersThem() throws Exception {
        List<Said> said = new ArrayList<>();
        Set<String> routes = new TreeSet<>();
        Set<String> commandLines = new TreeSet<>();
        String token = "";
        try (Running server = Running.in(folder, Vault.VARIABLES, List.of(), "server", "--port", "0", "-f", "Shop.java")) {
            Matcher link = LINK.matcher("");
            server.until(() -> link.reset(server.out() + server.err()).find());
            token = link.group(2);
            Caller caller = new Caller(HttpClient.newHttpClient(), link.group(1) + "/api/v1", token);
            said.addAll(caller.launchAndListen());
            for (Map.Entry<String, List<String>> route : CALLS.entrySet()) {
                for (String query : route.getValue()) {
                    for (String each : forEachAsset(query)) {
                        String path = route.getKey().replace("{id}", "latest") + each;
                        said.add(new Said(path, caller.get(path)));
                    }
                }
            }
            JSON.readTree(caller.get("/openapi.json")).get("paths").fields().forEachRemaining(path -> {
                if (path.getValue().has("get") && !path.getKey().endsWith("/events")) {
                    routes.add(path.getKey().substring("/api/v1".length()));
                }
            });
            commandLines.add(Files.readString(Path.of("/proc/%d/cmdline".formatted(server.pid()))));
        }

        assertThat(said.stream().flatMap(each -> each.leaks().stream())).isEmpty();
        assertThat(routes).as("the routes that are called").isEqualTo(CALLS.keySet());
        String launched = token;
        assertThat(said).as("no answer has the token").noneMatch(each -> each.text().contains(launched));
        assertThat(commandLines).noneMatch(line -> line.contains(launched) || line.contains("canary"));
    }

    /// Who has the token of a server.
    private record Caller(HttpClient client, String address, String token) {

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
        }

        String get(String path) throws IOException, InterruptedException {
            return client.send(request(path).build(), BodyHandlers.ofString()).body();
        }

        /// Has everything computed anew, and hears what is told of it meanwhile.
        List<Said> launchAndListen() throws Exception {
            InputStream events =
                    client.send(request("/events").build(), BodyHandlers.ofInputStream()).body();
            ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
            CompletableFuture<Void> listening = CompletableFuture.runAsync(() -> listen(events, heard));
            String launched = client.send(
                            request("/launches")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"force\": true, \"selection\": \"told or thrown or apart_thrown or failed_by_command or rejected\"}"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            String run = JSON.readTree(launched).path("run").asText();
            String ended = get("/runs/" + run + "?wait=60");
            assertThat(ended).as(launched).contains("FAILED");
            events.close();
            listening.join();
            assertThat(String.join("\n", heard)).contains(run);
            return List.of(
                    new Said("launch", launched), new Said("end", ended), new Said("events", String.join("\n", heard)));
        }

        private static void listen(InputStream events, ConcurrentLinkedQueue<String> heard) {
            byte[] some = new byte[8192];
            try {
                for (int read = events.read(some); read >= 0; read = events.read(some)) {
                    heard.add(new String(some, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException closed) {
                // Enough was heard.
            }
        }
    }

    @Test
    void noFileHasThem() throws Exception {
        List<Said> said = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.equals("key.txt")) {
                    said.add(new Said(name, Files.readString(file, StandardCharsets.ISO_8859_1)));
                }
            }
        }

        assertThat(said).anyMatch(each -> each.where().startsWith(".weir/logs/")).anyMatch(each -> each.where().contains("manifests"));
        assertThat(said.stream().flatMap(each -> each.leaks().stream())).isEmpty();
    }

    @Test
    void noTableOfTheDatabaseHasThem() throws Exception {
        List<Said> said = new ArrayList<>();
        String url = "jdbc:h2:file:%s;IFEXISTS=TRUE".formatted(folder.resolve(".weir/db/weir"));
        try (Connection database = DriverManager.getConnection(url, "SA", "");
                ResultSet script = database.createStatement().executeQuery("SCRIPT")) {
            while (script.next()) {
                said.add(new Said("database", script.getString(1)));
            }
        }

        assertThat(said).anyMatch(each -> each.text().contains("***"));
        assertThat(said.stream().flatMap(each -> each.leaks().stream())).isEmpty();
    }

    @Test
    void noProcessHasThemAmongItsArguments() throws Exception {
        Path processes = Path.of(Called.in(folder, Vault.VARIABLES, words("paths told_by_command")).out().strip());

        assertThat(Files.readString(processes)).contains("dev.weir.cli.Main materialize").doesNotContain(Vault.CANARIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "jdbc:postgresql://127.0.0.1:1/weir?user=ana&password=canary3",
        "jdbc:postgresql://ana:canary3@127.0.0.1:1/weir",
        "jdbc:postgresql://127.0.0.1:x/weir?password=canary3",
        "jdbc:mysql://127.0.0.1/weir?password=canary3",
        "postgres://ana:canary3@127.0.0.1/weir",
    })
    void thePasswordOfADatabaseIsNotShownWhateverIsWrongWithItsAddress(String url) {
        Map<String, String> variables = new HashMap<>(Vault.VARIABLES);
        variables.put("WEIR_DATABASE_URL", url);

        for (String line : List.of("list", "materialize", "runs", "db migrate", "show --config", "logs latest")) {
            for (String more : List.of("", " --json")) {
                Called called = Called.in(folder, variables, words(line + more));
                assertThat(new Said(line, called.out() + called.err()).leaks()).isEmpty();
                assertThat(called.status()).as(called.err()).isNotEqualTo(70);
            }
        }
    }
}
