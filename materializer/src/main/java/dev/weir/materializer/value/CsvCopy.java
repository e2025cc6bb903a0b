package dev.weir.materializer.value;

import dev.weir.assets.schema.Schema;
import java.nio.file.Path;
import java.util.List;

/// Published rows as a CSV file with a line of column names, for programs that read no Parquet. Null is an empty field, an
/// instant is in UTC.
public final class CsvCopy {

    private final DuckDb db;

    public CsvCopy(DuckDb db) {
        this.db = db;
    }

    /// @throws dev.weir.assets.problem.WeirException if a file is not what was published
    public void write(List<TableFile> files, Schema schema, Path csv) {
        TableSource source = new TableSource.Files(files, schema, db.verifiedFiles());
        try (Session session = db.openSession()) {
            new QueryFailures("Writing " + csv.getFileName(), 0).explaining(() -> {
                TableSource.Selected selected = source.select(session);
                return session.execute(
                        "copy (%s) to %s (format csv, header)".formatted(selected.sql(), SqlText.literal(csv.toString())),
                        selected.parameters());
            });
        }
    }
}
