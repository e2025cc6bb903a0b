package dev.weir.metadata;

import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who reads what, from the side of what is read.
final class InputRows {

    private static final int ID_BYTES = 16;

    private final Names names;
    private final Map<UUID, ByteArrayOutputStream> readers;
    private final List<Range> ranges = new ArrayList<>();

    InputRows(int capacity, Names names) {
        this.names = names;
        this.readers = LinkedHashMap.newLinkedHashMap(2 * capacity);
    }

    private record Range(int asset, InputUse.Many use, UUID reader, int position) {}

    void add(Version version) {
        UUID reader = version.id().value();
        byte[] id = ByteBuffer.allocate(ID_BYTES)
                .putLong(reader.getMostSignificantBits())
                .putLong(reader.getLeastSignificantBits())
                .array();
        Set<UUID> read = new HashSet<>();
        for (int position = 0; position < version.inputs().size(); position++) {
            switch (version.inputs().get(position)) {
                case InputUse.Exact exact -> {
                    UUID input = exact.version().value();
                    if (read.add(input)) {
                        readers.computeIfAbsent(input, _ -> new ByteArrayOutputStream(2 * ID_BYTES))
                                .writeBytes(id);
                    }
                }
                case InputUse.Many many -> {
                    if (!many.partitions().isEmpty()) {
                        ranges.add(new Range(names.id(many.asset()), many, reader, position));
                    }
                }
            }
        }
    }

    /// Those of single versions: rows that nothing keeps from being there twice, in the order they are written.
    Optional<Statement> ofSingleVersions() {
        return readers.isEmpty() ? Optional.empty() : Optional.of(Statement.of(
                """
                INSERT INTO version_input (input_version, reader_versions)
                SELECT t.input, t.readers
                FROM UNNEST(CAST(? AS UUID ARRAY), CAST(? AS BYTEA ARRAY)) AS t (input, readers)""",
                readers.keySet().toArray(UUID[]::new),
                readers.values().stream().map(ByteArrayOutputStream::toByteArray).toArray(byte[][]::new))
                .expecting(readers.size()));
    }

    /// Those of many partitions at once.
    Optional<Statement> ofManyPartitions(int environment) {
        return ranges.isEmpty() ? Optional.empty() : Optional.of(Statement.of(
                """
                INSERT INTO version_range_input
                    (asset, environment, as_of, reader_version, position, first_ordinal, last_ordinal)
                SELECT t.asset, CAST(? AS INTEGER), t.as_of, t.reader, t.position, t.first_ordinal, t.last_ordinal
                FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS UUID ARRAY),
                            CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY))
                    AS t (asset, as_of, reader, position, first_ordinal, last_ordinal)""",
                environment,
                ranges.stream().map(Range::asset).toArray(Integer[]::new),
                ranges.stream().map(range -> range.use().asOf()).toArray(Long[]::new),
                ranges.stream().map(Range::reader).toArray(UUID[]::new),
                ranges.stream().map(Range::position).toArray(Integer[]::new),
                ranges.stream().map(range -> range.use().partitions().first()).toArray(Integer[]::new),
                ranges.stream().map(range -> range.use().partitions().last()).toArray(Integer[]::new)));
    }

    /// The ids in a row.
    static List<UUID> readers(byte[] ids) {
        List<UUID> readers = new ArrayList<>(ids.length / ID_BYTES);
        ByteBuffer bytes = ByteBuffer.wrap(ids);
        while (bytes.hasRemaining()) {
            readers.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return readers;
    }
}
