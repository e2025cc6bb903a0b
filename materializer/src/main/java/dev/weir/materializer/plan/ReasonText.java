package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.checks.CheckKey;
import dev.weir.materializer.version.Configured;
import dev.weir.materializer.version.Names;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Says a [Reason] in words: half a sentence that goes after "because", about an asset partition named before.
public final class ReasonText {

    private static final String MISSING = "it has never been materialized";

    private final Names names;

    public ReasonText(Names names) {
        this.names = names;
    }

    public String describe(Reason reason) {
        // By far the most frequent one in a cold process, which is spared the set-up of the switch.
        if (reason instanceof Reason.Missing) {
            return MISSING;
        }
        return switch (reason) {
            case Reason.Missing _ -> MISSING;
            case Reason.OnlyRejected(String version, List<CheckKey> by) ->
                "%s was rejected%s, and nothing has been published".formatted(version, byChecks(by));
            case Reason.Forced _ -> "it was forced";
            case Reason.Imported(String from, _) -> "it was imported from " + from;
            case Reason.CodeChanged(Digest before, Digest now) -> "its code changed " + change(before, now);
            case Reason.ConfigChanged changed -> "its configuration changed" + values(changed);
            case Reason.DependenciesChanged(List<AssetKey> added, List<AssetKey> removed) ->
                dependencies(added, removed);
            case Reason.PartitionsChanged(AssetKey asset, PartitionSet added, PartitionSet removed) ->
                partitions(asset, added, removed);
            case Reason.InputChanged changed ->
                "%s has other data than %s, which it read".formatted(changed.now(), shortly(changed));
            case Reason.SiblingHeld(var sibling) ->
                "the same call makes " + names.of(sibling) + ", which is held";
            case Reason.TogetherWith(var sibling) -> "it is computed together with " + names.of(sibling);
            case Reason.InputPlanned(var input) -> "its input %s is to be computed".formatted(names.of(input));
            case Reason.ChangedOutside(String before) -> "what it stands for is not what %s saw".formatted(before);
            case Reason.Unseen(String problem) -> "it could not be looked at: " + problem;
            case Reason.RejectionStands(String version, List<AssetKey> with) ->
                "%s was rejected%s and nothing has changed since"
                        .formatted(version, with.isEmpty() ? "" : " together with " + list(with));
            case Reason.InputTainted(var input, String why) -> "%s %s".formatted(names.of(input), why);
            case Reason.ConditionStands(String why) -> why + ", and nothing has changed since";
            case Reason.InputSkipped(var input, String why) -> "%s %s".formatted(names.of(input), why);
            case Reason.Blocked(var input, String why) -> "%s %s".formatted(names.of(input), why);
            case Reason.NothingToRead(AssetKey upstream, String why) -> "%s %s".formatted(upstream, why);
        };
    }

    /// What a plan does and why, such as `compute: its code changed (…)`.
    public String describe(PlannedAction action) {
        String verb =
                switch (action) {
                    case PlannedAction.Compute _ -> "compute";
                    case PlannedAction.ComputeUnlessInputsComeOutEqual _ -> "compute unless its inputs come out equal";
                    case PlannedAction.Check _ -> "check";
                    case PlannedAction.Skip _ -> "skip";
                };
        return verb + ": " + because(action);
    }

    /// Why a plan does it.
    public String because(PlannedAction action) {
        if (action instanceof PlannedAction.Compute compute) {
            return describe(compute.reason());
        }
        return switch (action) {
            case PlannedAction.Compute(Reason reason) -> describe(reason);
            case PlannedAction.ComputeUnlessInputsComeOutEqual(Reason reason) -> describe(reason);
            case PlannedAction.Check check -> changed(check.changed());
            case PlannedAction.Skip(Reason reason) -> describe(reason);
        };
    }

    private static String changed(Set<CheckKey> checks) {
        return checks.isEmpty() ? "its checks were asked for" : "its %s changed".formatted(list(checks));
    }

    private static String byChecks(List<CheckKey> checks) {
        return checks.isEmpty() ? "" : " by " + list(checks);
    }

    private static String list(Collection<CheckKey> checks) {
        String names = checks.stream().map(CheckKey::name).sorted().distinct().collect(Collectors.joining(", "));
        return (checks.size() == 1 ? "check " : "checks ") + names;
    }

    private static String values(Reason.ConfigChanged changed) {
        return changed.changes().isEmpty()
                ? " " + change(changed.before(), changed.now())
                : changed.changes().stream().map(ReasonText::value).collect(Collectors.joining(", ", ": ", ""));
    }

    private static String value(Configured.Change change) {
        return "%s %s → %s".formatted(change.name(), orNothing(change.before()), orNothing(change.now()));
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private static String change(Digest before, Digest now) {
        return "(%s → %s)".formatted(before.abbreviated(), now.abbreviated());
    }

    private static String dependencies(List<AssetKey> added, List<AssetKey> removed) {
        List<String> parts = new ArrayList<>();
        if (!added.isEmpty()) {
            parts.add("reads %s now".formatted(list(added)));
        }
        if (!removed.isEmpty()) {
            parts.add("no longer reads %s".formatted(list(removed)));
        }
        return "it " + (parts.isEmpty() ? "reads its inputs in another way" : String.join(" and ", parts));
    }

    private static String list(List<AssetKey> assets) {
        return assets.stream().map(AssetKey::toString).collect(Collectors.joining(", "));
    }

    private String partitions(AssetKey asset, PartitionSet added, PartitionSet removed) {
        List<String> parts = new ArrayList<>();
        if (!added.isEmpty()) {
            parts.add("would read %s, which it did not".formatted(names.of(asset, added)));
        }
        if (!removed.isEmpty()) {
            parts.add("read %s, which it would not".formatted(names.of(asset, removed)));
        }
        return "it " + String.join(", and ", parts);
    }

    // Of two versions of one partition the number says enough: raw_flights@2013-01-15#2 and #1.
    private String shortly(Reason.InputChanged changed) {
        String same = names.of(changed.input()) + "#";
        return changed.before().startsWith(same) ? changed.before().substring(same.length() - 1) : changed.before();
    }
}
