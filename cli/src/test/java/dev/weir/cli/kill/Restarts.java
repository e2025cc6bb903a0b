package dev.weir.cli.kill;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has come of the restarts of PostgreSQL so far. In a file, one line of JSON a store, it outlives the test, which then
/// goes on where it was ended.
final class Restarts {

    private static final JsonMapper JSON = new JsonMapper();

    private final Optional<Path> file;
    private final List<OfOneStore> stores = new ArrayList<>();

    /// One line.
    ///
    /// @param store which of those that the seed decides about
    /// @param unknown how many commits ended without an answer
    /// @param foundOut of how many of these the process found out itself what had become of them
    /// @param sentences what processes said that did not get to their end
    /// @param violations what was found wrong, in sentences
    record OfOneStore(
            long seed,
            int store,
            int restarts,
            int acknowledged,
            int unknown,
            int foundOut,
            List<String> sentences,
            List<String> violations,
            double seconds,
            String finished,
            double load) {

        OfOneStore {
            sentences = List.copyOf(sentences);
            violations = List.copyOf(violations);
        }

        @JsonIgnore
        boolean isRight() {
            return violations.isEmpty() && sentences.stream().allMatch(said -> said.matches("weir: [^\n]+\n"));
        }
    }

    private Restarts(Optional<Path> file) {
        this.file = file;
    }

    static Restarts of(Optional<Path> file) throws IOException {
        Restarts restarts = new Restarts(file);
        if (file.isPresent() && Files.exists(file.get())) {
            for (String line : Files.readAllLines(file.get())) {
                restarts.stores.add(JSON.readValue(line, OfOneStore.class));
            }
        }
        return restarts;
    }

    void add(OfOneStore store) throws IOException {
        stores.add(store);
        if (file.isPresent()) {
            Files.writeString(
                    file.get(), JSON.writeValueAsString(store) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    List<OfOneStore> all() {
        return List.copyOf(stores);
    }

    int count() {
        return stores.stream().mapToInt(OfOneStore::restarts).sum();
    }

    int next(long seed) {
        return 1 + stores.stream().filter(each -> each.seed() == seed).mapToInt(OfOneStore::store).max().orElse(0);
    }

    /// All of them in one sentence, and below it what processes said that did not get to their end.
    @Override
    public String toString() {
        List<String> sentences = stores.stream().flatMap(each -> each.sentences().stream()).toList();
        return "%d restarts in %d stores, %d acknowledged results, %d commits without an answer, of which %d were found out by their process, %d violations; %d processes went on to their end%n%s"
                .formatted(
                        count(),
                        stores.size(),
                        stores.stream().mapToInt(OfOneStore::acknowledged).sum(),
                        stores.stream().mapToInt(OfOneStore::unknown).sum(),
                        stores.stream().mapToInt(OfOneStore::foundOut).sum(),
                        stores.stream().mapToInt(each -> each.violations().size()).sum(),
                        count() - sentences.size(),
                        String.join("", sentences.stream().distinct().toList()));
    }
}
