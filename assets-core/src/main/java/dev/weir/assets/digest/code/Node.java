package dev.weir.assets.digest.code;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A unit on the walk through all that is reached from it.
final class Node {

    private final Unit unit;
    private byte[] content = {};
    private Content.Order order = Content.Order.GIVEN;
    private List<Node> targets = List.of();
    private @Nullable Digest digest;

    // For the walk: when it came here, the earliest of the circle it is in, and where it goes next.
    int visitedAt;
    int lowest;
    int nextTarget;
    boolean isOpen;

    Node(Unit unit) {
        this.unit = unit;
    }

    void read(Units units, Function<Unit, Node> nodeOf) {
        Content read = unit.read(units);
        content = read.bytes();
        order = read.order();
        targets = new ArrayList<>(read.references().size());
        for (Unit reference : read.references()) {
            targets.add(nodeOf.apply(reference));
        }
    }

    List<Node> targets() {
        return targets;
    }

    @Nullable Digest digest() {
        return digest;
    }

    void settle(Digest settled) {
        digest = settled;
        content = new byte[0];
        targets = List.of();
    }

    /// What it holds, and what its targets are at.
    Digest combine(Hasher hasher, Function<Node, Digest> digestOf) {
        List<Digest> below = new ArrayList<>(targets.size());
        for (Node target : targets) {
            below.add(digestOf.apply(target));
        }
        if (order == Content.Order.NONE) {
            below.sort(null);
        }
        hasher.add(content).add(below.size());
        below.forEach(hasher::add);
        return hasher.finish();
    }
}
