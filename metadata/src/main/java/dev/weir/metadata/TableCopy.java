package dev.weir.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.weir.materializer.backup.DatabaseRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All rows of a database as JSON, a line each, and back, whichever database they were in and are to be in.
///
/// A line with `table` and `columns` comes before the rows of a table, each of which is an array; UUIDs are texts, bytes are
/// Base64. The last line has `rows`, how many there are: where it is missing, the end is. Numbers that a database gives
/// rows of its own accord are left to it.
final class TableCopy implements DatabaseRows {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    /// What others refer to comes first.
    private static final List<String> FIRST = List.of("environment", "asset", "definition_snapshot", "run");
    private static final String HISTORY = "flyway_schema_history";
    private static final int AT_ONCE = 1_000;

    private final Sessions sessions;

    TableCopy(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean isEmpty() {
        return sessions.read(TableCopy::isEmpty);
    }

    private static boolean isEmpty(Session session) throws SQLException {
        return session.first(
                        "SELECT recorded FROM store WHERE recorded = 0 AND NOT EXISTS (SELECT 1 FROM run)", row -> row.getLong(1))
                .isPresent();
    }

    @Override
    public int schema() {
        return Migrations.ALL.newest();
    }

    @Override
    public Moment writeTo(Target target) {
        return sessions.snapshot(session -> {
            try (JsonGenerator json = FACTORY.createGenerator(target.open())) {
                json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
                Moment moment = session.first(
                                "SELECT project, format, sequence FROM store WHERE id = 1",
                                row -> new Moment(row.getString(1), row.getInt(2), row.getLong(3), 0))
                        .orElseThrow();
                long rows = 0;
                for (Map.Entry<String, List<Column>> table : tables(session).entrySet()) {
                    rows += write(session, table.getKey(), table.getValue(), json);
                }
                json.writeStartObject();
                json.writeNumberField("rows", rows);
                json.writeEndObject();
                json.writeRaw('\n');
                return new Moment(moment.project(), moment.schema(), moment.sequence(), rows);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /// The columns of each table, without those that the database numbers itself. All are asked for at once: PostgreSQL's driver
    /// asks for the type of each table's numbers, with a query that takes longer than some rows.
    private static Map<String, List<Column>> tables(Session session) throws SQLException {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        FIRST.forEach(table -> tables.put(table, new ArrayList<>()));
        session.forEach(
                "SELECT LOWER(t.table_name), LOWER(c.column_name), c.data_type FROM information_schema.tables t"
                        + " JOIN information_schema.columns c"
                        + " ON c.table_schema = t.table_schema AND c.table_name = t.table_name"
                        + " WHERE t.table_schema = CURRENT_SCHEMA AND t.table_type = 'BASE TABLE'"
                        + " AND c.is_identity = 'NO' AND LOWER(t.table_name) <> '" + HISTORY + "'"
                        + " ORDER BY 1, c.ordinal_position",
                row -> tables.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new Column(row.getString(2), Type.of(row.getString(3)))));
        return tables;
    }

    private static long write(Session session, String table, List<Column> columns, JsonGenerator json)
            throws SQLException, IOException {
        List<String> names = columns.stream().map(Column::name).toList();
        json.writeStartObject();
        json.writeStringField("table", table);
        json.writeFieldName("columns");
        json.writeStartArray();
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeEndObject();
        long[] rows = {0};
        session.forEach("SELECT %s FROM %s".formatted(String.join(", ", names), table), row -> {
            try {
                json.writeStartArray();
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).type().write(row, i + 1, json);
                }
                json.writeEndArray();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            rows[0]++;
        });
        return rows[0];
    }

    private record Column(String name, Type type) {}

    @Override
    public void readFrom(Source source) {
        long _ = sessions.transaction(
                Durability.PROMISED,
                session -> taken(session, source),
                // What was empty before and is not any more has taken it in.
                session -> isEmpty(session) ? taken(session, source) : 0);
    }

    private static long taken(Session session, Source source) throws SQLException {
        try (JsonParser json = FACTORY.createParser(source.open())) {
            return new Reading(session, json).all();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// One reading of it all.
    private static final class Reading {

        private final Session session;
        private final JsonParser json;
        private final Map<String, List<Column>> tables;
        private @Nullable PreparedStatement insert;
        private List<Column> columns = List.of();
        private int waiting;
        private long rows;

        Reading(Session session, JsonParser json) throws SQLException {
            this.session = session;
            this.json = json;
            this.tables = tables(session);
        }

        long all() throws IOException, SQLException {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_ARRAY) {
                    row();
                } else {
                    flush();
                    Optional<Long> last = header();
                    if (last.isPresent()) {
                        return end(last.get());
                    }
                }
            }
            throw new IOException("it ends in the middle");
        }

        private long end(long expected) throws IOException {
            if (expected != rows) {
                throw new IOException("it has %d rows instead of %d".formatted(rows, expected));
            }
            return rows;
        }

        /// @return how many rows there are, if it is the last line
        private Optional<Long> header() throws IOException, SQLException {
            String table = "";
            List<String> names = new ArrayList<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "rows" -> {
                        return Optional.of(json.getLongValue());
                    }
                    case "table" -> table = json.getText();
                    default -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            names.add(json.getText());
                        }
                    }
                }
            }
            begin(table, names);
            return Optional.empty();
        }

