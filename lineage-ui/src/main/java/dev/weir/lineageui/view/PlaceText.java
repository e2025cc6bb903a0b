package dev.weir.lineageui.view;

import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.Placement;
import java.util.Optional;

/// Where an asset is computed, where that is not in Weir's own process.
public final class PlaceText {

    private PlaceText() {}

    /// Such as `by python3 train.py`; empty in process.
    public static String of(AssetSpec asset) {
        if (asset.computation().isView()) {
            return "as a view";
        }
        Optional<CommandLine> command = asset.computation().command();
        if (command.isPresent()) {
            return "by " + command.get().text();
        }
        return switch (asset.execution().place()) {
            case Placement.InProcess _ -> "";
            case Placement.OwnProcess own ->
                own.heap().isEmpty() ? "in its own process" : "in its own process, with a heap of " + own.heap();
        };
    }

    /// For programs.
    public static String name(AssetSpec asset) {
        if (asset.computation().command().isPresent()) {
            return "COMMAND";
        }
        return switch (asset.execution().place()) {
            case Placement.InProcess _ -> "IN_PROCESS";
            case Placement.OwnProcess _ -> "PROCESS";
        };
    }
}
