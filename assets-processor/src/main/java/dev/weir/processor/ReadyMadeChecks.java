package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.RuleWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/// Reads the annotations on an asset's method, or on its component, that declare checks of it.
final class ReadyMadeChecks {

    private final Compilation compilation;
    private final Annotations annotations;
    private final RuleReader rules;

    ReadyMadeChecks(Compilation compilation) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
        this.rules = new RuleReader(compilation);
    }

    List<PlacedCheck> on(Element element, AssetKey asset) {
        List<PlacedCheck> checks = new ArrayList<>();
        for (Annotation annotation : annotations.holdingFor(element, Names.READY_MADE_CHECKS)) {
            try {
                for (ReadyMade rule : rules.read(annotation)) {
                    checks.add(new PlacedCheck(check(annotation, asset, rule), annotation.place()));
                }
            } catch (IllegalArgumentException unsound) {
                compilation.complain(annotation.place(), String.valueOf(unsound.getMessage()));
            }
        }
        return checks;
    }

    private static CheckSpec check(Annotation annotation, AssetKey asset, ReadyMade rule) {
        Optional<String> name = annotation.values().containsKey("name") ? annotation.given("name") : Optional.empty();
        CheckSeverity severity = annotation.values().containsKey("severity")
                ? CheckSeverity.valueOf(annotation.constant("severity"))
                : CheckSeverity.ERROR;
        return new CheckSpec(
                asset.toString(),
                name.orElseGet(() -> RuleWords.nameOf(rule)),
                RuleWords.descriptionOf(rule),
                severity,
                rule);
    }
}
