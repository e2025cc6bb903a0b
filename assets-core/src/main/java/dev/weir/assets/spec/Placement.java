package dev.weir.assets.spec;

import java.util.List;

/// Where the method of an asset runs. Another place is another record here, and another `Place` in the materializer.
public sealed interface Placement {

    /// In Weir's own process.
    record InProcess() implements Placement {}

    /// In a JVM of its own for each attempt.
    ///
    /// @param heap the most its heap takes, such as `512m`; empty for what the JVM thinks fit
    /// @param jvm further options of the JVM
    record OwnProcess(String heap, ProcessContext context, List<String> jvm) implements Placement {
        public OwnProcess {
            jvm = List.copyOf(jvm);
            if (!heap.isEmpty() && !heap.matches("[1-9][0-9]{0,9}[kmgKMG]?")) {
                throw new IllegalArgumentException(
                        "heap: '%s' is no size: write a number and k, m or g, such as 512m".formatted(heap));
            }
            for (String option : jvm) {
                if (!option.startsWith("-")) {
                    throw new IllegalArgumentException(
                            "jvm: '%s' is no option of the JVM: they begin with '-', such as -XX:+UseG1GC"
                                    .formatted(option));
                }
            }
        }
    }
}
