package dev.weir.materializer.doctor;

import dev.weir.materializer.doctor.Finding.Weight;
import java.util.ArrayList;
import java.util.List;

/// Collects what is found on one topic: the first are kept, the others counted.
final class Findings {

    private final List<Finding> first = new ArrayList<>();
    private long more;

    void wrong(String fact, String wayOut) {
        add(new Finding(Weight.WRONG, fact, wayOut));
    }

    void noted(String fact, String wayOut) {
        add(new Finding(Weight.NOTED, fact, wayOut));
    }

    private void add(Finding finding) {
        if (first.size() < Examined.TOLD) {
            first.add(finding);
        } else {
            more++;
        }
    }

    Examined of(Topic topic, String looked) {
        return new Examined(topic, looked, first, more);
    }
}
