package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.WrittenDuration;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.collect.Collector;
import dev.weir.materializer.collect.Decided;
import dev.weir.materializer.collect.Freed;
import dev.weir.materializer.collect.Kept;
import dev.weir.materializer.collect.Past;
import dev.weir.materializer.history.Forgotten;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.metadata.Compacted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Which old versions nothing needs, which are kept all the same, and what became of both.
record Garbage(
        Workspace workspace,
        Decided.Policy policy,
        Decided decided,
        SortedMap<AssetKey, Freed> freed,
        Duration grace,
        Forgotten forgotten,
        Done done)
        implements Answer {

    private static final int MOST_LINES = 20;

    /// What was done.
    ///
    /// @param collected whether the versions were given up
    /// @param removed of those that were given up long enough ago
    /// @param waiting how many were given up whose files are there
    /// @param compacted if the file of the database was made smaller
    record Done(boolean collected, Collector.Removed removed, int waiting, Optional<Compacted> compacted) {
        static final Done NOTHING = new Done(false, new Collector.Removed(0, 0), 0, Optional.empty());
    }

    @Override
    public void print(Screen screen) {
        if (policy.retention().isEmpty()) {
            screen.line("Every asset keeps all of its versions: nothing is collected. Say what to keep with keep on @Asset or"
                    + " @Assets, with defaults: keep in weir.yaml, or with --keep 'last 30'.");
        } else {
            printFreed(screen);
            printKept(screen);
        }
        if (done.removed.versions() > 0) {
            screen.line("%s Of %s that had been collected, %s removed.".formatted(
                    screen.paint(Style.GREEN, "✓"),
                    Quantity.of(done.removed.versions(), "version"),
                    Quantity.of(done.removed.files(), "file") + (done.removed.files() == 1 ? " was" : " were")));
        }
        if (done.waiting > 0) {
            screen.line("%s to be removed: the next weir gc --delete, or a run, does it when nobody can be reading %s."
                    .formatted(
                            "The files of " + Quantity.of(done.waiting, "version") + (done.waiting == 1 ? " is" : " are"),
                            done.waiting == 1 ? "it" : "them"));
        }
        printForgotten(screen);
        done.compacted.ifPresent(compacted -> screen.line("%s The database takes %s instead of %s.".formatted(
                screen.paint(Style.GREEN, "✓"),
                Quantity.bytes(compacted.bytesAfter()),
                Quantity.bytes(compacted.bytesBefore()))));
    }

    private void printForgotten(Screen screen) {
        if (forgotten.runs() + forgotten.versions() > 0) {
            String what = "What is remembered of %s and %s that ended more than %s ago".formatted(
                    Quantity.of(forgotten.runs(), "run"),
                    Quantity.of(forgotten.versions(), "collected version"),
                    workspace.upkeep().runsOrDefault());
            screen.line(done.collected
                    ? "%s %s is forgotten.".formatted(screen.paint(Style.GREEN, "✓"), what)
                    : what + " would be forgotten; the same with --delete does it.");
        }
    }

    private void printFreed(Screen screen) {
        if (decided.condemned().isEmpty()) {
            screen.line("Nothing is to be collected.");
            return;
        }
        TextTable table = TextTable.of("asset", "keep", ">versions", ">files", ">size");
        freed.forEach((asset, gone) -> table.row(
                TextTable.cell(Style.BOLD, asset.toString()),
                String.valueOf(policy.retention().get(asset)),
                Quantity.count(gone.versions()),
                Quantity.count(gone.files()),
                Quantity.bytes(gone.bytes())));
        table.print(screen);
        screen.line();
        Freed all = Freed.sum(freed);
        String what = "%s with %s (%s)".formatted(
                Quantity.of(all.versions(), "version"), Quantity.of(all.files(), "file"), Quantity.bytes(all.bytes()));
        screen.line(done.collected
                ? "%s %s %s collected. Files go %s later."
                        .formatted(screen.paint(Style.GREEN, "✓"), what, all.versions() == 1 ? "is" : "are", WrittenDuration.write(grace))
                : "%s would be collected; nothing was changed. The same with --delete does it, and files go %s later."
                        .formatted(what, WrittenDuration.write(grace)));
    }

    private void printKept(Screen screen) {
        if (decided.kept().isEmpty()) {
            return;
        }
        screen.line();
        screen.line("%s kept for what needs %s:".formatted(
                Quantity.of(decided.kept().size(), "older version") + (decided.kept().size() == 1 ? " is" : " are"),
                decided.kept().size() == 1 ? "it" : "them"));
        Names names = new Names(workspace.graph());
        Map<VersionId, Version> readers = readers();
        int lines = 0;
        for (Map.Entry<Past, Kept> each : decided.kept().entrySet()) {
            if (lines++ == MOST_LINES) {
                screen.line("  … and %d more; --json names all.".formatted(decided.kept().size() - MOST_LINES));
                return;
            }
            screen.line("  %s  %s".formatted(name(names, each.getKey()), because(each.getValue(), names, readers)));
        }
    }

    private static String name(Names names, Past past) {
        return names.of(past.target()) + "#" + past.number();
    }

    private static String because(Kept kept, Names names, Map<VersionId, Version> readers) {
        return switch (kept) {
            case Kept.Current _ -> "is what readers of another environment see";
            case Kept.StandsRejected _ -> "was rejected, and nothing newer was made";
            case Kept.Pinned(String holder) -> "is held by " + holder;
            case Kept.InUse _ -> "may be read by a run that has not ended";
            case Kept.Tagged _ -> "has the tag " + Kept.TAG;
            case Kept.InputOf(VersionId reader) -> {
                Version made = readers.get(reader);
                yield "was read by " + (made == null ? "version " + reader : names.of(made));
            }
        };
    }

    private Map<VersionId, Version> readers() {
        List<VersionId> ids = new ArrayList<>();
        decided.kept().values().forEach(kept -> {
            if (kept instanceof Kept.InputOf(VersionId reader)) {
                ids.add(reader);
            }
        });
        Map<VersionId, Version> readers = new HashMap<>();
        for (int from = 0; from < ids.size(); from += 10_000) {
            workspace.versions()
                    .findAll(ids.subList(from, Math.min(ids.size(), from + 10_000)))
                    .forEach(version -> readers.put(version.id(), version));
        }
        return readers;
    }

    @Override
    public Object json() {
        Names names = new Names(workspace.graph());
        Map<VersionId, Version> readers = readers();
        return new JsonObject()
                .with("collected", done.collected)
                .with("grace_ms", grace)
                .with(
                        "assets",
                        List.copyOf(freed.entrySet()),
                        each -> new JsonObject()
                                .with("asset", each.getKey())
                                .with("keep", String.valueOf(policy.retention().get(each.getKey())))
                                .with("versions", each.getValue().versions())
                                .with("files", each.getValue().files())
                                .with("bytes", each.getValue().bytes()))
                .with("versions", decided.condemned(), past -> json(past, names))
                .with(
                        "kept",
                        List.copyOf(decided.kept().entrySet()),
                        each -> json(each.getKey(), names)
                                .with("because", code(each.getValue()))
                                .with("of", of(each.getValue(), names, readers)))
                .with(
                        "removed",
                        new JsonObject()
                                .with("versions", done.removed.versions())
                                .with("files", done.removed.files()))
                .with("waiting", done.waiting)
                .with(
                        "forgotten",
                        new JsonObject()
                                .with("runs", forgotten.runs())
                                .with("versions", forgotten.versions())
                                .with("notices", forgotten.notices()))
                .with(
                        "database",
                        done.compacted.map(compacted -> new JsonObject()
                                .with("bytes_before", compacted.bytesBefore())
                                .with("bytes_after", compacted.bytesAfter())));
    }

    private static JsonObject json(Past past, Names names) {
        return new JsonObject()
                .with("version", name(names, past))
                .with("id", past.id())
                .with("asset", past.target().asset())
                .with("number", past.number())
                .with("state", past.state())
                .with("created_at", past.madeAt());
    }

    private static String code(Kept kept) {
        return switch (kept) {
            case Kept.Current _ -> "current";
            case Kept.StandsRejected _ -> "rejected";
            case Kept.Pinned _ -> "pinned";
            case Kept.InUse _ -> "in_use";
            case Kept.Tagged _ -> "tagged";
            case Kept.InputOf _ -> "input";
        };
    }

    private static @Nullable String of(Kept kept, Names names, Map<VersionId, Version> readers) {
        return switch (kept) {
            case Kept.Pinned(String holder) -> holder;
            case Kept.InputOf(VersionId reader) -> readers.containsKey(reader)
                    ? names.of(readers.get(reader))
                    : reader.toString();
            case Kept.Current _, Kept.StandsRejected _, Kept.InUse _, Kept.Tagged _ -> null;
        };
    }
}
