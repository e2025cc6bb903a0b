package dev.weir.materializer.project;

import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.problem.WeirException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `jobs:` and the sections of `config:` in weir.yaml.
final class JobReader {

    static final List<String> KEYS = List.of("select", "description", "config");

    private final YamlReader yaml;

    JobReader(YamlReader yaml) {
        this.yaml = yaml;
    }

    Map<String, Job> read(@Nullable Node jobs) {
        Map<String, Job> read = new LinkedHashMap<>();
        yaml.mapping("jobs", jobs).forEach((name, node) -> {
            if (name.matches(ProjectFileReader.NAME)) {
                job("jobs: " + name, node).ifPresent(job -> read.put(name, job));
            } else {
                yaml.wrong(node, "'%s' is not the name of a job: start with a letter, then use lower-case letters, digits, '-' and '_'"
                        .formatted(name));
            }
        });
        return read;
    }

    private Optional<Job> job(String place, Node node) {
        Map<String, Node> keys = yaml.mapping(place, node, KEYS);
        Node select = keys.get("select");
        Node description = keys.get("description");
        Map<String, Map<String, WrittenText>> config = config(place + ": config", keys.get("config"));
        if (select == null) {
            yaml.wrong(node, "%s has no select: write which assets it is, such as select: 'group:flights'".formatted(place));
            return Optional.empty();
        }
        String told = description == null ? "" : yaml.text(place + ": description", description).orElse("");
        return yaml.text(place + ": select", select)
                .flatMap(text -> selection(place, text, select))
                .map(selection -> new Job(told, selection, config));
    }

    private Optional<AssetSelection> selection(String place, String text, Node node) {
        try {
            return Optional.of(AssetSelection.parse(text));
        } catch (WeirException malformed) {
            yaml.wrong(node, "%s: select: %s".formatted(place, malformed.getMessage()));
            return Optional.empty();
        }
    }

    /// The values of records of configuration, by the names of the record and the component.
    Map<String, Map<String, WrittenText>> config(String place, @Nullable Node config) {
        Map<String, Map<String, WrittenText>> sections = new LinkedHashMap<>();
        yaml.mapping(place, config).forEach((name, section) -> {
            String within = place + ": " + name;
            Map<String, WrittenText> values = new LinkedHashMap<>();
            yaml.mapping(within, section).forEach((field, value) -> yaml.text(within + ": " + field, value)
                    .ifPresent(text -> values.put(field, new WrittenText(text, yaml.placeOf(value)))));
            sections.put(name, values);
        });
        return sections;
    }
}
