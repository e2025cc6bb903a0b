package dev.weir.lineageui.view;

import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The numbers of several versions, a line each: rows, bytes, how long it took, and those their authors wrote down.
public record VersionSeries(List<Line> lines) {
    private static final int MOST_LINES = 12;

    public VersionSeries {
        lines = List.copyOf(lines);
    }

    /// @param values one for each version, in their order; null where a version has none
    public record Line(String name, List<@Nullable Number> values) {
        public Line {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /// Numbers that no version has, or that are 0 in all, make no line.
    ///
    /// @param took how long the attempts took that made them
    public static VersionSeries of(List<Version> versions, Map<VersionId, Duration> took) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("rows", versions, each -> each.content() instanceof Content.TableFiles table ? table.rows() : null));
        lines.add(line("bytes", versions, each -> each.content().isInFiles() ? each.content().bytes() : null));
        lines.add(line("took_ms", versions, each -> milliseconds(took.get(each.id()))));
        TreeSet<String> written = new TreeSet<>();
        versions.forEach(each -> written.addAll(each.metadata().keySet()));
        lines.forEach(line -> written.remove(line.name()));
        written.forEach(name -> lines.add(line(name, versions, each -> number(each.metadata().get(name)))));
        return new VersionSeries(lines.stream()
                .filter(line -> line.values().stream().filter(Objects::nonNull).anyMatch(each -> each.doubleValue() != 0))
                .limit(MOST_LINES)
                .toList());
    }

    private static Line line(String name, List<Version> versions, Function<Version, @Nullable Number> value) {
        List<@Nullable Number> values = new ArrayList<>();
        versions.forEach(each -> values.add(value.apply(each)));
        return new Line(name, values);
    }

    private static @Nullable Double milliseconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / 1e6;
    }

    /// As JSON has them: without infinities.
    private static @Nullable Number number(@Nullable Object value) {
        return switch (value) {
            case Integer whole -> whole;
            case Long whole -> whole;
            case Number number when Double.isFinite(number.doubleValue()) -> number.doubleValue();
            case null, default -> null;
        };
    }
}
