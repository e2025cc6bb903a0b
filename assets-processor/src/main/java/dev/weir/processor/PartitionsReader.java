package dev.weir.processor;

import dev.weir.assets.problem.DidYouMean;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.time.Cadence;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/// Reads how an asset is sliced: from the method, else from its class.
final class PartitionsReader {

    static final PartitionsDefinition WHOLE = new PartitionsDefinition.Unpartitioned();

    private final Compilation compilation;
    private final Annotations annotations;

    PartitionsReader(Compilation compilation) {
        this.compilation = compilation;
        this.annotations = new Annotations(compilation);
    }

    /// The partitions that stand on the element, or `otherwise` if none do; nothing, after a complaint, if they are
    /// malformed.
    Optional<PartitionsDefinition> on(Element element, Optional<PartitionsDefinition> otherwise) {
        List<Annotation> found = annotations.holdingFor(element, Names.PARTITIONS);
        if (found.isEmpty()) {
            return otherwise;
        }
        if (found.size() > 1) {
            compilation.complain(
                    found.get(1).place(),
                    "%s is partitioned by @%s and by @%s: keep one of them"
                            .formatted(
                                    element.getSimpleName(),
                                    found.get(0).simpleName(),
                                    found.get(1).simpleName()));
            return Optional.empty();
        }
        return read(found.getFirst());
    }

    private Optional<PartitionsDefinition> read(Annotation annotation) {
        if (annotation.name().equals(Names.UNPARTITIONED)) {
            return Optional.of(WHOLE);
        }
        if (annotation.name().equals(Names.STATIC)) {
            return keys(annotation);
        }
        Cadence cadence = cadence(annotation);
        Optional<LocalDate> start = date(annotation, "start");
        Optional<LocalDate> end = annotation.given("end").isPresent() ? date(annotation, "end") : Optional.empty();
        Optional<ZoneId> zone = zone(annotation);
        if (start.isEmpty() || zone.isEmpty() || (annotation.given("end").isPresent() && end.isEmpty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartitionsDefinition.Time(cadence, start.get(), end.orElse(null), zone.get()));
        } catch (IllegalArgumentException empty) {
            complain(annotation, "end", String.valueOf(empty.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<PartitionsDefinition> keys(Annotation annotation) {
        List<AnnotationValue> written = annotation.parts("value");
        List<PartitionKey> keys = new ArrayList<>();
        for (AnnotationValue part : written) {
            try {
                PartitionKey key = new PartitionKey((String) part.getValue());
                PartitionsDefinition.Static.require(key, keys);
                keys.add(key);
            } catch (IllegalArgumentException malformed) {
                compilation.complain(annotation.placeOf(part), "@Static: " + malformed.getMessage());
            }
        }
        try {
            return keys.size() < written.size() ? Optional.empty() : Optional.of(new PartitionsDefinition.Static(keys));
        } catch (IllegalArgumentException malformed) {
            compilation.complain(annotation.placeOf("value"), "@Static: " + malformed.getMessage());
            return Optional.empty();
        }
    }

    private static Cadence cadence(Annotation annotation) {
        String name = annotation.name();
        if (name.equals(Names.WEEKLY)) {
            return new Cadence.Weeks(DayOfWeek.valueOf(annotation.constant("firstDay")));
        }
        if (name.equals(Names.HOURLY)) {
            return new Cadence.Hours();
        }
        return name.equals(Names.DAILY) ? new Cadence.Days() : new Cadence.Months();
    }

    private Optional<LocalDate> date(Annotation annotation, String value) {
        String text = annotation.text(value);
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            complain(annotation, value, "'%s' is not a date: write it as 2013-01-31".formatted(text));
            return Optional.empty();
        }
    }

    private Optional<ZoneId> zone(Annotation annotation) {
        String text = annotation.text("zone");
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            complain(annotation, "zone", "'%s' is not a time zone.".formatted(text) + otherZones(text));
            return Optional.empty();
        }
    }

    private static String otherZones(String text) {
        String hint = DidYouMean.among(ZoneId.getAvailableZoneIds()).hint(text);
        return hint.isEmpty() ? " Write one such as UTC or America/New_York." : hint;
    }

    private void complain(Annotation annotation, String value, String what) {
        compilation.complain(annotation.placeOf(value), "@%s %s: %s".formatted(annotation.simpleName(), value, what));
    }
}
