package dev.weir.assets.digest.code;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Units that refer to each other in a circle, as recursive methods do.
///
/// Each first gets a colour from what it holds alone, then, round by round, one from its own and those of the units it
/// refers to, until a round tells no more units apart. The colours of that round say all there is to say about how the
/// units refer to each other, whatever their names are and wherever the walk came from.
final class Circle {

    private final List<Node> members;
    private final Hasher hasher;
    private Map<Node, Digest> colours = new HashMap<>();

    Circle(List<Node> members, Hasher hasher) {
        this.members = members;
        this.hasher = hasher;
    }

    void settle() {
        Digest start = hasher.add("circle").finish();
        members.forEach(member -> colours.put(member, start));
        int told = 1;
        for (int before = 0; told > before; ) {
            before = told;
            told = refine();
        }
        TreeSet<Digest> all = new TreeSet<>(colours.values());
        hasher.add(all.size());
        all.forEach(hasher::add);
        Digest circle = hasher.finish();
        for (Node member : members) {
            member.settle(hasher.add(circle)
                    .add(Objects.requireNonNull(colours.get(member)))
                    .finish());
        }
    }

    /// One round; gives the number of colours.
    private int refine() {
        Map<Node, Digest> refined = HashMap.newHashMap(members.size());
        for (Node member : members) {
            refined.put(member, member.combine(hasher, this::colour));
        }
        colours = refined;
        return new HashSet<>(refined.values()).size();
    }

    private Digest colour(Node target) {
        Digest colour = colours.get(target);
        return colour == null ? Objects.requireNonNull(target.digest()) : colour;
    }
}
