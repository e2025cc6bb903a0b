package dev.weir.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.cli.Called;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.owner.Owner;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Distribution;
import dev.weir.cli.wiring.OwnDatabases;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Wiring;
import dev.weir.cli.wiring.Workspace;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.RunListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A small project on H2 and on disk, materialized and then served: what a browser and a script would find.
public final class Served implements AutoCloseable {
    static final String SOURCE = """
            record Order(String customer, int amount) {}

            @Assets(group = "shop", owners = "team:sales", tags = "tier=1")
            class Shop {
                @Asset(description = "Orders as <b>reported</b>", kinds = "java") @Daily(start = "2026-05-29", end = "2026-06-01")
                @NotNull("customer")
                List<Order> orders(TimeWindow day) { return List.of(new Order("a", 1), new Order("b", 2)); }

                @Asset(group = "reports") Table<Order> allOrders(Table<Order> orders) { return orders; }

                @Asset @Range(column = "amount", min = 10) List<Order> bigOrders(Table<Order> allOrders, Log log) {
                    log.info("looking for big ones");
                    return List.of(new Order("c", 3));
                }

                @Asset int neverMade() { throw new IllegalStateException("the till is closed"); }
            }
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    final Path folder;
    private final OwnDatabases databases;
    private final Session session;
    private final ProjectServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Served(Path folder, OwnDatabases databases, Session session, ProjectServer server) {
        this.folder = folder;
        this.databases = databases;
        this.session = session;
        this.server = server;
    }

    /// Everything is materialized: `big_orders` is rejected, `never_made` fails.
    public static Served in(Path folder) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);
        Called called = Called.in(folder, "materialize", "-f", "Shop.java");
        if (called.status() != 1) {
            throw new IllegalStateException(called.out() + called.err());
        }
        return open(folder);
    }

    /// What each of these sources gives in turn is published or rejected; the last is served.
    static Served after(Path folder, String... sources) throws IOException {
        for (String source : sources) {
            Files.writeString(folder.resolve("Shop.java"), source);
            Called called = Called.in(folder, "materialize", "-f", "Shop.java");
            if (called.status() != 0 && called.status() != 3) {
                throw new IllegalStateException(called.out() + called.err());
            }
        }
        return open(folder);
    }

    static Served open(Path folder) {
        return open(folder, Map.of());
    }

    /// @param variables of the environment
    static Served open(Path folder, Map<String, String> variables) {
        OwnDatabases databases = new OwnDatabases(state -> Owner.of(
                new Owner.Place(state, List.of(Path.of(System.getProperty("java.io.tmpdir")))),
                Distribution::weir,
                (_, _) -> 70));
        Session session = new Session(
                context(folder, variables, databases),
                new Session.Target(
                        Optional.empty(), Optional.of("Shop.java"), Optional.empty(), List.of(), Set.of(), List.of("server")));
        return new Served(folder, databases, session, ProjectServer.start(session, 0));
    }

    private static Session.Context context(Path folder, Map<String, String> variables, OwnDatabases databases) {
        Screen nowhere = Screen.file(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
        return new Session.Context(
                new Console(nowhere, nowhere),
                folder,
                variables,
                InstantSource.fixed(Called.NOON),
                ZoneOffset.UTC,
                new Wiring(databases),
                Interruption.byHand());
    }

    public int port() {
        return URI.create(server.address()).getPort();
    }

    String link() {
        return server.link();
    }

    /// The project as the server has it.
    public Workspace workspace() {
        return session.workspace();
    }

    public String token() {
        return link().substring(link().indexOf("token=") + 6);
    }

    String readToken() throws IOException {
        try (var files = Files.walk(folder)) {
            Path file = files.filter(path -> path.endsWith("server/token-read")).findFirst().orElseThrow();
            return Files.readString(file).strip();
        }
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", with(headers, "Authorization", "Bearer " + token()));
    }

    public HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body, with(headers, "Content-Type", "application/json"));
    }

    static String[] with(String[] headers, String... more) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }

    HttpResponse<String> send(String verb, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(verb, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// The JSON that a route answers.
    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " → " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /// The same once everything was looked at.
    JsonNode known(String path) throws IOException, InterruptedException {
        JsonNode answer = json(path);
        while (!answer.get("looking").isNull()) {
            answer = json(path);
        }
        return answer;
    }

    HttpResponse<String> plan(String body) throws IOException, InterruptedException {
        return post("/api/v1/plan", body, "Authorization", "Bearer " + token());
    }

    /// @param key what the caller calls it; none if it is empty
    HttpResponse<String> launch(String key, String body) throws IOException, InterruptedException {
        String[] headers = {"Authorization", "Bearer " + token()};
        return post("/api/v1/launches", body, key.isEmpty() ? headers : with(headers, "Idempotency-Key", key));
    }

    /// A run once it has ended.
    JsonNode ended(String run) throws IOException, InterruptedException {
        return json("/api/v1/runs/" + run + "?wait=60");
    }

    HttpResponse<String> cancel(String run) throws IOException, InterruptedException {
        return send("DELETE", "/api/v1/launches/" + run, "", "Authorization", "Bearer " + token());
    }

    /// Listens to events.
    ///
    /// @param last the number of the last one that was heard; empty for none
    Listening listen(String last) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/events"))
                .header("Authorization", "Bearer " + token());
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        return new Listening(client.send(request.build(), BodyHandlers.ofInputStream()).body());
    }

    /// Computes an asset again, as another command would that works through this process.
    void materialize(String asset) {
        Workspace workspace = session.workspace();
        RunPlan plan = workspace.plan(RunRequest.of(session.environment(), AssetSelection.parse(asset), Called.NOON)
                .with(Force.SELECTED));
        workspace.begin(plan, Asked.typed("weir materialize " + asset), OptionalInt.empty(), RunListener.SILENT).await();
    }

    /// Records a run that this server has not launched, and leaves it at that.
    String onlyRecord(String asset) {
        Workspace workspace = session.workspace();
        RunPlan plan = workspace.plan(RunRequest.of(session.environment(), AssetSelection.parse(asset), Called.NOON)
                .with(Force.SELECTED));
        return workspace.begin(plan, Asked.typed("weir materialize " + asset), OptionalInt.empty(), RunListener.SILENT)
                .id()
                .toString();
    }

    static JsonNode read(String json) throws IOException {
        return JSON.readTree(json);
    }

    /// Sends lines as they are, which no client would, and returns the whole answer.
    String raw(String... lines) throws IOException {
        return rawWithBody("", lines);
    }

    /// The same with a body, whose length one of the lines says.
    String rawWithBody(String body, String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            // A stream of events has no end.
            for (int read = socket.getInputStream().read(part); read >= 0; read = socket.getInputStream().read(part)) {
                answer.write(part, 0, read);
                if (answer.toString(StandardCharsets.UTF_8).contains("text/event-stream")) {
                    break;
                }
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    static int statusOf(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    @Override
    public void close() {
        server.close();
        session.close();
        databases.close(Owner.Leaving.NOW, _ -> {});
    }
}
