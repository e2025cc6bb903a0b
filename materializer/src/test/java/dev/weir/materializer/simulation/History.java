package dev.weir.materializer.simulation;

import dev.weir.materializer.collect.Judgement;
import dev.weir.materializer.collect.Pin;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What really happened, noted beside the store: who claimed what last, until when a run is whose, what was written, and
/// what people were told.
final class History implements Wire.Witness {

    /// What a store answered to a run that asked for its turn.
    ///
    /// @param before who had claimed what it has now
    record Asked(RunId run, Turn answer, Map<AssetPartition, RunId> before) {}

    /// A result that a process told people.
    record Told(RunId run, StepResult result) {}

    private static final Set<String> CHANGES_OF_RUNS = Set.of("create", "start", "finish", "cancel", "reap");

    private final Loop clock;
    private final Toll toll;
    private final List<RunId> runs = new ArrayList<>();
    private final Map<AssetPartition, RunId> claims = new HashMap<>();
    private final Map<RunId, Instant> leases = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final Map<RunId, Map<AssetPartition, StepResult>> told = new LinkedHashMap<>();

    private final List<Asked> asked = new ArrayList<>();
    private final Map<UUID, CommitGroup> placed = new LinkedHashMap<>();
    private boolean placedMore;
    private final List<VersionId> condemned = new ArrayList<>();
    private final Map<VersionId, Instant> pins = new HashMap<>();

    private final Map<RunId, SimulatedProcess> makers = new HashMap<>();
    private final Map<RunId, Instant> ends = new HashMap<>();
    private final Map<RunId, Instant> toldEnds = new HashMap<>();
    private final Map<Strand, RunId> calls = new HashMap<>();
    private final Map<RunId, Instant> lastCalls = new HashMap<>();
    private final Set<RunId> forgottenRuns = new HashSet<>();
    private final Set<VersionId> forgottenVersions = new HashSet<>();
    private boolean everybodyEnded;

    private boolean stirred;

    History(Loop clock, Toll toll) {
        this.clock = clock;
        this.toll = toll;
    }

