package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.StepResult.Audited;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.warehouse.ConfirmedSegment;
import dev.weir.materializer.warehouse.Making;
import dev.weir.materializer.warehouse.ManifestEntry;
import dev.weir.materializer.warehouse.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows that one commit has left, as its manifest tells them. What a commit did not write down, such as why a version was
/// made, is empty.
final class RebuiltCommit {

    private final ConfirmedSegment confirmed;
    private final Names names;
    private final Map<AssetKey, AssetKey> renamed;
    private final int environment;
    private final RebuiltPointers pointers;
    private final VersionRows versions;
    private final InputRows inputs;
    private final VerdictRows verdicts = new VerdictRows();
    private final TaintRows taints = new TaintRows();
    private final List<Move> moves = new ArrayList<>();
    private final long firstPlace;
    private long place;
    private long newest;

    /// @param place how many results of the store have been recorded
    /// @param renamed the keys of today by those in the manifests, where they differ
    RebuiltCommit(ConfirmedSegment confirmed, long place, Names names, Map<AssetKey, AssetKey> renamed) {
        this.confirmed = confirmed;
        this.names = names;
        this.renamed = renamed;
        this.environment = names.id(confirmed.segment().environment());
        this.pointers = new RebuiltPointers(environment, names);
        this.versions = new VersionRows(confirmed.entries().size(), names);
        this.inputs = new InputRows(confirmed.entries().size(), names);
        this.firstPlace = place;
        this.place = place;
        this.newest = confirmed.firstSequence() + confirmed.numbered() - 1;
        confirmed.entries().forEach(this::add);
    }

    /// How many results of the store are recorded with it.
    long place() {
        return place;
    }

    /// The highest number of a commit that it has or names.
    long newest() {
        return newest;
    }

    private void add(ManifestEntry entry) {
        switch (entry) {
            case ManifestEntry.Made made -> {
                place++;
                add(made, Remains.renamed(made.version(), renamed));
            }
            case ManifestEntry.Audited audited -> {
                place++;
                keep(audited.version(), audited.verdicts());
                Timing unknown = new Timing(audited.segment().at(), Duration.ZERO);
                taints.add(new Audited(audited.target(), audited.version(), audited.verdicts(), unknown, ""));
            }
            case ManifestEntry.Collected collected ->
                pointers.taken(Remains.renamed(collected.target(), renamed), collected.number());
            case ManifestEntry.Moved moved -> {
                Move move = new Move(Remains.renamed(moved.target(), renamed), Optional.empty(), moved.to());
                moves.add(move);
                pointers.moved(move.target(), move.to(), moved.sequence().orElseThrow());
            }
        }
    }

    private void add(ManifestEntry.Made made, Version version) {
        @Nullable Long sequence = made.sequence().isPresent() ? (Long) made.sequence().getAsLong() : null;
        pointers.made(version, sequence);
        versions.add(place, sequence, version, new Timing(version.origin().createdAt(), made.making().took()), reason(made.making()));
        inputs.add(version);
        keep(version.id(), made.verdicts());
        for (InputUse input : version.inputs()) {
            newest = input instanceof InputUse.Many many ? Math.max(newest, many.asOf()) : newest;
        }
    }

    // As it goes on from "because".
    private static String reason(Making making) {
        return making.reason().isEmpty() ? "of something that was lost with the database" : making.reason();
    }

    private void keep(VersionId version, List<Verdict> found) {
        found.forEach(verdict -> verdicts.add(version, verdict, place));
    }

    List<Statement> statements() {
        Segment segment = confirmed.segment();
        UUID run = segment.run().value();
        long at = Micros.of(segment.at());
        List<Statement> statements = new ArrayList<>();
        versions.addTo(statements, environment, run, at);
        inputs.ofSingleVersions().ifPresent(statements::add);
        inputs.ofManyPartitions(environment).ifPresent(statements::add);
        pointers.addTo(statements);
        verdicts.addTo(statements);
        taints.addTo(statements);
        if (segment.isOfChangeset()) {
            Changeset changeset = new Changeset(
                    segment.group(), segment.environment(), segment.at(), segment.reason(), Optional.empty(), moves);
            statements.addAll(new MoveRows(changeset, names).statements(confirmed.firstSequence() - 1));
        } else {
            statements.add(Statement.of(
                    """
                    INSERT INTO commit_group (first_recorded, id, run, results, first_sequence, last_sequence, committed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""",
                    firstPlace + 1,
                    segment.group(),
                    run,
                    (int) (place - firstPlace),
                    confirmed.firstSequence(),
                    confirmed.firstSequence() + confirmed.numbered() - 1,
                    at));
        }
        return statements;
    }
}