        private void begin(String table, List<String> names) throws SQLException {
            Map<String, Column> known = new HashMap<>();
            tables.getOrDefault(table, List.of()).forEach(column -> known.put(column.name(), column));
            if (names.isEmpty() || !known.keySet().containsAll(names)) {
                throw new IllegalArgumentException("%s%s is no table of ours".formatted(table, names));
            }
            columns = names.stream().map(known::get).toList();
            // What the schema came with is in the copy too.
            int _ = session.update("DELETE FROM " + table);
            String list = String.join(", ", names);
            insert = session.connection()
                    .prepareStatement("INSERT INTO %s (%s) VALUES (%s)"
                            .formatted(table, list, String.join(", ", names.stream().map(_ -> "?").toList())));
        }

        private void row() throws IOException, SQLException {
            PreparedStatement into = insert;
            if (into == null) {
                throw new IOException("it begins with a row");
            }
            for (int i = 0; i < columns.size(); i++) {
                json.nextToken();
                into.setObject(i + 1, columns.get(i).type().read(json));
            }
            if (json.nextToken() != JsonToken.END_ARRAY) {
                throw new IOException("a row has more values than columns");
            }
            into.addBatch();
            rows++;
            if (++waiting == AT_ONCE) {
                send(into);
            }
        }

        private void flush() throws SQLException {
            PreparedStatement into = insert;
            if (into != null) {
                send(into);
                into.close();
            }
        }

        private void send(PreparedStatement into) throws SQLException {
            int[] _ = into.executeBatch();
            waiting = 0;
        }
    }

    /// The kinds of values that our tables have.
    private enum Type {
        NUMBER {
            @Override
            void writePresent(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
                json.writeNumber(row.getLong(column));
            }

            @Override
            Object readPresent(JsonParser json) throws IOException {
                return json.getLongValue();
            }
        },
        TEXT {
            @Override
            void writePresent(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
                json.writeString(row.getString(column));
            }

            @Override
            Object readPresent(JsonParser json) throws IOException {
                return json.getText();
            }
        },
        YES_OR_NO {
            @Override
            void writePresent(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
                json.writeBoolean(row.getBoolean(column));
            }

            @Override
            Object readPresent(JsonParser json) throws IOException {
                return json.getBooleanValue();
            }
        },
        BYTES {
            @Override
            void writePresent(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
                json.writeBinary(row.getBytes(column));
            }

            @Override
            Object readPresent(JsonParser json) throws IOException {
                return json.getBinaryValue();
            }
        },
        ID {
            @Override
            void writePresent(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
                json.writeString(row.getObject(column, UUID.class).toString());
            }

            @Override
            Object readPresent(JsonParser json) throws IOException {
                return UUID.fromString(json.getText());
            }
        };

        /// @param name as either database calls it
        static Type of(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "integer", "bigint", "smallint", "int2", "int4", "int8" -> NUMBER;
                case "character varying", "character large object", "varchar", "text" -> TEXT;
                case "boolean", "bool" -> YES_OR_NO;
                case "binary varying", "bytea" -> BYTES;
                case "uuid" -> ID;
                default -> throw new IllegalArgumentException("No type of ours is " + name);
            };
        }

        abstract void writePresent(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException;

        abstract Object readPresent(JsonParser json) throws IOException;

        void write(ResultSet row, int column, JsonGenerator json) throws SQLException, IOException {
            if (row.getObject(column) == null) {
                json.writeNull();
            } else {
                writePresent(row, column, json);
            }
        }

        @Nullable Object read(JsonParser json) throws IOException {
            return json.currentToken() == JsonToken.VALUE_NULL ? null : readPresent(json);
        }
    }
}
