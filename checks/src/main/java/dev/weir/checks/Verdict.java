package dev.weir.checks;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The recorded outcome of a check for one version. Kept by version and by the check's own digest, so that a verdict is
/// never taken for one of other data or of another rule.
///
/// @param check the check
/// @param digest what the check is at
/// @param severity what a failure means, after the result had its say
/// @param description what holds when it passes
public record Verdict(
        CheckKey check,
        Digest digest,
        CheckSeverity severity,
        String description,
        CheckResult result,
        Duration took) {

    /// Whether this is one of the several results of a method, and `whole` the verdict that sums them up.
    public boolean isPartOf(Verdict whole) {
        return digest.equals(whole.digest)
                && check.asset().equals(whole.check.asset())
                && check.name().startsWith(whole.check.name() + ".");
    }

    /// The same as what it means for an asset that is published only together with the one it is about. The rows that show
    /// it stay with that one.
    public Verdict against(AssetKey sibling) {
        CheckResult told = new CheckResult(result.passed(), result.severity(), result.metadata(), List.of());
        return new Verdict(check.against(sibling), digest, severity, description, told, took);
    }

    /// The assets for whose sake alone a version is not published, in key order; none if a check of its own blocks it.
    ///
    /// @param siblings what it is published together with
    public static List<AssetKey> blockedBySiblings(List<Verdict> verdicts, List<AssetKey> siblings) {
        Set<AssetKey> failed = new TreeSet<>();
        for (Verdict verdict : verdicts) {
            if (verdict.blocks()) {
                Optional<CheckKey> other = verdict.check.ofSibling(siblings);
                if (other.isEmpty()) {
                    return List.of();
                }
                failed.add(other.get().asset());
            }
        }
        return List.copyOf(failed);
    }

    /// What counts of all verdicts on one version: the newest of each check, and of a method with several results their sum.
    ///
    /// @param recorded of each check the newest last
    /// @return in order of the checks
    public static List<Verdict> newest(List<Verdict> recorded) {
        Map<CheckKey, Verdict> newest = new TreeMap<>();
        recorded.stream()
                .filter(verdict -> recorded.stream().noneMatch(verdict::isPartOf))
                .forEach(verdict -> newest.put(verdict.check(), verdict));
        return List.copyOf(newest.values());
    }

    /// Whether this verdict keeps the version from being published.
    public boolean blocks() {
        return !result.passed() && severity == CheckSeverity.ERROR;
    }
}
