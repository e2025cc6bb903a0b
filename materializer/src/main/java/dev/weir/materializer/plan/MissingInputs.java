package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Names;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the inputs that `--only` would have to do without, one problem for each dependency.
final class MissingInputs {

    private record Gap(AssetKey reader, AssetKey upstream) {}

    private record Extent(PartitionSet readers, PartitionSet missing, Inputs.Unavailable first) {}

    private final Names names;
    private final Upstreams upstreams;
    private final Map<Gap, Extent> gaps = new LinkedHashMap<>();

    MissingInputs(Names names, Upstreams upstreams) {
        this.names = names;
        this.upstreams = upstreams;
    }

    /// @param first why the first of those is not there
    void add(AssetPartition reader, AssetKey upstream, PartitionSet missing, Inputs.Unavailable first) {
        if (upstreams == Upstreams.SELECTION_ONLY) {
            gaps.merge(
                    new Gap(reader.asset(), upstream),
                    new Extent(PartitionSet.of(reader.ordinal()), missing, first),
                    (a, b) -> new Extent(a.readers.union(b.readers), a.missing.union(b.missing), a.first));
        }
    }

    void refuse() {
        if (!gaps.isEmpty()) {
            List<Problem> problems = new ArrayList<>();
            gaps.forEach((gap, extent) -> problems.add(problem(gap, extent)));
            throw new WeirException(problems);
        }
    }

    private Problem problem(Gap gap, Extent extent) {
        return new Problem(
                ProblemCode.INPUT_MISSING,
                "%s needs %s, which %s: %s"
                        .formatted(
                                names.of(gap.reader, extent.readers),
                                names.of(gap.upstream, extent.missing),
                                extent.first.why(),
                                wayOut(gap, extent)),
                new Subject.OfAsset(gap.reader));
    }

    private static String wayOut(Gap gap, Extent extent) {
        return extent.first.obstacle() == Inputs.Obstacle.INCOMPLETE
                ? "wait until it is"
                : "run it without --only, or materialize %s first".formatted(gap.upstream);
    }
}
