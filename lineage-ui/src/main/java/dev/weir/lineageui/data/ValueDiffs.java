package dev.weir.lineageui.data;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.ProjectFacts;
import dev.weir.materializer.diff.TextDiff;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Compares what is no table: values as text, files by their digests, and small files of text by their lines.
public final class ValueDiffs {
    private static final int LARGEST_TEXT = 64 * 1024;

    private final ProjectFacts facts;

    public ValueDiffs(ProjectFacts facts) {
        this.facts = facts;
    }

    /// What has changed, by the name of the file, or `value`.
    public Map<String, Change> compare(Content before, Content after) {
        Map<String, Part> old = parts(before);
        Map<String, Part> now = parts(after);
        Map<String, Change> changes = new TreeMap<>();
        old.forEach((name, part) -> {
            Part other = now.get(name);
            if (other == null) {
                changes.put(name, new Change(part.fact, "gone", Optional.empty()));
            } else if (!part.digest.equals(other.digest)) {
                changes.put(name, new Change(part.fact, other.fact, texts(part, other)));
            }
        });
        now.forEach((name, part) -> {
            if (!old.containsKey(name)) {
                changes.put(name, new Change("not there", part.fact, Optional.empty()));
            }
        });
        return changes;
    }

    /// What one of them was and is.
    public record Change(String before, String after, Optional<TextDiff> lines) {
        Change withoutLines() {
            return new Change(before, after, Optional.empty());
        }
    }

    /// One value or file of a version.
    ///
    /// @param fact what it is, in a few words
    /// @param digest equal where what it holds is
    private record Part(String fact, String digest, Optional<String> text) {}

    private static Optional<TextDiff> texts(Part before, Part after) {
        return before.text.isPresent() && after.text.isPresent()
                ? Optional.of(TextDiff.between(before.text.get(), after.text.get()))
                : Optional.empty();
    }

    private Map<String, Part> parts(Content content) {
        Map<String, Part> parts = new LinkedHashMap<>();
        switch (content) {
            case Content.Nothing _ -> {}
            case Content.Json(String text) -> parts.put("value", new Part("JSON", text, Optional.of(pretty(text))));
            case Content.OneFile(DataFile file) -> parts.put("file", file(file));
            case Content.Folder folder ->
                folder.files().forEach(file -> parts.put(file.path().substring(folder.path().length() + 1), file(file)));
            case Content.TableFiles table ->
                parts.put("table", new Part("a table of %,d rows".formatted(table.rows()), "table", Optional.empty()));
        }
        return parts;
    }

    // One member or element a line, so that lines can be compared.
    private static String pretty(String json) {
        return json.length() > LARGEST_TEXT || json.contains("\n") ? json : json.replaceAll("([\\[{,])(?=\")", "$1\n  ");
    }

    private Part file(DataFile file) {
        String fact = "%,d bytes, sha256 %s".formatted(file.bytes(), file.sha256().abbreviated());
        return new Part(fact, file.sha256().toString(), file.bytes() > LARGEST_TEXT ? Optional.empty() : text(file));
    }

    private Optional<String> text(DataFile file) {
        try {
            byte[] bytes = Files.readAllBytes(facts.pathOf(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    public static List<JsonObject> json(Map<String, Change> changes) {
        List<JsonObject> all = new ArrayList<>();
        changes.forEach((name, change) -> all.add(new JsonObject()
                .with("name", name)
                .with("before", change.before)
                .with("after", change.after)
                .with("removed", change.lines.map(TextDiff::removed))
                .with("added", change.lines.map(TextDiff::added))));
        return all;
    }
}
