package dev.weir.processor;

import dev.weir.assets.Backoff;
import dev.weir.assets.Where;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Placement;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.ProcessContext;
import dev.weir.assets.spec.Retention;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.WrittenDuration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/// Reads `retry`, `timeout`, `pool` and `keep` of `@Asset` and `@Assets`, and `@RunIn`.
final class ExecutionReader {

    private final Compilation compilation;

    ExecutionReader(Compilation compilation) {
        this.compilation = compilation;
    }

    /// What the annotations say; what is malformed is left out after a complaint.
    Execution read(Optional<Annotation> annotation, Optional<Annotation> runIn) {
        Setting<Placement> placement = runIn.flatMap(this::placement)
                .<Setting<Placement>>map(Setting.Of::new)
                .orElseGet(Setting.Inherit::new);
        return new Execution(new Setting.Inherit<>(), new Setting.Inherit<>(), new Setting.Inherit<>(), placement)
                .orElse(annotation.map(this::read).orElse(Execution.PLAIN));
    }

    private Optional<Placement> placement(Annotation runIn) {
        if (runIn.constant("value").equals(Where.IN_PROCESS.name())) {
            if (!runIn.given("heap").isEmpty() || !runIn.texts("environment").isEmpty() || !runIn.given("folder").isEmpty()
                    || !runIn.texts("jvm").isEmpty()) {
                compilation.complain(
                        runIn.place(),
                        "@RunIn: only a process of its own has a heap, an environment, a folder and options of the JVM: take Where.PROCESS, or leave them out");
            }
            return Optional.of(new Placement.InProcess());
        }
        try {
            return Optional.of(new Placement.OwnProcess(
                    runIn.text("heap"),
                    ProcessContext.of(runIn.texts("environment"), runIn.text("folder")),
                    runIn.texts("jvm")));
        } catch (IllegalArgumentException malformed) {
            compilation.complain(runIn.place(), "@RunIn " + malformed.getMessage());
            return Optional.empty();
        }
    }

    private Execution read(Annotation annotation) {
        return new Execution(
                        retry(annotation)
                                .map(ExecutionReader::setting)
                                .orElseGet(Setting.Inherit::new),
                        written(annotation, "timeout", WrittenDuration::setting),
                        written(annotation, "pool", PoolName::parse))
                .keeping(written(annotation, "keep", text -> new Setting.Of<>(Retention.parse(text))));
    }

    private static Setting<RetryPolicy> setting(RetryPolicy policy) {
        return policy.max() == 0 ? new Setting.None<>() : new Setting.Of<>(policy);
    }

    private <T> Setting<T> written(Annotation annotation, String value, Function<String, Setting<T>> parse) {
        return annotation.given(value)
                .flatMap(text -> parsed(annotation, value, text, parse))
                .orElseGet(Setting.Inherit::new);
    }

    private Optional<RetryPolicy> retry(Annotation annotation) {
        List<AnnotationValue> retries = annotation.parts("retry");
        if (retries.size() > 1) {
            compilation.complain(annotation.placeOf(retries.get(1)), "Two retries: write one @Retry");
            return Optional.empty();
        }
        return retries.stream().findFirst().flatMap(value -> retry(annotation, (AnnotationMirror) value.getValue()));
    }

    private Optional<RetryPolicy> retry(Annotation annotation, AnnotationMirror mirror) {
        Annotation retry = Annotation.of(
                mirror, Place.of(annotation.place().element(), mirror), annotation.visible(), compilation);
        Optional<Duration> delay = parsed(retry, "delay", retry.text("delay"), WrittenDuration::parse);
        int max = retry.integer("max");
        double jitter = retry.number("jitter");
        boolean isPossible = delay.isPresent();
        if (max < 0) {
            complain(retry, "max", "%d is less than 0: write how many times to try again".formatted(max));
            isPossible = false;
        }
        // Not a number is neither.
        if (!(jitter >= 0 && jitter <= 1)) {
            complain(retry, "jitter", "%s is not a share: write a number from 0 to 1".formatted(jitter));
            isPossible = false;
        }
        return isPossible
                ? Optional.of(new RetryPolicy(max, delay.orElseThrow(), Backoff.valueOf(retry.constant("backoff")), jitter))
                : Optional.empty();
    }

    private void complain(Annotation annotation, String value, String fact) {
        compilation.complain(annotation.placeOf(value), "@%s %s: %s".formatted(annotation.simpleName(), value, fact));
    }

    private <T> Optional<T> parsed(
            Annotation annotation, String value, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException malformed) {
            complain(annotation, value, String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }
}
