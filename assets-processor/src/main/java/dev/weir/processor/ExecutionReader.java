package dev.weir.processor;

import dev.weir.assets.Backoff;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Timeout;
import dev.weir.assets.spec.WrittenDuration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/// Reads `retry` and `timeout` of `@Asset` and `@Assets`.
final class ExecutionReader {

    private final Compilation compilation;

    ExecutionReader(Compilation compilation) {
        this.compilation = compilation;
    }

    /// Nothing if none is written, or, after a complaint, if it is malformed.
    Optional<RetryPolicy> retry(Annotation annotation) {
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
        Optional<Duration> delay = duration(retry, "delay", retry.text("delay"));
        if (delay.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RetryPolicy(
                    retry.integer("max"),
                    delay.get(),
                    Backoff.valueOf(retry.constant("backoff")),
                    retry.number("jitter")));
        } catch (IllegalArgumentException malformed) {
            compilation.complain(retry.place(), String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    /// Nothing if none is written, or, after a complaint, if it is malformed.
    Optional<Timeout> timeout(Annotation annotation) {
        return annotation
                .given("timeout")
                .flatMap(text -> duration(annotation, "timeout", text))
                .map(Timeout.Of::new);
    }

    private Optional<Duration> duration(Annotation annotation, String value, String text) {
        try {
            return Optional.of(WrittenDuration.parse(text));
        } catch (IllegalArgumentException malformed) {
            compilation.complain(
                    annotation.placeOf(value),
                    "@%s %s: %s".formatted(annotation.simpleName(), value, malformed.getMessage()));
            return Optional.empty();
        }
    }
}
