package dev.weir.materializer.profile;

import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Plain;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// The values of a column as numbers, so that they can be cut into bins.
enum Axis {
    WHOLE(1),
    NUMBERS(0),
    DAYS(Duration.ofDays(1).toSeconds()),
    DATE_TIMES(0),
    INSTANTS(0),
    TIMES(0);

    /// The least step from one value to the next; 0 where there is none.
    final long step;

    Axis(long step) {
        this.step = step;
    }

    static Optional<Axis> of(ColumnType type) {
        return switch (type) {
            case Plain plain -> switch (plain) {
                case BYTE, SHORT, INT, LONG -> Optional.of(WHOLE);
                case FLOAT, DOUBLE -> Optional.of(NUMBERS);
                case DATE -> Optional.of(DAYS);
                case DATE_TIME -> Optional.of(DATE_TIMES);
                case INSTANT -> Optional.of(INSTANTS);
                case TIME -> Optional.of(TIMES);
                case BOOLEAN, STRING, UUID, BYTES -> Optional.empty();
            };
            case ColumnType.Decimal _ -> Optional.of(NUMBERS);
            case ColumnType.Struct _, ColumnType.ListOf _, ColumnType.MapOf _ -> Optional.empty();
        };
    }

    /// A number for a value, in SQL; null for what is not finite.
    String number(String column) {
        return switch (this) {
            case WHOLE -> "cast(%s as double)".formatted(column);
            case NUMBERS -> "case when isfinite(cast(%1$s as double)) then cast(%1$s as double) end".formatted(column);
            case DAYS, DATE_TIMES, INSTANTS -> "case when isfinite(%1$s) then epoch(%1$s) end".formatted(column);
            case TIMES -> "epoch(%s)".formatted(column);
        };
    }

    /// The value of a number, as it is shown.
    Object value(double number) {
        return switch (this) {
            case WHOLE -> (Object) Math.round(number);
            case NUMBERS -> number;
            case DAYS -> LocalDate.ofEpochDay(Math.floorDiv(Math.round(number), step)).toString();
            case DATE_TIMES -> LocalDateTime.ofInstant(instant(number), ZoneOffset.UTC).toString();
            case INSTANTS -> instant(number).toString();
            case TIMES -> LocalTime.ofSecondOfDay(Math.min(Math.round(number), LocalTime.MAX.toSecondOfDay())).toString();
        };
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1_000));
    }
}
