package dev.weir.materializer.doctor;

import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.Leftovers;
import dev.weir.materializer.warehouse.ViewProjector;
import dev.weir.materializer.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/// Looks at everything that a project remembers and keeps, and says what is not as it must be. Changes nothing, and others may
/// be at work: what they are about to do is not taken for a fault.
public final class Doctor {

    /// A run may be found by its lease only; a process that lives is heard of long before.
    private static final Duration SILENCE = Duration.ofMinutes(1);
    /// What is younger may belong to somebody at work.
    private static final Duration GRACE = Duration.ofDays(1);

    private static final long LITTLE_SPACE = 1L << 30;

    private final Project project;
    private final Depth depth;
    private final Listener listener;

    /// How closely files are looked at.
    public enum Depth {
        /// Whether they are there, with their size.
        SIZES,
        /// Whether they hold what was written to them.
        CONTENTS
    }

    /// What is looked at.
    ///
    /// @param view what outside readers are shown, compared with the store
    /// @param names how people call versions and partitions
    public record Project(
            Inventory inventory,
            VersionStore versions,
            RunStore runs,
            Warehouse warehouse,
            Supplier<ViewProjector.Shown> view,
            Naming names,
            InstantSource clock) {}

    /// @param version as in `daily_delays@2013-01-15#3`
    /// @param target as in `daily_delays@2013-01-15`
    public record Naming(Function<Version, String> version, Function<AssetPartition, String> target) {}

    /// Follows how far the doctor has come.
    @FunctionalInterface
    public interface Listener {
        void looked(long versions, long of, long bytes);
    }

    public Doctor(Project project, Depth depth, Listener listener) {
        this.project = project;
        this.depth = depth;
        this.listener = listener;
    }

    public List<Examined> examine() {
        VersionsExamination versions = new VersionsExamination(project, depth, listener);
        versions.run();
        List<Examined> examined = new ArrayList<>();
        examined.add(versions.files());
        examined.add(pointers());
        examined.add(checks());
        examined.add(runs(versions));
        examined.add(versions.manifests());
        examined.add(views());
        examined.add(leftOver(versions));
        examined.add(space());
        return examined;
    }

    private Examined pointers() {
        Findings findings = new Findings();
        for (Inventory.Stray stray : project.inventory().strayPointers(1000)) {
            findings.wrong(
                    "%s %s".formatted(project.names().target().apply(stray.target()), stray.fact()),
                    "compute it anew with --force, and report this with what 'weir versions' shows of it");
        }
        return findings.of(Topic.POINTERS, "what is current was published or moved there last");
    }

    private Examined checks() {
        Findings findings = new Findings();
        for (Inventory.Unchecked unchecked : project.inventory().unchecked(1000)) {
            findings.wrong(
                    "%s#%d was published although %s failed"
                            .formatted(project.names().target().apply(unchecked.target()), unchecked.number(), unchecked.check()),
                    "'weir rollback' makes an earlier version current");
        }
        return findings.of(Topic.CHECKS, "what is published has passed its blocking checks");
    }

    private Examined runs(VersionsExamination versions) {
        Findings findings = new Findings();
        for (Inventory.Overdue overdue : project.inventory().overdue(SILENCE)) {
            findings.wrong(
                    "run %s is left %s, and nobody has been heard of since its lease ended at %s"
                            .formatted(overdue.run(), overdue.status().name().toLowerCase(Locale.ROOT), overdue.since()),
                    "the next command that writes, such as 'weir materialize', ends it; so does 'weir run cancel %s'"
                            .formatted(overdue.run()));
        }
        versions.doubled().forEach(target -> findings.wrong(
                "a step of %s has two results in one run".formatted(project.names().target().apply(target)),
                "report this with what 'weir versions' shows of it"));
        return findings.of(Topic.RUNS, "no run is left over, and each step has one result");
    }

    private Examined views() {
        Findings findings = new Findings();
        ViewProjector.Shown shown = project.view().get();
        shown.different().forEach(asset -> findings.wrong(
                "%s is not shown as it was at commit %d".formatted(asset, shown.sequence()),
                "remove %s: it is made anew by the next run".formatted(shown.folder())));
        if (!shown.behind().isEmpty()) {
            String fact = "%d assets are shown as of commit %d, and were published to since"
                    .formatted(shown.behind().size(), shown.sequence());
            if (isAnyRunUnderWay()) {
                findings.noted(fact, "the run that is under way shows them");
            } else {
                findings.wrong(fact, "the next run shows them");
            }
        }
        if (project.warehouse().isShownElsewhere(EnvironmentName.MAIN)) {
            findings.wrong(
                    "%s names the files where the warehouse was before it moved".formatted(shown.folder().resolve("views.sql")),
                    "the next command that writes, such as 'weir materialize', writes it anew");
        }
        return findings.of(Topic.VIEWS, "outside readers see commit %,d".formatted(shown.sequence()));
    }

    private boolean isAnyRunUnderWay() {
        return project.runs().latest(100).stream().anyMatch(run -> run.status() == RunStatus.RUNNING);
    }

    private Examined leftOver(VersionsExamination versions) {
        Findings findings = new Findings();
        Leftovers left = project.warehouse()
                .leftovers(this::isNobodys, versions::isNamed, project.clock().instant().minus(GRACE));
        note(findings, left.staged(), "staged by runs that have ended", "the next command that writes clears them away");
        note(findings, left.unconfirmed(), "of commits that never happened", "the next command that writes clears them away");
        note(findings, left.objects(), "in objects/ that no version names",
                "remove them if no other database keeps versions in this warehouse");
        return findings.of(Topic.LEFT_OVER, "nothing lies about for more than a day");
    }

    private static void note(Findings findings, Leftovers.Some some, String what, String wayOut) {
        if (some.files() > 0) {
            findings.noted(
                    "%,d files (%s) %s, such as %s".formatted(some.files(), bytes(some.bytes()), what, some.example()), wayOut);
        }
    }

    private boolean isNobodys(RunId run) {
        return project.runs().find(run).map(known -> known.status().isFinal()).orElse(true);
    }

    private Examined space() {
        Findings findings = new Findings();
        try {
            long free = Files.getFileStore(project.warehouse().root()).getUsableSpace();
            if (free < LITTLE_SPACE) {
                findings.noted("%s are free on the disk of the warehouse".formatted(bytes(free)), "make some");
            }
            return findings.of(Topic.SPACE, bytes(free) + " are free on the disk of the warehouse");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, units[unit]);
    }
}
