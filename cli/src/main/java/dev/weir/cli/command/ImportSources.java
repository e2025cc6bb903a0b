package dev.weir.cli.command;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.materializer.plan.Reason.Imported;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.UnknownPartitionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the files that somebody wants imported, and the partitions they are of. Names all that is wrong at once.
final class ImportSources {
    private static final String HOLE = "{partition}";
    private static final String SUFFIX = ".parquet";

    private final AssetSpec asset;
    private final Path here;
    private final List<String> wrong = new ArrayList<>();

    ImportSources(AssetSpec asset, Path here) {
        this.asset = asset;
        this.here = here;
    }

    /// @param named files and folders, as typed
    /// @param partition that all are of
    /// @param pattern by which a part of each path names its partition
    /// @return the files of each partition, by its ordinal
    /// @throws WeirException with every file and partition that cannot be imported
    SortedMap<Integer, Imported> find(List<String> named, Optional<String> partition, Optional<String> pattern) {
        boolean whole = asset.partitions() instanceof Unpartitioned;
        if (whole && (partition.isPresent() || pattern.isPresent())) {
            throw usage("%s is not partitioned: leave --partition and --partition-from-path out.".formatted(asset.key()));
        }
        if (!whole && partition.isPresent() == pattern.isPresent()) {
            throw usage("%s is partitioned (%s): name the partition with --partition KEY, or say how paths name theirs with --partition-from-path, such as 'day={partition}'."
                    .formatted(asset.key(), asset.partitions().describe()));
        }
        SortedMap<Integer, Imported> found = pattern.isPresent()
                ? byPath(named, pattern.get())
                : new TreeMap<>(one(named, whole ? PartitionKey.UNPARTITIONED : new PartitionKey(partition.orElseThrow())));
        if (!wrong.isEmpty()) {
            throw new WeirException(wrong.stream()
                    .map(problem -> Problem.of(ProblemCode.USAGE, problem + "."))
                    .toList());
        }
        return found;
    }

    private SortedMap<Integer, Imported> one(List<String> named, PartitionKey key) {
        List<Path> files = named.stream().flatMap(name -> filesOf(name).stream()).toList();
        SortedMap<Integer, Imported> found = new TreeMap<>();
        ordinal(key, "--partition").ifPresent(ordinal -> found.put(ordinal, new Imported(String.join(" ", named), files)));
        return found;
    }

    private SortedMap<Integer, Imported> byPath(List<String> named, String pattern) {
        Pattern expression = expression(pattern);
        SortedMap<String, List<Path>> byKey = new TreeMap<>();
        List<Path> unmatched = new ArrayList<>();
        for (String name : named) {
            for (Path file : filesOf(name)) {
                Matcher matcher = expression.matcher(file.toString());
                if (matcher.find()) {
                    byKey.computeIfAbsent(matcher.group(1), _ -> new ArrayList<>()).add(file);
                } else {
                    unmatched.add(file);
                }
            }
        }
        if (!unmatched.isEmpty()) {
            wrong.add("%s names no partition by %s%s"
                    .formatted(unmatched.getFirst(), pattern, others(unmatched.size() - 1)));
        }
        SortedMap<Integer, Imported> found = new TreeMap<>();
        byKey.forEach((key, files) -> {
            String from = pattern.replace(HOLE, key) + " of " + String.join(" ", named);
            ordinal(new PartitionKey(key), files.getFirst().toString())
                    .ifPresent(ordinal -> found.put(ordinal, new Imported(from, files)));
        });
        return found;
    }

    private static String others(int more) {
        return more == 0 ? "" : ", and %,d more files name none".formatted(more);
    }

    private static Pattern expression(String pattern) {
        int hole = pattern.indexOf(HOLE);
        if (hole < 0 || pattern.indexOf(HOLE, hole + 1) >= 0) {
            throw usage("--partition-from-path '%s' has to hold {partition} once, as in 'day={partition}'.".formatted(pattern));
        }
        String before = Pattern.quote(pattern.substring(0, hole));
        String after = Pattern.quote(pattern.substring(hole + HOLE.length()));
        return Pattern.compile("(?<=^|/)" + before + "([^/]+?)" + after + "(?=/|$)");
    }

    private Optional<Integer> ordinal(PartitionKey key, String where) {
        try {
            return Optional.of(asset.partitions().ordinalOf(key));
        } catch (UnknownPartitionException unknown) {
            wrong.add("%s: %s".formatted(where, unknown.getMessage()));
        } catch (IllegalArgumentException malformed) {
            wrong.add("%s: %s".formatted(where, malformed.getMessage()));
        }
        return Optional.empty();
    }

    /// A file, or the Parquet files in a folder and below, in the order of their names.
    private List<Path> filesOf(String typed) {
        Path path = here.resolve(typed).toAbsolutePath().normalize();
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            wrong.add("%s is neither a file nor a folder".formatted(typed));
            return List.of();
        }
        TreeSet<Path> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(path)) {
            all.filter(file -> file.toString().endsWith(SUFFIX) && !isHidden(path.relativize(file)))
                    .filter(Files::isRegularFile)
                    .forEach(files::add);
        } catch (IOException | UncheckedIOException unreadable) {
            wrong.add("%s cannot be read: %s".formatted(typed, unreadable.getMessage()));
            return List.of();
        }
        if (files.isEmpty()) {
            wrong.add("%s holds no file whose name ends in %s".formatted(typed, SUFFIX));
        }
        return List.copyOf(files);
    }

    // What other tools keep for themselves, such as _temporary and .part.crc.
    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    private static WeirException usage(String message) {
        return new WeirException(ProblemCode.USAGE, message);
    }
}
