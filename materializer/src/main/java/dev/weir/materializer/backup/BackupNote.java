package dev.weir.materializer.backup;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a backup says of itself; written last, so that there is a whole one where it stands.
///
/// @param schema the number of the newest migration of the database
/// @param sequence the newest commit that it has
/// @param rows how many of the database
/// @param database the name of the file with them
/// @param sha256 of that file
/// @param files how many of the warehouse, and how many bytes they have
record BackupNote(
        String project, Instant takenAt, int schema, long sequence, long rows, String database, String sha256, long files, long bytes) {

    static final String NAME = "weir-backup.json";
    private static final long FORMAT = 1;

    /// @throws WeirException if the folder has none, or one that this Weir does not understand
    static BackupNote read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new WeirException(
                    ProblemCode.BACKUP_REFUSED,
                    "%s is no backup: it has no %s. Name the folder that weir backup has written to its end."
                            .formatted(folder, NAME));
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException | RuntimeException malformed) {
            throw new WeirException(
                    ProblemCode.BACKUP_REFUSED,
                    "%s cannot be understood: it is damaged, or a newer Weir wrote it (%s)."
                            .formatted(file, malformed.getMessage()),
                    malformed);
        }
    }

    private static BackupNote parse(String text) throws IOException {
        if (!(Json.read(text) instanceof Map<?, ?> note) || !Long.valueOf(FORMAT).equals(note.get("format"))) {
            throw new IOException("its format is not " + FORMAT);
        }
        return new BackupNote(
                text(note.get("project")),
                Instant.parse(text(note.get("taken_at"))),
                Math.toIntExact(number(note.get("schema"))),
                number(note.get("sequence")),
                number(note.get("rows")),
                text(note.get("database")),
                text(note.get("sha256")),
                number(note.get("files")),
                number(note.get("bytes")));
    }

    private static String text(@Nullable Object value) throws IOException {
        if (value instanceof String text) {
            return text;
        }
        throw new IOException("a text is missing");
    }

    private static long number(@Nullable Object value) throws IOException {
        if (value instanceof Long number) {
            return number;
        }
        throw new IOException("a number is missing");
    }

    String toJson() {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("format", FORMAT);
        note.put("project", project);
        note.put("taken_at", takenAt);
        note.put("schema", schema);
        note.put("sequence", sequence);
        note.put("rows", rows);
        note.put("database", database);
        note.put("sha256", sha256);
        note.put("files", files);
        note.put("bytes", bytes);
        return Json.write(note) + "\n";
    }
}
