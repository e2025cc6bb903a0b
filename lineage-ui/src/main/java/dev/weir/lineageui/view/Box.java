package dev.weir.lineageui.view;

import java.util.ArrayList;
import java.util.List;

/// Something with a place in a drawing: an asset, or the spot where an edge passes a layer on its way further down.
final class Box {
    final String label;
    final List<Box> upstream = new ArrayList<>();
    final List<Box> downstream = new ArrayList<>();
    int layer;
    /// The column of its left border.
    int left;

    /// @param label the name of the asset; empty where an edge passes
    Box(String label, int layer) {
        this.label = label;
        this.layer = layer;
    }

    boolean isPassage() {
        return label.isEmpty();
    }

    int width() {
        return isPassage() ? 1 : label.length() + 4;
    }

    /// The column where edges leave it.
    int port() {
        return left + width() / 2;
    }

    void reads(Box other) {
        upstream.add(other);
        other.downstream.add(this);
    }
}
