package dev.weir.metadata;

import dev.weir.materializer.json.Json;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Version;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The versions of a group, each with how its step went. A step that ended without one makes none.
final class VersionRows extends Columns {

    private static final String INSERT =
            """
            INSERT INTO version (recorded, id, asset, ordinal, number, state, run, attempt, epoch, created_at, started_at,
                took_us, reason, environment, sequence, published_at, code_digest, config_digest, inputs_digest, data_digest,
                table_schema, content, row_count, byte_count, inputs, metadata, tags, tainted)
            SELECT t.recorded, t.id, t.asset, t.ordinal, t.number, t.state, CAST(? AS UUID), t.attempt, t.epoch, t.created_at,
                t.started_at, t.took_us, t.reason, CAST(? AS INTEGER), t.sequence,
                CASE WHEN t.sequence IS NOT NULL THEN CAST(? AS BIGINT) END, t.code_digest, t.config_digest,
                t.inputs_digest, t.data_digest, t.table_schema, t.content, t.row_count, t.byte_count, t.inputs, t.metadata,
                t.tags, t.tainted
            FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS UUID ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY),
                CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY),
                CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY),
                CAST(? AS BIGINT ARRAY), CAST(? AS BYTEA ARRAY), CAST(? AS BYTEA ARRAY), CAST(? AS BYTEA ARRAY),
                CAST(? AS BYTEA ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY),
                CAST(? AS BIGINT ARRAY), CAST(? AS BYTEA ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
                CAST(? AS VARCHAR ARRAY))
                AS t (recorded, id, asset, ordinal, number, state, attempt, epoch, created_at, started_at, took_us, reason,
                sequence, code_digest, config_digest, inputs_digest, data_digest, table_schema, content, row_count,
                byte_count, inputs, metadata, tags, tainted)
            WHERE NOT EXISTS (SELECT 1 FROM step s WHERE s.run = ? AND s.asset = t.asset AND s.ordinal = t.ordinal)""";

    private final Names names;
    private final Long[] recorded;
    private final UUID[] ids;
    private final Integer[] assets;
    private final Integer[] ordinals;
    private final Long[] numbers;
    private final String[] states;
    private final Integer[] attempts;
    private final Long[] epochs;
    private final Long[] created;
    private final Long[] started;
    private final Long[] took;
    private final String[] reasons;
    private final @Nullable Long[] sequences;
    private final byte[][] code;
    private final byte[][] config;
    private final byte[][] inputsDigests;
    private final byte[][] data;
    private final @Nullable Integer[] schemas;
    private final @Nullable String[] contents;
    private final Long[] rows;
    private final Long[] bytes;
    private final byte[][] inputs;
    private final @Nullable String[] metadata;
    private final @Nullable String[] tags;
    private final @Nullable String[] tainted;

    VersionRows(int capacity, Names names) {
        this.names = names;
        this.recorded = new Long[capacity];
        this.ids = new UUID[capacity];
        this.assets = new Integer[capacity];
        this.ordinals = new Integer[capacity];
        this.numbers = new Long[capacity];
        this.states = new String[capacity];
        this.attempts = new Integer[capacity];
        this.epochs = new Long[capacity];
        this.created = new Long[capacity];
        this.started = new Long[capacity];
        this.took = new Long[capacity];
        this.reasons = new String[capacity];
        this.sequences = new Long[capacity];
        this.code = new byte[capacity][];
        this.config = new byte[capacity][];
        this.inputsDigests = new byte[capacity][];
        this.data = new byte[capacity][];
        this.schemas = new Integer[capacity];
        this.contents = new String[capacity];
        this.rows = new Long[capacity];
        this.bytes = new Long[capacity];
        this.inputs = new byte[capacity][];
        this.metadata = new String[capacity];
        this.tags = new String[capacity];
        this.tainted = new String[capacity];
    }

    /// @param place among all results of the group, from 1
    /// @param sequence of the publication, from 1; null if it is rejected
    void add(long place, @Nullable Long sequence, Version version, Timing timing, String reason) {
        int row = size++;
        recorded[row] = place;
        sequences[row] = sequence;
        started[row] = Micros.of(timing.startedAt());
        took[row] = Micros.of(timing.took());
        reasons[row] = Text.storable(reason);
        ids[row] = version.id().value();
        assets[row] = names.id(version.target().asset());
        ordinals[row] = version.target().ordinal();
        numbers[row] = version.number();
        states[row] = version.state().name();
        attempts[row] = version.origin().attempt();
        epochs[row] = version.origin().epoch();
        created[row] = Micros.of(version.origin().createdAt());
        code[row] = version.digests().code().value().toBytes();
        config[row] = version.digests().config().value().toBytes();
        inputsDigests[row] = version.digests().inputs().toBytes();
        data[row] = version.digests().data().value().toBytes();
        contents[row] = ContentColumns.text(version.content());
        schemas[row] = version.content() instanceof Content.TableFiles table ? (Integer) names.id(table.schema()) : null;
        rows[row] = version.content().rows();
        bytes[row] = version.content().bytes();
        inputs[row] = InputBytes.write(version.inputs(), names::id);
        metadata[row] = json(version.metadata());
        tags[row] = json(version.tags());
        tainted[row] = Text.orNull(version.tainted());
    }

    void addTo(List<Statement> statements, int environment, UUID run, long at) {
        if (size > 0) {
            statements.add(Statement.of(
                    INSERT, run, environment, at, Numbers.recorded(cut(recorded)), cut(ids), cut(assets), cut(ordinals), cut(numbers),
                    cut(states), cut(attempts), cut(epochs), cut(created), cut(started), cut(took), cut(reasons),
                    Numbers.sequences(cut(sequences)), cut(code), cut(config), cut(inputsDigests), cut(data), cut(schemas), cut(contents),
                    cut(rows), cut(bytes), cut(inputs), cut(metadata), cut(tags), cut(tainted), run)
                    .expecting(size));
        }
    }

    private static @Nullable String json(Map<String, ?> values) {
        return values.isEmpty() ? null : Json.write(values);
    }
}
