package dev.weir.metadata;

import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Who reads what, from the side of what is read.
final class InputRows {

    private final Names names;
    private final List<UUID> inputs;
    private final List<UUID> readers;
    private final List<Range> ranges = new ArrayList<>();

    InputRows(int capacity, Names names) {
        this.names = names;
        this.inputs = new ArrayList<>(2 * capacity);
        this.readers = new ArrayList<>(2 * capacity);
    }

    private record Range(int asset, InputUse.Many use, UUID reader, int position) {}

    void add(Version version) {
        UUID reader = version.id().value();
        int first = inputs.size();
        for (int position = 0; position < version.inputs().size(); position++) {
            switch (version.inputs().get(position)) {
                case InputUse.Exact exact -> {
                    UUID input = exact.version().value();
                    if (!inputs.subList(first, inputs.size()).contains(input)) {
                        inputs.add(input);
                        readers.add(reader);
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

    void addTo(List<Statement> statements, int environment) {
        if (!inputs.isEmpty()) {
            statements.add(Statement.of(
                    """
                    INSERT INTO version_input (input_version, reader_version)
                    SELECT t.input, t.reader
                    FROM UNNEST(CAST(? AS UUID ARRAY), CAST(? AS UUID ARRAY)) AS t (input, reader)""",
                    inputs.toArray(UUID[]::new),
                    readers.toArray(UUID[]::new)));
        }
        if (!ranges.isEmpty()) {
            statements.add(Statement.of(
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
    }
}
