package dev.weir.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How many inputs each target has taken, in parts that add up. A file of them may be ended and gone on with at any time.
///
/// @param file of earlier parts, and of those that are added; nothing is kept without one
record FuzzResults(Optional<Path> file, List<Part> parts) {

    private static final int PART = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param seed numbers the parts of a target from 1
    record Part(Target.Named target, long seed, int inputs) {}

    FuzzResults(Optional<Path> file) throws IOException {
        this(file, read(file));
    }

    private static List<Part> read(Optional<Path> file) throws IOException {
        List<Part> parts = new ArrayList<>();
        if (file.isPresent() && Files.exists(file.get())) {
            for (String line : Files.readAllLines(file.get())) {
                JsonNode part = JSON.readTree(line);
                parts.add(new Part(
                        Target.Named.valueOf(part.get("target").asText()),
                        part.get("seed").asLong(),
                        part.get("inputs").asInt()));
            }
        }
        return parts;
    }

    /// What is left, the targets in turn, so that whatever is ended early has had some of each.
    List<Part> missing(int inputs, Set<Target.Named> targets) {
        List<Part> missing = new ArrayList<>();
        Map<Target.Named, Integer> had = inputs();
        for (int part = 1; (part - 1) * (long) PART < inputs; part++) {
            for (Target.Named target : new TreeSet<>(targets)) {
                int done = had.getOrDefault(target, 0);
                int from = (part - 1) * PART;
                int to = Math.min(inputs, part * PART);
                if (done < to) {
                    missing.add(new Part(target, part, to - Math.max(from, done)));
                }
            }
        }
        return missing;
    }

    private Map<Target.Named, Integer> inputs() {
        Map<Target.Named, Integer> inputs = new EnumMap<>(Target.Named.class);
        parts.forEach(part -> inputs.merge(part.target(), part.inputs(), Integer::sum));
        return inputs;
    }

    void add(Part part) throws IOException {
        parts.add(part);
        if (file.isPresent()) {
            Map<String, Object> line = Map.of("target", part.target().name(), "seed", part.seed(), "inputs", part.inputs());
            Files.writeString(
                    file.get(),
                    JSON.writeValueAsString(line) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    String summary() {
        return "Inputs of a fuzzer: " + inputs();
    }
}
