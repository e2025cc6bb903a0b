package dev.weir.materializer.warehouse;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/// Reads back what the manifests say: enough to tell pointers, versions, verdicts and lineage when the database is lost.
public final class ManifestReader {

    private final Warehouse warehouse;

    ManifestReader(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /// Hands over every line of every committed group, in the order of the commits; one commit at a time is in memory.
    ///
    /// @throws dev.weir.assets.problem.WeirException if a segment is damaged or of a newer Weir
    public void forEachCommitted(Consumer<ManifestEntry> reader) {
        forEachConfirmed(confirmed -> confirmed.entries().forEach(reader));
    }

    /// Hands over every commit in order; those between two publications one by one as well, by when they were made.
    ///
    /// @throws dev.weir.assets.problem.WeirException if a segment is damaged or of a newer Weir
    public void forEachConfirmed(Consumer<ConfirmedSegment> reader) {
        try {
            List<ConfirmedSegment> ofOneSequence = new ArrayList<>();
            for (Path file : segmentsIn(warehouse.confirmedFolder())) {
                if (!ofOneSequence.isEmpty() && ofOneSequence.getFirst().firstSequence() != firstSequenceOf(file)) {
                    handOver(ofOneSequence, reader);
                }
                ofOneSequence.add(read(file));
            }
            handOver(ofOneSequence, reader);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "read its manifests", failure);
        }
    }

    private static void handOver(List<ConfirmedSegment> ofOneSequence, Consumer<ConfirmedSegment> reader) {
        // The one that took the number came last.
        ofOneSequence.sort(Comparator.<ConfirmedSegment>comparingInt(each -> Math.min(1, each.numbered()))
                .thenComparing(each -> each.segment().at()));
        ofOneSequence.forEach(reader);
        ofOneSequence.clear();
    }

    private ConfirmedSegment read(Path file) throws IOException {
        try (SegmentReader segment = open(file)) {
            List<ManifestEntry> entries = new ArrayList<>();
            segment.forEach(OptionalLong.of(firstSequenceOf(file)), entries::add);
            return new ConfirmedSegment(segment.segment(), firstSequenceOf(file), entries);
        }
    }

    /// What the manifest of a commit says, be it confirmed yet or not; empty if there is none.
    ///
    /// @throws WeirException if it is damaged or of a newer Weir
    public Optional<List<ManifestEntry>> find(UUID group, long firstSequence) {
        Path confirmed = warehouse.confirmedFolder().resolve(Segment.confirmedNameOf(group, firstSequence));
        // A second time, as it may have been confirmed between the first two looks.
        for (Path file : List.of(confirmed, warehouse.manifestsFolder().resolve(Segment.nameOf(group)), confirmed)) {
            try (SegmentReader segment = open(file)) {
                List<ManifestEntry> entries = new ArrayList<>();
                segment.forEach(OptionalLong.of(firstSequence), entries::add);
                return Optional.of(entries);
            } catch (NoSuchFileException elsewhere) {
                // It may be in the next place.
            } catch (IOException failure) {
                throw Failures.of(warehouse.root(), "read its manifests", failure);
            }
        }
        return Optional.empty();
    }

    /// Whether any commit is known to have happened.
    public boolean hasConfirmed() {
        try {
            return !segmentsIn(warehouse.confirmedFolder()).isEmpty();
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "read its manifests", failure);
        }
    }

    /// What was accepted, in order.
    ///
    /// @throws WeirException if a note is damaged
    public List<AcceptedNote> accepted() {
        try {
            List<AcceptedNote> notes = new ArrayList<>();
            for (Path file : warehouse.files().list(warehouse.acceptedFolder())) {
                if (file.getFileName().toString().endsWith(".json")) {
                    notes.add(parsed(file, AcceptedNote::parse));
                }
            }
            notes.sort(Comparator.comparing(AcceptedNote::at));
            return notes;
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "read what was accepted", failure);
        }
    }

    /// What was renamed, in order.
    ///
    /// @throws WeirException if a note is damaged
    public List<RenamedNote> renamed() {
        try {
            List<RenamedNote> notes = new ArrayList<>();
            for (Path file : warehouse.files().list(warehouse.renamedFolder())) {
                String name = file.getFileName().toString();
                if (name.endsWith(".json")) {
                    notes.add(parsed(file, content -> RenamedNote.parse(content, RenamedNote.sequenceIn(name))));
                }
            }
            notes.sort(Comparator.naturalOrder());
            return notes;
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "read what was renamed", failure);
        }
    }

    private interface Parser<T> {
        T parse(byte[] content) throws IOException;
    }

    private <T> T parsed(Path file, Parser<T> parser) throws IOException {
        byte[] content = warehouse.files().read(file);
        try {
            return parser.parse(content);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new WeirException(
                    ProblemCode.CORRUPT_OBJECT, "Manifest %s is damaged: restore it from a copy".formatted(file), malformed);
        }
    }

    SegmentReader open(Path file) throws IOException {
        return new SegmentReader(file, warehouse.files().read(file));
    }

    /// By name. Files that are no segments are passed over.
    List<Path> segmentsIn(Path folder) throws IOException {
        List<Path> segments = new ArrayList<>();
        for (Path file : warehouse.files().list(folder)) {
            if (Segment.isName(file.getFileName().toString())) {
                segments.add(file);
            }
        }
        return segments;
    }

    private static long firstSequenceOf(Path file) {
        return Segment.firstSequenceIn(file.getFileName().toString());
    }
}
