package dev.weir.lineageui.view;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.RunId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the run that somebody names: by its id, the beginning of that, or as `latest`.
public final class RunReference {
    private static final int SEARCHED = 10_000;
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private RunReference() {}

    /// @throws WeirException if there is none, or more than one
    public static Run find(String typed, RunStore store) {
        if (typed.equals("latest")) {
            return store.latest(1).stream()
                    .findFirst()
                    .orElseThrow(() -> new WeirException(ProblemCode.UNKNOWN_RUN, "Nothing has been run yet."));
        }
        Optional<Run> whole = UUID.matcher(typed).matches() ? store.find(RunId.parse(typed)) : Optional.empty();
        if (whole.isPresent()) {
            return whole.get();
        }
        List<Run> candidates = store.latest(SEARCHED).stream()
                .filter(run -> run.id().toString().startsWith(typed.toLowerCase(Locale.ROOT)))
                .toList();
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        throw new WeirException(
                ProblemCode.UNKNOWN_RUN,
                candidates.isEmpty()
                        ? "There is no run %s. `weir runs` lists the newest.".formatted(typed)
                        : "%d runs begin with %s, such as %s. Write more of the id."
                                .formatted(
                                        candidates.size(), typed, candidates.getFirst().id()));
    }
}