    @Override
    public void saw(String method, @Nullable Object[] arguments, @Nullable Object answer) {
        stirred |= CHANGES_OF_RUNS.contains(method);
        switch (method) {
            case "create" -> {
                if (arguments[0] instanceof Run run && arguments[2] instanceof Duration startWithin) {
                    runs.add(run.id());
                    makers.put(run.id(), clock.current().process());
                    toll.count(Toll.Event.RUN);
                    leases.put(run.id(), clock.instant().plus(startWithin));
                }
            }
            case "start", "heartbeat", "keepQueued" -> {
                if (Boolean.TRUE.equals(answer)
                        && arguments[0] instanceof RunId run
                        && arguments[2] instanceof Duration length) {
                    leases.put(run, clock.instant().plus(length));
                }
            }
            case "claim" -> {
                if (arguments[0] instanceof RunLease lease && arguments[1] instanceof List<?> targets) {
                    targets.forEach(target -> claims.put((AssetPartition) target, lease.run()));
                }
            }
            case "turn" -> {
                if (arguments[0] instanceof RunId run
                        && arguments[3] instanceof Duration startWithin
                        && answer instanceof Turn turn) {
                    sawTurn(run, turn, startWithin);
                }
            }
            case "commit" -> {
                if (answer instanceof CommitOutcome.Fenced) {
                    toll.count(Toll.Event.FENCED);
                }
            }
            case "enter" -> {
                if (Boolean.FALSE.equals(answer)) {
                    toll.count(Toll.Event.POOL_FULL);
                }
            }
            case "cancel" -> toll.count(Toll.Event.CANCEL);
            case "condemn" -> {
                if (answer instanceof Judgement judgement) {
                    condemned.addAll(judgement.condemned());
                    judgement.condemned().forEach(_ -> toll.count(Toll.Event.CONDEMNED));
                }
            }
            case "removed" -> {
                if (arguments[0] instanceof Collection<?> versions) {
                    versions.forEach(_ -> toll.count(Toll.Event.COLLECTED));
                }
            }
            case "pin" -> {
                if (Boolean.TRUE.equals(answer)
                        && arguments[0] instanceof Pin pin
                        && arguments[1] instanceof Duration length) {
                    toll.count(Toll.Event.PINNED);
                    pins.merge(pin.version(), clock.instant().plus(length), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
            default -> {}
        }
    }

    private void sawTurn(RunId run, Turn turn, Duration startWithin) {
        Map<AssetPartition, RunId> before = new HashMap<>();
        if (turn instanceof Turn.Begins(List<Claim> all)) {
            toll.count(Toll.Event.TURN);
            leases.put(run, clock.instant().plus(startWithin));
            all.forEach(claim -> {
                RunId earlier = claims.put(claim.target(), run);
                if (earlier != null && !earlier.equals(run)) {
                    before.put(claim.target(), earlier);
                }
            });
        }
        asked.add(new Asked(run, turn, before));
    }

    /// The files of a group have their places, durably.
    void placed(CommitGroup group) {
        if (placed.values().stream().anyMatch(other -> other.lease().equals(group.lease()))) {
            toll.count(Toll.Event.MADE_READY_AHEAD);
        }
        placed.put(group.id(), group);
        placedMore = true;
    }

    /// What becomes of a group is known.
    void settled(CommitGroup group) {
        placed.remove(group.id());
    }

    /// The groups whose files have their places, and of which it is not known what became of them.
    Collection<CommitGroup> placed() {
        return placed.values();
    }

    /// Whether there are more of them since this was asked last.
    boolean takePlacedMore() {
        boolean was = placedMore;
        placedMore = false;
        return was;
    }

    /// Who has asked for a turn since this was asked last.
    List<Asked> takeAsked() {
        List<Asked> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    /// Whether a run may have changed since this was asked last.
    boolean takeStirred() {
        boolean was = stirred;
        stirred = false;
        return was;
    }

    Instant now() {
        return clock.instant();
    }

    /// What was condemned since this was asked last.
    List<VersionId> takeCondemned() {
        List<VersionId> taken = List.copyOf(condemned);
        condemned.clear();
        return taken;
    }

    /// Whether a reader was promised it for longer.
    boolean isPinned(VersionId version) {
        return pins.getOrDefault(version, Instant.MIN).isAfter(clock.instant());
    }

    void ended(RunId run) {
        ends.putIfAbsent(run, clock.instant());
    }

    /// Its process has told people how it ended.
    void toldEnd(RunId run) {
        toldEnds.put(run, clock.instant());
    }

    /// Nobody is at anything any more.
    void everybodyEnded() {
        everybodyEnded = true;
    }

    /// An author's code is called, which may go on after its run has ended.
    void calls(Strand strand, RunId run) {
        calls.put(strand, run);
    }

    /// It came back, or threw.
    void called(Strand strand, RunId run) {
        calls.remove(strand);
        lastCalls.put(run, clock.instant());
    }

    private boolean isCalledFor(RunId run, Instant before) {
        return !lastCalls.getOrDefault(run, Instant.MIN).isBefore(before)
                || calls.entrySet().stream()
                        .anyMatch(call -> call.getValue().equals(run)
                                && !call.getKey().process().isDead());
    }

    /// Whether a run has ended before then and nobody was at it any more, nor an author's code of it.
    boolean isOver(RunId run, Instant before) {
        SimulatedProcess maker = makers.get(run);
        boolean isLeft = everybodyEnded
                || toldEnds.getOrDefault(run, Instant.MAX).isBefore(before)
                || (maker != null && maker.diedAt().isBefore(before));
        return isLeft && ends.getOrDefault(run, Instant.MAX).isBefore(before) && !isCalledFor(run, before);
    }

    void forgot(RunId run) {
        toll.count(Toll.Event.RUN_FORGOTTEN);
        forgottenRuns.add(run);
        runs.remove(run);
    }

    void forgot(VersionId version) {
        toll.count(Toll.Event.VERSION_FORGOTTEN);
        forgottenVersions.add(version);
    }

    boolean isForgotten(RunId run) {
        return forgottenRuns.contains(run);
    }

    boolean isForgotten(VersionId version) {
        return forgottenVersions.contains(version);
    }

    void wrote(DataFile file, String content) {
        written.put(file.path(), content);
    }

    /// @return whether something was told of the step before
    boolean told(RunId run, StepResult result) {
        if (result instanceof StepResult.Rejected) {
            toll.count(Toll.Event.REJECTED);
        }
        return told.computeIfAbsent(run, any -> new LinkedHashMap<>()).put(result.target(), result) != null;
    }

    List<RunId> runs() {
        return runs;
    }

    Optional<RunId> claimant(AssetPartition target) {
        return Optional.ofNullable(claims.get(target));
    }

    /// Whether a run is its owner's now.
    boolean holdsLease(RunId run) {
        return leases.getOrDefault(run, Instant.MIN).isAfter(clock.instant());
    }

    Toll toll() {
        return toll;
    }

    Optional<String> contentOf(DataFile file) {
        return Optional.ofNullable(written.get(file.path()));
    }

    List<Told> told() {
        List<Told> all = new ArrayList<>();
        told.forEach((run, results) -> results.values().forEach(result -> all.add(new Told(run, result))));
        return all;
    }
}
