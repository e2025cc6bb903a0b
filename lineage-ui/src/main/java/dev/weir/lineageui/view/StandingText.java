package dev.weir.lineageui.view;

import dev.weir.assets.spec.AssetSpec;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.ReasonText;
import dev.weir.materializer.version.Names;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says why an asset stands as it does, as the end of a sentence. Of a partitioned asset it counts.
public final class StandingText {
    private final ReasonText reasons;
    private final Instant now;

    /// @param now at which what is due is decided
    public StandingText(Names names, Instant now) {
        reasons = new ReasonText(names);
        this.now = now;
    }

    /// @param those the partitions that stand so
    /// @param step what would be done with the last of them, if anything would
    public String of(AssetSpec asset, AssetStanding standing, PartitionSet those, Optional<PlannedStep> step) {
        PartitionsDefinition partitions = asset.partitions();
        boolean whole = partitions instanceof Unpartitioned || those.isEmpty();
        return whole ? whole(standing, step) : counted(partitions, standing, those, step);
    }

    private String whole(AssetStanding standing, Optional<PlannedStep> step) {
        return switch (standing) {
            case FRESH -> "";
            case STALE, MISSING -> because(step);
            case FAILED -> "its newest attempt failed";
            case REJECTED -> "its newest version was rejected by its checks";
            case TAINTED -> "what is published was found wrong later";
            case RUNNING -> "a run is at work on it";
            case SKIPPED -> "its condition does not hold";
            case UNKNOWN -> "it was not looked at yet";
        };
    }

    private String counted(
            PartitionsDefinition partitions, AssetStanding standing, PartitionSet those, Optional<PlannedStep> step) {
        int total = partitions.all(now).union(those).size();
        String last = "the last is " + partitions.keyOf(last(partitions, those));
        boolean one = those.size() == 1;
        String count = "%,d of %,d partitions".formatted(those.size(), total);
        return switch (standing) {
            case FRESH -> "";
            case MISSING -> those.size() == total
                    ? because(step)
                    : "%s %s missing, %s".formatted(count, one ? "is" : "are", last);
            case STALE -> "%s %s stale, %s%s".formatted(count, one ? "is" : "are", last, consequence(step));
            case FAILED -> "%s failed at %s newest attempt, %s".formatted(count, one ? "its" : "their", last);
            case REJECTED -> "the newest %s of %s %s rejected by %s checks, %s"
                    .formatted(one ? "version" : "versions", count, one ? "was" : "were", one ? "its" : "their", last);
            case TAINTED -> "what is published of %s was found wrong later, %s".formatted(count, last);
            case RUNNING -> "a run is at work on %s, %s".formatted(count, last);
            case SKIPPED -> "its condition does not hold";
            case UNKNOWN -> "it was not looked at yet";
        };
    }

    private String because(Optional<PlannedStep> step) {
        return step.map(each -> reasons.because(each.action())).orElse("");
    }

    private String consequence(Optional<PlannedStep> step) {
        return step.map(each -> ": " + reasons.because(each.action())).orElse("");
    }

    /// The last in the order in which people see them.
    public static int last(PartitionsDefinition partitions, PartitionSet those) {
        if (partitions instanceof PartitionsDefinition.Static keys) {
            List<Integer> inOrder = keys.inOrder(those);
            return inOrder.isEmpty() ? those.last() : inOrder.getLast();
        }
        return those.last();
    }
}
