package dev.weir.materializer.value;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A select over files, one after the other, each read by the names of its columns.
final class FilesText {

    private FilesText() {}

    /// @param schema what columns it gives
    /// @param paths how the path of a file is written
    static String of(List<TableFile> files, Schema schema, UnaryOperator<String> paths) {
        if (files.isEmpty()) {
            return nothing(schema);
        }
        List<String> selects = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= files.size(); to++) {
            if (to == files.size() || !areAlike(files.get(from), files.get(to))) {
                selects.add(select(files.subList(from, to), schema, paths));
                from = to;
            }
        }
        return String.join(" union all ", selects);
    }

    private static boolean areAlike(TableFile one, TableFile other) {
        return one.query().isEmpty()
                && other.query().isEmpty()
                && one.schema().equals(other.schema());
    }

    private static String select(List<TableFile> alike, Schema schema, UnaryOperator<String> paths) {
        Schema written = alike.getFirst().schema();
        String columns =
                schema.columns().stream().map(column -> read(column, written)).collect(Collectors.joining(", "));
        return "select %s from %s".formatted(columns, from(alike, paths));
    }

    private static String from(List<TableFile> alike, UnaryOperator<String> paths) {
        if (alike.getFirst().query().isPresent()) {
            return "(" + alike.getFirst().query().get().sql(paths) + ")";
        }
        return "read_parquet([%s], hive_partitioning = false)"
                .formatted(alike.stream()
                        .map(file -> SqlText.literal(paths.apply(file.path().toString())))
                        .collect(Collectors.joining(", ")));
    }

    private static String read(Column wanted, Schema written) {
        String name = SqlText.identifier(wanted.name());
        boolean same = written.column(wanted.name())
                .filter(column -> column.type().equals(wanted.type()))
                .isPresent();
        if (same) {
            return name;
        }
        String value = written.column(wanted.name()).isPresent() ? name : "null";
        return "cast(%s as %s) as %s".formatted(value, wanted.type().sql(), name);
    }

    private static String nothing(Schema schema) {
        return schema.columns().stream()
                .map(column -> "cast(null as %s) as %s".formatted(column.type().sql(), SqlText.identifier(column.name())))
                .collect(Collectors.joining(", ", "select ", " where false"));
    }
}
