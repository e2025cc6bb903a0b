package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.wiring.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the last word of a command line may become, told from the same syntax as the help.
final class Completion {
    private static final List<String> STATUSES =
            Stream.of("missing", "stale", "failed", "rejected", "tainted", "held", "running").map("status:"::concat).toList();

    private final Path folder;
    private final Supplier<Names> names;

    /// @param folder that paths start from
    /// @param names asked for where assets may stand
    Completion(Path folder, Supplier<Names> names) {
        this.folder = folder;
        this.names = names;
    }

    /// What a project has names for.
    ///
    /// @param labels which selections may name beside assets, such as `group:flights`
    record Names(SortedSet<String> assets, SortedSet<String> labels) {
        static final Names NONE = new Names(new TreeSet<>(), new TreeSet<>());

        static Names of(Workspace workspace) {
            SortedSet<String> assets = new TreeSet<>();
            SortedSet<String> labels = new TreeSet<>(STATUSES);
            for (AssetKey key : workspace.graph().keys()) {
                AssetSpec asset = workspace.graph().asset(key);
                assets.add(key.toString());
                labels.add("group:" + asset.description().group());
                asset.description().owners().forEach(owner -> labels.add("owner:" + owner));
                asset.description().tags().forEach(tag -> labels.add("tag:" + tag));
                asset.description().kinds().forEach(kind -> labels.add("kind:" + kind));
            }
            workspace.jobs().keySet().forEach(job -> labels.add("job:" + job));
            return new Names(assets, labels);
        }
    }

    /// The whole words, sorted.
    List<String> of(TypedLine line) {
        String current = line.current();
        return candidates(line).stream()
                .filter(word -> word.startsWith(current))
                .sorted()
                .distinct()
                .toList();
    }

    private List<String> candidates(TypedLine line) {
        if (line.awaited().isPresent()) {
            return values(line.awaited().get(), line.current());
        }
        if (line.current().startsWith("-")) {
            return line.options().stream().map(Option::name).toList();
        }
        List<String> candidates = new ArrayList<>(commands(line));
        if (line.syntax().isPresent() && line.given() < line.syntax().get().words().atMost()) {
            candidates.addAll(words(line.syntax().get().words(), line));
        }
        return candidates;
    }

    /// The next word of commands that begin like this.
    private static List<String> commands(TypedLine line) {
        int at = line.words().size();
        List<String> next = new ArrayList<>();
        for (String name : Commands.NAMES) {
            List<String> words = List.of(name.split(" "));
            if (words.size() > at && words.subList(0, at).equals(line.words())) {
                next.add(words.get(at));
            }
        }
        return next;
    }

    private List<String> words(Words words, TypedLine line) {
        return switch (words.label()) {
            case "SELECTION" -> selections(line.current());
            case "ASSET", "VERSION" -> List.copyOf(names.get().assets());
            case "RUN" -> List.of("latest");
            case "RUN [STEP]" -> line.given() == 0 ? List.of("latest") : List.copyOf(names.get().assets());
            case "ASSET FILES" -> line.given() == 0 ? List.copyOf(names.get().assets()) : List.of();
            case "CODE" -> Stream.of(ProblemCode.values()).map(Enum::name).toList();
            case "FOLDER" -> paths(line.current(), "/");
            case "SHELL" -> CompletionCommand.SHELLS;
            default -> List.of();
        };
    }

    /// Assets and labels; after a sign for neighbors, assets with that sign.
    private List<String> selections(String current) {
        Names known = names.get();
        if (current.startsWith("+")) {
            return known.assets().stream().map("+"::concat).toList();
        }
        List<String> selections = new ArrayList<>(known.assets());
        selections.addAll(known.labels());
        return selections;
    }

    private List<String> values(Option option, String current) {
        if (option.equals(Syntax.PROJECT)) {
            return paths(current, "/");
        }
        if (option.equals(Syntax.FILE)) {
            return paths(current, ".java");
        }
        return switch (option.label()) {
            case "FORMAT" -> List.of("text", "mermaid", "dot", "json");
            case "RUN" -> List.of("latest");
            case "KEY" -> List.of("latest", "missing");
            default -> List.of();
        };
    }

    /// Folders, with a slash behind them, and the files whose names end so.
    private List<String> paths(String current, String ending) {
        String above = current.substring(0, current.lastIndexOf('/') + 1);
        try (Stream<Path> within = Files.list(folder.resolve(above))) {
            return within.map(path -> above + path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
                    .filter(path -> path.endsWith("/") || path.endsWith(ending))
                    .filter(path -> !path.startsWith(above + ".") || current.startsWith(above + "."))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
