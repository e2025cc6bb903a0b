package dev.weir.materializer.status;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.index.ClassIndex;
import dev.weir.checks.index.IndexFormat;
import dev.weir.materializer.kept.KeptFile;
import dev.weir.materializer.kept.KeptInput;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.run.DefinitionSnapshot;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.StoreMark;
import dev.weir.partitions.PartitionsDefinition;
import java.nio.file.Path;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the assets of a project stand, kept in a file from one process to the next, which then follows what was recorded since. Nothing
/// but time is lost with the file. Threads may share it.
///
/// It is used only by the same build of Weir on the same Java, for equal definitions, and over a store that has made the same commit when
/// it had come as far as the file: not over another, and not over one that was restored to what it was before.
public final class KeptStandings {

    private final Path folder;
    private final String weir;
    private @Nullable StoreMark kept;

    /// @param folder need not be there yet
    /// @param weir tells a build of Weir from all others
    public KeptStandings(Path folder, String weir) {
        this.folder = folder;
        this.weir = weir;
    }

    /// What was kept, if it fits. It is that of then: to be asked for how it is [ProjectStandings#after].
    public synchronized Optional<ProjectStandings> read(Definitions definitions, ProjectStandings.Stores stores) {
        Optional<ProjectStandings> read = file(stores.environment())
                .read(about(definitions, stores.environment()), in -> read(in, definitions, stores));
        kept = read.map(ProjectStandings::mark).orElse(null);
        return read;
    }

    private static Optional<ProjectStandings> read(KeptInput in, Definitions definitions, ProjectStandings.Stores stores) {
        StoreMark mark = new StoreMark(in.number(), in.number());
        Optional<UUID> commit = Optional.of(new UUID(in.number(), in.number()));
        return stores.versions().commitAt(mark).equals(commit)
                ? Optional.of(ProjectStandings.read(in, definitions, stores, mark))
                : Optional.empty();
    }

    /// Keeps it in place of what was kept, unless nothing was recorded since, or no commit tells how far the store had come.
    public synchronized void write(ProjectStandings standings) {
        StoreMark mark = standings.mark();
        Optional<UUID> commit = mark.equals(kept) ? Optional.empty() : standings.stores().versions().commitAt(mark);
        if (commit.isPresent()) {
            EnvironmentName environment = standings.stores().environment();
            file(environment).write(about(standings.definitions(), environment), out -> {
                out.number(mark.sequence());
                out.number(mark.recorded());
                out.number(commit.get().getMostSignificantBits());
                out.number(commit.get().getLeastSignificantBits());
                standings.write(out);
            });
            kept = mark;
        }
    }

    private KeptFile file(EnvironmentName environment) {
        return new KeptFile(folder.resolve("standings-" + environment));
    }

    /// All that decides how assets stand, but for what a store remembers and the time.
    private Digest about(Definitions definitions, EnvironmentName environment) {
        List<AssetSpec> assets = definitions.graph().assets();
        List<CheckSpec> checks = definitions.graph().keys().stream()
                .flatMap(asset -> definitions.checksOf(asset).stream())
                .toList();
        Hasher hasher = new Hasher()
                .add(weir)
                .add(Runtime.version().toString())
                .add(Objects.requireNonNull(ZoneRulesProvider.getVersions("UTC").lastKey()))
                .add(environment.value())
                .add(IndexFormat.write(new ClassIndex("", "", "", assets, checks, List.of())))
                .add(DefinitionSnapshot.of(definitions).content());
        definitions.checkDigests().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> hasher.add(each.getKey().toString()).add(each.getValue()));
        assets.forEach(asset -> addNumbers(hasher, asset.partitions()));
        return hasher.finish();
    }

    // A list's keys have the numbers that a store gave them.
    private static void addNumbers(Hasher hasher, PartitionsDefinition partitions) {
        if (partitions instanceof PartitionsDefinition.Static list) {
            list.keys().forEach(key -> hasher.add(list.numbering().ordinalOf(key)));
        }
    }
}
