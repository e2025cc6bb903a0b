package dev.weir.lineageui.api;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.json.JsonText;
import dev.weir.lineageui.view.GraphColumns;
import dev.weir.materializer.version.LastMade;
import dev.weir.materializer.version.PointerMove;
import dev.weir.materializer.version.Publication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When every asset was made last. After a commit only those are looked up anew that it moved, and nothing while there was
/// none.
final class MadeBoard {
    /// Behind more publications than these, all assets are looked up again.
    private static final int MOST = 20_000;

    private final ServedProject project;
    private @Nullable Known latest;

    MadeBoard(ServedProject project) {
        this.project = project;
    }

    /// What was known after a commit.
    ///
    /// @param definitions their tag; a project is read once
    /// @param tag names exactly this
    record Known(String definitions, long sequence, Map<AssetKey, LastMade> made, String tag, String json) {}

    // Who asks while it is found out waits for the same answer.
    synchronized Known now() {
        long sequence = project.versions().sequence();
        Known known = latest;
        if (known == null || known.sequence != sequence) {
            known = found(known, sequence);
            latest = known;
        }
        return known;
    }

    private Known found(@Nullable Known before, long sequence) {
        Optional<Set<AssetKey>> moved = before == null ? Optional.empty() : movedAfter(before.sequence);
        Map<AssetKey, LastMade> made = new HashMap<>();
        if (before != null && moved.isPresent()) {
            made.putAll(before.made);
            made.keySet().removeAll(moved.get());
        }
        made.putAll(project.versions()
                .lastMade(project.environment(), moved.isPresent() ? moved.get() : project.graph().keys()));
        String definitions = before == null ? GraphColumns.of(project.definitions()).tag() : before.definitions;
        return new Known(
                definitions, sequence, made, "\"%s-%d\"".formatted(definitions, sequence), json(definitions, sequence, made));
    }

    /// Empty if these are too many.
    private Optional<Set<AssetKey>> movedAfter(long sequence) {
        List<Publication> publications = project.versions().publishedAfter(project.environment(), sequence, MOST);
        if (publications.size() == MOST) {
            return Optional.empty();
        }
        Set<AssetKey> moved = new HashSet<>();
        publications.forEach(publication -> moved.add(publication.target().asset()));
        for (PointerMove move : project.versions().movedAfter(project.environment(), sequence)) {
            moved.add(move.target().asset());
        }
        return Optional.of(moved);
    }

    private String json(String definitions, long sequence, Map<AssetKey, LastMade> made) {
        List<Long> at = new ArrayList<>();
        List<Long> took = new ArrayList<>();
        for (AssetKey asset : project.graph().keys()) {
            LastMade last = made.get(asset);
            at.add(last == null ? -1 : last.at().getEpochSecond());
            took.add(last == null ? -1 : last.took().toMillis());
        }
        return JsonText.compact(new JsonObject()
                .with("definitions", definitions)
                .with("watermark", sequence)
                .with("made", at)
                .with("took_ms", took));
    }
}
