package dev.weir.materializer.simulation;

import dev.weir.materializer.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The ranges of seeds that were played and broke nothing. In a file, one line of JSON a range, they outlive the test, which
/// then goes on where it was ended; several files laid one behind the other are one.
final class PlayedSeeds {

    private final Path file;
    private final List<Range> ranges = new ArrayList<>();

    /// @param seconds how long it took
    /// @param finished when, in UTC
    /// @param events how often what happened, by [Toll.Event]
    record Range(long from, long seeds, double seconds, String finished, Map<String, Long> events) {

        Range {
            events = new TreeMap<>(events);
        }

        long end() {
            return from + seeds;
        }
    }

    private PlayedSeeds(Path file) {
        this.file = file;
    }

    static PlayedSeeds in(Path file) throws IOException {
        PlayedSeeds played = new PlayedSeeds(file);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                played.ranges.add(parse(line));
            }
        }
        played.ranges.sort(Comparator.comparing(Range::from));
        return played;
    }

    /// The first seed, from one on, that no range holds.
    long firstAfter(long from) {
        long next = from;
        for (Range range : ranges) {
            if (range.from() <= next && next < range.end()) {
                next = range.end();
            }
        }
        return next;
    }

    void add(Range range) throws IOException {
        ranges.add(range);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("from", range.from());
        line.put("seeds", range.seeds());
        line.put("seconds", range.seconds());
        line.put("finished", range.finished());
        line.put("events", range.events());
        Files.writeString(file, Json.write(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /// What all ranges add up to; a seed that two ranges hold counts once.
    String sum() {
        List<Range> inOrder = ranges.stream().sorted(Comparator.comparing(Range::from)).toList();
        Map<String, Long> events = new TreeMap<>();
        long seeds = 0;
        long end = Long.MIN_VALUE;
        double seconds = 0;
        for (Range range : inOrder) {
            seeds += Math.max(0, range.end() - Math.max(end, range.from()));
            end = Math.max(end, range.end());
            seconds += range.seconds();
            range.events().forEach((event, times) -> events.merge(event, times, Long::sum));
        }
        return "%d seeds in %d ranges, nothing broken, in %.0f s: %s".formatted(seeds, ranges.size(), seconds, events);
    }

    private static Range parse(String line) throws IOException {
        if (!(Json.read(line) instanceof Map<?, ?> map) || !(map.get("events") instanceof Map<?, ?> counted)) {
            throw new IOException("No range of seeds: " + line);
        }
        Map<String, Long> events = new TreeMap<>();
        counted.forEach((event, times) -> events.put(String.valueOf(event), number(times).longValue()));
        return new Range(
                number(map.get("from")).longValue(),
                number(map.get("seeds")).longValue(),
                number(map.get("seconds")).doubleValue(),
                String.valueOf(map.get("finished")),
                events);
    }

    private static Number number(Object value) {
        return (Number) value;
    }
}
