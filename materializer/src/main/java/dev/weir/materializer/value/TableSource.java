package dev.weir.materializer.value;

import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Plain;
import dev.weir.assets.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Where the rows of a table come from.
sealed interface TableSource {

    /// The columns, in order.
    Schema schema();

    /// A select over exactly the columns of the schema. The tables it reads by name exist in the session from now on.
    Selected select(Session session) throws Exception;

    /// The same as text that needs no arguments and no names of the author's, so that it can stand inside another
    /// query.
    default String settle(Session session) throws Exception {
        return select(session).sql();
    }

    /// How many rows there are, if that is known without looking.
    default OptionalLong knownRows() {
        return OptionalLong.empty();
    }

    /// A statement and what fills its question marks.
    record Selected(String sql, List<Object> parameters) {}

    /// A list in memory; DuckDB gets a copy of it.
    record Rows<R>(List<R> rows, RowCodec<R> codec) implements TableSource {
        @Override
        public Schema schema() {
            return codec.schema();
        }

        @Override
        public OptionalLong knownRows() {
            return OptionalLong.of(rows.size());
        }

        @Override
        public Selected select(Session session) throws Exception {
            String name = session.newName();
            String stream = session.newName();
            session.executeOver(
                    stream, rows.iterator(), codec, "create temp table %s as %s".formatted(name, Arrow.selectFrom(stream, schema())));
            return new Selected("select %s from %s".formatted(columnList(schema()), name), List.of());
        }
    }

    /// Immutable files, one after the other, each read by the names of its columns.
    record Files(List<TableFile> files, Schema schema, VerifiedFiles verified) implements TableSource {

        public Files {
            files = List.copyOf(files);
            List<Problem> problems = new ArrayList<>();
            for (TableFile file : files) {
                for (String obstacle : schema.obstaclesToReading(file.schema())) {
                    problems.add(Problem.of(
                            ProblemCode.TYPE_MISMATCH, "%s cannot be read: %s".formatted(file.owner(), obstacle)));
                }
            }
            if (!problems.isEmpty()) {
                throw new WeirException(problems.stream().distinct().toList());
            }
        }

        @Override
        public OptionalLong knownRows() {
            return OptionalLong.of(files.stream().mapToLong(TableFile::rows).sum());
        }

        @Override
        public Selected select(Session session) {
            verified.require(files);
            return new Selected(FilesText.of(files, schema, UnaryOperator.identity()), List.of());
        }
    }

    /// Files that an author has written and that are nobody else's yet.
    record Written(List<Path> files, Schema schema) implements TableSource {
        public Written {
            files = List.copyOf(files);
        }

        @Override
        public Selected select(Session session) {
            return new Selected(select(columnList(schema), files), List.of());
        }

        static String select(String columns, List<Path> files) {
            return "select %s from read_parquet([%s], hive_partitioning = false)"
                    .formatted(columns, AuthorTables.paths(files));
        }
    }

    /// One value, as a row with a column.
    record Single(Object value) implements TableSource {

        @Override
        public Schema schema() {
            ColumnType type = switch (value) {
                case Boolean _ -> Plain.BOOLEAN;
                case Long _ -> Plain.LONG;
                case Double _ -> Plain.DOUBLE;
                default -> Plain.STRING;
            };
            return new Schema(List.of(new Column("value", type, Nullability.NOT_NULL)));
        }

        @Override
        public Selected select(Session session) {
            return new Selected("select %s as value".formatted(literal()), List.of());
        }

        private String literal() {
            return value instanceof String text ? SqlText.literal(text) : value.toString();
        }
    }

    /// What a query gives, cast to a record.
    ///
    /// @param sql one statement
    /// @param inputs the tables it reads, by the names it calls them
    /// @param codec of the record that the result becomes
    record Result<R>(String sql, List<Object> parameters, Map<String, TableSource> inputs, RowCodec<R> codec)
            implements TableSource {

        public Result {
            sql = SqlText.singleStatement(sql);
            parameters = List.copyOf(parameters);
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }

        @Override
        public Schema schema() {
            return codec.schema();
        }

        @Override
        public Selected select(Session session) throws Exception {
            define(session, inputs);
            return new ResultQuery(sql, parameters, codec.schema(), codec.rowType()).select(session);
        }

        /// The statement, as it reads its tables by their names.
        String text(Session session) throws Exception {
            define(session, inputs);
            return new ResultQuery(sql, parameters, codec.schema(), codec.rowType()).text(session);
        }

        @Override
        public String settle(Session session) throws Exception {
            Selected selected = select(session);
            String name = session.newName();
            session.execute("create temp table %s as %s".formatted(name, selected.sql()), selected.parameters());
            for (String input : inputs.keySet()) {
                session.execute("drop view " + SqlText.identifier(input), List.of());
            }
            return "select %s from %s".formatted(columnList(schema()), name);
        }
    }

    /// Those rows of a table for which a condition holds.
    ///
    /// @param inputs the tables that the condition reads besides, by the names it calls them
    record Where(TableSource source, Map<String, TableSource> inputs, String condition, RowOrder order)
            implements TableSource {

        public Where {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }

        @Override
        public Schema schema() {
            return source.schema();
        }

        @Override
        public Selected select(Session session) throws Exception {
            define(session, inputs);
            Selected selected = source.select(session);
            return new Selected(
                    "select %s from (%s) where %s".formatted(columnList(schema()), selected.sql(), condition),
                    selected.parameters());
        }
    }

    /// Lets queries of the session call the sources by these names.
    static void define(Session session, Map<String, TableSource> sources) throws Exception {
        // All sources first and their names after, because a source that is a query has names of its own.
        Map<String, String> settled = new LinkedHashMap<>();
        for (Map.Entry<String, TableSource> source : sources.entrySet()) {
            settled.put(source.getKey(), source.getValue().settle(session));
        }
        for (Map.Entry<String, String> source : settled.entrySet()) {
            session.execute(
                    "create temp view %s as %s".formatted(SqlText.identifier(source.getKey()), source.getValue()),
                    List.of());
        }
    }

    static String columnList(Schema schema) {
        return schema.names().stream().map(SqlText::identifier).collect(Collectors.joining(", "));
    }
}
