package dev.weir.materializer.project.provided;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Inputs;
import dev.weir.assets.Log;
import dev.weir.assets.Reading;
import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.TimeWindow;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one step gives to the code of a provided asset. The casts are sound, as the type asked for is the one that was
/// said when the asset was added.
@SuppressWarnings("unchecked")
final class StepValues implements Inputs {

    private final ReadNames reads;
    private final @Nullable Object[] arguments;

    StepValues(ReadNames reads, @Nullable Object[] arguments) {
        this.reads = reads;
        this.arguments = arguments;
    }

    @Override
    public <R extends Record> Table<R> table(String name, Class<R> rows) {
        return (Table<R>) read(name, Reading.Kind.TABLE, Optional.of(rows));
    }

    @Override
    public Table<?> table(String name) {
        return (Table<?>) read(name, Reading.Kind.TABLE, Optional.empty());
    }

    @Override
    public <T> T value(String name, Class<T> type) {
        return (T) read(name, Reading.Kind.VALUE, Optional.of(type));
    }

    @Override
    public Path file(String name) {
        return (Path) read(name, Reading.Kind.FILE, Optional.empty());
    }

    @Override
    public <R extends Record> Map<AssetKey, Table<R>> tables(String name, Class<R> rows) {
        return (Map<AssetKey, Table<R>>) read(name, Reading.Kind.TABLES, Optional.of(rows));
    }

    private Object read(String name, Reading.Kind kind, Optional<Class<?>> type) {
        int place = reads.placeOf(name);
        Reading reading = reads.readings().get(place);
        Reading.Kind said = reading.kind() == Reading.Kind.ANY_TABLES ? Reading.Kind.TABLES : reading.kind();
        boolean fits = said == kind && (type.isEmpty() || type.equals(reading.rows()));
        Object value = arguments[place];
        if (!fits || value == null) {
            throw new IllegalArgumentException("Asset %s reads %s as %s%s, not as %s%s"
                    .formatted(
                            reads.asset(), name, inWords(said), of(reading.rows()), inWords(kind), of(type)));
        }
        return value;
    }

    private static String inWords(Reading.Kind kind) {
        return switch (kind) {
            case TABLE -> "table";
            case VALUE -> "value";
            case FILE -> "file";
            case TABLES, ANY_TABLES -> "tables";
        };
    }

    private static String of(Optional<Class<?>> type) {
        return type.map(each -> " of " + each.getSimpleName()).orElse("");
    }

    @Override
    public TimeWindow window() {
        return given(TimeWindow.class, "is not partitioned by time: it has no window");
    }

    @Override
    public PartitionKey partition() {
        return given(PartitionKey.class, "has no partition");
    }

    @Override
    public Staging staging() {
        return given(Staging.class, "gives no file: only what file(…) began may write its own");
    }

    @Override
    public Log log() {
        return given(Log.class, "has no log");
    }

    private <T> T given(Class<T> type, String otherwise) {
        for (int i = reads.readings().size(); i < arguments.length; i++) {
            if (type.isInstance(arguments[i])) {
                return type.cast(arguments[i]);
            }
        }
        throw new IllegalStateException("Asset %s %s".formatted(reads.asset(), otherwise));
    }
}
