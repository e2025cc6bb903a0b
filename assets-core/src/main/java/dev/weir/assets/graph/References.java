package dev.weir.assets.graph;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.DidYouMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds assets by what authors write: a whole key, or its last segment where that is enough. Numbers them from 0, in
/// the order given.
///
/// A reference means, in this order: the asset of that name under the reader's own prefix, the asset with exactly that
/// key, the only asset with that last segment. It means the reader itself only if nothing else is left, so that
/// `clean/orders` can read `raw/orders` through a parameter called `orders`.
final class References {

    static final int UNKNOWN = -1;
    static final int AMBIGUOUS = -2;
    private static final int NOBODY = -3;

    private final List<AssetKey> keys;
    private final Map<String, Integer> byKey;
    // The assets of one last segment are a list linked through `next`: its first here, its end -1.
    private final Map<String, Integer> firstOfName;
    private final int[] next;
    private @Nullable DidYouMean nearKeys;
    private @Nullable DidYouMean nearNames;

    /// @param keys each once, in key order
    References(List<AssetKey> keys) {
        this.keys = keys;
        this.byKey = HashMap.newHashMap(keys.size());
        this.firstOfName = HashMap.newHashMap(keys.size());
        this.next = new int[keys.size()];
        for (int i = keys.size() - 1; i >= 0; i--) {
            byKey.put(keys.get(i).toString(), i);
            Integer first = firstOfName.put(keys.get(i).name(), i);
            next[i] = first == null ? -1 : first;
        }
    }

    /// The number of the asset, [#UNKNOWN] or [#AMBIGUOUS].
    ///
    /// @param reader the number of the asset that reads it, under whose prefix it is looked for first
    int find(int reader, String reference) {
        int first = firstOfName.getOrDefault(reference, -1);
        if (first >= 0 && next[first] < 0 && first != reader) {
            return first; // the usual case: whatever the prefix, no other asset is called so
        }
        List<String> path = keys.get(reader).path();
        return find(String.join("/", path.subList(0, path.size() - 1)), reader, reference);
    }

    /// The same for what is no asset, such as a check or a command.
    int find(String prefix, String reference) {
        return find(prefix, NOBODY, reference);
    }

    private int find(String prefix, int reader, String reference) {
        int sibling = prefix.isEmpty() ? UNKNOWN : numberOf(prefix + "/" + reference);
        if (sibling >= 0 && sibling != reader) {
            return sibling;
        }
        int exact = numberOf(reference);
        return exact >= 0 && exact != reader ? exact : findByName(reader, reference);
    }

    /// The numbers of all assets whose key matches a pattern, in key order and without the reader: those under the
    /// reader's own prefix, or, where there are none, those of the whole project.
    List<Integer> matching(int reader, String pattern) {
        List<String> path = keys.get(reader).path();
        List<Integer> siblings = path.size() == 1
                ? List.of()
                : matching(
                        reader,
                        new Glob(String.join("/", path.subList(0, path.size() - 1)) + "/" + pattern));
        return siblings.isEmpty() ? matching(reader, new Glob(pattern)) : siblings;
    }

    // Keys are in the order of their texts, so that those with one beginning stand side by side.
    private List<Integer> matching(int reader, Glob glob) {
        List<Integer> matching = new ArrayList<>();
        String beginning = glob.pattern().substring(0, glob.pattern().indexOf('*'));
        for (int i = firstFrom(beginning); i < keys.size(); i++) {
            String key = keys.get(i).toString();
            if (!key.startsWith(beginning)) {
                break;
            }
            if (i != reader && glob.matches(key)) {
                matching.add(i);
            }
        }
        return matching;
    }

    private int firstFrom(String beginning) {
        int low = 0;
        int high = keys.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.get(middle).toString().compareTo(beginning) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int numberOf(String key) {
        return byKey.getOrDefault(key, UNKNOWN);
    }

    private int findByName(int reader, String name) {
        int found = UNKNOWN;
        for (int i = firstOfName.getOrDefault(name, -1); i >= 0; i = next[i]) {
            if (i != reader) {
                if (found >= 0) {
                    return AMBIGUOUS;
                }
                found = i;
            }
        }
        return found == UNKNOWN && meansItself(reader, name) ? reader : found;
    }

    private boolean meansItself(int reader, String reference) {
        return reader != NOBODY
                && (keys.get(reader).name().equals(reference)
                        || keys.get(reader).toString().equals(reference));
    }

    Resolution resolve(int reader, String reference) {
        return resolution(find(reader, reference), reader, reference);
    }

    Resolution resolve(String prefix, String reference) {
        return resolution(find(prefix, reference), NOBODY, reference);
    }

    private Resolution resolution(int found, int reader, String reference) {
        return switch (found) {
            case UNKNOWN -> new Resolution.Unknown(nearMisses(reference));
            case AMBIGUOUS -> new Resolution.Ambiguous(named(reference, reader));
            default -> new Resolution.Found(keys.get(found));
        };
    }

    private List<AssetKey> named(String name, int except) {
        List<AssetKey> named = new ArrayList<>();
        for (int i = firstOfName.getOrDefault(name, -1); i >= 0; i = next[i]) {
            if (i != except) {
                named.add(keys.get(i));
            }
        }
        return named;
    }

    private List<AssetKey> nearMisses(String reference) {
        if (nearKeys == null || nearNames == null) {
            nearKeys = DidYouMean.among(byKey.keySet());
            nearNames = DidYouMean.among(firstOfName.keySet());
        }
        Set<AssetKey> near = new LinkedHashSet<>();
        nearKeys.nearest(reference).forEach(key -> near.add(AssetKey.parse(key)));
        String name = Arrays.asList(reference.split("/", -1)).getLast();
        if (near.isEmpty()) {
            near.addAll(named(name, NOBODY));
        }
        if (near.isEmpty()) {
            nearNames.nearest(name).forEach(other -> near.addAll(named(other, NOBODY)));
        }
        return near.stream().limit(3).toList();
    }
}
