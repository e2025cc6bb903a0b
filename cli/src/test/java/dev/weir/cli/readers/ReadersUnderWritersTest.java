package dev.weir.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.cli.Called;
import dev.weir.metadata.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Eight writers in two processes publish pairs of tables over and over, on PostgreSQL, while plain Java, DuckDB and pyarrow
/// read what is published, each in its own way.
class ReadersUnderWritersTest {

    private static final int READS = Integer.getInteger("weir.reads", 1500);
    private static final Optional<Path> RESULTS = Optional.ofNullable(System.getProperty("weir.reads.results")).map(Path::of);
    private static final int OF_ONE_ROUND = 30_000;
    /// Of so many reads one is DuckDB's, and one is pyarrow's: plain Java is quicker by as much.
    private static final int OF_ONE_OTHER = 10;
    /// So many commits a reader has seen that was there while something was published.
    private static final int MOVED = 2;
    private static final Pattern READ = Pattern.compile("(\\d+) reads of (\\d+) commits");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void nobodyReadsAMixtureATornFileOrNone() throws Exception {
        List<Round> rounds = new ArrayList<>(before());
        int round = 0;
        try (Postgres postgres = Postgres.start(folder.resolve("postgres"))) {
            while (total(rounds) < READS) {
                String schema = "round_" + ++round;
                String database = postgres.url(schema);
                Round done = play(folder.resolve(schema), database, Math.min(OF_ONE_ROUND, READS - total(rounds)));
                rounds.add(done);
                if (RESULTS.isPresent()) {
                    Files.writeString(
                            RESULTS.get(), JSON.writeValueAsString(done) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
        }
        System.out.printf(
                "%d reads, %d pairs published meanwhile, 0 mixed, torn or not found, in %.0f s%n",
                total(rounds),
                rounds.stream().mapToLong(Round::written).sum(),
                rounds.stream().mapToDouble(Round::seconds).sum());
    }

    private static List<Round> before() throws IOException {
        List<Round> rounds = new ArrayList<>();
        if (RESULTS.isPresent() && Files.exists(RESULTS.get())) {
            for (String line : Files.readAllLines(RESULTS.get())) {
                rounds.add(JSON.readValue(line, Round.class));
            }
        }
        return rounds;
    }

    private static int total(List<Round> rounds) {
        return rounds.stream().mapToInt(Round::total).sum();
    }

    private static Round play(Path project, String database, int reads) throws Exception {
        Files.createDirectories(project);
        Files.writeString(project.resolve("weir.yaml"), "project: pairs\n");
        Files.writeString(project.resolve(Pairs.FILE), Pairs.SOURCE);
        // Compiles it, so that the writers need not.
        Map<String, String> variables = Map.of("WEIR_DATABASE_URL", database);
        assertThat(Called.in(project, variables, "db", "migrate", "-f", Pairs.FILE).err()).isEmpty();
        assertThat(Called.in(project, variables, "materialize", "-f", Pairs.FILE).err()).isEmpty();
        Path warehouse = Pairs.warehouse(project);
        long start = System.nanoTime();
        Map<String, Integer> done = new HashMap<>();
        Map<String, Integer> commits = new HashMap<>();
        long written;
        try (WriterProcess first = WriterProcess.start(project, database, 1, 4);
                WriterProcess second = WriterProcess.start(project, database, 5, Pairs.DAYS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            first.awaitBegun();
            second.awaitBegun();
            long before = first.written() + second.written();
            int slow = reads / OF_ONE_OTHER + 1;
            Map<String, Integer> shares = Map.of("java", reads - 2 * slow, "duckdb", slow, "pyarrow", slow);
            Future<Integer> plain = threads.submit(() -> read(new CatalogReader(warehouse), shares.get("java")));
            Future<Integer> duckDb = threads.submit(() -> read(new DuckDbReader(warehouse), shares.get("duckdb")));
            Future<Integer> arrow = threads.submit(() -> readWithPyarrow(project, shares.get("pyarrow")));
            commits.put("java", plain.get());
            commits.put("duckdb", duckDb.get());
            commits.put("pyarrow", arrow.get());
            written = first.written() + second.written() - before;
            done.putAll(shares);
        }
        assertThat(commits.values()).as("commits seen").allMatch(seen -> seen >= MOVED);
        return new Round(
                done, commits, written, (System.nanoTime() - start) / 1e9, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /// How many different commits it saw.
    private static int read(Reader program, int reads) throws Exception {
        Set<Long> commits = new HashSet<>();
        long newest = 0;
        try (Reader reader = program) {
            for (int i = 0; i < reads || commits.size() < MOVED; i++) {
                Reader.Reading reading = reader.read();
                assertThat(reading.wrong()).isEmpty();
                assertThat(reading.sequence()).as("commit of the view").isGreaterThanOrEqualTo(newest);
                newest = reading.sequence();
                commits.add(newest);
            }
        }
        return commits.size();
    }

    private static int readWithPyarrow(Path project, int reads) throws Exception {
        Process process = Pairs.pyarrow(project, reads, MOVED).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        Matcher read = READ.matcher(said);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(read.matches()).as(said).isTrue();
        return Integer.parseInt(read.group(2));
    }
}
