package dev.weir.checks;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What is recorded of a check that spoke against a published version, and that nobody declares any more: that it does so no
/// longer. Declared again, it is another check than this and judges the version anew.
public final class Withdrawn {

    private static final Digest DIGEST = new Hasher().add("withdrawn").finish();

    private Withdrawn() {}

    /// @param recorded of one version, of each check the newest last
    /// @param declared the checks of its asset
    /// @return in order of the checks; empty if all that speaks against the version is declared
    public static List<Verdict> of(List<Verdict> recorded, Collection<CheckSpec> declared) {
        List<Verdict> withdrawn = new ArrayList<>();
        for (Verdict verdict : Verdict.newest(recorded)) {
            if (verdict.blocks() && declared.stream().noneMatch(check -> isOf(verdict.check().name(), check.name()))) {
                withdrawn.add(new Verdict(
                        verdict.check(),
                        DIGEST,
                        verdict.severity(),
                        verdict.description(),
                        CheckResult.of(true).with("declared", "no longer"),
                        Duration.ZERO));
            }
        }
        return withdrawn;
    }

    private static boolean isOf(String judged, String check) {
        return judged.equals(check) || judged.startsWith(check + ".");
    }
}
