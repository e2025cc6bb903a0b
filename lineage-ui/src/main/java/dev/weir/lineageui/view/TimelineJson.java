package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The steps of a run as columns, for those who draw them. Times are milliseconds since the run started.
public final class TimelineJson {
    private final Instant start;
    private final Names names;
    private final Map<AssetKey, Integer> assets = new LinkedHashMap<>();
    private final AssetGraph graph;

    public TimelineJson(AssetGraph graph, Instant start) {
        this.graph = graph;
        this.start = start;
        names = new Names(graph);
    }

    /// @param open what the run has claimed and not ended
    /// @param atWork what of that has been at work for some time
    public JsonObject of(
            List<StepRecord> steps, Collection<AssetPartition> open, Map<AssetPartition, StepAtWork> atWork) {
        RunTimeline timeline = new RunTimeline(graph, steps);
        int[] after = steps.stream().mapToInt(step -> timeline.awaited(step.target())).toArray();
        int[] openAfter = open.stream().mapToInt(timeline::awaited).toArray();
        JsonObject columns = new JsonObject()
                .with("asset", steps, step -> number(step.target().asset()))
                .with("partition", steps, step -> partition(step.target()))
                .with("state", steps, StepRecord::state)
                .with("attempt", steps, StepRecord::attempt)
                .with("ready_ms", ready(after, steps))
                .with("begun_ms", steps, step -> since(RunTimeline.beginOf(step)))
                .with("start_ms", steps, step -> since(step.timing().startedAt()))
                .with("work_ms", steps, step -> since(RunTimeline.workOf(step)))
                .with("end_ms", steps, step -> since(RunTimeline.endOf(step)))
                .with("after", Arrays.stream(after).boxed().toList())
                .with("open_asset", open, target -> number(target.asset()))
                .with("open_partition", open, this::partition)
                .with("open_after", Arrays.stream(openAfter).boxed().toList())
                .with("open_ready_ms", ready(openAfter, steps))
                .with("open_attempt", open, target -> attempt(atWork.get(target)))
                .with("open_begun_ms", begun(open, atWork));
        return columns
                .with("assets", List.copyOf(assets.keySet()))
                .with("groups", assets.keySet(), asset -> graph.find(asset).map(each -> each.description().group()).orElse(""));
    }

    /// When the steps had ended that were waited for.
    private List<Duration> ready(int[] after, List<StepRecord> steps) {
        return Arrays.stream(after)
                .mapToObj(place -> place < 0 ? Duration.ZERO : since(RunTimeline.endOf(steps.get(place))))
                .toList();
    }

    private static int attempt(@Nullable StepAtWork step) {
        return step == null ? 0 : step.attempt();
    }

    private List<@Nullable Duration> begun(
            Collection<AssetPartition> open, Map<AssetPartition, StepAtWork> atWork) {
        List<@Nullable Duration> begun = new ArrayList<>();
        for (AssetPartition target : open) {
            StepAtWork step = atWork.get(target);
            begun.add(step == null ? null : since(step.since()));
        }
        return begun;
    }

    private int number(AssetKey asset) {
        return assets.computeIfAbsent(asset, _ -> assets.size());
    }

    private String partition(AssetPartition target) {
        String name = names.of(target);
        return name.substring(Math.min(name.length(), target.asset().toString().length() + 1));
    }

    private Duration since(Instant at) {
        return Duration.between(start, at);
    }
}
