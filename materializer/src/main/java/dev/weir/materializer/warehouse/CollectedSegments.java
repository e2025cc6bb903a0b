package dev.weir.materializer.warehouse;

import dev.weir.materializer.collect.Condemned;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.warehouse.ManifestEntry.Collected;
import dev.weir.materializer.warehouse.ManifestEntry.Made;
import dev.weir.partitions.PartitionKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// Takes condemned versions out of the manifests of their groups, so that no rebuild makes versions of them again.
///
/// Each leaves a line that takes its number of the sequence; a segment of which nothing else is left goes. Durable before any
/// object goes: a manifest that names objects which are gone would be a version that is not whole. Only confirmed
/// segments are touched. Both folders are synced first, or a power cut could bring a segment back: under its old name, or one that
/// is gone because a process removed it that died before it was durable.
final class CollectedSegments {

    private final Warehouse warehouse;
    private final CrashPoints crashPoints;

    CollectedSegments(Warehouse warehouse, CrashPoints crashPoints) {
        this.warehouse = warehouse;
        this.crashPoints = crashPoints;
    }

    /// @return those that no manifest names now; the others are of groups that are not confirmed yet
    List<Condemned> takeOut(List<Condemned> condemned) throws IOException {
        Map<UUID, List<Condemned>> groups = new LinkedHashMap<>();
        condemned.forEach(each -> groups.computeIfAbsent(each.group(), _ -> new ArrayList<>()).add(each));
        warehouse.durable().sync(List.of(warehouse.manifestsFolder(), warehouse.confirmedFolder()));
        List<Condemned> out = new ArrayList<>();
        for (List<Condemned> group : groups.values()) {
            if (takeOutOfGroup(group)) {
                out.addAll(group);
            }
        }
        return out;
    }

    private boolean takeOutOfGroup(List<Condemned> group) throws IOException {
        Condemned any = group.getFirst();
        if (warehouse.files().size(warehouse.manifestsFolder().resolve(Segment.nameOf(any.group()))).isPresent()) {
            return false;
        }
        Path file = warehouse.confirmedFolder().resolve(Segment.confirmedNameOf(any.group(), any.firstSequence()));
        if (warehouse.files().size(file).isPresent()) {
            Set<VersionId> versions = new HashSet<>();
            group.forEach(each -> versions.add(each.version().id()));
            rewrite(file, versions);
            crashPoints.reached(CrashPoint.C2_SEGMENT_REWRITTEN);
        }
        return true;
    }

    private void rewrite(Path file, Set<VersionId> versions) throws IOException {
        byte[] content = warehouse.files().read(file);
        List<ManifestEntry> entries = new ArrayList<>();
        Segment segment;
        try (SegmentReader reader = new SegmentReader(file, content)) {
            segment = reader.segment();
            reader.forEach(OptionalLong.empty(), entries::add);
        }
        List<byte[]> lines = linesOf(content);
        ByteArrayOutputStream rest = new ByteArrayOutputStream(content.length);
        int files = 0;
        int left = 0;
        for (int i = 0; i < entries.size(); i++) {
            boolean goes = entries.get(i) instanceof Made made && versions.contains(made.version().id());
            rest.writeBytes(goes ? collected((Made) entries.get(i)) : lines.get(i + 1));
            if (!goes && !(entries.get(i) instanceof Collected)) {
                left++;
                files += entries.get(i) instanceof Made made ? made.version().content().dataFiles().size() : 0;
            }
        }
        if (left == 0) {
            warehouse.files().delete(file);
            warehouse.files().syncFolder(warehouse.confirmedFolder());
        } else {
            replace(file, segment.naming(files), rest);
        }
    }

    private static byte[] collected(Made made) throws IOException {
        return new SegmentWriter(_ -> made.partition()).collected(made.version());
    }

    private void replace(Path file, Segment segment, ByteArrayOutputStream rest) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(rest.size() + 256);
        all.writeBytes(new SegmentWriter(_ -> PartitionKey.UNPARTITIONED).headerWithoutCollected(segment));
        rest.writeTo(all);
        // Beside what it replaces: a recovery takes away what a dead process has left of it.
        Path temporary = warehouse.manifestsFolder().resolve(file.getFileName() + ManifestedChangesets.UNFINISHED);
        warehouse.durable().replace(file, temporary, ByteBuffer.wrap(all.toByteArray()));
    }

    // A line feed in a text of JSON is written as an escape.
    private static List<byte[]> linesOf(byte[] content) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                lines.add(Arrays.copyOfRange(content, start, i + 1));
                start = i + 1;
            }
        }
        return lines;
    }
}
