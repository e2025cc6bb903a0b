package dev.weir.cli.kill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What results add up to, as a table of Markdown and sentences below it.
final class Summary {

    private static final int ENOUGH = 100;

    private final List<Tally> tallies;
    private final Map<Engine, Map<String, Integer>> kills = new EnumMap<>(Engine.class);

    private Summary(List<Tally> tallies) {
        this.tallies = tallies;
        for (Engine engine : Engine.values()) {
            kills.put(engine, new HashMap<>());
        }
        for (Tally tally : tallies) {
            tally.kills().forEach((place, count) -> kills.get(tally.database()).merge(place, count, Integer::sum));
        }
    }

    static String of(List<Tally> tallies) {
        Summary summary = new Summary(tallies);
        List<String> lines = new ArrayList<>(List.of(sentence(tallies)));
        lines.add("");
        lines.add("| Killed at | H2 | PostgreSQL |");
        lines.add("|---|---|---|");
        for (String place : Kill.places()) {
            lines.add("| `%s` | %d | %d |"
                    .formatted(place, summary.at(Engine.H2, place), summary.at(Engine.POSTGRESQL, place)));
        }
        lines.add("| all | %d | %d |".formatted(summary.all(Engine.H2), summary.all(Engine.POSTGRESQL)));
        lines.add("");
        lines.addAll(summary.sentences());
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /// All of it in one sentence.
    static String sentence(List<Tally> tallies) {
        int kills = tallies.stream().mapToInt(Tally::killed).sum();
        int acknowledged = tallies.stream().mapToInt(Tally::acknowledged).sum();
        int violations = tallies.stream().mapToInt(tally -> tally.violations().size()).sum();
        double seconds = tallies.stream().mapToDouble(Tally::seconds).sum();
        return "%d kills in %d stores, %d acknowledged results, %d violations, %.0f seconds added up over the stores"
                .formatted(kills, tallies.size(), acknowledged, violations, seconds);
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            int least = Kill.places().stream().mapToInt(place -> at(engine, place)).min().orElse(0);
            sentences.add("%s: %d times where it was least%s".formatted(engine, least, tooSeldom(engine)));
        }
        return sentences;
    }

    private String tooSeldom(Engine engine) {
        List<String> seldom = Kill.places().stream()
                .filter(place -> at(engine, place) < ENOUGH)
                .toList();
        if (seldom.equals(Kill.places())) {
            return "; less than %d times everywhere.".formatted(ENOUGH);
        }
        return seldom.isEmpty() ? "." : "; less than %d times: %s.".formatted(ENOUGH, String.join(", ", seldom));
    }

    private int at(Engine engine, String place) {
        return kills.get(engine).getOrDefault(place, 0);
    }

    private int all(Engine engine) {
        return kills.get(engine).values().stream().mapToInt(Integer::intValue).sum();
    }
}
