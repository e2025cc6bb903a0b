package dev.weir.cli.kill;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has come of all batches so far. In a file, one line of JSON a batch, it outlives the test, which then goes on where
/// it was ended. Threads may share it.
final class Results {

    private static final JsonMapper JSON = new JsonMapper();

    private final Optional<Path> file;
    private final List<Tally> tallies = new ArrayList<>();

    private Results(Optional<Path> file) {
        this.file = file;
    }

    static Results of(Optional<Path> file) throws IOException {
        Results results = new Results(file);
        if (file.isPresent() && Files.exists(file.get())) {
            for (String line : Files.readAllLines(file.get())) {
                results.tallies.add(JSON.readValue(line, Tally.class));
            }
        }
        return results;
    }

    synchronized void add(Tally tally) {
        tallies.add(tally);
        file.ifPresent(path -> append(path, tally));
    }

    synchronized List<Tally> all() {
        return List.copyOf(tallies);
    }

    private static void append(Path path, Tally tally) {
        try {
            Files.writeString(
                    path, JSON.writeValueAsString(tally) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /// The batches that are missing to a number of kills: of each database as many as of the other, and those first that
    /// were begun and not ended.
    synchronized List<Batch.Key> missing(int kills, long seed) {
        List<Batch.Key> keys = new ArrayList<>();
        List<Batch.Key> done = new ArrayList<>(tallies.stream()
                .map(tally -> new Batch.Key(tally.database(), tally.seed(), tally.batch()))
                .toList());
        int batch = Kill.places().size() - 1 + Kill.FROM_OUTSIDE;
        int there = tallies.stream().mapToInt(Tally::killed).sum();
        for (; there < kills; there += batch) {
            Batch.Key next = next(done, seed);
            done.add(next);
            keys.add(next);
        }
        return keys;
    }

    private static Batch.Key next(List<Batch.Key> done, long seed) {
        long onH2 = done.stream().filter(key -> key.database() == Engine.H2).count();
        Engine database = onH2 * 2 <= done.size() ? Engine.H2 : Engine.POSTGRESQL;
        for (int number = 1; ; number++) {
            Batch.Key key = new Batch.Key(database, seed, number);
            if (!done.contains(key)) {
                return key;
            }
        }
    }
}
