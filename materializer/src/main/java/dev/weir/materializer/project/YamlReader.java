package dev.weir.materializer.project;

import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.materializer.project.provided.YamlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Takes a YAML text apart into mappings, lists and texts, and collects what is wrong, each with its line. Only the core
/// schema is known, and what is read goes no deeper than what it asks for, so no file can make it work long.
final class YamlReader {

    private static final int LONGEST = 1 << 20;
    private static final int NOWHERE = -1;

    private final String fileName;
    private final List<Wrong> problems = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    YamlReader(String fileName) {
        this.fileName = fileName;
    }

    /// Where each text and list stands that was read, by its keys joined with dots.
    Map<String, String> places() {
        return Map.copyOf(places);
    }

    /// What is wrong, by line.
    List<Problem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Wrong::line))
                .map(wrong -> Problem.of(ProblemCode.MALFORMED_PROJECT, "%s: %s".formatted(placeOf(wrong.line), wrong.message)))
                .toList();
    }

    /// The values of the one mapping that a text is, by their keys.
    Map<String, Node> document(String text, List<String> known) {
        try {
            return YamlText.read(text, LONGEST)
                    .map(node -> mapping("", node, known))
                    .orElseGet(Map::of);
        } catch (MarkedYamlEngineException malformed) {
            int line = malformed.getProblemMark().map(Mark::getLine).orElse(NOWHERE);
            problems.add(new Wrong(line, said(malformed)));
        } catch (YamlEngineException malformed) {
            problems.add(new Wrong(NOWHERE, String.valueOf(malformed.getMessage())));
        }
        return Map.of();
    }

    // Some of its problems are the second half of a sentence.
    private static String said(MarkedYamlEngineException malformed) {
        String problem = malformed.getProblem();
        return problem.startsWith("but ") ? malformed.getContext() + ", " + problem : problem;
    }

    /// The values of a mapping with keys of which all are known.
    Map<String, Node> mapping(String name, Node node, List<String> known) {
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple entry : read(name, node)) {
            String key = ((ScalarNode) entry.getKeyNode()).getValue();
            if (known.contains(key)) {
                values.put(key, entry.getValueNode());
            } else {
                String within = name.isEmpty() ? "" : " under " + name;
                String hint = DidYouMean.among(known).hint(key);
                wrong(entry.getKeyNode(), "Key %s%s is unknown.%s"
                        .formatted(key, within, hint.isEmpty() ? " Known are " + String.join(", ", known) + "." : hint));
            }
        }
        return values;
    }

    /// The values of a mapping whose keys are names of the user's; empty if there is none.
    Map<String, Node> mapping(String name, @Nullable Node node) {
        Map<String, Node> values = new LinkedHashMap<>();
        if (node != null) {
            read(name, node).forEach(entry ->
                    values.put(((ScalarNode) entry.getKeyNode()).getValue(), entry.getValueNode()));
        }
        return values;
    }

    /// The entries of a mapping, each key a text and there once.
    private List<NodeTuple> read(String name, Node node) {
        List<NodeTuple> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (isNothing(node)) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            wrong(node, "%s is %s: write keys with values, such as '%s'"
                    .formatted(name.isEmpty() ? "The file" : name, kindOf(node), name.isEmpty() ? "parallel: 4" : "key: value"));
            return entries;
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                wrong(entry.getKeyNode(), "A key is %s: write a name".formatted(kindOf(entry.getKeyNode())));
            } else if (names.add(key.getValue())) {
                entries.add(entry);
            } else {
                wrong(key, "Key %s stands twice: keep one".formatted(key.getValue()));
            }
        }
        return entries;
    }

    List<Node> list(String name, Node node) {
        if (node instanceof SequenceNode sequence) {
            places.put(name.replace(": ", "."), placeOf(node));
            return sequence.getValue();
        }
        wrong(node, "%s is %s: write a list, such as '[a, b]'".formatted(name, kindOf(node)));
        return List.of();
    }

    Optional<String> text(String name, Node node) {
        if (isText(node)) {
            ScalarNode scalar = (ScalarNode) node;
            places.putIfAbsent(name.replace(": ", "."), placeOf(node));
            // YAML takes True and TRUE for the same.
            boolean isBoolean = Tag.BOOL.equals(node.getTag());
            return Optional.of(isBoolean ? scalar.getValue().toLowerCase(Locale.ROOT) : scalar.getValue());
        }
        wrong(node, "%s is %s: write one value".formatted(name, kindOf(node)));
        return Optional.empty();
    }

    static boolean isText(Node node) {
        return node instanceof ScalarNode && !isNothing(node);
    }

    private static boolean isNothing(Node node) {
        return Tag.NULL.equals(node.getTag());
    }

    private static String kindOf(Node node) {
        return switch (node) {
            case Node nothing when isNothing(nothing) -> "empty";
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            default -> "a single value";
        };
    }

    void wrong(Node node, String message) {
        problems.add(new Wrong(lineOf(node), message));
    }

    String placeOf(Node node) {
        return placeOf(lineOf(node));
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(NOWHERE);
    }

    private String placeOf(int line) {
        return line == NOWHERE ? fileName : fileName + ":" + (line + 1);
    }

    /// @param line from 0, or [#NOWHERE]
    private record Wrong(int line, String message) {}
}
