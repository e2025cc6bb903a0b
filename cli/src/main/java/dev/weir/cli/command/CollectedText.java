package dev.weir.cli.command;

import dev.weir.cli.output.Moments;
import dev.weir.materializer.collect.Collected;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;

/// That a version was collected, in words.
final class CollectedText {

    private CollectedText() {}

    /// For a column of a table.
    static String state(Collected collected, Moments moments) {
        return "collected " + moments.of(collected.at());
    }

    /// For somebody who looks at it.
    static String sentence(Version version, Collected collected, Names names, Moments moments) {
        String data = collected
                .removedAt()
                .map(at -> "its data is gone since " + moments.of(at))
                .orElse("its data goes when nobody can be reading it any more");
        return "It was collected on %s: %s. weir versions %s lists what there is."
                .formatted(moments.of(collected.at()), data, names.of(version.target()));
    }
}
