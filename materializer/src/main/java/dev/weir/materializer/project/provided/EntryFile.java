package dev.weir.materializer.project.provided;

import dev.weir.assets.SnakeCase;
import dev.weir.assets.problem.DidYouMean;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads a YAML or JSON file that is a list of mappings into records, and collects what is wrong with it, by line.
final class EntryFile<E extends Record> {

    private static final int LONGEST = 64 << 20;

    private final String name;
    private final Class<E> type;
    private final Map<String, RecordComponent> components = new LinkedHashMap<>();
    private final IdentityHashMap<Object, String> places = new IdentityHashMap<>();
    private final List<String> problems = new ArrayList<>();

    EntryFile(String name, Class<E> type) {
        this.name = name;
        this.type = type;
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(SnakeCase.of(component.getName()), component);
        }
    }

    IdentityHashMap<Object, String> places() {
        return places;
    }

    List<String> problems() {
        return problems;
    }

    List<E> read(Path file) {
        try {
            return YamlText.read(Files.readString(file), LONGEST).map(this::entries).orElse(List.of());
        } catch (NoSuchFileException missing) {
            problems.add("%s: there is no such file in %s".formatted(name, file.toAbsolutePath().getParent()));
        } catch (IOException unreadable) {
            problems.add("%s cannot be read: %s".formatted(name, unreadable.getMessage()));
        } catch (MarkedYamlEngineException malformed) {
            wrong(malformed.getProblemMark(), malformed.getProblem());
        } catch (YamlEngineException malformed) {
            wrong(Optional.empty(), String.valueOf(malformed.getMessage()));
        }
        return List.of();
    }

    private List<E> entries(Node document) {
        List<E> entries = new ArrayList<>();
        if (!(document instanceof SequenceNode sequence)) {
            wrong(document.getStartMark(), "write a list of entries, each beginning with '- '");
            return entries;
        }
        for (Node node : sequence.getValue()) {
            if (node instanceof MappingNode mapping) {
                entry(mapping).ifPresent(entry -> {
                    entries.add(entry);
                    places.put(entry, placeOf(node.getStartMark()));
                });
            } else {
                wrong(node.getStartMark(), "an entry is keys with values, such as 'name: speed'");
            }
        }
        return entries;
    }

    private Optional<E> entry(MappingNode mapping) {
        int before = problems.size();
        Map<String, Node> written = written(mapping);
        @Nullable Object[] values = new @Nullable Object[components.size()];
        Class<?>[] types = new Class<?>[values.length];
        int i = 0;
        for (Map.Entry<String, RecordComponent> component : components.entrySet()) {
            types[i] = component.getValue().getType();
            values[i++] = value(mapping, component.getKey(), component.getValue(), written.get(component.getKey()));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(Reflection.construct(type, types, values));
        } catch (IllegalArgumentException refused) {
            wrong(mapping.getStartMark(), String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private Map<String, Node> written(MappingNode mapping) {
        Map<String, Node> written = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!components.containsKey(key)) {
                String hint = DidYouMean.among(components.keySet()).hint(key);
                wrong(tuple.getKeyNode().getStartMark(), "key %s is unknown.%s"
                        .formatted(key, hint.isEmpty() ? " Known are " + String.join(", ", components.keySet()) + "." : hint));
            } else if (written.put(key, tuple.getValueNode()) != null) {
                wrong(tuple.getKeyNode().getStartMark(), "key %s stands twice: keep one".formatted(key));
            }
        }
        return written;
    }

    private @Nullable Object value(MappingNode entry, String key, RecordComponent component, @Nullable Node node) {
        if (node == null) {
            if (component.getType() == Optional.class) {
                return Optional.empty();
            }
            if (component.getType() == List.class) {
                return List.of();
            }
            wrong(entry.getStartMark(), "the entry has no %s".formatted(key));
            return null;
        }
        try {
            return EntryValues.of(component.getGenericType(), node);
        } catch (IllegalArgumentException malformed) {
            wrong(node.getStartMark(), "%s: %s".formatted(key, malformed.getMessage()));
            return null;
        }
    }

    private void wrong(Optional<Mark> mark, String message) {
        problems.add(placeOf(mark) + ": " + message);
    }

    private String placeOf(Optional<Mark> mark) {
        return mark.map(at -> name + ":" + (at.getLine() + 1)).orElse(name);
    }
}
