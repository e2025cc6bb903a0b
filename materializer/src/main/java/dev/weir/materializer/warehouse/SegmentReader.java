package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/// Reads a manifest segment back. One segment, one reader.
final class SegmentReader implements AutoCloseable {

    private final Path file;
    private final JsonParser json;
    private final Segment segment;

    SegmentReader(Path file, byte[] content) throws IOException {
        this.file = file;
        this.json = Json.FACTORY.createParser(content);
        this.segment = understanding(this::readHeader);
    }

    Segment segment() {
        return segment;
    }

    /// Hands over every line in order.
    ///
    /// @param firstSequence of the group's commit, if it was committed
    void forEach(OptionalLong firstSequence, Consumer<ManifestEntry> reader) throws IOException {
        long numbered = 0;
        for (int line = 0; line < segment.lines(); line++) {
            VersionLine read = understanding(this::readLine);
            OptionalLong sequence = read.isNumbered() && firstSequence.isPresent()
                    ? OptionalLong.of(firstSequence.getAsLong() + numbered)
                    : OptionalLong.empty();
            reader.accept(understanding(() -> read.toEntry(segment, sequence)));
            numbered += read.isNumbered() ? 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private VersionLine readLine() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("A line is missing");
        }
        return VersionLine.read(json);
    }

    private Segment readHeader() throws IOException {
        int format = 0;
        UUID group = new UUID(0, 0);
        RunId run = new RunId(group);
        EnvironmentName environment = EnvironmentName.MAIN;
        Instant at = Instant.EPOCH;
        int lines = -1;
        int files = 0;
        Optional<String> commit = Optional.empty();
        String reason = "";
        Revision.Tree tree = Revision.Tree.UNKNOWN;
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "format" -> format = json.getIntValue();
                case "group" -> group = UUID.fromString(json.getText());
                case "run" -> run = RunId.parse(json.getText());
                case "environment" -> environment = new EnvironmentName(json.getText());
                case "at" -> at = Instant.parse(json.getText());
                case "lines" -> lines = json.getIntValue();
                case "files" -> files = json.getIntValue();
                case "reason" -> reason = json.getText();
                case "commit" -> commit = Optional.of(json.getText());
                case "tree" -> tree = Revision.Tree.valueOf(json.getText().toUpperCase(Locale.ROOT));
                default -> json.skipChildren();
            }
        }
        if (format > Segment.FORMAT) {
            throw new WeirException(
                    ProblemCode.NEWER_SCHEMA,
                    "Manifest %s has format %d and this Weir knows %d: update Weir"
                            .formatted(file, format, Segment.FORMAT));
        }
        if (format == 0 || lines < 0) {
            throw new IOException("The header is missing");
        }
        Revision.Tree of = tree;
        return new Segment(group, run, environment, at, lines, files, commit.map(id -> new Revision(id, of)), reason);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T understanding(Reading<T> reading) {
        try {
            return reading.read();
        } catch (WeirException known) {
            throw known;
        } catch (IOException | RuntimeException malformed) {
            // Whatever its values make of it: times, digests, sets and keys are read in it.
            int line = json.currentLocation().getLineNr();
            throw new WeirException(
                    ProblemCode.CORRUPT_OBJECT,
                    "Manifest %s is damaged at line %d: restore it from a copy".formatted(file, line),
                    malformed);
        }
    }
}
