package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.schema.Column;
import dev.weir.assets.spec.AssetSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Everything of a graph that has a name, to be found by a part of it.
public final class Search {
    private final List<Found> all = new ArrayList<>();

    /// What has a name.
    public enum Kind {
        ASSET,
        COLUMN,
        OWNER,
        TAG,
        GROUP,
        KIND;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param asset that has the column, or is it; empty for what several assets have
    public record Found(Kind kind, String text, Optional<AssetKey> asset) {}

    private record Ranked(Found found, int rank) {}

    public Search(AssetGraph graph) {
        Set<Found> shared = new LinkedHashSet<>();
        for (AssetSpec asset : graph.assets()) {
            all.add(new Found(Kind.ASSET, asset.key().toString(), Optional.of(asset.key())));
            asset.output().row().ifPresent(row -> {
                for (Column column : row.schema().columns()) {
                    all.add(new Found(Kind.COLUMN, column.name(), Optional.of(asset.key())));
                }
            });
            asset.description().owners().forEach(owner -> shared.add(new Found(Kind.OWNER, owner, Optional.empty())));
            asset.description().tags().forEach(tag -> shared.add(new Found(Kind.TAG, tag, Optional.empty())));
            asset.description().kinds().forEach(kind -> shared.add(new Found(Kind.KIND, kind, Optional.empty())));
            if (!asset.description().group().isEmpty()) {
                shared.add(new Found(Kind.GROUP, asset.description().group(), Optional.empty()));
            }
        }
        all.addAll(shared);
    }

    public static List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::word).toList();
    }

    /// What contains the text, whatever its case: first what is called so, then what begins so, then where a word of it does.
    ///
    /// @param typed may begin with the first letter of a kind and a colon, as in `c:amount`
    public List<Found> find(String typed, int limit) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        Optional<Kind> only = Arrays.stream(Kind.values())
                .filter(kind -> text.startsWith(kind.word().charAt(0) + ":"))
                .findFirst();
        String wanted = only.isEmpty() ? text : text.substring(2);
        List<Ranked> found = new ArrayList<>();
        for (Found each : all) {
            int rank = only.isEmpty() || only.get() == each.kind ? rank(each.text.toLowerCase(Locale.ROOT), wanted) : -1;
            if (rank >= 0) {
                found.add(new Ranked(each, rank));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(ranked -> ranked.found.kind)
                        .thenComparing(ranked -> ranked.found.text.length())
                        .thenComparing(ranked -> ranked.found.text))
                .limit(limit)
                .map(Ranked::found)
                .toList();
    }

    private static int rank(String text, String wanted) {
        int at = text.indexOf(wanted);
        if (at < 0) {
            return -1;
        }
        String last = text.substring(text.lastIndexOf('/') + 1);
        if (text.equals(wanted) || last.equals(wanted)) {
            return 0;
        }
        if (text.startsWith(wanted) || last.startsWith(wanted)) {
            return 1;
        }
        return Character.isLetterOrDigit(text.charAt(at - 1)) ? 3 : 2;
    }
}
