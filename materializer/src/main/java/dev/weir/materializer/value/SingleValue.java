package dev.weir.materializer.value;

import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.generated.RowReader;
import dev.weir.assets.generated.RowWriter;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The first value of the first row of a query, as a Java type.
final class SingleValue<T> implements RowCodec<SingleValue.Value> {

    static final String COLUMN = "value";

    /// The one value of a row.
    record Value(@Nullable Object value) {}

    private static final Map<Class<?>, SingleValue<?>> TYPES = Map.ofEntries(
            Map.entry(Boolean.class, new SingleValue<>(Boolean.class, ColumnType.BOOLEAN, row -> row.getBoolean(0))),
            Map.entry(Integer.class, new SingleValue<>(Integer.class, ColumnType.INT, row -> row.getInt(0))),
            Map.entry(Long.class, new SingleValue<>(Long.class, ColumnType.LONG, row -> row.getLong(0))),
            Map.entry(Float.class, new SingleValue<>(Float.class, ColumnType.FLOAT, row -> row.getFloat(0))),
            Map.entry(Double.class, new SingleValue<>(Double.class, ColumnType.DOUBLE, row -> row.getDouble(0))),
            Map.entry(String.class, new SingleValue<>(String.class, ColumnType.STRING, row -> row.getString(0))),
            Map.entry(LocalDate.class, new SingleValue<>(LocalDate.class, ColumnType.DATE, row -> row.getDate(0))),
            Map.entry(Instant.class, new SingleValue<>(Instant.class, ColumnType.INSTANT, row -> row.getInstant(0))),
            Map.entry(
                    LocalDateTime.class,
                    new SingleValue<>(LocalDateTime.class, ColumnType.DATE_TIME, row -> row.getDateTime(0))),
            Map.entry(LocalTime.class, new SingleValue<>(LocalTime.class, ColumnType.TIME, row -> row.getTime(0))),
            Map.entry(UUID.class, new SingleValue<>(UUID.class, ColumnType.UUID, row -> row.getUuid(0))));

    private final Class<T> type;
    private final Schema schema;
    private final Function<RowReader, @Nullable Object> reading;

    private SingleValue(Class<T> type, ColumnType columnType, Function<RowReader, @Nullable Object> reading) {
        this.type = type;
        this.schema = new Schema(List.of(new Column(COLUMN, columnType, Nullability.NULLABLE)));
        this.reading = reading;
    }

    /// @throws IllegalArgumentException if a value of a query cannot be had as this type
    @SuppressWarnings("unchecked") // the map is keyed by the type argument
    static <T> SingleValue<T> of(Class<T> type) {
        SingleValue<?> value = TYPES.get(type);
        if (value == null) {
            throw new IllegalArgumentException(
                    ("A value cannot be had as %s; there are Boolean, Integer, Long, Float, Double, String, LocalDate,"
                                    + " LocalDateTime, LocalTime, Instant and UUID")
                            .formatted(type.getName()));
        }
        return (SingleValue<T>) value;
    }

    Optional<T> read(DuckDbTable<?> table, String sql) {
        String first =
                "select * from (\n%s\n) as weir_value(%s) limit 1".formatted(SqlText.singleStatement(sql), COLUMN);
        try (Stream<Value> rows = RowStream.of(table.open(first, this, ResultQuery.LINES_BEFORE + 1), this)) {
            return rows.findFirst().map(row -> type.cast(row.value()));
        }
    }

    @Override
    public Class<Value> rowType() {
        return Value.class;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void write(Value row, RowWriter columns) {
        throw new UnsupportedOperationException("A single value is only read");
    }

    @Override
    public Value read(RowReader columns) {
        return new Value(columns.isNull(0) ? null : reading.apply(columns));
    }
}
