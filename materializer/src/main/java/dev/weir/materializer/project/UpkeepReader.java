package dev.weir.materializer.project;

import dev.weir.assets.spec.Retention;
import dev.weir.assets.spec.WrittenDuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `retention:` of weir.yaml.
final class UpkeepReader {

    static final List<String> KEYS = List.of("grace", "logs", "runs");

    private final YamlReader yaml;

    UpkeepReader(YamlReader yaml) {
        this.yaml = yaml;
    }

    Upkeep read(@Nullable Node retention) {
        if (retention == null) {
            return Upkeep.UNSAID;
        }
        Map<String, Node> keys = yaml.mapping("retention", retention, KEYS);
        return new Upkeep(
                parsed(keys, "grace", WrittenDuration::parse),
                parsed(keys, "logs", text -> age("logs", text)),
                parsed(keys, "runs", text -> age("runs", text)));
    }

    private static Retention age(String what, String text) {
        Retention kept = Retention.parse(text);
        if (kept instanceof Retention.Last) {
            throw new IllegalArgumentException(
                    "'%s' counts, and %s are kept by their age: write 'all', '90 days' or '2 years'".formatted(text, what));
        }
        return kept;
    }

    private <T> Optional<T> parsed(Map<String, Node> keys, String key, Function<String, T> parse) {
        Node node = keys.get(key);
        if (node == null) {
            return Optional.empty();
        }
        try {
            return yaml.text("retention: " + key, node).map(parse);
        } catch (IllegalArgumentException malformed) {
            yaml.wrong(node, "retention: %s: %s".formatted(key, malformed.getMessage()));
            return Optional.empty();
        }
    }
}
