package dev.weir.lineageui.view;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.collect.Collected;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionState;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What is said of versions that were collected.
public final class CollectedVersions {

    private final ProjectFacts facts;

    public CollectedVersions(ProjectFacts facts) {
        this.facts = facts;
    }

    /// When a version was collected, if it was.
    public Optional<Collected> of(Version version) {
        return version.state() == VersionState.CONDEMNED
                ? facts.collections().collected(List.of(version.id())).stream().findFirst()
                : Optional.empty();
    }

    /// @throws WeirException naming those whose data was collected
    public void requireData(Collection<Version> versions) {
        List<Problem> problems = versions.stream()
                .filter(version -> version.state() == VersionState.CONDEMNED && version.content().isInFiles())
                .map(this::problem)
                .toList();
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
    }

    /// What to say of one.
    public WeirException collected(Version version) {
        return new WeirException(List.of(problem(version)));
    }

    private Problem problem(Version version) {
        Names names = new Names(facts.graph());
        String when = of(version)
                .map(collected -> " on " + collected.at().truncatedTo(ChronoUnit.SECONDS))
                .orElse("");
        return new Problem(
                ProblemCode.VERSION_COLLECTED,
                "%s was collected%s, as its asset's retention says: its data is not there any more. weir versions %s lists what there is; weir materialize with --force computes the partition anew."
                        .formatted(names.of(version), when, names.of(version.target())),
                new Subject.OfAsset(version.target().asset()));
    }

    /// When it was, as JSON; nothing of a version that was not collected.
    Optional<JsonObject> json(Version version) {
        return of(version).map(collected ->
                new JsonObject().with("at", collected.at()).with("removed_at", collected.removedAt()));
    }
}
