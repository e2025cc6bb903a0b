package dev.weir.materializer.project;

import dev.weir.assets.Backoff;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Labels;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.Retention;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.WrittenDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `defaults:` of weir.yaml. What is left out of a retry is as in `@Retry`.
final class AssetDefaultsReader {

    static final List<String> KEYS = List.of("retry", "timeout", "pool", "keep", "owners", "tags");
    static final List<String> RETRY_KEYS = List.of("max", "delay", "backoff", "jitter");
    static final List<String> BACKOFFS =
            Arrays.stream(Backoff.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();

    private final YamlReader yaml;

    AssetDefaultsReader(YamlReader yaml) {
        this.yaml = yaml;
    }

    AssetDefaults read(@Nullable Node defaults) {
        if (defaults == null) {
            return AssetDefaults.NONE;
        }
        Map<String, Node> keys = yaml.mapping("defaults", defaults, KEYS);
        return new AssetDefaults(
                new Execution(
                                keys.containsKey("retry") ? retry(keys.get("retry")) : new Setting.Inherit<>(),
                                setting(keys, "timeout", WrittenDuration::setting),
                                setting(keys, "pool", PoolName::parse))
                        .keeping(setting(keys, "keep", text -> new Setting.Of<>(Retention.parse(text)))),
                labels(keys, "owners"),
                labels(keys, "tags"));
    }

    private <T> Setting<T> setting(Map<String, Node> keys, String key, Function<String, Setting<T>> parse) {
        return parsed(keys, "defaults: ", key, parse).orElseGet(Setting.Inherit::new);
    }

    private Setting<RetryPolicy> retry(Node node) {
        Map<String, Node> keys = yaml.mapping("defaults: retry", node, RETRY_KEYS);
        String place = "defaults: retry: ";
        if (!keys.containsKey("max")) {
            yaml.wrong(node, "defaults: retry has no max: write how many times to try again, such as {max: 3}");
            return new Setting.Inherit<>();
        }
        int max = parsed(keys, place, "max", AssetDefaultsReader::wholeNumber).orElse(0);
        Duration delay = parsed(keys, place, "delay", WrittenDuration::parse).orElse(Duration.ofSeconds(1));
        Backoff backoff = parsed(keys, place, "backoff", AssetDefaultsReader::backoff).orElse(Backoff.EXPONENTIAL);
        double jitter = parsed(keys, place, "jitter", AssetDefaultsReader::share).orElse(0.1);
        return max == 0 ? new Setting.None<>() : new Setting.Of<>(new RetryPolicy(max, delay, backoff, jitter));
    }

    private <T> Optional<T> parsed(Map<String, Node> keys, String place, String key, Function<String, T> parse) {
        Node node = keys.get(key);
        if (node == null) {
            return Optional.empty();
        }
        try {
            return yaml.text(place + key, node).map(parse);
        } catch (IllegalArgumentException malformed) {
            yaml.wrong(node, "%s%s: %s".formatted(place, key, malformed.getMessage()));
            return Optional.empty();
        }
    }

    private static int wholeNumber(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("'%s' is not a number of retries: write 0 or more".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static Backoff backoff(String text) {
        if (!BACKOFFS.contains(text)) {
            throw new IllegalArgumentException("'%s' is none of %s.%s"
                    .formatted(text, String.join(", ", BACKOFFS), DidYouMean.among(BACKOFFS).hint(text)));
        }
        return Backoff.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static double share(String text) {
        if (!text.matches("0|1|0?\\.[0-9]+|1\\.0+")) {
            throw new IllegalArgumentException("'%s' is not a share: write a number from 0 to 1".formatted(text));
        }
        return Double.parseDouble(text);
    }

    private List<String> labels(Map<String, Node> keys, String key) {
        List<String> labels = new ArrayList<>();
        Node list = keys.get(key);
        if (list != null) {
            String place = "defaults: " + key;
            for (Node each : yaml.list(place, list)) {
                yaml.text(place, each).ifPresent(label -> {
                    try {
                        Labels.require(key, label, labels);
                        labels.add(label);
                    } catch (IllegalArgumentException wrong) {
                        yaml.wrong(each, "%s: %s".formatted(place, wrong.getMessage()));
                    }
                });
            }
        }
        return labels;
    }
}
