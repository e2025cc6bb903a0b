package dev.weir.materializer.adopt;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Lets current versions count as made by the code and configuration that their asset has now.
public final class Adopting {

    private final Definitions definitions;
    private final EnvironmentName environment;
    private final AdoptionStore store;

    public Adopting(Definitions definitions, EnvironmentName environment, AdoptionStore store) {
        this.definitions = definitions;
        this.environment = environment;
        this.store = store;
    }

    /// @param current versions of one asset that are current
    /// @param id of what is recorded
    /// @return those that were made by something else, as they count from now on
    /// @throws WeirException `NOTHING_TO_ACCEPT` if there are none, `PLAN_DRIFTED` if one changed at this very moment
    public List<Version> accept(AssetKey asset, List<Version> current, UUID id, String reason, Instant at) {
        List<Adoption> adoptions = new ArrayList<>();
        for (Version version : current) {
            if (!version.digests().code().equals(definitions.codeOf(asset))
                    || !version.digests().config().equals(definitions.configOf(asset))) {
                adoptions.add(new Adoption(
                        version,
                        version.accepted(
                                definitions.codeOf(asset),
                                definitions.configOf(asset),
                                definitions.valuesOf(asset),
                                reason,
                                at)));
            }
        }
        if (adoptions.isEmpty()) {
            throw refused(
                    ProblemCode.NOTHING_TO_ACCEPT,
                    asset,
                    "There is nothing to accept: what is published of %s was made by the code and the configuration it has now. weir why %s says how it stands."
                            .formatted(asset, asset));
        }
        if (!store.adopt(id, environment, adoptions, reason, at)) {
            throw refused(
                    ProblemCode.PLAN_DRIFTED,
                    asset,
                    "Something else was published of %s at this moment, and nothing was accepted: look at it and try again."
                            .formatted(asset));
        }
        return adoptions.stream().map(Adoption::after).toList();
    }

    private static WeirException refused(ProblemCode code, AssetKey asset, String message) {
        return new WeirException(List.of(new Problem(code, message, new Subject.OfAsset(asset))));
    }
}
