package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// That an asset has had another key since a commit, as it was noted among the manifests.
///
/// @param sequence the number among the commits that the renaming took: what has it, or a lower one, has the former key
public record RenamedNote(AssetKey former, AssetKey asset, long sequence) implements Comparable<RenamedNote> {

    private static final int FORMAT = 1;

    @Override
    public int compareTo(RenamedNote other) {
        return Long.compare(sequence, other.sequence);
    }

    /// The keys of today by those of another time, where they differ.
    ///
    /// @param notes in order
    /// @param sequence of a commit of that time
    public static Map<AssetKey, AssetKey> since(List<RenamedNote> notes, long sequence) {
        Map<AssetKey, AssetKey> today = new TreeMap<>();
        for (RenamedNote note : notes) {
            if (note.sequence >= sequence) {
                today.replaceAll((_, key) -> key.equals(note.former) ? note.asset : key);
                today.putIfAbsent(note.former, note.asset);
            }
        }
        return today;
    }

    static byte[] unsettled(AssetKey former, AssetKey asset) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("format", FORMAT);
        note.put("former", former);
        note.put("asset", asset);
        return Json.write(note).getBytes(StandardCharsets.UTF_8);
    }

    static RenamedNote parse(byte[] content, long sequence) throws IOException {
        if (Json.read(new String(content, StandardCharsets.UTF_8)) instanceof Map<?, ?> note
                && note.get("former") instanceof String former
                && note.get("asset") instanceof String asset) {
            return new RenamedNote(AssetKey.parse(former), AssetKey.parse(asset), sequence);
        }
        throw new IOException("A key is missing");
    }

    /// Sorted by name, notes are in their order. Two may have one number: of a process that died it is looked up later.
    static String nameOf(long sequence, UUID id) {
        return "%019d-%s.json".formatted(sequence, id);
    }

    static long sequenceIn(String name) {
        return Long.parseLong(name.substring(0, name.indexOf('-')));
    }
}
