package dev.weir.materializer.step;

import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.materializer.hash.FileHash;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A file or a folder that somebody else keeps, as it was at one moment.
///
/// @param path absolute
/// @param entries the file, or all files in the folder, by name
record ExternalFiles(Path path, List<Entry> entries) {

    // A file that is changed twice within the grain of its clock looks as before, so that young ones are read each time.
    private static final Duration GRAIN = Duration.ofSeconds(2);
    private static final String LISTING = "listing";

    /// One file.
    ///
    /// @param name below the folder; empty for the file itself
    record Entry(Path file, String name, long bytes, Instant modified) {}

    /// @throws IllegalArgumentException if there is nothing, or no file in it
    static ExternalFiles at(Path given) {
        Path path = given.toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(path + " does not exist");
        }
        try (Stream<Path> files = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            List<Entry> entries = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.add(new Entry(
                        file,
                        path.relativize(file).toString().replace('\\', '/'),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant()));
            }
            entries.sort(Comparator.comparing(Entry::name));
            if (entries.isEmpty()) {
                throw new IllegalArgumentException(path + " holds no file");
            }
            return new ExternalFiles(path, List.copyOf(entries));
        } catch (UncheckedIOException unreadable) {
            throw unreadable(path, Objects.requireNonNull(unreadable.getCause()));
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    /// Whether a version saw just this. Reads the files only where their names, sizes and times do not say so.
    boolean isWhatWasSeen(Version version) {
        return version.content().equals(content())
                && (listing().equals(version.metadata().get(LISTING))
                        || data().equals(version.digests().data()));
    }

    /// Of the names and the bytes; of a file alone, of the bytes.
    DataDigest data() {
        Hasher hasher = new Hasher().add("external").add(entries.size());
        for (Entry entry : entries) {
            hasher.add(entry.name()).add(hash(entry.file()));
        }
        return new DataDigest(hasher.finish());
    }

    Content.Json content() {
        return new Content.Json(JsonValue.write(path.toString()));
    }

    /// What is kept with a version.
    ///
    /// @param now before the files are read
    Map<String, Object> metadata(Instant now) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("files", (long) entries.size());
        metadata.put("bytes", entries.stream().mapToLong(Entry::bytes).sum());
        Instant newest = entries.stream().map(Entry::modified).max(Comparator.naturalOrder()).orElseThrow();
        metadata.put("modified", newest.toString());
        if (newest.plus(GRAIN).isBefore(now)) {
            metadata.put(LISTING, listing());
        }
        return metadata;
    }

    private String listing() {
        Hasher hasher = new Hasher();
        for (Entry entry : entries) {
            hasher.add(entry.name()).add(entry.bytes()).add(entry.modified().toString());
        }
        return hasher.finish().toString();
    }

    private static Digest hash(Path file) {
        try {
            return FileHash.of(file);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static UncheckedIOException unreadable(Path path, IOException failure) {
        String why = failure instanceof FileSystemLoopException
                ? "link %s leads back to a folder that it is in. Take it away".formatted(failure.getMessage())
                : failure.getMessage();
        return new UncheckedIOException("%s cannot be read: %s".formatted(path, why), failure);
    }
}
