package dev.weir.assets.digest.code;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Digests each unit together with all it reaches: what it holds, then the digests of the units it refers to. Each is
/// digested once, however many assets reach it.
///
/// Units that refer to each other in a circle have no first digest. They are found as strongly connected components
/// (Tarjan's walk, without recursion, as chains of calls may be long) and digested by [Circle].
final class ReachDigests {

    private final Units units;
    private final Hasher hasher = new Hasher();
    private final Map<Unit, Node> nodes = new HashMap<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final Deque<Node> path = new ArrayDeque<>();
    private int clock;

    ReachDigests(Units units) {
        this.units = units;
    }

    Digest of(Unit root) {
        Node start = node(root);
        if (start.visitedAt == 0) {
            enter(start);
        }
        while (!path.isEmpty()) {
            Node node = path.getLast();
            if (node.nextTarget < node.targets().size()) {
                follow(node, node.targets().get(node.nextTarget++));
            } else {
                leave(node);
            }
        }
        return Objects.requireNonNull(start.digest());
    }

    private Node node(Unit unit) {
        return nodes.computeIfAbsent(unit, Node::new);
    }

    private void enter(Node node) {
        node.read(units, this::node);
        node.visitedAt = ++clock;
        node.lowest = clock;
        node.isOpen = true;
        open.addLast(node);
        path.addLast(node);
    }

    private void follow(Node from, Node target) {
        if (target.visitedAt == 0) {
            enter(target);
        } else if (target.isOpen) {
            from.lowest = Math.min(from.lowest, target.visitedAt);
        }
    }

    private void leave(Node node) {
        path.removeLast();
        if (!path.isEmpty()) {
            Node from = path.getLast();
            from.lowest = Math.min(from.lowest, node.lowest);
        }
        if (node.lowest != node.visitedAt) {
            return;
        }
        List<Node> members = new ArrayList<>();
        Node member;
        do {
            member = open.removeLast();
            member.isOpen = false;
            members.add(member);
        } while (member != node);
        if (members.size() == 1 && !node.targets().contains(node)) {
            node.settle(node.combine(hasher, target -> Objects.requireNonNull(target.digest())));
        } else {
            new Circle(members, hasher).settle();
        }
    }
}
