package dev.weir.materializer.run;

import dev.weir.assets.digest.DataDigest;
import dev.weir.checks.Verdict;
import dev.weir.materializer.version.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What an attempt produced, complete and checked in its staging folder.
public record StepOutput(
        Content content,
        DataDigest data,
        Map<String, Object> metadata,
        Map<String, String> tags,
        List<Verdict> verdicts)
        implements StepOutcome {

    /// The same with verdicts on what is published together with it.
    StepOutput with(List<Verdict> others) {
        List<Verdict> all = new ArrayList<>(verdicts);
        all.addAll(others);
        return new StepOutput(content, data, metadata, tags, all);
    }

    /// The same with other metadata.
    public StepOutput saying(Map<String, Object> other) {
        return new StepOutput(content, data, other, tags, verdicts);
    }

    /// Whether a check keeps it from being published.
    public boolean isBlocked() {
        return verdicts.stream().anyMatch(Verdict::blocks);
    }
}
