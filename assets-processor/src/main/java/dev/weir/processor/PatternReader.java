package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.Presence;
import dev.weir.assets.spec.Wrapping;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/// Reads of `@From` which assets a parameter means: one by its name, or all that a pattern matches.
final class PatternReader {

    private final Compilation compilation;
    private final Annotations annotations;

    PatternReader(Compilation compilation) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
    }

    Optional<String> on(VariableElement parameter) {
        return annotations.on(parameter, Names.FROM).flatMap(from -> from.given("pattern"));
    }

    Presence presence(VariableElement parameter) {
        return annotations
                .on(parameter, Names.FROM)
                .map(from -> from.flag("optional")
                        ? Presence.OPTIONAL
                        : from.flag("provided") ? Presence.PROVIDED : Presence.DECLARED)
                .orElse(Presence.DECLARED);
    }

    /// Whether pattern and type of a parameter go together; else there was a complaint.
    boolean isSound(VariableElement parameter, Wrapping wrapping) {
        Optional<Annotation> from = annotations.on(parameter, Names.FROM);
        Optional<String> pattern = on(parameter);
        boolean isMap = wrapping == Wrapping.BY_ASSET;
        if (pattern.isEmpty() && isMap) {
            return refuse(
                    Place.of(parameter),
                    "Parameter %s takes a Map by AssetKey: say which assets, as with @From(pattern = \"features/*\")"
                            .formatted(parameter.getSimpleName()));
        }
        if (pattern.isEmpty()) {
            return from.filter(each -> each.flag("optional"))
                    .map(each -> refuse(
                            each.placeOf("optional"),
                            "@From optional: only a pattern may match nothing; an asset that is named has to be there"))
                    .orElse(true);
        }
        return isSound(from.orElseThrow(), pattern.get(), parameter, isMap);
    }

    private boolean isSound(Annotation from, String pattern, VariableElement parameter, boolean isMap) {
        if (from.given("value").isPresent()) {
            return refuse(from.placeOf("pattern"), "@From pattern stands beside a name: keep one of them");
        }
        if (!pattern.contains("*")) {
            return refuse(
                    from.placeOf("pattern"),
                    "@From pattern: '%s' has no '*' and matches one asset at most: write @From(\"%1$s\")"
                            .formatted(pattern));
        }
        try {
            AssetKey _ = AssetKey.parse(pattern.replace('*', 'x'));
        } catch (IllegalArgumentException malformed) {
            return refuse(
                    from.placeOf("pattern"),
                    "@From pattern: '%s' matches no asset key: write lower-case words joined by '_', '/' between segments, and '*' for any text, as in features/*"
                            .formatted(pattern));
        }
        return isMap
                || refuse(
                        Place.of(parameter),
                        "Parameter %s reads all assets %s: take a Map<AssetKey, %s>"
                                .formatted(parameter.getSimpleName(), pattern, JavaTypes.written(parameter.asType())));
    }

    private boolean refuse(Place place, String message) {
        compilation.complain(place, message);
        return false;
    }
}
