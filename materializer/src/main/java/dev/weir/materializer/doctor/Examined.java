package dev.weir.materializer.doctor;

import dev.weir.materializer.doctor.Finding.Weight;
import java.util.List;

/// What looking at one topic came to.
///
/// @param looked what was looked at, for people
/// @param findings the first of them
/// @param more how many others there are
public record Examined(Topic topic, String looked, List<Finding> findings, long more) {

    /// So many findings of a topic are told.
    static final int TOLD = 20;

    public Examined {
        findings = List.copyOf(findings);
    }

    public boolean isRight() {
        return findings.stream().noneMatch(finding -> finding.weight() == Weight.WRONG);
    }
}
