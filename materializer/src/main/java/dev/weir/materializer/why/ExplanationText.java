package dev.weir.materializer.why;

import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.ReasonText;
import dev.weir.materializer.version.Acceptance;
import dev.weir.materializer.version.Importation;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionState;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Says an [Explanation] in words, one sentence a line.
public final class ExplanationText {

    private final Names names;
    private final ReasonText reasons;

    public ExplanationText(Names names) {
        this.names = names;
        reasons = new ReasonText(names);
    }

    public List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        if (explanation.standing() == Standing.UP_TO_DATE) {
            String target = names.of(explanation.target());
            lines.add(explanation
                    .current()
                    .map(current -> "%s is up to date: #%d is what its code, its configuration and its inputs make now."
                            .formatted(target, current.number()))
                    .orElse(target + " is not needed."));
            explanation.current().flatMap(Acceptance::of).ifPresent(acceptance -> lines.add(accepted(acceptance)));
        }
        explanation.hold().ifPresent(hold -> lines.add(hold.describe(names)));
        lines.addAll(lines(explanation.chain()));
        return lines;
    }

    public List<String> lines(List<Cause> chain) {
        return chain.stream().map(this::line).toList();
    }

    private String line(Cause cause) {
        return switch (cause) {
            case Cause.Planned(var target, Standing standing, PlannedAction action) ->
                "%s %s: %s.".formatted(names.of(target), standing.words(), reasons.because(action));
            case Cause.Made made when Importation.of(made.version()).isPresent() ->
                "%s was imported from %s.".formatted(
                        names.of(made.version()), Importation.of(made.version()).orElseThrow().from());
            case Cause.Made made ->
                "%s was %s because %s.".formatted(names.of(made.version()), verb(made.version()), because(made));
        };
    }

    private static String accepted(Acceptance acceptance) {
        return "It was made by other code or configuration, which somebody accepted at %s: %s."
                .formatted(acceptance.at().truncatedTo(ChronoUnit.SECONDS), acceptance.reason());
    }

    private static String verb(Version version) {
        return version.state() == VersionState.REJECTED ? "computed, and rejected," : "computed";
    }

    private String because(Cause.Made made) {
        if (made.change().isEmpty() && made.version().number() == 1) {
            return "there was none before";
        }
        return made.change().map(reasons::describe).or(made::recorded).orElse("of something that was not recorded");
    }
}
